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
    words,  ///< text whose words are all wanted, in any order; neighbouring words of a query are one node
    phrase,  ///< text whose words must stand next to each other in this order, in any inflection, or with up to
             ///< `distance` other words between them
    all_of,   ///< every child; children of kind none_of exclude
    any_of,   ///< at least one child
    none_of,  ///< excludes what its one child matches
    value,    ///< a keyword, number or date field has this value, or a value in the range "a..b"
    prefix,  ///< words of a text field, or values of a keyword field, that begin with the text; no text: any value
    fuzzy,  ///< words of a text field that differ from the text by a letter, long ones by two
    near,   ///< words and phrases at most `distance` words apart, in any order
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
  /// `distance`: how many other words may stand between those of the phrase, all gaps together; at most 100.
  static Query phrase(std::string text, std::string field = {}, bool exact = false, TextRange range = {},
                      std::uint32_t distance = 0);
  /// `text`: letters, digits and '_'; with other characters in it the query is one of words. `exact`: only with these
  /// diacritics. An empty text with a keyword, number or date field: documents that have a value of it.
  static Query prefix(std::string text, std::string field = {}, bool exact = false, TextRange range = {});
  static Query fuzzy(std::string text, std::string field = {}, bool exact = false, TextRange range = {});
  static Query all_of(std::vector<Query> children);
  /// No children: nothing.
  static Query any_of(std::vector<Query> children);
  static Query none_of(std::vector<Query> children);
  /// Children are words, phrases, prefixes, fuzzy words and alternatives (any_of) of single words, all of one field;
  /// with others among them the query is all_of. `distance`: 1 to 100; 1 means next to each other.
  static Query near(std::vector<Query> children, std::uint32_t distance = 10);
  static Query value(std::string field, std::string value, TextRange range = {});

  [[nodiscard]] Kind kind() const noexcept;
  /// The text of words, phrases, prefixes and fuzzy words, the value of value nodes; empty otherwise. Valid as long as
  /// the query.
  [[nodiscard]] const std::string& text() const noexcept;
  /// Empty: all text fields. Valid as long as the query, as are the children.
  [[nodiscard]] const std::string& field() const noexcept;
  [[nodiscard]] bool exact() const noexcept;
  /// Of phrase and near, in words; 0 otherwise.
  [[nodiscard]] std::uint32_t distance() const noexcept;
  [[nodiscard]] const std::vector<Query>& children() const noexcept;
  /// Where the node stands in the query string it was parsed from; empty for nodes made by a program.
  [[nodiscard]] TextRange range() const noexcept;

  /// The tree in the syntax of the parser, brackets made explicit: parsing it gives an equal tree.
  [[nodiscard]] std::string to_string() const;

  /// Equal kinds, texts, fields, distances and children; ranges do not count.
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
    too_complex,  ///< nested deeper than 100 brackets; made by a program: deeper than 310 nodes, more than 65,536
  };
  /// More exactly, for a program that puts the error into words of its own; what the arguments are stands beside it.
  enum class Reason : std::uint8_t {
    no_such_field,       ///< 0: the name as typed, 1: the nearest field
    only_stored_field,   ///< 0: the field, which can't be searched
    not_a_number,        ///< 0: the value, 1: the field
    not_a_date,          ///< 0: the value, 1: the field
    not_a_value,         ///< 0: the value, 1: the field
    range_without_ends,  ///< 0: "..", 1: the field
    range_backwards,     ///< 0: "2012..2008", 1: the field
    text_too_long,       ///< no arguments
    brackets_too_deep,   ///< 0: how many are allowed
    tree_too_deep,       ///< 0: how many levels are allowed
    tree_too_large       ///< 0: how many nodes are allowed
  };
  Code code = Code::unknown_field;
  std::string message;  ///< English, one sentence, no final full stop
  TextRange range;      ///< bytes in the query string; empty for a value of a filter, which is no part of it
  Reason reason = Reason::no_such_field;
  std::vector<std::string> arguments = {};  ///< values of more than 40 bytes are cut, and end with "…"
};

/// How something was understood that could be read in more than one way, or what of the query was left out.
struct QueryNote {
  enum class Code : std::uint8_t {
    open_quote,             ///< is not closed: the phrase goes to the end
    open_bracket,           ///< is not closed: it goes to the end
    stray_bracket,          ///< closes nothing, read as text
    stray_operator,         ///< has nothing to work on, read as a word
    operator_in_capitals,   ///< NEBO in a query all in capitals, read as a word
    field_without_value,    ///< "town: Brno", read as text
    star_inside,            ///< not at the end of a word, read as text
    distance_set,           ///< of "a b"~500 or NEAR/500; argument 0: the distance that was taken
    or_before_and,          ///< a AND b OR c: OR binds tighter
    one_distance,           ///< a NEAR/5 b NEAR/6 c: the largest was taken for all
    near_across_fields,     ///< read as AND
    exact_of_value,         ///< = before a value, left out
    similar_of_value,       ///< ~ behind a value, left out
    distance_of_value,      ///< ~3 behind a value, left out
    short_for_similar,      ///< ab~ is searched as ab
    empty_brackets,         ///< left out
    empty_quotes,           ///< left out
    too_many_words,         ///< what follows was left out
    too_many_tokens,        ///< the last ones were left out
    too_many_forms,         ///< argument 0: "azyl*", which stands for more; the most frequent were taken
    too_many_alternatives,  ///< the most frequent were left out
    nothing_to_search       ///< signs, empty quotes and brackets, and no word: nothing is found
  };
  Code code = Code::open_quote;
  std::vector<std::string> arguments = {};  ///< what the code needs to be put into words
  std::string message = {};                 ///< the same in English, one sentence, no final full stop
  TextRange range = {};                     ///< bytes in the query string
};

/// The outcome of parsing: a query, or an error.
struct ParsedQuery {
  Query query;  ///< matches everything when there is an error, nothing when there is no word in the text
  std::optional<QueryError> error;
  std::vector<QueryNote>
      notes;  ///< an unbalanced quote closed at the end, a stray operator searched as a word, the rest after 512 words
};

/// Reads a query. Never throws for any text; what people paste is searched, not refused. Text that is not
/// UTF-8 is repaired first, and ranges then refer to the repaired text.
///
/// @param text    the query string, UTF-8
/// @param schema  which fields there are, so that "pozn.: dům" is not taken for a field
TVAR_EXPORT ParsedQuery parse_query(std::string_view text, const Schema& schema);

}  // namespace v1
}  // namespace tvar
