// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Reads the dates of a text: which numbers are years, and the days, months and years as ISO 8601 has them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

/// Decides for each word of a text whether it is a year. The text must outlive it.
class YearReader {
 public:
  explicit YearReader(const AnnotatedText& text);

  /// The year, or 0.
  [[nodiscard]] int year_at(std::size_t i) const {
    return text_[i].kind == text::TokenKind::number ? year_of_number(i) : 0;
  }

  /// The second year of "2007–08", or 0.
  [[nodiscard]] int abbreviated_end(std::size_t i, int year) const;

 private:
  [[nodiscard]] int year_of_number(std::size_t i) const;
  [[nodiscard]] bool begins_row(std::size_t i) const;
  [[nodiscard]] bool neighbour_is_year(std::size_t i) const;
  [[nodiscard]] bool in_school_year(std::size_t i) const;
  [[nodiscard]] bool in_short_school_year(std::size_t i) const;
  [[nodiscard]] bool is_before_postcode(std::size_t i) const;
  [[nodiscard]] bool in_month(std::size_t i) const;
  [[nodiscard]] bool is_named_number(std::size_t i) const;
  [[nodiscard]] bool is_reference(std::size_t i) const;
  [[nodiscard]] bool has_evidence(std::size_t i) const;
  [[nodiscard]] bool is_amount_strictly(std::size_t i) const;
  [[nodiscard]] bool is_amount(std::size_t i) const;
  [[nodiscard]] bool is_part_of_number(std::size_t i) const;

  const AnnotatedText& text_;
  std::vector<bool> dated_;
};

struct FoundDate {
  std::string iso;        ///< 2016-04-14, 2016-04, 2016
  std::size_t first = 0;  ///< words
  std::size_t last = 0;
};

/// The first date between the words `first` and `end`, with as much of it as is there.
[[nodiscard]] std::optional<FoundDate> first_date(const AnnotatedText& text, const YearReader& years,
                                                  std::size_t first, std::size_t end);

/// The day or month that begins with a word, or null.
[[nodiscard]] const DateMark* date_at(const AnnotatedText& text, std::size_t word);

}  // namespace tvar::facts
