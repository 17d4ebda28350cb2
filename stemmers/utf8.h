// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The little UTF-8 that stemmers need: counting, cutting and decoding letters. All functions survive any bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace tvar::stemmers {

/// The longest term a stemmer gives, in bytes (see tvar::Reading).
inline constexpr std::size_t kMaxTermBytes = 200;

/// True for the second and later bytes of a UTF-8 sequence.
[[nodiscard]] constexpr bool is_continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Number of code points in `text`.
[[nodiscard]] constexpr std::size_t count_letters(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char byte : text) count += is_continuation(byte) ? 0U : 1U;
  return count;
}

/// The longest prefix of `text` that has at most `bytes` bytes and does not end inside a code point.
[[nodiscard]] constexpr std::string_view cut_to(std::string_view text, std::size_t bytes) noexcept {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

/// The last code point of `text` as bytes; empty for empty text.
[[nodiscard]] constexpr std::string_view last_letter(std::string_view text) noexcept {
  std::size_t begin = text.size();
  while (begin > 0 && is_continuation(text[--begin])) {
  }
  return text.substr(begin);
}

/// Bytes of the sequence that begins with `lead`; 1 for bytes that begin none.
[[nodiscard]] constexpr std::size_t sequence_length(char lead) noexcept {
  const auto byte = static_cast<unsigned char>(lead);
  return byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : byte >= 0xC0U ? 2 : 1;
}

}  // namespace tvar::stemmers
