// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "lib/facts/date_reader.h"
#include "lib/facts/dates.h"
#include "lib/facts/gazetteer.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"

namespace tvar::facts {
namespace {

constexpr std::size_t kLinesOfHead = 15;  // that are not empty
constexpr std::size_t kLinesOfFoot = 6;
constexpr std::size_t kLinesOfIssue = 6;  // that tell the number and the month of a periodical
constexpr std::size_t kLinesOfTop = 3;
constexpr std::size_t kLastLines = 3;          // where the month alone may stand: "Brno, květen 2014"
constexpr std::size_t kLinesOfSignature = 12;  // with an address and phones below the name

// A line with a date, and where it stands.
struct DatedLine {
  const AnnotatedText& text;
  const Line& line;
  std::size_t date = 0;    // its first word
  std::size_t behind = 0;  // the word behind it
  bool is_day = false;
  std::size_t from_top = 0;  // lines that are not empty, 1 for the first
  std::size_t from_end = 0;  // 1 for the last
  std::string_view rest{};   // what follows the date
  bool is_alone = false;     // a line below the title with cells, between others that have none

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

// What kinds of text it may be.
struct Kind {
  bool is_letter = false;  // the head of an e-mail: who, to whom; of an office: who sees to it
};

// "Zveřejněno dne", "Datum vydání:", but not "Město vydalo".
bool is_announced(const DatedLine& at) {
  constexpr std::size_t kFirstWords = 4;
  const AnnotatedText& text = at.text;
  bool announced = false;
  for (std::size_t i = at.line.first_word; i < at.date && i < at.line.first_word + kFirstWords; ++i) {
    const std::string_view word = text.lower(i);
    const bool did = word.ends_with("l") || word.ends_with("la") || word.ends_with("lo") ||
                     word.ends_with("li") || word.ends_with("ly");
    announced = announced || (text.is(i, kPublishing) && !did);
  }
  constexpr std::size_t kLongLine = 200;
  const bool beside = at.date > at.line.first_word && text.is(at.date - 1, kPublishing) &&
                      text.lower(at.date - 1).ends_with("no") && at.in_head();  // … · vydáno 21. 6. 2024
  if (beside && at.line.end - at.line.begin < kLongLine) return true;
  return announced && at.date < at.line.first_word + 9 && at.line.end - at.line.begin < kLongLine;
}

bool is_weekday(std::string_view word) {
  for (const std::string_view day : {"po", "út", "st", "čt", "pá", "so", "ne", "pondělí", "úterý", "středa",
                                     "čtvrtek", "pátek", "sobota", "neděle"}) {
    if (word == day) return true;
  }
  return false;
}

// "Vyhlášeno: 1. 11. 2023"; in the head of a letter "Datum: 27. 8. 2014", "Datum: Po 24. 5. 2021".
bool is_labelled(const DatedLine& at, const Kind& kind) {
  const bool day = at.date == at.line.first_word + 2U && is_weekday(at.text.lower(at.date - 1));
  if (at.date != at.line.first_word + (day ? 2U : 1U) ||
      !at.text.gap_before(at.line.first_word + 1U).starts_with(":"))
    return false;
  const std::string_view label = at.text.lower(at.line.first_word);
  return label == "vyhlášeno" || label == "přidáno" ||
         (kind.is_letter && (label == "datum" || label == "dne"));
}

// What is said of a page or a document before the day on which that was done.
bool is_stamp(std::string_view word) {
  for (const std::string_view beginning : {"aktualiz", "upraven", "změněn", "vložen", "vložil", "přidal",
                                           "naposled", "uzávěrk", "vyvěšen", "vyšlo", "vytištěn"}) {
    if (word.starts_with(beginning)) return true;
  }
  return false;
}

// "Stránka aktualizována 5. 9. 2016", "Poslední změna: 3. 4. 2020", "vložil: redakce | 24. 4. 2022", "Stav k 15. 3. 2023".
bool is_stamped(const DatedLine& at) {
  constexpr std::size_t kFarthest = 3;    // words between the stamp and its date
  constexpr std::size_t kLongLine = 160;  // bytes; a paragraph tells of other things
  const AnnotatedText& text = at.text;
  if (at.line.end - at.line.begin > kLongLine) return false;
  for (std::size_t i = at.date; i > at.line.first_word && at.date - i < kFarthest; --i) {
    const std::string_view word = text.lower(i - 1);
    const bool last_change =
        word.starts_with("změn") && i > at.line.first_word + 1U && text.lower(i - 2).starts_with("posledn");
    if (is_stamp(word) || last_change || (word == "stav" && i < at.date && text.lower(i).starts_with("k")))
      return true;
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
  if (first == "vyhlášení" || first == "zveřejnění")
    return at.is_day && at.rest.empty() && at.date <= at.line.first_word + kLongestLabel;
  const bool document = first.starts_with("zpráv") || first.starts_with("výroční") ||
                        first.starts_with("zápis") || first.starts_with("plán") ||
                        first.starts_with("strategi");
  bool approved = false;
  for (std::size_t i = at.line.first_word; i < at.date; ++i)
    approved = approved || text.lower(i).starts_with("schválil");
  return document && approved && at.rest == ".";
}

// The last day of a line, or else the last month with a year.
std::optional<FoundDate> last_day_of(const AnnotatedText& text, const Line& line,
                                     const YearReader* months = nullptr) {
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

// "Jana Malá • 30. října 2017 • 14:05", "22. března 2012, redakce Jana Malá": nothing but the date, who wrote it, the time.
bool is_byline(const DatedLine& at) {
  const AnnotatedText& text = at.text;
  bool author = false;
  for (std::size_t i = at.line.first_word; i < at.line.end_word; ++i) {
    if (i == at.date) i = at.behind;
    if (i >= at.line.end_word) break;
    const std::string_view word = text.lower(i);
    const bool writes = word == "redakce" || word == "autor" || word == "autorka" || word == "napsal" ||
                        word == "napsala" || word == "text" || word == "zapsal" || word == "zapsala" ||
                        word == "vyhotovil" || word == "vyhotovila" || word == "čtk";
    author = author || writes || text[i].is_person;
    if (!writes && word != "datum" && !text[i].is_person && text[i].kind != text::TokenKind::number)
      return false;
  }
  return author;
}

// "(vác), 25. listopadu 2019": the letters of an author.
bool is_behind_letters(const DatedLine& at) {
  constexpr std::size_t kLastLetters = 4;  // lines
  return at.date == at.line.first_word + 1U && at.rest.empty() && at.from_end <= kLastLetters &&
         trim(at.text.gap_before(at.date)).starts_with(")") &&
         at.text.gap_before(at.line.first_word).ends_with("(");
}

// A month alone at the top or as the last line: "listopad 2017" below the name of a bulletin.
bool is_month_alone(const DatedLine& at) {
  return at.date == at.line.first_word && at.rest.empty() && !at.line.is_item && !at.line.has_cells &&
         (at.from_top <= kLinesOfTop || at.from_end == 1);
}

// "Státní veterinární správa, 14. ledna 2021": who says it, and when.
bool is_signed_by_office(const DatedLine& at) {
  constexpr std::size_t kLongestName = 8;  // words
  const std::size_t first = at.line.first_word;
  if (!at.in_head() || !at.rest.empty() || at.line.has_cells || at.line.is_item) return false;
  if (at.date == first || at.date - first > kLongestName || !at.text[first].capitalised) return false;
  if (trim(at.text.gap_before(at.date)) != ",") return false;
  bool office = false;
  for (std::size_t i = first; i < at.date; ++i) {
    if (is_verb(at.text, i) || (i > first && at.text.gap_before(i).find(',') != std::string_view::npos))
      return false;
    office = office || at.text.is(i, kOrganHead);
  }
  return office;
}

// "číslo 3, ročník 14, únor 2018", "Zpravodaj obce Lhota, březen 2016": what a periodical has below its name.
bool is_issue(const DatedLine& at) {
  const bool page = at.rest_begins_with({", str", "»", ">"});  // of the clipping, or the way to it
  if (at.from_top > kLinesOfIssue || !(at.rest.empty() || page) || at.line.has_cells) return false;
  bool issue = false;
  for (std::size_t i = at.line.first_word; i < at.date; ++i) {
    const std::string_view word = at.text.lower(i);
    if (is_verb(at.text, i)) return false;
    for (const std::string_view noun :
         {"ročník", "zpravodaj", "občasník", "měsíčník", "týdeník", "čtvrtletník", "vydání"}) {
      issue = issue || word == noun;
    }
    const bool numbered = word == "číslo" || (word == "č" && at.text.gap_after(i).starts_with("."));
    issue = issue || (numbered && i + 1 < at.date && at.text[i + 1].kind == text::TokenKind::number &&
                      !at.text[i + 1].in_reference);
  }
  return issue;
}

// "Tisková zpráva ze dne 3. 5. 2016": of documents whose day is the day they are issued, not of minutes.
bool is_issued_document(const DatedLine& at) {
  const AnnotatedText& text = at.text;
  if (!at.in_head() || !at.rest.empty() || at.date < at.line.first_word + 3U) return false;
  if (text.lower(at.date - 1) != "dne" || text.lower(at.date - 2) != "ze") return false;
  for (std::size_t i = at.line.first_word; i < at.line.first_word + 3U && i < at.date; ++i) {
    for (const std::string_view noun : {"zpráva", "oznámení", "vyhláška", "nařízení", "rozhodnutí", "výzva",
                                        "sdělení", "prohlášení", "usnesení"}) {
      if (text.lower(i) == noun) return true;
    }
  }
  return false;
}

// Words of a line that may stand before its date in a dateline: "Brno,", "V Brně dne".
bool begins_dateline(const DatedLine& at) {
  const AnnotatedText& text = at.text;
  const std::size_t first = at.line.first_word;
  const bool goes_on = text[first].continues_line && trim(text.gap_before(first)).empty();
  if (at.date - first > 6 || goes_on) return false;
  for (std::size_t i = first; i < at.date; ++i) {
    const std::string_view word = text.lower(i);
    const bool small =
        is_preposition(word) || word == "dne" || word == "den" || word == "a" || text.is(i, kTownNoun);
    if (!small && (!text[i].capitalised || is_verb(text, i))) return false;
  }
  return at.date == first || text[first].capitalised || text.lower(first) == "dne";
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

// "06:30", "v 14.05 hodin"
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

// 0 when the line is no dateline.
double confidence_of_dateline(const DatedLine& at) {
  const bool ends = at.rest.empty() || is_time(at.rest.substr(0, at.rest.find(", aktualiz"))) ||
                    at.rest == "." ||
                    at.rest_begins_with({"–", "-", "—", ":", "(", "|", ",", ")", "/", "•", "·"});
  const bool row =
      at.line.has_cells && !(at.is_alone && at.date == at.line.first_word && at.rest_begins_with({"|"}));
  if (!ends || row || !begins_dateline(at)) return 0;
  const std::size_t first = at.line.first_word;
  const std::string_view area = at.text.lower(first);  // Karlovarsko, 4. 12. 2014
  const bool of_area = at.date == first + 1 && (area.ends_with("sko") || area.ends_with("cko"));
  const bool town = of_area || names_a_town(at.text, first, at.date);
  const bool is_signed =
      at.from_end <= kLinesOfSignature && at.text.lower(at.date - (at.date > first ? 1 : 0)) == "dne";
  if (town && at.in_head()) return 0.95;
  if (town && (at.in_foot() || is_signed) && at.rest.empty()) return 0.8;
  const bool alone = at.date == first || (at.date == first + 1 && at.text.lower(first) == "dne");
  if (!alone || !at.in_head()) return 0;
  const bool timed = at.rest.empty() || is_time(at.rest.substr(0, at.rest.find(", aktualiz")));
  if (timed && !at.line.is_item) return 0.8;
  return at.rest_begins_with({"–", "—", "|", "/", "•", "·"}) ? 0.7 : 0;
}

// Whether the day is the one that the text was published on; 0 when nothing says so.
double confidence_of(const DatedLine& at, const Kind& kind) {
  if (!at.is_day && at.in_head() && is_announced(at)) return 0.8;  // Vydáno v červnu 2023
  if (!at.is_day && is_month_alone(at)) return 0.7;
  if (!at.is_day) return is_issue(at) ? 0.8 : at.from_end <= kLastLines ? confidence_of_dateline(at) : 0;
  if (is_announced(at)) return 0.9;
  if (at.in_head() && is_labelled(at, kind)) return 0.9;
  if ((at.in_head() || at.in_foot()) && is_byline(at)) return 0.8;
  if (is_behind_letters(at)) return 0.8;
  if (is_issue(at) || is_issued_document(at)) return 0.8;
  if (is_signed_by_office(at)) return 0.7;
  return confidence_of_dateline(at);
}

Kind kind_of(const AnnotatedText& text) {
  bool from = false;
  bool to = false;
  bool subject = false;
  bool official = false;
  for (const Line& line : text.lines()) {
    if (line.empty() || line.first_word + 1U >= line.end_word) continue;
    const std::string_view gap = text.gap_before(line.first_word + 1U);
    if (gap.find(':') == std::string_view::npos) continue;
    const std::string_view label = text.lower(line.first_word);
    from = from || label == "od" || label == "from";
    to = to || label == "komu" || label == "pro" || label == "to";
    subject = subject || label == "předmět" || label == "subject";
    official = official || label == "vyřizuje" || label == "čj" || label == "spis";
  }
  return {(from && to) || subject || official};
}

// The first day of a line, when it begins in its first words; in the first and the last lines a month will do.
std::optional<FoundDate> date_of(const AnnotatedText& text, const Line& line, const YearReader& years,
                                 bool may_be_month) {
  constexpr std::size_t kFirstWords = 9;
  const std::size_t end = std::min<std::size_t>(line.end_word, line.first_word + kFirstWords);
  for (std::size_t i = line.first_word; i < end; ++i) {
    if (const DateMark* date = date_at(text, i))
      return FoundDate{date->iso, i, std::min<std::size_t>(i + date->count, line.end_word) - 1};
    if (may_be_month && text.is(i, kMonth)) return first_date(text, years, i, line.end_word);
  }
  return std::nullopt;
}

// "5. 5. 2016 | Aktuality" is no row of a table when it stands alone.
bool has_cells_beside(const AnnotatedText& text, const Line& line) {
  const std::size_t at = static_cast<std::size_t>(&line - text.lines().data());
  return (at > 0 && text.lines()[at - 1].has_cells) ||
         (at + 1 < text.lines().size() && text.lines()[at + 1].has_cells);
}

// "Akce na červenec 2024 · vydáno 21. 6. 2024": the day behind the word.
std::optional<FoundDate> announced_day(const AnnotatedText& text, const Line& line) {
  for (std::size_t i = line.first_word + 1U; i < line.end_word; ++i) {
    const DateMark* date =
        text.is(i - 1, kPublishing) && text.lower(i - 1).ends_with("no") ? date_at(text, i) : nullptr;
    if (date != nullptr)
      return FoundDate{date->iso, i, std::min<std::size_t>(i + date->count, line.end_word) - 1};
  }
  return std::nullopt;
}

bool add_published(const Section& section, FactSink& sink) {
  const AnnotatedText& text = section.text;
  std::size_t shown_total = 0;
  for (const Line& line : text.lines()) shown_total += line.empty() ? 0 : 1;
  const Kind kind = kind_of(text);
  const YearReader years(text);
  std::size_t shown = 0;
  for (const Line& line : text.lines()) {
    if (line.empty()) continue;
    ++shown;
    std::optional<FoundDate> date =
        date_of(text, line, years, shown <= kLinesOfIssue || shown + kLastLines > shown_total);
    if (!date) continue;
    if (const std::optional<FoundDate> day = announced_day(text, line); day && shown <= kLinesOfHead)
      date = day;
    DatedLine at{text, line, date->first, date->last + 1};
    at.is_day = date_at(text, date->first) != nullptr;
    at.from_top = shown;
    at.from_end = shown_total - shown + 1;
    const std::size_t end = text[date->last].end;
    if (end < line.end) at.rest = trim(text.text().substr(end, line.end - end));
    at.is_alone = at.from_top <= kLinesOfTop && !has_cells_beside(text, line);
    const double confidence = confidence_of(at, kind);
    if (confidence == 0) continue;
    sink.add("published", date->iso, section, text.range(date->first, date->last), confidence);
    return true;
  }
  return false;
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

// "… konaného dne 17. 6. 2019", "Termín: 21. 3. 2017, 9.00–11.20", "9. září 2021, 16.30–18.05"
bool tells_of_meeting(const AnnotatedText& text, const Line& line, std::size_t date) {
  if (date == line.first_word) return true;
  if (text.lower(date - 1) == "dne") return true;
  const std::string_view label = text.lower(line.first_word);
  return date == line.first_word + 1U && text.gap_before(date).starts_with(":") &&
         (label == "termín" || label == "datum" || label == "kdy" || label == "čas" || label == "konáno");
}

// "Zápis z 13. jednání rady města konaného dne 17. 6. 2019": minutes that have no other date are of the day they tell of.
bool add_meeting(const Section& section, FactSink& sink) {
  constexpr std::size_t kLinesOfTitle = 3;
  const AnnotatedText& text = section.text;
  if (text.dates().empty()) return false;
  std::size_t shown = 0;
  bool minutes = false;
  for (const Line& line : text.lines()) {
    if (line.empty()) continue;
    if (++shown > kLinesOfHead) break;
    for (std::size_t i = line.first_word;
         shown <= kLinesOfTitle && i < line.end_word && i < line.first_word + 3U; ++i)
      minutes = minutes || text.lower(i) == "zápis" || text.lower(i) == "usnesení";
    const std::optional<FoundDate> date = last_day_of(text, line);
    if (!minutes || !date || !tells_of_meeting(text, line, date->first)) continue;
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
    const std::size_t end = text[date->last].end;
    if (end < line.end) at.rest = trim(text.text().substr(end, line.end - end));
    if (!is_stamped(at) && !is_passed(at)) continue;
    sink.add("published", date->iso, section, text.range(date->first, date->last), 0.6);
    return true;
  }
  return false;
}

}  // namespace

void PublishedExtractor::extract(const Page& page, FactSink& sink) const {
  for (const Section& section : page.sections) {
    if (!section.is_title && add_published(section, sink)) return;
  }
  for (const auto& add : {add_issue, add_stamp, add_meeting}) {
    for (const Section& section : page.sections) {
      if (!section.is_title && add(section, sink)) return;
    }
  }
}

}  // namespace tvar::facts
