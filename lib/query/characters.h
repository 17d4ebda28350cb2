// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The characters and words that mean something in a query, known to the lexer that reads them and to the printer
/// that has to escape them. Syntax: docs/query-syntax.md.
///
/// A *chunk* is what stands between two white spaces. All functions survive any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tvar::query {

/// The length in bytes of the white space that begins at `at`; 0 when none does. No-break spaces, the zero-width
/// space and the byte-order mark count: pasted text is full of them.
[[nodiscard]] inline std::size_t space_length(std::string_view text, std::size_t at) noexcept;

/// space_length for what is not ASCII.
[[nodiscard]] std::size_t wide_space_length(std::string_view text, std::size_t at) noexcept;

inline std::size_t space_length(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return 0;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == ' ' || (byte >= '\t' && byte <= '\r')) return 1;
  return byte < 0xC2 ? 0 : wide_space_length(text, at);
}

/// `text` without white space at its ends.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

/// A character that opens a phrase, and what may close it.
struct Quote {
  std::string_view open;
  std::string_view close[3];  ///< empty views are unused
};

/// The opening quote at `at`, or nullptr.
[[nodiscard]] const Quote* quote_at(std::string_view text, std::size_t at) noexcept;

/// The length in bytes of the mark at `at` that closes `quote`; 0 when there is none.
[[nodiscard]] std::size_t closing_length(const Quote& quote, std::string_view text, std::size_t at) noexcept;

/// The length in bytes of the bracket, quote or backslash at `at`, from which a backslash before it takes the
/// meaning; 0 for all else.
[[nodiscard]] std::size_t escapable_length(std::string_view text, std::size_t at) noexcept;

enum class Operator : std::uint8_t { none, all_of, any_of, none_of, near };

/// The operator that a chunk spells, upper case only: AND, A, OR, NEBO, NOT, NE, NEAR, NEAR/5, BLÍZKO, BLÍZKO/5.
[[nodiscard]] Operator operator_of(std::string_view chunk) noexcept;

/// The number in NEAR/5, as it is written; the default when there is none. `chunk` spells Operator::near.
[[nodiscard]] std::uint32_t near_distance(std::string_view chunk) noexcept;

/// Digits at the beginning of `text`, at most six; `length` receives how many.
[[nodiscard]] std::uint32_t read_count(std::string_view text, std::size_t& length) noexcept;

/// True for those that are also Czech words: A, NEBO, NE, BLÍZKO.
[[nodiscard]] bool is_czech_operator(std::string_view chunk) noexcept;

/// Whether a star or a tilde behind `text` means something: letters, digits and '_', and nothing else.
[[nodiscard]] bool is_markable(std::string_view text) noexcept;

/// '*' for "prefix*", '~' for "word~", 0 for all other chunks.
[[nodiscard]] char ending_mark(std::string_view chunk) noexcept;

/// Whether `text` has no white space.
[[nodiscard]] bool is_one_chunk(std::string_view text) noexcept;

/// The length in bytes of the name in `name:value` at the beginning of `text`; 0 when it does not look like that:
/// letters, digits and '_', beginning with a letter, a colon, and a value right behind it that is not "//".
[[nodiscard]] std::size_t field_name_length(std::string_view text) noexcept;

/// The length of a name and a colon at the beginning of `text`, whatever follows; 0 when there is none.
[[nodiscard]] std::size_t name_length(std::string_view text) noexcept;

/// What a chunk says once its backslashes are read: one at its beginning makes the chunk plain text, one before a
/// bracket, a quote or a backslash makes that character plain. Others stand for themselves.
[[nodiscard]] std::string unescape_chunk(std::string_view chunk);

/// The reverse: a chunk that the lexer reads as plain text saying `text`, which has no white space.
[[nodiscard]] std::string escape_chunk(std::string_view text);

/// The text between quotes, in which a backslash matters before a quote or a backslash only.
[[nodiscard]] std::string unescape_phrase(std::string_view text);

/// The reverse, between straight quotes and with them.
[[nodiscard]] std::string quote_phrase(std::string_view text);

}  // namespace tvar::query
