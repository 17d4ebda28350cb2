// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A query as a tree, and the parser that makes one of what a user typed.
///
/// The tree says what is wanted in the words of the user, not in terms of an index: the same tree can be run
/// against any index that has its fields. It is immutable and cheap to copy.
///
///     tvar::ParsedQuery parsed = tvar::parse_query("\"azylový dům\" -Brno", schema);
///     if (!parsed.error) page = searcher.search(parsed.query);
///     parsed.query.to_string();     // "azylový dům" -Brno
///
/// Syntax: docs/query-syntax.md.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/export.h"
#include "tvar/schema.h"
#include "tvar/text_range.h"

namespace tvar {
inline namespace v1 {

/// An immutable query tree. Copies share the nodes. Default-constructed: matches everything.
class TVAR_EXPORT Query {
 public:
  enum class Kind : std::uint8_t {
    everything,  ///< every document
    words,    ///< text whose words are all wanted, in any order; neighbouring words of a query are one node
    phrase,   ///< text whose words must stand next to each other in this order, in any inflection
    all_of,   ///< every child; children of kind none_of exclude
    any_of,   ///< at least one child
    none_of,  ///< excludes what its one child matches
    value,    ///< a keyword, number or date field has this value, or a value in the range "a..b"
  };

  Query();
  Query(const Query&);
  Query(Query&&) noexcept;
  Query& operator=(const Query&);
  Query& operator=(Query&&) noexcept;
  ~Query();

  /// Every document, with no ranking.
  static Query everything();
  /// `field` empty: all text fields. `exact`: only the very form, case apart.
  static Query words(std::string text, std::string field = {}, bool exact = false, TextRange range = {});
  static Query phrase(std::string text, std::string field = {}, bool exact = false, TextRange range = {});
  static Query all_of(std::vector<Query> children);
  static Query any_of(std::vector<Query> children);
  static Query none_of(std::vector<Query> children);
  static Query value(std::string field, std::string value, TextRange range = {});

  [[nodiscard]] Kind kind() const noexcept;
  /// The text of words and phrases, the value of value nodes; empty otherwise. Valid as long as the query.
  [[nodiscard]] const std::string& text() const noexcept;
  [[nodiscard]] const std::string& field() const noexcept;
  [[nodiscard]] bool exact() const noexcept;
  [[nodiscard]] const std::vector<Query>& children() const noexcept;
  /// Where the node stands in the query string it was parsed from; empty for nodes made by a program.
  [[nodiscard]] TextRange range() const noexcept;

  /// The tree in the syntax of the parser, brackets made explicit: parsing it gives an equal tree.
  [[nodiscard]] std::string to_string() const;

  /// Equal kinds, texts, fields and children; ranges do not count.
  friend TVAR_EXPORT bool operator==(const Query& a, const Query& b) noexcept;

 private:
  struct Node;
  explicit Query(std::shared_ptr<const Node> node);
  std::shared_ptr<const Node> node_;
};

/// What is wrong with a query, and where.
struct QueryError {
  enum class Code : std::uint8_t {
    unknown_field,  ///< "twon:Brno": no such field
    bad_value,      ///< "year:abc", "published:..": not a value or range of that field
    too_long,       ///< more than 1 MB of text
    too_complex,    ///< nested deeper than 100 brackets
  };
  Code code = Code::unknown_field;
  std::string message;  ///< English, one sentence, no final full stop
  TextRange range;      ///< bytes in the query string
};

/// How the parser understood something that could be read in more than one way.
struct QueryNote {
  std::string message;  ///< English, one sentence, no final full stop
  TextRange range;      ///< bytes in the query string
};

/// The outcome of parsing: a query, or an error.
struct ParsedQuery {
  Query query;  ///< matches everything when there is an error
  std::optional<QueryError> error;
  std::vector<QueryNote>
      notes;  ///< an unbalanced quote closed at the end, a stray operator searched as a word
};

/// Reads a query. Never throws for any text; what people paste is searched, not refused. Text that is not
/// UTF-8 is repaired first, and ranges then refer to the repaired text.
///
/// @param text    the query string, UTF-8
/// @param schema  which fields there are, so that "pozn.: dům" is not taken for a field
TVAR_EXPORT ParsedQuery parse_query(std::string_view text, const Schema& schema);

}  // namespace v1
}  // namespace tvar
