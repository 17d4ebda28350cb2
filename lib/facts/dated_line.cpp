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
  std::optional<FoundDate> last;
  std::optional<FoundDate> month;
  for (std::size_t i = line.first_word; i < line.end_word; ++i) {
    if (const DateMark* date = date_at(text, i)) {
      last = FoundDate{date->iso, i, std::min<std::size_t>(i + date->count, line.end_word) - 1};
    } else if (months != nullptr && text.is(i, kMonth)) {
      if (std::optional<FoundDate> found = first_date(text, *months, i, line.end_word);
          found && found->first == i)
        month = std::move(found);
    }
  }
  return last ? last : month;
}

}  // namespace tvar::facts
