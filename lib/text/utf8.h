// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// UTF-8 without surprises: decode, check, repair, cut. All positions and lengths are bytes.
///
/// What is malformed, and how much of it one U+FFFD stands for, follows the Unicode Standard, chapter 3.9
/// ("substitution of maximal subparts"), which is also what browsers do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tvar::text {

/// What stands for bytes that are no UTF-8.
inline constexpr char32_t kReplacement = 0xFFFD;

/// One decoded code point and the bytes it took. Malformed bytes come as kReplacement with `valid` false.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;  ///< bytes, 1 to 4; 0 only behind the end of the text
  bool valid = true;
};

/// The code point that begins at byte `at`; length 0 when `at` is the end of the text. Never reads behind it.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at) noexcept;

/// The first byte of the code point that ends before byte `at`; 0 stays 0. The text must be valid UTF-8.
[[nodiscard]] std::size_t previous_code_point(std::string_view text, std::size_t at) noexcept;

/// Appends the code point as UTF-8; surrogates and values above U+10FFFF are appended as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// True when every byte belongs to a well-formed sequence.
[[nodiscard]] bool is_valid_utf8(std::string_view bytes) noexcept;

/// A copy that is valid UTF-8: each maximal malformed subpart becomes one U+FFFD.
/// @param replaced  when given, receives the number of replacements made
[[nodiscard]] std::string repair_utf8(std::string_view bytes, std::size_t* replaced = nullptr);

/// The longest prefix of at most `max_bytes` bytes that does not cut a code point. The text must be valid UTF-8.
[[nodiscard]] std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) noexcept;

/// The number of code points; each malformed subpart counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// True for the first byte of a code point (and for any byte that cannot continue one).
[[nodiscard]] constexpr bool is_code_point_start(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace tvar::text
