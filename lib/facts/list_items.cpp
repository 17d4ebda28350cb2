// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/list_items.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_names.h"

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

// "… a Charita": the conjunction before the last item, unless it stands inside a name (věda a výzkum).
void split_last(const AnnotatedText& text, TextRange rest, ListItems& items) {
  std::size_t cut = rest.end;
  for (std::size_t i = text.word_at(rest.begin); i < text.size() && text[i].end < rest.end; ++i) {
    const bool conjunction = text.lower(i) == "a" || text.lower(i) == "i" || text.lower(i) == "také";
    if (!conjunction || text[i].begin == rest.begin || i + 1 >= text.size()) continue;
    const bool joins_adjectives =  // Probační a mediační služba
        text.is(i - 1, kAdjective) && text.is(i + 1, kAdjective) && !text[i + 1].capitalised;
    if (joins_adjectives) continue;
    const bool starts_name = text[i + 1].capitalised || text.is(i + 1, kTownNoun | kOrganHead) ||
                             (text.is(i + 1, kAdjective) && text.is(i + 2, kOrganHead));
    if (starts_name) cut = i;
  }
  if (cut == rest.end) {
    items.push_back(rest);
    return;
  }
  items.push_back({rest.begin, text[cut].begin});
  items.push_back({text[cut].end, rest.end});
}

// "Městská policie Písek ........ Rostislav Šafr": where the dots begin that lead the eye, as they end the item.
std::size_t leader_dots(std::string_view item) {
  constexpr std::ptrdiff_t kFewest = 3;
  const std::size_t behind = item.find_last_not_of(". ");
  if (behind == std::string_view::npos) return std::string_view::npos;
  const std::string_view tail = item.substr(behind + 1);
  const std::size_t first = tail.find(" ..");
  const bool leads = first != std::string_view::npos &&
                     std::count(tail.begin() + static_cast<std::ptrdiff_t>(first), tail.end(), '.') >= kFewest;
  if (leads) return behind + 1 + first;
  return item.ends_with("…") ? item.size() - std::string_view("…").size() : std::string_view::npos;
}

// "ředitelka, Charita": what is no role.
std::string_view last_part(const AnnotatedText& text, std::string_view item) {
  const std::size_t first = text.word_at(static_cast<std::size_t>(item.data() - text.text().data()));
  const std::size_t comma = item.find(',');
  const bool role = first < text.size() && text.is(first, kRole);
  if (!role) return item;
  if (comma != std::string_view::npos) return trim(item.substr(comma + 1));
  // "starosta města Most": an office, no member
  return {};
}

// What stands before the person: "Charita – Jana Malá", "Charita, zastoupená ředitelkou Janou Malou".
std::string_view before_person(std::string_view item) {
  if (const std::size_t leader = leader_dots(item); leader != std::string_view::npos)
    return trim(item.substr(0, leader));
  std::size_t cut = item.find_last_of(",(:");
  for (const std::string_view dash : {" – ", " - ", " — "}) {
    const std::size_t found = (std::string(item) + " ").rfind(dash);
    if (found != std::string::npos && (cut == std::string_view::npos || found > cut)) cut = found;
  }
  const std::size_t represented = item.find("zastoupen");
  if (represented != std::string_view::npos) cut = represented;
  if (cut == std::string_view::npos)
    return item.ends_with("–") || item.ends_with("-") ? item : std::string_view();
  return trim(item.substr(0, cut));
}

// What stands behind the person and the degrees of the person.
std::string_view behind_person(const AnnotatedText& text, std::string_view item) {
  for (const std::string_view degree : {", Ph.D.", ", DiS.", ", MBA", ", CSc.", ", MPA"}) {
    if (item.starts_with(degree)) item = trim(item.substr(degree.size()));
  }
  if (item.starts_with("(") && item.find(')') != std::string_view::npos)
    return last_part(text, item.substr(1, item.find(')') - 1));
  for (const std::string_view mark : {"–", "-", "—", ",", ":"}) {
    if (item.starts_with(mark)) return last_part(text, trim(item.substr(mark.size())));
  }
  return {};
}

}  // namespace

std::size_t end_of_list_sentence(const AnnotatedText& text, std::size_t begin, std::size_t limit) {
  for (std::size_t i = text.word_at(begin) + 1; i < text.size() && text[i].begin < limit; ++i) {
    const std::string_view gap = text.gap_before(i);
    if (text[i].sentence_start && gap.find('.') != std::string_view::npos)
      return text[i - 1].end + gap.find('.') + 1;
    const bool legal = text.is(i - 1, kLegalForm);
    const bool begins = is_preposition(text.lower(i)) || is_verb(text, i);
    if (legal && begins && trim(gap).find_first_not_of('.') == std::string_view::npos && text[i].capitalised)
      return text[i - 1].end;
    if (gap.starts_with(". ") && text[i].capitalised && !legal &&
        text[i - 1].kind != text::TokenKind::abbreviation && text.lower(i - 1).size() > 3) {
      return text[i - 1].end + 1;
    }
  }
  return limit;
}

ListItems parts_of_list(const AnnotatedText& text, TextRange list) {
  ListItems items;
  const std::string_view all = text.text();
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
  if (semicolons) {
    items.push_back({from, list.end});
  } else {
    split_last(text, {from, list.end}, items);
  }
  for (TextRange& item : items) {
    const std::string_view shown = trim(item.of(all));
    if (!shown.empty()) item.begin = static_cast<std::size_t>(shown.data() - all.data());
    item.end = item.begin + shown.size();
  }
  std::erase_if(items, [](const TextRange& item) { return item.empty(); });
  return items;
}

std::string_view organization_of_item(const AnnotatedText& text, TextRange item) {
  const std::string_view all = text.text();
  const std::size_t first = text.word_at(item.begin);
  const std::size_t stop = text.word_at(item.end);
  std::size_t person = stop;
  std::size_t behind = stop;
  for (std::size_t i = first; i < stop; ++i) {
    if (!text[i].is_person) continue;
    if (person == stop) person = i;
    behind = i + 1;
  }
  if (person == stop) return item.of(all);
  if (person > first) return before_person(trim(all.substr(item.begin, text[person].begin - item.begin)));
  const std::size_t end = text[behind - 1].end;
  return behind_person(text, trim(all.substr(end, item.end - end)));
}

}  // namespace tvar::facts
