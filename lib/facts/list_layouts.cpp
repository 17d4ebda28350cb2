// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/list_layouts.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "lib/facts/gazetteer.h"
#include "lib/facts/list_lines.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_names.h"

namespace tvar::facts {
namespace {

constexpr std::size_t kFewestParts = 3;  // of a paragraph that no colon announces

TextRange range_of(const Line& line) {
  return {line.begin, line.end};
}

// The list behind the name of a group: behind " – " or ": ", or the parts of "Bydlení : Město Most : Charita".
ListItems items_of_group(const AnnotatedText& text, TextRange line) {
  constexpr std::size_t kLongestName = 80;  // bytes
  const std::string_view all = line.of(text.text());
  std::size_t begin = std::string_view::npos;
  std::size_t mark = 0;
  for (const std::string_view dash : {" – ", " - ", " — ", " : ", ": "}) {
    const std::size_t at = all.find(dash);
    if (at >= begin) continue;
    begin = at;
    mark = dash.size();
  }
  if (begin == std::string_view::npos || begin > kLongestName) return {};
  const std::size_t word = text.word_at(line.begin);
  const bool names_group = text.is(word, kGroupWord | kWorkingWord) || text.lower(word) == "ps";
  if (!names_group && looks_like_organization(text, {line.begin, line.begin + begin})) return {};
  const std::size_t first = line.begin + begin + mark;
  return parts_of_list(text, {first, end_of_list_sentence(text, first, line.end)});
}

// Names without a verb, one of them of an organisation by its noun.
bool are_names(const AnnotatedText& text, const ListItems& items) {
  bool organ = false;
  for (const TextRange& item : items) {
    const std::size_t w = text.word_at(item.begin);
    const bool named = looks_like_organization(text, item) || (text[w].capitalised && !text[w].is_person);
    if (!named || has_verb(text, item)) return false;
    organ = organ || looks_like_organization(text, item);
  }
  return organ;
}

// A line below a member that tells of it: who stands for it, where it is, how to reach it.
bool is_detail_line(const AnnotatedText& text, const Line& line) {
  if (line.empty() || line.is_item || line.has_cells) return false;
  const std::size_t first = line.first_word;
  if (first == line.end_word) return true;  // a phone
  if (is_town(text, range_of(line)) || text[first].is_person || text.is(first, kTitle)) return true;
  const std::string_view word = text.lower(first);
  if (!has_capital(text, range_of(line))) return true;  // "terénní práce a klub pro děti"
  for (const std::string_view beginning :
       {"se", "zastoup", "tel", "mob", "ič", "dič", "e-mail", "http", "www", "adres", "kontakt", "sídl", "jednaj"}) {
    if (word == beginning || (beginning.size() > 2 && word.starts_with(beginning))) return true;
  }
  return false;
}

}  // namespace

bool is_town(const AnnotatedText& text, TextRange item) {
  const std::size_t first = text.word_at(item.begin);
  if (first >= text.size()) return false;
  const std::size_t words = town_at(text, first).words;
  return words > 0 && first + words == text.word_at(item.end);
}

bool are_members(const AnnotatedText& text, const Heading& heading, const ListItems& items) {
  std::size_t named = 0;
  std::size_t organs = 0;
  for (const TextRange& item : items) {
    const std::size_t w = text.word_at(item.begin);
    const bool organ = looks_like_organization(text, item);
    organs += organ ? 1U : 0U;
    named += organ || (w < text.size() && text[w].capitalised) ? 1U : 0U;
  }
  if (named * 2 < items.size()) return false;
  if (std::all_of(items.begin(), items.end(), [&text](const TextRange& item) { return is_town(text, item); }))
    return true;
  return heading.is_certain || (organs * 2 >= items.size() && organs > 0);
}

bool are_names_of_organizations(const AnnotatedText& text, const ListItems& items) {
  std::size_t organs = 0;
  for (const TextRange& item : items) {
    const std::size_t w = text.word_at(item.begin);
    const bool organ = looks_like_organization(text, item);
    const bool named = w < text.size() && text[w].capitalised && !text[w].is_person;
    if ((!organ && !named) || has_verb(text, item)) return false;
    organs += organ ? 1U : 0U;
  }
  return organs * 2 >= items.size() && organs > 0;
}

FoundList labelled_groups(const AnnotatedText& text, std::size_t at, const Heading& heading) {
  const std::vector<Line>& lines = text.lines();
  FoundList found;
  std::size_t groups = 0;
  for (std::size_t i = at; i < lines.size(); i = skip_empty_lines(text, found.end)) {
    const std::size_t begin = behind_label(text, lines[i]);
    if (begin == 0 || heads_others(text, lines[i].first_word, text.word_at(begin))) break;
    found.end = end_of_wrapped(text, i);
    const ListItems items = parts_of_list(text, {begin, lines[found.end - 1].end});
    found.items.insert(found.items.end(), items.begin(), items.end());
    ++groups;
  }
  if (groups < 2 || found.items.size() <= groups || !are_members(text, {heading.kind, false}, found.items)) return {};
  return found;
}

FoundList named_groups(const AnnotatedText& text, std::size_t at) {
  const std::vector<Line>& lines = text.lines();
  FoundList found;
  std::size_t groups = 0;
  std::size_t others = 0;
  for (std::size_t i = at; i < lines.size(); i = skip_empty_lines(text, i)) {
    if (lines[i].is_item != lines[at].is_item || lines[i].has_cells) break;
    const std::size_t end = end_of_wrapped(text, i);
    const ListItems items = items_of_group(text, {lines[i].begin, lines[end - 1].end});
    const bool is_group = items.size() > 1 && are_names(text, items);
    if (!is_group && !lines[i].is_item) break;
    i = end;
    if (is_group) {
      found.items.insert(found.items.end(), items.begin(), items.end());
      found.end = end;
    }
    ++(is_group ? groups : others);  // "PS Zaměstnanost se rozpustila"
  }
  return groups >= 2 && groups >= others ? found : FoundList();
}

FoundList parted_paragraph(const AnnotatedText& text, std::size_t at) {
  const std::vector<Line>& lines = text.lines();
  const std::size_t end = end_of_wrapped(text, at);
  if (lines[at].is_item || lines[at].has_cells || (end < lines.size() && !lines[end].empty())) return {};
  const std::size_t stop = end_of_list_sentence(text, lines[at].begin, lines[end - 1].end);
  if (has_verb(text, {lines[at].begin, stop})) return {};
  const ListItems items = parts_of_list(text, {lines[at].begin, stop});
  if (items.size() < kFewestParts || !are_names_of_organizations(text, items)) return {};
  return {items, end};
}

FoundList wrapped_list(const AnnotatedText& text, std::size_t at, const Heading& heading) {
  const std::vector<Line>& lines = text.lines();
  const std::size_t end = end_of_wrapped(text, at);
  const std::string_view first = shown_line(text, lines[at]);
  if (lines[at].has_cells || end == at + 1 || std::count(first.begin(), first.end(), ',') < 2) return {};
  const std::size_t stop = end_of_list_sentence(text, lines[at].begin, lines[end - 1].end);
  const ListItems items = parts_of_list(text, {lines[at].begin, stop});
  if (items.size() < kFewestParts || !are_members(text, heading, items)) return {};
  return {items, end};
}

FoundList alternating_list(const AnnotatedText& text, std::size_t at) {
  const std::vector<Line>& lines = text.lines();
  FoundList found;
  std::size_t pairs = 0;
  for (std::size_t i = at; i + 1 < lines.size() && is_plain_label(text, lines[i]);
       i = skip_empty_lines(text, found.end)) {
    const std::size_t list = skip_empty_lines(text, i + 1);
    if (list == lines.size() || lines[list].is_item || lines[list].has_cells) break;
    if (heads_others(text, lines[i].first_word, lines[i].end_word)) break;
    // A label is no rest of a full line.
    const bool label_follows = list + 1 < lines.size() && is_plain_label(text, lines[list + 1]);
    const std::size_t behind = label_follows ? list + 1 : end_of_wrapped(text, list);
    const TextRange range{lines[list].begin, lines[behind - 1].end};
    const ListItems items = parts_of_list(text, range);
    if (!looks_like_organization(text, range) || !are_names_of_organizations(text, items)) break;
    found.items.insert(found.items.end(), items.begin(), items.end());
    ++pairs;
    found.end = behind;
  }
  return pairs < 2 || found.items.size() <= pairs ? FoundList() : found;
}

FoundList columns_list(const AnnotatedText& text, std::size_t at) {
  const std::vector<Line>& lines = text.lines();
  FoundList found;
  std::size_t rows = 0;
  for (std::size_t i = at; i < lines.size(); ++i) {
    if (lines[i].empty() || is_rule(text, lines[i])) continue;
    const bool cells = lines[i].has_cells;
    const std::vector<std::string_view> columns = cells ? cells_of(text, lines[i]) : columns_of(text, lines[i]);
    if (columns.size() < 2 || (cells && !are_all_organizations(text, columns))) break;
    ++rows;
    found.end = i + 1;
    for (const std::string_view column : columns) {
      const TextRange range = range_of_part(text, column);
      const std::size_t word = text.word_at(range.begin);
      const bool person = word < text.size() && (text[word].is_person || text.is(word, kTitle | kRole));
      if (!person && (looks_like_organization(text, range) || rows == 1)) found.items.push_back(range);
    }
  }
  return rows < 2 || found.items.size() < 2 ? FoundList() : found;
}

FoundList spaced_list(const AnnotatedText& text, std::size_t at) {
  constexpr std::size_t kLongest = 100;  // bytes
  constexpr std::size_t kMostDetails = 3;
  const std::vector<Line>& lines = text.lines();
  FoundList found;
  for (std::size_t i = at; i < lines.size(); i = skip_empty_lines(text, i)) {
    const Line& line = lines[i];
    std::string_view name = shown_line(text, line);
    const bool sentence = name.ends_with(".") && !cut_legal_form_behind(name);
    if (line.is_item || line.has_cells || sentence || name.ends_with(":") || name.size() > kLongest) break;
    if (line.first_word == line.end_word || heading_of(text, line.first_word, line.end_word).kind != ListKind::none)
      break;
    std::size_t behind = skip_empty_lines(text, i + 1);
    std::size_t details = 0;
    std::size_t end = i + 1;
    while (behind < lines.size() && details < kMostDetails && is_detail_line(text, lines[behind])) {
      ++details;
      end = behind + 1;
      behind = skip_empty_lines(text, end);
    }
    const bool alone = details > 0 || i + 1 == lines.size() || lines[i + 1].empty();
    // Between others with a line of details each, one without a noun.
    const bool in_rhythm = details > 0 && found.items.size() > 1 && text[line.first_word].capitalised;
    if (!alone || (!looks_like_organization(text, range_of(line)) && !in_rhythm)) break;
    found.items.push_back(range_of(line));
    found.end = i = end;
  }
  return found.items.size() < 2 ? FoundList() : found;
}

}  // namespace tvar::facts
