// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Cuts a query string into tokens, one at a time, in linear time. What means something is decided here; whether an
/// operator has something to work on is the parser's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/query/notes.h"
#include "tvar/query.h"
#include "tvar/schema.h"
#include "tvar/text_range.h"

namespace tvar::query {

enum class TokenKind : std::uint8_t {
  end,
  chunk,          ///< plain text between two spaces
  phrase,         ///< quoted text; `inner` is what stands between the quotes, `distance` what follows as ~3
  prefix,         ///< letters*; `inner` is what stands before the star
  fuzzy,          ///< letters~; likewise
  open,           ///< (
  close,          ///< ) that has an open partner
  minus,          ///< - right before what it excludes
  equals,         ///< = right before the form it asks for
  field,          ///< name: right before a value; `inner` is the name
  unknown_field,  ///< the same, but the schema has only something like it, `field`
  star,           ///< * alone, or as the value of a field that is no text
  any_of,         ///< OR, NEBO
  all_of,         ///< AND, A
  none_of,        ///< NOT, NE
  near,           ///< NEAR, NEAR/5, BLÍZKO; `distance` is the number
};

struct Token {
  TokenKind kind = TokenKind::end;
  TextRange range;               ///< all of it, quotes and colon included
  TextRange inner;               ///< see TokenKind
  const Field* field = nullptr;  ///< of `field` and `unknown_field`
  std::uint32_t distance = 0;    ///< of `phrase` and `near`
};

class Lexer {
 public:
  /// All arguments must outlive the lexer; `text` is valid UTF-8.
  Lexer(std::string_view text, const Schema& schema, Notes& notes);

  /// The next token; TokenKind::end again and again at the end.
  Token next();

 private:
  Token make(TokenKind kind, std::size_t length);
  Token prefix_or_chunk();
  Token phrase();
  Token field_token(const Field* field, std::size_t name);
  Token chunk();
  void note_chunk(const Token& token);
  std::uint32_t distance(std::uint32_t typed, std::uint32_t least, TextRange range);
  [[nodiscard]] bool is_prefix(char mark) const noexcept;
  [[nodiscard]] std::size_t chunk_end();
  [[nodiscard]] std::size_t closing_bracket(std::size_t open) const noexcept;
  [[nodiscard]] TokenKind classify(std::string_view chunk) const noexcept;
  [[nodiscard]] const Field* find_field(std::string_view name) const;
  const Field* find_similar(std::string_view name);

  std::string_view text_;
  const Schema& schema_;
  Notes& notes_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t names_checked_ = 0;
  TokenKind previous_ = TokenKind::end;
  const Field* previous_field_ = nullptr;
  bool capitals_;
};

/// The number of letters to insert, drop, change or swap with their neighbour to get from `a` to `b`, or `limit` + 1
/// when it is more than `limit`. UTF-8, compared by code point. Damerau's distance in its restricted form.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace tvar::query
