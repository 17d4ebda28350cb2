// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/dates.h"

#include <string>

#include "lib/facts/date_reader.h"

namespace tvar::facts {

void YearExtractor::extract(const Page& page, FactSink& sink) const {
  for (const Section& section : page.sections) {
    const AnnotatedText& text = section.text;
    const YearReader reader(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const int year = reader.year_at(i);
      if (year == 0) continue;
      sink.add("year", std::to_string(year), section, text.range(i, i), 0.9);
      const int end = reader.abbreviated_end(i, year);
      if (end != 0) sink.add("year", std::to_string(end), section, text.range(i, i + 1), 0.8);
    }
  }
}

}  // namespace tvar::facts
