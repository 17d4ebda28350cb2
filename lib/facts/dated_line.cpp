// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/dated_line.h"

#include <utility>
#include <vector>

#include "lib/facts/gazetteer.h"
#include "lib/facts/name_forms.h"

namespace tvar::facts {

bool is_weekday(std::string_view word) {
  for (const std::string_view day : {"po", "út", "st", "čt", "pá", "so", "ne", "pondělí", "úterý", "středa",
                                     "středu", "čtvrtek", "pátek", "sobota", "sobotu", "neděle", "neděli"}) {
    if (word == day) return true;
  }
  return false;
}

std::optional<FoundDate> last_day_of(const AnnotatedText& text, const Line& line, const YearReader* months) {
  const std::vector<DateMark>& dates = text.dates();
  const auto behind =
      std::lower_bound(dates.begin(), dates.end(), line.end_word,
                       [](const DateMark& date, std::size_t word) { return date.word < word; });
  for (auto last = behind; last != dates.begin() && (last - 1)->word >= line.first_word; --last) {
    const std::size_t i = (last - 1)->word;
    if (const DateMark* const date = date_at(text, i))  // the first that begins there, and no street
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

bool begins_column(const AnnotatedText& text, std::size_t i) {
  const std::string_view gap = text.gap_before(i);
  return gap.find('|') != std::string_view::npos || gap.find('\t') != std::string_view::npos ||
         gap.ends_with("    ");
}

bool is_time(std::string_view rest) {
  for (const std::string_view word : {"hodin", "hod.", "hod", "h"}) {
    if (rest.ends_with(word)) {
      rest.remove_suffix(word.size());
      break;
    }
  }
  for (const std::string_view word : {"ve ", "v "}) {
    if (rest.starts_with(word)) rest.remove_prefix(word.size());
  }
  constexpr std::size_t kLongest = 8;
  return !rest.empty() && rest.size() <= kLongest && rest.front() >= '0' && rest.front() <= '9' &&
         rest.find_first_not_of("0123456789:. ") == std::string_view::npos;
}

bool names_a_town(const AnnotatedText& text, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    if (!text[i].capitalised || !text.is(i, kTownStart)) continue;
    std::vector<std::string_view> words;
    for (std::size_t w = i; w < end && words.size() < Gazetteer::instance().max_words(); ++w)
      words.push_back(text.lower(w));
    bool found = false;
    Gazetteer::instance().find(words, [&](const Gazetteer::Found&) { found = true; });
    if (found) return true;
  }
  return false;
}

bool is_drawing_up(std::string_view word) {
  for (const std::string_view beginning : {"zpracoval", "vypracoval", "vyhotovil", "sepsal", "zapsal",
                                           "napsal", "podepsal", "schválil", "ověřil"}) {
    if (word.starts_with(beginning)) return true;
  }
  return false;
}

std::optional<FoundDate> signed_date_of(const AnnotatedText& text, const Line& line,
                                        const YearReader& years) {
  constexpr std::size_t kLongestTown = 5;  // words
  const std::optional<FoundDate> date = last_day_of(text, line, &years);
  if (!date || date->last + 1 != line.end_word || date->first == line.first_word) return std::nullopt;
  if (const std::string_view rest =
          trim(text.text().substr(text[date->last].end, line.end - text[date->last].end));
      !rest.empty() && rest != ".")
    return std::nullopt;
  std::size_t end = date->first;  // of the place
  while (end > line.first_word + 1U && (text.lower(end - 1) == "dne" || is_weekday(text.lower(end - 1))))
    --end;
  std::size_t first = end;
  while (first > line.first_word && end - first < kLongestTown && !text[first - 1].is_person &&
         (text[first - 1].capitalised || is_preposition(text.lower(first - 1))) &&
         (first == end || text.follows(first)))
    --first;
  if (first == end || first == line.first_word || !names_a_town(text, first, end)) return std::nullopt;
  const bool signs = text[first - 1].is_person || text.is(first - 1, kRole);
  if (!signs && !text.gap_before(first).ends_with("    ")) return std::nullopt;
  return date;
}

}  // namespace tvar::facts
