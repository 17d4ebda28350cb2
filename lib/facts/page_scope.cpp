// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/page_scope.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tvar::facts {
namespace {

constexpr std::size_t kTop = 500;  // bytes

bool is_numeral(const AnnotatedText& text, std::size_t i) {
  for (const std::string_view word : {"dvou", "tří", "třech", "čtyř", "čtyřech", "pěti", "šesti", "sedmi",
                                      "osmi", "devíti", "deseti", "několika"}) {
    if (text.lower(i) == word) return true;
  }
  return text[i].kind == text::TokenKind::number && text.lower(i).size() <= 2 && text.lower(i) != "1";
}

bool is_towns(std::string_view word) {
  return word == "obcích" || word == "městech" || word == "obcí" || word == "měst";
}

// "Svazek obcí Nad Řekou", "mikroregionu", "MAS Zlatý luh"
bool names_union(const AnnotatedText& text, std::size_t i) {
  const std::string_view word = text.lower(i);
  if (word == "mikroregion" || word == "mikroregionu") return true;
  if (word == "mas" && text[i].all_caps) return true;
  return (word.starts_with("svaz") || word == "sdružení") && i + 1 < text.size() &&
         is_towns(text.lower(i + 1));
}

// "v pěti obcích Olomouckého kraje", "ve 12 městech"
bool counts_towns(const AnnotatedText& text, std::size_t i) {
  if (i + 1 >= text.size() || !is_numeral(text, i)) return false;
  const std::size_t noun = i + 2 < text.size() && text.is(i + 1, kAdjective) ? i + 2 : i + 1;
  return text.lower(noun) == "obcích" || text.lower(noun) == "městech";
}

// "Jsme síť, která pomáhá": the line is of who writes, not of what happens.
bool tells_of_work(const AnnotatedText& text, const Line& line) {
  for (std::size_t i = line.first_word; i < line.end_word; ++i) {
    for (const std::string_view beginning :
         {"jsme", "působ", "pomáh", "sdruž", "podpor", "síť", "pobočk", "nabíz", "poskyt"}) {
      if (text.lower(i).starts_with(beginning)) return true;
    }
  }
  return false;
}

// "po celém Česku", "po celé České republice"; "nejvíc v celé republice" compares.
bool names_country(const AnnotatedText& text, std::size_t i) {
  if ((text.lower(i) != "celém" && text.lower(i) != "celé") || i == 0 || text.lower(i - 1) != "po")
    return false;
  const std::string_view next = i + 1 < text.size() ? text.lower(i + 1) : std::string_view();
  const std::string_view behind = i + 2 < text.size() ? text.lower(i + 2) : std::string_view();
  return next == "česku" || next == "republice" || next == "zemi" ||
         (next == "české" && behind.starts_with("republi"));
}

bool is_of_area(const AnnotatedText& title) {
  for (std::size_t i = 0; i < title.size(); ++i) {
    const std::string_view word = title.lower(i);
    if (word == "kraje" || word == "kraji" || names_union(title, i)) return true;
  }
  return false;
}

}  // namespace

PageScope scope_of(const Page& page) {
  constexpr std::size_t kHeadLines = 2;  // with the name of who writes
  PageScope scope = PageScope::any;
  for (const Section& section : page.sections) {
    const AnnotatedText& text = section.text;
    if (section.is_title && is_of_area(text)) scope = PageScope::area;
    std::size_t shown = 0;
    for (const Line& line : text.lines()) {
      if (line.begin > kTop) break;
      if (line.empty()) continue;
      ++shown;
      if (!section.is_title && shown <= kHeadLines && !line.has_cells && line.first_word < line.end_word &&
          names_union(text, line.first_word))
        scope = PageScope::area;
      for (std::size_t i = line.first_word; i < line.end_word && text[i].begin < kTop; ++i) {
        if (counts_towns(text, i) && (section.is_title || shown <= kHeadLines + 1))
          return PageScope::some_towns;
        const bool ours = shown <= kHeadLines + 1 && text.lower(line.first_word) == "jsme";
        if (ours && names_union(text, i)) scope = PageScope::area;  // Jsme volné sdružení obcí
        if (names_country(text, i) && tells_of_work(text, line)) scope = PageScope::area;
      }
    }
  }
  return scope;
}

bool is_heading(const AnnotatedText& text, const Line& line) {
  constexpr std::size_t kLongest = 100;  // bytes
  constexpr std::size_t kTop = 3;        // lines, with those that are empty
  if (line.is_item || line.has_cells || line.empty() || line.end - line.begin > kLongest) return false;
  const std::vector<Line>& lines = text.lines();
  const std::size_t n = static_cast<std::size_t>(&line - lines.data());
  if (n < kTop || n + 1 >= lines.size() || !lines[n - 1].empty() || !lines[n + 1].empty()) return false;
  const char last = text.text()[line.end - 1];
  return last != '.' && last != ',' && last != ':' && last != ';';
}

}  // namespace tvar::facts
