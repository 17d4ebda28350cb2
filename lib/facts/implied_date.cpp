// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/implied_date.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "lib/facts/date_reader.h"
#include "lib/facts/dated_line.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"

namespace tvar::facts {
namespace {

constexpr std::size_t kLinesOfTitle = 3;

// What is said of a page or a document before the day on which that was done.
bool is_stamp(std::string_view word) {
  for (const std::string_view beginning :
       {"aktualiz", "upraven", "změněn", "vložen", "vložil", "přidal", "naposled", "uzávěrk", "vyvěšen",
        "vyšlo", "vytištěn", "vytvoř", "publikov", "zveřejn", "zapsán", "vyhotov", "sepsán", "vydáno",
        "vychází"}) {
    if (word.starts_with(beginning)) return true;
  }
  return false;
}

// "Stránka aktualizována 5. 9. 2016", "Poslední změna: 3. 4. 2020", "vložil: redakce | 24. 4. 2022", "Stav k 15. 3. 2023".
// "Datum předání | 31. 8. 2020", "Datum vyhotovení: 3. 4. 2020": what is done with a document.
bool is_date_of_document(const DatedLine& at) {
  const AnnotatedText& text = at.text;
  const std::size_t first = at.line.first_word;
  const bool labelled = text.lower(first) == "datum" || text.lower(first) == "termín";
  if (!labelled || at.date != first + 2U || !at.rest.empty()) return false;
  const std::string_view gap = text.gap_before(at.date);
  if (gap.find(':') == std::string_view::npos && gap.find('|') == std::string_view::npos) return false;
  for (const std::string_view act : {"předání", "vyhotovení", "zpracování", "sepsání", "podpisu", "vystavení",
                                     "schválení", "zhotovení", "dokončení", "odeslání"}) {
    if (text.lower(first + 1) == act) return true;
  }
  return false;
}

bool is_stamped(const DatedLine& at) {
  constexpr std::size_t kFarthest = 3;    // words between the stamp and its date
  constexpr std::size_t kLongLine = 160;  // bytes; a paragraph tells of other things
  const AnnotatedText& text = at.text;
  if (at.line.end - at.line.begin > kLongLine) return false;
  if (is_date_of_document(at)) return true;
  for (std::size_t i = at.date; i > at.line.first_word && at.date - i < kFarthest; --i) {
    const std::string_view word = text.lower(i - 1);
    const bool last_change =
        word.starts_with("změn") && i > at.line.first_word + 1U && text.lower(i - 2).starts_with("posledn");
    const bool as_of = word == "stav" && i < at.date && text.lower(i).starts_with("k") && !at.in_minutes;
    const bool last_by =
        i > at.line.first_word + 1U && text.lower(i - 2).starts_with("naposled");  // upravila
    if (is_stamp(word) || last_change || last_by || as_of) return true;
  }
  return false;
}

// "Výroční zprávu schválila členská schůze dne 17. května 2018"; "Vydal městský úřad, leták č. 4, březen 2020"; in a table
// "Vyhlášení výzvy | 14. 9. 2017".
bool is_passed(const DatedLine& at) {
  constexpr std::size_t kLongestLabel = 4;  // words
  const AnnotatedText& text = at.text;
  const std::string_view first = text.lower(at.line.first_word);
  if (first == "vydal" || first == "vydala" || first == "vydalo") return at.rest.empty() || at.rest == ".";
  if (first == "zdroj") return at.is_day;
  if (first.starts_with("přednesen") || first.starts_with("předložen")) return at.is_day && at.from_top <= 3;
  // "Schválilo Zastupitelstvo města Lhota dne 16. 12. 2019, usnesení č. 8/14."
  if (first.starts_with("schválil") || first.starts_with("schválen") || first.starts_with("projedn"))
    return at.is_day && (at.rest.empty() || at.rest == "." || at.rest_begins_with({", usnesení", ", č"}));
  if (first == "vyhlášení" || first == "zveřejnění")
    return at.is_day && at.rest.empty() && at.date <= at.line.first_word + kLongestLabel;
  const bool document = first.starts_with("zpráv") || first.starts_with("výroční") ||
                        first.starts_with("zápis") || first.starts_with("plán") ||
                        first.starts_with("strategi");
  bool approved = false;
  for (std::size_t i = at.line.first_word; i < at.date; ++i)
    approved = approved || text.lower(i).starts_with("schválil") || text.lower(i).starts_with("projednal");
  return document && approved && at.rest == ".";
}

// "vyšlo v čísle 3/2018 (březen 2018)", "rozhovor vyšel v červnovém čísle 2022": the month of the issue.
std::optional<FoundDate> month_of_issue(const AnnotatedText& text, const Line& line) {
  bool appeared = false;
  std::size_t month = 0;
  for (std::size_t i = line.first_word; i < line.end_word; ++i) {
    const std::string_view word = text.lower(i);
    const bool of_issue =
        text.is(i, kMonth) && i + 1U < line.end_word && text.lower(i + 1).starts_with("čís");
    appeared = appeared || of_issue || word == "vyšlo" || word == "vyšel" || word == "vyšla";
    if (!appeared) continue;
    if (text.is(i, kMonth) && i > line.first_word && date_at(text, i - 1) != nullptr) return std::nullopt;
    if (text.is(i, kMonth)) month = i;
    const std::string_view year = text.lower(i);  // "v červnovém čísle 2022": no number of anything
    const bool is_year = year.size() == 4 && (year.starts_with("19") || year.starts_with("20")) &&
                         text[i].kind == text::TokenKind::number;
    if (month == 0 || !is_year || i > month + 3) continue;
    const int number = month_of(text.lower(month));
    if (number > 0)
      return FoundDate{std::string(year) + (number < 10 ? "-0" : "-") + std::to_string(number), month, i};
  }
  return std::nullopt;
}

bool add_issue(const Section& section, FactSink& sink) {
  constexpr std::size_t kLinesOfHeadOfArticle = 6;
  const AnnotatedText& text = section.text;
  std::size_t total = 0;
  for (const Line& line : text.lines()) total += line.empty() ? 0 : 1;
  std::size_t shown = 0;
  for (const Line& line : text.lines()) {
    if (line.empty()) continue;
    ++shown;
    if (shown > kLinesOfHeadOfArticle && shown + kLastLines <= total) continue;
    const std::optional<FoundDate> date = month_of_issue(text, line);
    if (!date) continue;
    sink.add("published", date->iso, section, text.range(date->first, date->last), 0.7);
    return true;
  }
  return false;
}

// konaného, konala se, proběhlo
bool is_holding(std::string_view word) {
  return word.starts_with("konan") || word.starts_with("konal") || word.starts_with("proběhl") ||
         word.starts_with("uskutečnil") || word.starts_with("sešl");
}

// "… konaného dne 17. 6. 2019", "konané ve čtvrtek 11. 4. 2019", "Datum jednání: 21. 3. 2017, 9.00–11.20", "9. září 2021, 16.30".
bool tells_of_meeting(const AnnotatedText& text, const Line& line, std::size_t date) {
  constexpr std::size_t kLongestLabel = 3;  // words
  if (date == line.first_word) return true;
  if (text.lower(date - 1) == "dne") return true;
  const std::size_t day = is_weekday(text.lower(date - 1)) ? date - 1 : date;
  const std::size_t held = day > line.first_word && is_preposition(text.lower(day - 1)) ? day - 1 : day;
  if (held > line.first_word && is_holding(text.lower(held - 1))) return true;
  if (day == line.first_word) return true;
  const std::string_view gap = text.gap_before(day);
  const bool labelled = gap.find(':') != std::string_view::npos || gap.find('|') != std::string_view::npos;
  if (!labelled || day > line.first_word + kLongestLabel) return false;
  for (const std::string_view label : {"termín", "kdy", "čas", "konáno", "datum", "dne", "den"}) {
    if (text.lower(line.first_word) == label) return true;
  }
  return false;
}

// "Zápis z 13. jednání", "Výpis usnesení": whether that stands in the first lines.
bool is_of_minutes(const AnnotatedText& text, const Line& line) {
  for (std::size_t i = line.first_word; i < line.end_word && i < line.first_word + 3U; ++i) {
    if (text.lower(i) == "zápis" || text.lower(i) == "usnesení") return true;
  }
  return false;
}

bool are_minutes(const AnnotatedText& text) {
  std::size_t shown = 0;
  for (const Line& line : text.lines()) {
    if (line.empty()) continue;
    if (++shown > kLinesOfTitle) return false;
    if (is_of_minutes(text, line)) return true;
  }
  return false;
}

// "Zápis z 13. jednání rady města konaného dne 17. 6. 2019": minutes that have no other date are of the day they tell of.
bool add_meeting(const Section& section, FactSink& sink) {
  const AnnotatedText& text = section.text;
  if (text.dates().empty()) return false;
  std::size_t shown = 0;
  bool minutes = false;
  for (const Line& line : text.lines()) {
    if (line.empty()) continue;
    if (++shown > kLinesOfHead) break;
    minutes = minutes || (shown <= kLinesOfTitle && is_of_minutes(text, line));
    const std::optional<FoundDate> date = last_day_of(text, line);
    if (!minutes || !date) continue;
    const bool ends_title =
        shown <= kLinesOfTitle && text[date->last].end == line.end;  // z porady skupiny 9. 5. 2019
    if (!ends_title && !tells_of_meeting(text, line, date->first)) continue;
    sink.add("published", date->iso, section, text.range(date->first, date->last), 0.5);
    return true;
  }
  return false;
}

// When nothing says when the page was published: when it was put there or changed last, or passed, at its end or its
// beginning.
bool add_stamp(const Section& section, FactSink& sink) {
  const AnnotatedText& text = section.text;
  std::size_t total = 0;
  for (const Line& line : text.lines()) total += line.empty() ? 0 : 1;
  const YearReader years(text);
  const bool minutes = are_minutes(text);
  std::size_t from_end = 0;
  for (std::size_t n = text.lines().size(); n > 0; --n) {
    const Line& line = text.lines()[n - 1];
    if (line.empty()) continue;
    const std::size_t from_top = total - from_end++;
    if (from_end > kLinesOfFoot && from_top > kLinesOfHead) continue;
    const std::optional<FoundDate> date = last_day_of(text, line, &years);
    if (!date) continue;
    DatedLine at{text, line, date->first, date->last + 1};
    at.is_day = date_at(text, date->first) != nullptr;
    at.from_top = from_top;
    at.from_end = from_end;
    at.in_minutes = minutes;
    const std::size_t end = text[date->last].end;
    if (end < line.end) at.rest = trim(text.text().substr(end, line.end - end));
    if (!is_stamped(at) && !is_passed(at)) continue;
    sink.add("published", date->iso, section, text.range(date->first, date->last), 0.6);
    return true;
  }
  return false;
}

// "Jan Malý, starosta Ve Lhotě, únor 2017" below the foreword of a document.
bool add_foreword(const Section& section, FactSink& sink) {
  const AnnotatedText& text = section.text;
  const YearReader years(text);
  std::size_t shown = 0;
  for (const Line& line : text.lines()) {
    if (line.empty()) continue;
    if (++shown > kLinesOfHead) break;
    const std::optional<FoundDate> date = signed_date_of(text, line, years);
    if (!date) continue;
    sink.add("published", date->iso, section, text.range(date->first, date->last), 0.6);
    return true;
  }
  return false;
}

}  // namespace

void add_implied_date(const Page& page, FactSink& sink) {
  for (const auto& add : {add_issue, add_stamp, add_meeting, add_foreword}) {
    for (const Section& section : page.sections) {
      if (!section.is_title && add(section, sink)) return;
    }
  }
}

}  // namespace tvar::facts
