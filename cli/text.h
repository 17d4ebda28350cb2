// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// UTF-8 as it looks in a terminal: repaired, measured in columns, padded, cut.
///
/// Arguments and stored documents may hold any bytes. Whatever is printed as text goes through `printable`, so
/// that a document can neither break a line nor send commands to the terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/text_range.h"

namespace tvar::cli {

/// The code point at `position` (which must lie inside `text`), and moves `position` behind it. Bytes that are no
/// UTF-8 count as U+FFFD, one for each longest prefix of a valid sequence (Unicode 15, section 3.9).
char32_t next_code_point(std::string_view text, std::size_t& position);

/// The text with everything that is not UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// One line that is safe to print: repaired, line breaks and tabs as spaces, other control characters as U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// As `printable`, but line breaks stay.
[[nodiscard]] std::string printable_block(std::string_view text);

/// Columns that the text takes in a terminal: combining marks none, East Asian wide characters two.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text, padded with spaces on the right to `columns`.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t columns);
/// The text, padded with spaces on the left to `columns`.
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t columns);

/// The text itself, or its beginning and "…" when it is wider than `columns`.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t columns);

/// Two lines without line breaks: a text, and carets under a part of it.
struct Pointer {
  std::string line;
  std::string carets;
};

/// `text` as one printable line with carets under `range`, at least one. Of a long text the part around the
/// range is shown, about `columns` wide, with "…" where it was cut. A range outside the text is moved inside.
[[nodiscard]] Pointer point_at(std::string_view text, TextRange range, std::size_t columns);

/// What a person who typed `word` may have meant: a candidate that begins with it, or that with the fewest changed,
/// added, dropped or swapped letters, if these are few for the length of the word.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 const std::vector<std::string>& candidates);

}  // namespace tvar::cli
