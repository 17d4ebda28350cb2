// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/list_parts.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "lib/facts/list_items.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/name_parts.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_names.h"
#include "lib/facts/organization_phrase.h"

namespace tvar::facts {
namespace {

bool begins_legal_form(const AnnotatedText& text, TextRange rest_of_list) {
  const std::size_t i = text.word_at(rest_of_list.begin);
  if (i >= text.size() || text[i].begin >= rest_of_list.end) return false;
  if (text.is(i, kLegalForm) && !text[i].capitalised) return true;
  std::string_view rest = rest_of_list.of(text.text());
  rest = rest.substr(0, rest.find_first_of(",;("));
  std::string probe = "X " + std::string(trim(rest));
  std::string_view view = probe;
  return cut_legal_form_behind(view) && view == "X";
}

void trim_items(std::string_view text, ListItems& items) {
  for (TextRange& item : items) {
    const std::string_view shown = trim(item.of(text));
    if (!shown.empty()) item.begin = static_cast<std::size_t>(shown.data() - text.data());
    item.end = item.begin + shown.size();
  }
  std::erase_if(items, [](const TextRange& item) { return item.empty(); });
}

ListItems parts_at(std::string_view text, TextRange list, std::string_view mark) {
  ListItems items;
  for (std::size_t from = list.begin;;) {
    const std::size_t at = text.find(mark, from);
    items.push_back({from, std::min(at, list.end)});
    if (at >= list.end) break;
    from = at + mark.size();
  }
  trim_items(text, items);
  return items;
}

// "Úřad práce ČR, kontaktní pracoviště Most", "Základní škola Kraslice, Dukelská", "Základní škola, základní umělecká škola
// a mateřská škola Frýdlant": commas inside names.
void join_parts_of_names(const AnnotatedText& text, ListItems& items) {
  for (std::size_t n = 1; n < items.size();) {
    TextRange& before = items[n - 1];
    const std::size_t first = text.word_at(items[n].begin);
    const std::size_t head = text.word_at(before.begin);
    bool named = false;  // by more than what it is
    for (std::size_t i = head + 1; i < first && text[i].begin < before.end; ++i) named = named || text[i].capitalised;
    const bool lower = first < text.size() && !text[first].capitalised;
    bool announces = false;  // tanvaldská pobočka organizace Most k lidem; úřad práce
    for (std::size_t i = first; i < text.size() && text[i].begin < items[n].end; ++i)
      announces = announces || text.is(i, kGenericOrgan | kOrganHead);
    const bool unit = lower && named && !announces && begins_unit(text, first) &&
                      has_capital(text, items[n]) && looks_like_organization(text, before);
    const bool street = is_school(text, before) && is_street(text, items[n]);
    const bool school = lower && !named && is_school(text, before) && is_school(text, items[n]);
    if (!unit && !street && !school) {
      ++n;
      continue;
    }
    before.end = items[n].end;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(n));
  }
}

// "Masarykova základní škola a Základní škola Hradební" between commas.
void split_pairs(const AnnotatedText& text, ListItems& items) {
  for (std::size_t n = 0; n < items.size(); ++n) {
    const std::size_t first = text.word_at(items[n].begin);
    for (std::size_t i = first + 1; i + 1 < text.size() && text[i + 1].begin < items[n].end; ++i) {
      const TextRange left{items[n].begin, text[i - 1].end};
      const TextRange right{text[i].end, items[n].end};
      const bool named = i > first + 2;  // more than "Základní škola", which goes on
      const bool pair = named && text.lower(i) == "a" && text[i + 1].capitalised &&
                        text.is(i + 1, kOrganHead | kAdjective) && text[first].capitalised &&
                        looks_like_organization(text, left) &&
                        head_of(text, i + 1) < text.word_at(items[n].end);
      if (!pair) continue;
      items[n] = left;
      items.insert(items.begin() + static_cast<std::ptrdiff_t>(n) + 1, {right.begin + 1, right.end});
      break;
    }
  }
}

// "…, která převzala terénní práci, …": what is told of the item before. A description before a dash goes as well:
// "obě školy – Základní škola Hradební".
void drop_clauses(const AnnotatedText& text, ListItems& items) {
  std::erase_if(items, [&](const TextRange& item) {
    const std::size_t i = text.word_at(item.begin);
    if (i >= text.size() || text[i].capitalised) return false;
    const std::string_view word = text.lower(i);
    return word.starts_with("kter") || word == "jež" || word == "jenž" || word == "kde" || word == "kteří";
  });
  for (TextRange& item : items) {
    constexpr std::string_view kDash = " – ";
    const std::size_t dash = item.of(text.text()).find(kDash);
    if (dash == std::string_view::npos) continue;
    bool named = false;
    for (std::size_t i = text.word_at(item.begin); i < text.size() && text[i].begin < item.begin + dash; ++i)
      named = named || text[i].capitalised;
    if (!named) item.begin += dash + kDash.size();
  }
  split_pairs(text, items);
}

// "a od letošního ledna i Poradna": the "a" before the "i", or i itself.
std::size_t begin_of_conjunction(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kFarthest = 4;  // words
  if (text.lower(i) == "a") return i;
  for (std::size_t at = i; at > 0 && i - at < kFarthest && !text[at - 1].capitalised && text.follows(at);
       --at) {
    if (text.lower(at - 1) == "a") return at - 1;
  }
  return i;
}

// Whether a word behind the first has a capital.
bool has_name(const AnnotatedText& text, TextRange item) {
  return has_capital(text, {text[text.word_at(item.begin)].end, item.end});
}

// "… a Charita": the conjunction before the last item, unless it stands inside a name (věda a výzkum).
void split_last(const AnnotatedText& text, TextRange rest, ListItems& items) {
  std::size_t cut = rest.end;
  for (std::size_t i = text.word_at(rest.begin); i < text.size() && text[i].end < rest.end; ++i) {
    const bool conjunction = text.lower(i) == "a" || text.lower(i) == "i" || text.lower(i) == "také";
    if (!conjunction || text[i].begin == rest.begin || i + 1 >= text.size()) continue;
    const bool joins_adjectives =  // Probační a mediační služba
        text.is(i - 1, kAdjective) && text.is(i + 1, kAdjective) && !text[i + 1].capitalised;
    if (joins_adjectives) continue;
    const bool in_school = !text[i + 1].capitalised && is_school(text, {rest.begin, text[i].begin}) &&
                           is_school(text, {text[i].end, rest.end}) && !has_name(text, {rest.begin, text[i].begin});
    if (in_school) continue;
    const bool announced = text.is(i + 1, kGenericOrgan) && i + 2 < text.size() && text[i + 2].capitalised;
    const bool starts_name = text[i + 1].capitalised || announced || text.is(i + 1, kTownNoun | kOrganHead) ||
                             (text.is(i + 1, kAdjective) && text.is(i + 2, kOrganHead));
    if (starts_name) cut = i;
  }
  if (cut == rest.end) {
    items.push_back(rest);
    return;
  }
  items.push_back({rest.begin, text[begin_of_conjunction(text, cut)].begin});
  items.push_back({text[cut].end, rest.end});
}

// "Zařízení Krnov, p. o." before word i.
bool ends_with_legal_form(const AnnotatedText& text, std::size_t begin, std::size_t i) {
  constexpr std::size_t kLongest = 40;  // bytes
  const bool dot = text.gap_before(i).starts_with(".");
  if (!dot && !text.raw(i - 1).ends_with(".")) return false;
  const std::size_t end = text[i - 1].end + (dot ? 1U : 0U);
  const std::size_t from = end - begin > kLongest ? end - kLongest : begin;
  const std::string_view before = text.text().substr(from, end - from);
  const std::size_t comma = before.rfind(',');
  if (comma == std::string_view::npos) return false;
  const std::string probe = "X" + std::string(before.substr(comma));
  std::string_view view = probe;
  return cut_legal_form_behind(view) && view == "X";
}

// "z. s. Projekt potrvá": a new sentence, since its verb comes before any comma.
bool verb_follows(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kFarthest = 4;  // words
  for (std::size_t at = i + 1; at < text.size() && at <= i + kFarthest && text.follows(at); ++at) {
    if (!text[at].capitalised && is_verb(text, at)) return true;
  }
  return false;
}

bool is_bracketed(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return std::count(before.begin(), before.end(), '(') > std::count(before.begin(), before.end(), ')');
}

}  // namespace

std::size_t end_of_list_sentence(const AnnotatedText& text, std::size_t begin, std::size_t limit) {
  for (std::size_t i = text.word_at(begin) + 1; i < text.size() && text[i].begin < limit; ++i) {
    const std::string_view gap = text.gap_before(i);
    if (text[i].sentence_start && gap.find('.') != std::string_view::npos && !text.is(i - 1, kTitle))
      return text[i - 1].end + gap.find('.') + 1;
    const bool legal = text.is(i - 1, kLegalForm) || ends_with_legal_form(text, begin, i);
    const bool begins = is_preposition(text.lower(i)) || is_verb(text, i);
    // "o. s. Naděje" has its form before the name.
    const bool before_name = text.text().substr(0, text[i - 1].end).ends_with("s") &&
                             (text.lower(i - 1) == "os" || (i > 1 && text.lower(i - 2) == "o"));
    if (legal && text[i].capitalised && trim(gap).find_first_not_of('.') == std::string_view::npos &&
        (!before_name || verb_follows(text, i)))
      return text[i - 1].end;
    if (legal && begins && trim(gap).find_first_not_of('.') == std::string_view::npos && text[i].capitalised)
      return text[i - 1].end;
    if (gap.starts_with(". ") && text[i].capitalised && !legal &&
        text[i - 1].kind != text::TokenKind::abbreviation && !text.is(i - 1, kTitle) &&
        text.lower(i - 1).size() > 3) {
      return text[i - 1].end + 1;
    }
  }
  return limit;
}

ListItems parts_of_list(const AnnotatedText& text, TextRange list) {
  ListItems items;
  const std::string_view all = text.text();
  constexpr std::string_view kDash = " – ";
  const std::size_t dash = list.of(all).find(kDash);
  if (dash != std::string_view::npos && dash != list.of(all).rfind(kDash) && !is_bracketed(list.of(all), dash) &&
      looks_like_organization(text, {list.begin, list.begin + dash}))
    return parts_at(all, list, kDash);
  for (const std::string_view mark : {" • ", " · ", " | ", " : "}) {
    if (list.of(all).find(mark) != std::string_view::npos) return parts_at(all, list, mark);
  }
  const bool semicolons = list.of(all).find(';') != std::string_view::npos;
  std::size_t from = list.begin;
  int depth = 0;
  for (std::size_t at = list.begin; at < list.end; ++at) {
    if (all[at] == '(') ++depth;
    if (all[at] == ')') --depth;
    if (depth > 0) continue;
    if (all[at] == ';' || (all[at] == ',' && !semicolons)) {
      if (begins_legal_form(text, {at + 1, list.end})) continue;
      items.push_back({from, at});
      from = at + 1;
    }
  }
  items.push_back({from, list.end});
  trim_items(all, items);
  if (semicolons || items.empty()) return items;
  join_parts_of_names(text, items);
  drop_clauses(text, items);
  if (items.empty()) return items;
  const TextRange last = items.back();
  items.pop_back();
  split_last(text, last, items);
  trim_items(all, items);
  join_parts_of_names(text, items);
  return items;
}

}  // namespace tvar::facts
