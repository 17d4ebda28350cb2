// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/dated_line.h"

#include <utility>

#include "lib/facts/name_forms.h"

namespace tvar::facts {

bool is_weekday(std::string_view word) {
  for (const std::string_view day : {"po", "út", "st", "čt", "pá", "so", "ne", "pondělí", "úterý", "středa",
                                     "čtvrtek", "pátek", "sobota", "neděle"}) {
    if (word == day) return true;
  }
  return false;
}

std::optional<FoundDate> last_day_of(const AnnotatedText& text, const Line& line, const YearReader* months) {
  const std::vector<DateMark>& dates = text.dates();
  const auto behind =
      std::lower_bound(dates.begin(), dates.end(), line.end_word,
                       [](const DateMark& date, std::size_t word) { return date.word < word; });
  if (behind != dates.begin() && (behind - 1)->word >= line.first_word) {
    const std::size_t i = (behind - 1)->word;
    const DateMark* const date = date_at(text, i);  // the first that begins there
    return FoundDate{date->iso, i, std::min<std::size_t>(i + date->count, line.end_word) - 1};
  }
  std::optional<FoundDate> month;
  for (std::size_t i = line.first_word; i < line.end_word && months != nullptr; ++i) {
    if (!text.is(i, kMonth)) continue;
    if (std::optional<FoundDate> found = first_date(text, *months, i, line.end_word);
        found && found->first == i)
      month = std::move(found);
  }
  return month;
}

}  // namespace tvar::facts
