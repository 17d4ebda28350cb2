// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From tokens to the tree. Grammar, loosest first:
///
///     sequence     disjunction { [AND] disjunction }      all of them
///     disjunction  proximity { OR proximity }             any of them: OR binds tighter than a space
///     proximity    operand { NEAR operand }               all of them, close to each other
///     operand      [ - | NOT ] primary
///     primary      words | phrase | prefix* | word~ | * | ( sequence ) | = primary | field: primary
///
/// Words that stand next to each other without anything between them become one node, as typed, since the tokenizer
/// must see "o. p. s." and "1 000 000" whole. An operator word that has nothing to work on is a word.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/query/lexer.h"
#include "tvar/query.h"
#include "tvar/schema.h"

namespace tvar::query {

/// Parses one query string, once.
class Parser {
 public:
  /// `text` and `schema` must outlive the parser; `text` is valid UTF-8.
  Parser(std::string_view text, const Schema& schema);

  ParsedQuery parse();

  /// How many brackets stood inside each other at most, and the opening one of the innermost. @pre parse() was called
  [[nodiscard]] std::size_t deepest() const noexcept { return deepest_; }
  [[nodiscard]] TextRange deepest_bracket() const noexcept { return deepest_bracket_; }

 private:
  /// What stands before the part that is being read: a field, "=".
  struct Context {
    const Field* field = nullptr;
    bool exact = false;
  };
  /// The children of one sequence, and the words that are still growing into the next child.
  struct Sequence {
    std::vector<Query> children;
    std::string words;
    TextRange words_range;
    bool has_and = false;
    TextRange first_or;
  };

  const Token& peek(std::size_t ahead = 0);
  Token take();

  std::optional<Query> sequence(const Context& context);
  void sequence_step(const Context& context, Sequence& state);
  std::optional<Query> disjunction(const Context& context, Sequence& state);
  std::optional<Query> proximity(const Context& context);
  std::optional<Query> operand(const Context& context);
  std::optional<Query> primary(Context context);
  std::optional<Query> group(const Context& context);
  std::optional<Query> quoted(const Context& context, std::size_t begin);
  std::optional<Query> marked(const Context& context, const Token& token, TextRange whole);
  std::optional<Query> leaf(const Context& context, std::size_t begin);

  bool is_binary(TokenKind kind, std::size_t at = 0);
  bool is_negation();
  bool is_bare();
  bool spend(std::string& text, TextRange range);
  void add_word(const Context& context, Sequence& state);
  void flush(const Context& context, Sequence& state);
  void note_stray(const Token& token);
  std::optional<Query> text_node(const Context& context, std::string text, bool phrase, TextRange whole,
                                 TextRange value, std::uint32_t distance = 0);
  void fail(QueryError error);

  std::string_view text_;
  ParsedQuery result_;
  Notes notes_;
  Lexer lexer_;
  std::array<Token, 4> ahead_;  ///< a ring: the tokens that were looked at and not taken
  std::size_t ahead_begin_ = 0;
  std::size_t ahead_size_ = 0;
  std::size_t depth_ = 0;
  std::size_t deepest_ = 0;
  TextRange deepest_bracket_;
  std::size_t words_ = 0;       ///< read so far
  std::size_t word_bytes_ = 0;  ///< of them
  bool full_ = false;           ///< no more words are read: the rest of the text is as good as not there
};

}  // namespace tvar::query
