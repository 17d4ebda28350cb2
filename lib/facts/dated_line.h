// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Lines that have a date, for telling which of them says when a text was published.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "lib/facts/annotated_text.h"
#include "lib/facts/date_reader.h"

namespace tvar::facts {

inline constexpr std::size_t kLinesOfHead = 15;  // that are not empty
inline constexpr std::size_t kLinesOfFoot = 6;
inline constexpr std::size_t kLinesOfIssue = 6;  // that tell the number and the month of a periodical
inline constexpr std::size_t kLastLines = 3;     // where the month alone may stand: "Brno, květen 2014"

/// A line with a date, and where it stands.
struct DatedLine {
  const AnnotatedText& text;
  const Line& line;
  std::size_t date = 0;    // its first word
  std::size_t behind = 0;  // the word behind it
  bool is_day = false;
  std::size_t from_top = 0;      // lines that are not empty, 1 for the first
  std::size_t from_end = 0;      // 1 for the last
  std::string_view rest{};       // what follows the date
  bool has_rows_beside = false;  // the line above or below has cells
  bool in_minutes = false;
  bool is_alone = false;  // a line below the title with cells, between others that have none

  [[nodiscard]] std::string_view shown() const {
    return text.text().substr(line.begin, line.end - line.begin);
  }
  [[nodiscard]] bool in_head() const { return from_top <= kLinesOfHead; }
  [[nodiscard]] bool in_foot() const { return from_end <= kLinesOfFoot; }
  [[nodiscard]] bool rest_begins_with(std::initializer_list<std::string_view> marks) const {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return rest.starts_with(mark); });
  }
};

/// pondělí, středu, Po
[[nodiscard]] bool is_weekday(std::string_view word);

/// Whether a new cell or column begins with word i: behind "|" or a tab, or so many blanks that it stands in a column.
[[nodiscard]] bool begins_column(const AnnotatedText& text, std::size_t i);

/// "06:30", "v 14.05 hodin", ", 9:00 – 11:40"
[[nodiscard]] bool is_time(std::string_view rest);

/// Whether the words from `first` to `end` name a municipality.
[[nodiscard]] bool names_a_town(const AnnotatedText& text, std::size_t first, std::size_t end);

/// zapsala, vyhotovil: what is said of who drew a document up.
[[nodiscard]] bool is_drawing_up(std::string_view word);

/// The date of a place and date that end a line behind something else: the name of who signs ("Jan Malý, starosta Ve Lhotě,
/// únor 2017", as paragraphs of Markdown come), or another column ("Zapsala: Hana Nová          Lhota 20. 1. 2015").
[[nodiscard]] std::optional<FoundDate> signed_date_of(const AnnotatedText& text, const Line& line,
                                                      const YearReader& years);

/// The last day of a line, or else, given `months`, its last month with a year.
[[nodiscard]] std::optional<FoundDate> last_day_of(const AnnotatedText& text, const Line& line,
                                                   const YearReader* months = nullptr);

}  // namespace tvar::facts
