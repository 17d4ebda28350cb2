// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Where a text may be cut so that a reader does not notice: never inside what is seen as one character.
#pragma once

#include <cstddef>
#include <string_view>

namespace tvar::text {

/// The last grapheme boundary (UAX #29, extended) at or before byte `at`; `text.size()` when `at` is behind it.
/// A cluster longer than 256 bytes may be cut, on a code-point boundary. The text must be valid UTF-8.
[[nodiscard]] std::size_t grapheme_floor(std::string_view text, std::size_t at);

/// The length in bytes of the longest prefix that has at most `max_code_points` code points and ends behind a word:
/// white space follows, or the text ends. White space at the end is left off. When the first word alone is longer, it is
/// cut at a grapheme boundary. The text must be valid UTF-8.
///
///     word_cut("azylový dům", 9)   8   ("azylový")
[[nodiscard]] std::size_t word_cut(std::string_view text, std::size_t max_code_points);

}  // namespace tvar::text
