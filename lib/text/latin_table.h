// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Private to lib/text: what the fast paths must know of the characters that Czech is written with.
///
/// Nearly all text that Tvar reads is ASCII and Latin letters below U+0240. For these one table look-up replaces
/// calls into ICU. The table is made *by* ICU at first use, so that the fast paths cannot disagree with the
/// slow ones: whatever needs more than the table knows is marked `slow`.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tvar::text {

/// The code points below this have an entry.
inline constexpr char32_t kLatinEnd = 0x240;

/// Facts of a character, as bits.
enum LatinFlag : std::uint8_t {
  kLetter = 1,     ///< Word_Break = ALetter (UAX #29)
  kDigit = 2,      ///< 0-9
  kUpper = 4,      ///< upper-case letter; its lower case is `lower`, as long in UTF-8
  kSpace = 8,      ///< White_Space, line ends included
  kFraction = 16,  ///< ¼ ½ ¾
  kMarked = 32,    ///< fold_diacritics changes it
  kSlow = 64,      ///< beyond the fast paths: `kChanged`, or its lower case has another length
  kChanged = 128   ///< the normaliser removes or replaces it
};

struct LatinTable {
  std::array<std::uint8_t, kLatinEnd> flags{};
  std::array<std::uint16_t, kLatinEnd> lower{};
  /// Up to two ASCII letters for a marked letter; {0, 0} when that is not what it folds to.
  std::array<std::array<char, 2>, kLatinEnd> base{};
};

/// The table; made at the first call, then shared by all threads.
const LatinTable& latin_table();

/// The code point of a two-byte sequence.
constexpr char32_t two_byte_value(char first, char second) noexcept {
  return ((static_cast<unsigned char>(first) & 0x1FU) << 6U) | (static_cast<unsigned char>(second) & 0x3FU);
}

/// True when `text[at]` begins a well-formed two-byte sequence below kLatinEnd (lead bytes C2 to C8).
constexpr bool is_two_byte_latin(std::string_view text, std::size_t at) noexcept {
  const auto first = static_cast<unsigned char>(text[at]);
  return first >= 0xC2 && first <= 0xC8 && at + 1 < text.size() &&
         (static_cast<unsigned char>(text[at + 1]) & 0xC0U) == 0x80U;
}

/// The letters that Unicode does not decompose but that readers know as marked; empty for all others.
std::string_view undecomposed_base(char32_t code_point) noexcept;

}  // namespace tvar::text
