// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Lines of lists and tables: what parts they have, and which of them are no text at all.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

/// The line without white space at its ends and the mark of an item.
[[nodiscard]] inline std::string_view shown_line(const AnnotatedText& text, const Line& line) {
  return text.text().substr(line.begin, line.end - line.begin);
}

/// A part of the text as the bytes that it stands on.
[[nodiscard]] inline TextRange range_of_part(const AnnotatedText& text, std::string_view part) {
  const std::size_t begin = static_cast<std::size_t>(part.data() - text.text().data());
  return {begin, begin + part.size()};
}

/// The first line from one on that is not empty.
[[nodiscard]] std::size_t skip_empty_lines(const AnnotatedText& text, std::size_t at);

/// The line behind the last one of the sentences that begin in a line.
[[nodiscard]] std::size_t end_of_wrapped(const AnnotatedText& text, std::size_t at);

/// Whether the mark of the item is a number: "1.", "2)".
[[nodiscard]] bool is_numbered(const AnnotatedText& text, const Line& line);

/// "-----", "|---|---|", "......": between the header of a table and its rows, below a heading, above a signature.
[[nodiscard]] bool is_rule(const AnnotatedText& text, const Line& line);

/// The cells of a row, without white space at their ends.
[[nodiscard]] std::vector<std::string_view> cells_of(const AnnotatedText& text, const Line& line);

/// What stands in columns: parts with three spaces or more between them.
[[nodiscard]] std::vector<std::string_view> columns_of(const AnnotatedText& text, const Line& line);

/// "Neziskové organizace: Charita, Naděje": the byte behind the colon, or 0. No "Charita Most: Jana Malá".
[[nodiscard]] std::size_t behind_label(const AnnotatedText& text, const Line& line);

/// Whether both lines are items with the same kind of mark: numbers, or the same bullet.
[[nodiscard]] bool are_siblings(const AnnotatedText& text, const Line& a, const Line& b);

/// Whether the line is short and none of its words but the first has a capital: "Neziskové organizace".
[[nodiscard]] bool is_plain_label(const AnnotatedText& text, const Line& line);

/// The first word of the last sentence that begins among the words from `first` to before `end`, or `first`.
[[nodiscard]] std::size_t begin_of_last_sentence(const AnnotatedText& text, std::size_t first,
                                                 std::size_t end);

/// Where the sentence of the first word of a line begins, when it goes on from the line before.
[[nodiscard]] std::size_t begin_of_wrapped(const AnnotatedText& text, std::size_t word);

}  // namespace tvar::facts
