// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "lib/facts/date_reader.h"
#include "lib/facts/dated_line.h"
#include "lib/facts/dates.h"
#include "lib/facts/implied_date.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"

namespace tvar::facts {
namespace {

constexpr std::size_t kLinesOfTop = 3;
constexpr std::size_t kLinesOfSignature = 12;  // with an address and phones below the name

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

// "Vyhlášeno: 1. 11. 2023"; in the head of a letter "Datum: 27. 8. 2014", "Datum: Po 24. 5. 2021".
bool is_labelled(const DatedLine& at, const Kind& kind) {
  const bool day = at.date == at.line.first_word + 2U && is_weekday(at.text.lower(at.date - 1));
  if (at.date != at.line.first_word + (day ? 2U : 1U) ||
      !at.text.gap_before(at.line.first_word + 1U).starts_with(":"))
    return false;
  const std::string_view label = at.text.lower(at.line.first_word);
  return label == "vyhlášeno" || label == "přidáno" ||
         (kind.is_letter && (label == "datum" || label == "dne" || label == "odesláno"));
}

bool tells_of_author(std::string_view word) {
  return word == "redakce" || word == "autor" || word == "autorka" || word == "text" || word == "čtk" ||
         word == "ptal" || word == "ptala" || is_drawing_up(word);
}

// "Text: Jana Malá, foto: archiv | 17. května 2022, 6:30", "Listy | 23. ledna 2021 | Jana Malá": the date has a cell of its own.
bool is_byline_with_cells(const DatedLine& at) {
  constexpr std::size_t kLongLine = 140;  // bytes
  constexpr std::size_t kLinesOfByline = 6;
  const AnnotatedText& text = at.text;
  const bool ends = at.rest.empty() || at.rest_begins_with({"|"}) ||
                    (at.rest_begins_with({", "}) && is_time(at.rest.substr(2, at.rest.find('|') - 2)));
  if (at.from_top > kLinesOfByline || at.has_rows_beside || !ends || at.line.end - at.line.begin > kLongLine)
    return false;
  const std::size_t day =
      at.date > at.line.first_word && is_weekday(text.lower(at.date - 1)) ? at.date - 1 : at.date;
  const bool first = day == at.line.first_word && at.rest_begins_with({"|"});
  if (!first && (day == at.line.first_word || !begins_column(text, day))) return false;
  bool author = false;
  for (std::size_t i = at.line.first_word; i < at.line.end_word; ++i)
    author = author || text[i].is_person || (tells_of_author(text.lower(i)) && begins_column(text, i));
  return author;
}

// "Jana Malá • 30. října 2017 • 14:05", "22. března 2012, redakce Jana Malá": nothing but the date, who wrote it, the time.
bool is_byline(const DatedLine& at) {
  const AnnotatedText& text = at.text;
  bool author = false;
  bool named = false;  // "napsal Radek": the first name will do
  for (std::size_t i = at.line.first_word; i < at.line.end_word; ++i) {
    if (i == at.date) i = at.behind;
    if (i >= at.line.end_word) break;
    const std::string_view word = text.lower(i);
    const bool writes = tells_of_author(word);
    const bool name = text[i].is_person || (named && text.is(i, kGivenName));
    author = author || writes || name;
    const bool counted =
        i > at.date && (word == "komentáře" || word == "diskuse" || word.starts_with("přečten"));
    if (!writes && !counted && !name && word != "datum" && !is_weekday(word) &&
        text[i].kind != text::TokenKind::number)
      return false;
    named = writes;
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

// zpráva, ohlédnutí: what a page may be that has a day of its own
bool is_kind_of_text(std::string_view word) {
  for (const std::string_view kind :
       {"zpráva", "ohlédnutí", "rozhovor", "reportáž", "komentář", "zamyšlení", "glosa", "sloupek",
        "stanovisko", "prohlášení", "sdělení", "úvodník", "medailon"}) {
    if (word == kind) return true;
  }
  return false;
}

// "Státní veterinární správa, 14. ledna 2021": who says it, and when. "Ohlédnutí koordinátorky, květen 2015", "Tisková zpráva,
// Sokolov 19. září 2019", "Farnost Vizovice, 3. neděle adventní, 15. prosince 2019": below the title with more between.
bool is_signed_by_office(const DatedLine& at) {
  constexpr std::size_t kLongestName = 8;  // words
  const std::size_t first = at.line.first_word;
  if (!at.in_head() || !at.rest.empty() || at.line.has_cells || at.line.is_item) return false;
  if (at.date == first || at.date - first > kLongestName || !at.text[first].capitalised) return false;
  const bool below_title = at.from_top == 2 || at.from_top == kLinesOfTop;
  bool office = false;
  bool kind = false;
  std::size_t commas = trim(at.text.gap_before(at.date)) == "," ? 1 : 0;
  for (std::size_t i = first; i < at.date; ++i) {
    if (is_verb(at.text, i)) return false;
    if (i > first && at.text.gap_before(i).find(',') != std::string_view::npos) ++commas;
    office = office || (commas < 2 && at.text.is(i, kOrganHead));
    kind = kind || (i <= first + 1 && is_kind_of_text(at.text.lower(i)));
  }
  const bool behind_comma = trim(at.text.gap_before(at.date)) == ",";
  if (below_title && kind && commas == 1) return true;
  return office && behind_comma && (commas == 1 || (below_title && commas == 2));
}

// "číslo 3, ročník 14, únor 2018", "Zpravodaj obce Lhota, březen 2016": what a periodical has below its name.
bool is_issue(const DatedLine& at) {
  const bool page = at.rest_begins_with(
      {", str", "· str", "| str", "– str", "»", ">"});  // of the clipping, or the way to it
  const bool imprint = at.from_end <= kLastLines && (at.rest_begins_with({". ", ")"}) || at.rest == ".");
  const bool at_edge = at.from_top <= kLinesOfIssue || at.from_end <= kLastLines;
  if (!at_edge || !(at.rest.empty() || page || imprint) || at.line.has_cells) return false;
  bool issue = false;
  for (std::size_t i = at.line.first_word; i < at.date; ++i) {
    const std::string_view word = at.text.lower(i);
    if (is_verb(at.text, i)) return false;
    for (const std::string_view noun : {"ročník", "roč", "zpravodaj", "občasník", "měsíčník", "týdeník",
                                        "čtvrtletník", "vydání", "verze"}) {
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

// "uzavřené v Broumově dne 27. listopadu 2018" below the title of an agreement.
bool is_concluded(const DatedLine& at) {
  const AnnotatedText& text = at.text;
  const std::string_view first = text.lower(at.line.first_word);
  const bool concluded =
      first.starts_with("uzavřen") || first.starts_with("sepsan") || first.starts_with("podepsan");
  return concluded && at.from_top <= kLinesOfIssue && (at.rest.empty() || at.rest_begins_with({"mezi"})) &&
         at.date > at.line.first_word && text.lower(at.date - 1) == "dne";
}

// "Tisková zpráva | Klatovy, čtvrtek 14. října 2021", "Aktuality / 7. března 2023": the first word of the cell that the date is
// in. In the first lines other marks part cells, too.
std::size_t begin_of_cell(const DatedLine& at) {
  std::size_t first = at.line.first_word;
  for (std::size_t i = first + 1; i <= at.date; ++i) {
    const std::string_view gap = at.text.gap_before(i);
    const std::string_view mark = trim(gap);
    const bool parts = at.from_top <= kLinesOfTop && gap.size() > mark.size() + 1 &&
                       (mark == "/" || mark == "·" || mark == "•" || mark == "»");
    if (parts || (at.line.has_cells && gap.find('|') != std::string_view::npos) ||
        (at.from_top <= kLinesOfTop && gap.ends_with("    ")))
      first = i;
  }
  return first;
}

// Words before the date that say no more than that it is one.
bool is_alone_behind(const DatedLine& at, std::size_t first) {
  for (std::size_t i = first; i < at.date; ++i) {
    const std::string_view word = at.text.lower(i);
    if (word != "dne" && word != "den" && !is_weekday(word)) return false;
  }
  return true;
}

bool is_clock(const AnnotatedText& text, std::size_t i) {  // 9.00
  const std::string_view raw = text.text().substr(text[i].begin, 5);
  const std::size_t mark = raw.find_first_of(".:");
  return text[i].kind == text::TokenKind::number && (mark == 1 || mark == 2) && mark + 2 < raw.size() &&
         raw.find_first_not_of("0123456789", mark + 1) >= mark + 3;
}

// "sobota 20. června 2015" on a poster: below an invitation, or above the hours of a programme.
bool is_day_of_event(const DatedLine& at) {
  const std::vector<Line>& lines = at.text.lines();
  const std::size_t n = static_cast<std::size_t>(&at.line - lines.data());
  for (std::size_t i = 0; i < at.date; ++i) {
    const std::string_view word = at.text.lower(i);
    if (word == "zve" || word == "zveme" || word == "zvou" || word.starts_with("pozván")) return true;
  }
  std::size_t next = n + 1;
  while (next < lines.size() && lines[next].empty()) ++next;
  return next < lines.size() && lines[next].first_word < lines[next].end_word &&
         is_clock(at.text, lines[next].first_word);
}

// "12. 10. 2023 – 31. 3. 2024": an event that lasts.
bool is_range(const DatedLine& at) {
  return at.rest_begins_with({"–", "—", "-"}) && date_at(at.text, at.behind) != nullptr;
}

// "21. 2. 2017 – Poradna se přestěhovala": one of several entries, each below its day.
bool is_entry(const DatedLine& at) {
  if (!at.rest_begins_with({"–", "—", "-"})) return false;
  const std::vector<Line>& lines = at.text.lines();
  const auto is_one = [&](const Line& line) {
    const DateMark* date = line.empty() ? nullptr : date_at(at.text, line.first_word);
    if (date == nullptr || date->word + date->count >= line.end_word) return false;
    const std::string_view mark = trim(at.text.gap_before(date->word + date->count));
    return mark == "–" || mark == "—" || mark == "-";
  };
  constexpr std::size_t kNear = 4;  // lines, with those that are empty
  const std::size_t n = static_cast<std::size_t>(&at.line - lines.data());
  for (std::size_t away = 1; away <= kNear; ++away) {
    if ((away <= n && is_one(lines[n - away])) || (n + away < lines.size() && is_one(lines[n + away])))
      return true;
  }
  return false;
}

// Words of a line that may stand before its date in a dateline: "Brno,", "V Brně dne".
bool begins_dateline(const DatedLine& at) {
  const AnnotatedText& text = at.text;
  const std::size_t first = begin_of_cell(at);
  const bool goes_on = first == at.line.first_word && text[first].continues_line &&
                       trim(text.gap_before(first)).empty() && !text.gap_before(first).ends_with("        ");
  if (at.date - first > 6 || goes_on) return false;
  for (std::size_t i = first; i < at.date; ++i) {
    const std::string_view word = text.lower(i);
    const bool small = is_preposition(word) || is_weekday(word) || word == "dne" || word == "den" ||
                       word == "a" || text.is(i, kTownNoun);
    if (!small && (!text[i].capitalised || is_verb(text, i))) return false;
  }
  return text[first].capitalised || is_alone_behind(at, first);
}

// The day alone as the last line, below who signs.
bool is_below_name(const DatedLine& at) {
  const std::vector<Line>& lines = at.text.lines();
  const std::size_t n = static_cast<std::size_t>(&at.line - lines.data());
  if (at.from_end != 1 || !at.rest.empty() || at.line.is_item || n == 0 || lines[n - 1].empty()) return false;
  constexpr std::size_t kLongestName = 8;  // words
  const Line& above = lines[n - 1];
  bool person = false;
  for (std::size_t i = above.first_word; i < above.end_word; ++i) person = person || at.text[i].is_person;
  return person && above.end_word - above.first_word <= kLongestName;
}

// 0 when the line is no dateline.
double confidence_of_dateline(const DatedLine& at) {
  // V Brně 28. 5. 2019 Jana Malá, ředitelka
  const bool signed_beside = at.from_end <= kLastLines && at.behind < at.line.end_word &&
                             (at.text[at.behind].is_person || is_drawing_up(at.text.lower(at.behind)));
  const bool ends = at.rest.empty() || signed_beside ||
                    is_time(at.rest.substr(0, at.rest.find(", aktualiz"))) || at.rest == "." ||
                    at.rest_begins_with({"–", "-", "—", ":", "(", "|", ",", ")", "/", "•", "·"});
  const bool heads = at.line.has_cells && at.from_top <= kLinesOfIssue && at.rest.empty();
  const bool row =
      at.line.has_cells && !(heads && names_a_town(at.text, begin_of_cell(at), at.date)) &&
      !(at.is_alone && (at.rest.empty() || (at.date == at.line.first_word && at.rest_begins_with({"|"}))));
  if (!ends || row || is_range(at) || !begins_dateline(at)) return 0;
  const std::size_t first = begin_of_cell(at);
  bool of_area = at.date > first;  // Jesenicko, Šumpersko
  for (std::size_t i = first; i < at.date; ++i)
    of_area = of_area && (at.text.lower(i).ends_with("sko") || at.text.lower(i).ends_with("cko"));
  const bool town = of_area || names_a_town(at.text, first, at.date);
  const bool is_signed =
      at.from_end <= kLinesOfSignature && at.text.lower(at.date - (at.date > first ? 1 : 0)) == "dne";
  if (town && at.in_head()) return 0.95;
  if (town && (at.in_foot() || is_signed) && (at.rest.empty() || signed_beside)) return 0.8;
  if (!is_alone_behind(at, first)) return 0;
  if (at.in_foot() && signed_beside) return 0.7;
  if (is_below_name(at)) return 0.7;
  if (!at.in_head() || is_entry(at)) return 0;
  if (at.date > first && is_weekday(at.text.lower(at.date - 1)) && is_day_of_event(at)) return 0;
  const bool timed = at.rest.empty() || is_time(at.rest.substr(0, at.rest.find(", aktualiz")));
  if (timed && !at.line.is_item) return 0.8;
  return at.rest_begins_with({"–", "—", "|", "/", "•", "·"}) ? 0.7 : 0;
}

// Whether the day is the one that the text was published on; 0 when nothing says so.
double confidence_of(const DatedLine& at, const Kind& kind) {
  if (!at.is_day && at.in_head() && is_announced(at)) return 0.8;  // Vydáno v červnu 2023
  if (!at.is_day && is_month_alone(at)) return 0.7;
  if (!at.is_day && at.from_end <= kLastLines && is_byline(at)) return 0.7;  // napsal Radek, září 2021
  if (!at.is_day && is_signed_by_office(at)) return 0.7;
  if (!at.is_day) return is_issue(at) ? 0.8 : at.from_end <= kLastLines ? confidence_of_dateline(at) : 0;
  if (is_announced(at)) return 0.9;
  if (at.in_head() && is_labelled(at, kind)) return 0.9;
  if ((at.in_head() || at.in_foot()) && is_byline(at)) return 0.8;
  if (is_behind_letters(at) || is_byline_with_cells(at)) return 0.8;
  if (is_issue(at) || is_issued_document(at) || is_concluded(at)) return 0.8;
  if (is_signed_by_office(at)) return 0.7;
  return confidence_of_dateline(at);
}

// "Date: Tue, 12 Feb 2019 16:42:08 +0100": the date of a message as RFC 5322 has it, where its head stands in the text.
std::optional<FoundDate> date_of_message(const AnnotatedText& text, const Line& line) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (text.lower(line.first_word) != "date") return std::nullopt;
  for (std::size_t i = line.first_word + 1U; i + 2U < line.end_word; ++i) {
    const std::string_view day = text.lower(i);
    const std::string_view month = text.lower(i + 1);
    const std::string_view year = text.lower(i + 2);
    const std::size_t at = month.size() == 3 ? kMonths.find(month) : std::string_view::npos;
    const bool numbers = text[i].kind == text::TokenKind::number && day.size() <= 2 &&
                         text[i + 2].kind == text::TokenKind::number && year.size() == 4;
    if (!numbers || at == std::string_view::npos || at % 3 != 0) continue;
    const std::string number = std::to_string(at / 3 + 1);
    return FoundDate{std::string(year) + (number.size() < 2 ? "-0" : "-") + number +
                         (day.size() < 2 ? "-0" : "-") + std::string(day),
                     i, i + 2};
  }
  return std::nullopt;
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
  constexpr std::size_t kFirstWordsOfHead =
      14;  // Měsíčník pro město a okolí, ročník XXVII, číslo 4, duben 2019
  const std::size_t end = std::min<std::size_t>(
      line.end_word, line.first_word + (may_be_month ? kFirstWordsOfHead : kFirstWords));
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
    if (const auto sent = kind.is_letter ? date_of_message(text, line) : std::nullopt) {
      sink.add("published", sent->iso, section, text.range(sent->first, sent->last), 0.9);
      return true;
    }
    std::optional<FoundDate> date =
        date_of(text, line, years, shown <= kLinesOfIssue || shown + kLastLines > shown_total);
    if (!date && shown + kLinesOfFoot > shown_total) date = signed_date_of(text, line, years);
    if (!date) continue;
    if (const std::optional<FoundDate> day = announced_day(text, line); day && shown <= kLinesOfHead)
      date = day;
    DatedLine at{text, line, date->first, date->last + 1};
    at.is_day = date_at(text, date->first) != nullptr;
    at.from_top = shown;
    at.from_end = shown_total - shown + 1;
    const std::size_t end = text[date->last].end;
    if (end < line.end) at.rest = trim(text.text().substr(end, line.end - end));
    at.has_rows_beside = has_cells_beside(text, line);
    at.is_alone = at.from_top <= kLinesOfTop && !at.has_rows_beside;
    double confidence = confidence_of(at, kind);
    if (confidence == 0 && at.in_foot()) {
      date = signed_date_of(text, line, years);
      confidence = date ? 0.7 : 0;
    }
    if (confidence == 0) continue;
    sink.add("published", date->iso, section, text.range(date->first, date->last), confidence);
    return true;
  }
  return false;
}

}  // namespace

void PublishedExtractor::extract(const Page& page, FactSink& sink) const {
  for (const Section& section : page.sections) {
    if (!section.is_title && add_published(section, sink)) return;
  }
  add_implied_date(page, sink);
}

}  // namespace tvar::facts
