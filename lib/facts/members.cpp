// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/members.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lib/facts/gazetteer.h"
#include "lib/facts/list_heading.h"
#include "lib/facts/list_items.h"
#include "lib/facts/list_lines.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_names.h"
#include "lib/text/fold.h"

namespace tvar::facts {
namespace {

constexpr std::size_t kLongestItem = 250;
constexpr std::size_t kLongestGroup = 40;  // the name of one

class ListReader {
 public:
  ListReader(Section& section, const Stemmer& stemmer, FactSink& sink)
      : stemmer_(stemmer), section_(section), text_(section.text), sink_(sink) {}

  void run() {
    const std::vector<Line>& lines = text_.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].empty() || lines[i].first_word == lines[i].end_word) continue;
      if (const std::size_t taken = read_table(i); taken > 0) {
        i += taken - 1;
        continue;
      }
      if (const std::size_t taken = read_headed_list(i); taken > 0) {
        i += taken - 1;
        continue;
      }
      read_sentences(i);
    }
  }

 private:
  [[nodiscard]] std::string_view shown(const Line& line) const { return shown_line(text_, line); }

  // A line that heads the lines below it, with the colon or without.
  std::size_t read_headed_list(std::size_t at) {
    const std::vector<Line>& lines = text_.lines();
    const Line& line = lines[at];
    const std::string_view all = shown(line);
    const std::size_t colon = all.find(": ");
    const bool ends_with_colon = all.ends_with(":");
    if (!ends_with_colon && colon != std::string_view::npos) return read_inline_list(at, line.begin + colon);
    if (all.size() > kLongestHeading && !ends_with_colon) return 0;
    if (!ends_with_colon && (all.ends_with(".") || all.ends_with(","))) return 0;
    // Of a paragraph that ends with a colon, the last sentence is the heading.
    const std::size_t first = begin_of_last_sentence(
        text_, ends_with_colon ? begin_of_wrapped(text_, line.first_word) : line.first_word, line.end_word);
    const Heading heading = heading_at(text_, at, first, line.end_word);
    if (heading.kind == ListKind::none || line.has_cells) return 0;
    std::size_t next = at + 1;
    while (next < lines.size() && (lines[next].empty() || is_rule(text_, lines[next]))) ++next;
    if (next == lines.size()) return 0;
    const bool bulleted = lines[next].is_item;
    if (!ends_with_colon && are_siblings(text_, line, lines[next])) return 0;  // "2. Členové" of an agenda
    if (heading.is_certain) {
      if (const std::size_t end = read_labelled_groups(next, heading); end > next) return end - at;
    }
    if (!bulleted && heading.is_certain) {
      if (const std::size_t end = read_grouped_list(next, heading); end > next) return end - at;
      if (const std::size_t end = read_parted_paragraph(next, heading); end > next) return end - at;
      if (const std::size_t end = read_alternating(next, heading); end > next) return end - at;
      if (const std::size_t end = read_columns(next, heading); end > next) return end - at;
      if (const std::size_t end = read_spaced_list(next, heading); end > next) return end - at;
    }
    if (!bulleted && ends_with_colon) {
      if (const std::size_t end = read_wrapped_list(next, heading); end > next) return end - at;
    }
    if (!bulleted && !ends_with_colon && !looks_like_list(next)) return 0;
    ListItems items;
    const std::size_t end = collect_items(next, bulleted, items);
    if (items.empty()) return 0;
    if (!bulleted && items.size() == 1 && add_parted(items[0].begin, items[0].end, heading)) return end - at;
    if (!bulleted && !ends_with_colon && items.size() < 2) return 0;
    if (!accept(heading, items)) return 0;
    add_items(items, heading.kind);
    return end - at;
  }

  // The items from a line on, all bulleted or none. Returns the line behind the last.
  std::size_t collect_items(std::size_t first, bool bulleted, ListItems& items) const {
    const std::vector<Line>& lines = text_.lines();
    std::size_t end = first;
    for (std::size_t i = first; i < lines.size(); ++i) {
      const Line& item = lines[i];
      if (item.empty()) {
        // An empty line between bullets does not end the list.
        const std::size_t after = skip_empty(i);
        if (!bulleted || after == lines.size() || !lines[after].is_item) break;
        if (is_numbered(text_, lines[after]) != is_numbered(text_, lines[first]))
          break;  // a heading "1) Úkoly"
        i = after - 1;
        continue;
      }
      if (item.is_item != bulleted) {
        // A long item is wrapped: its rest is in lower case and has no bullet.
        const bool wrapped = bulleted && !items.empty() && item.first_word < item.end_word &&
                             !text_[item.first_word].capitalised && !lines[i - 1].empty();
        if (!wrapped && !is_detail(i)) break;
        if (wrapped) items.back().end = item.end;
      } else if (!bulleted && (shown(item).size() > kLongestItem || item.first_word == item.end_word ||
                               shown(item).ends_with(":") || item.has_cells)) {
        break;
      } else {
        items.push_back({item.begin, item.end});
      }
      end = i + 1;
    }
    return end;
  }

  // A line between two numbered or bulleted ones: the person or the address of the member above.
  [[nodiscard]] bool is_detail(std::size_t at) const {
    constexpr std::size_t kMostLines = 3;
    const std::vector<Line>& lines = text_.lines();
    if (at == 0 || lines[at - 1].empty() || lines[at].has_cells) return false;
    for (std::size_t i = at; i < lines.size() && i < at + kMostLines && !lines[i].empty(); ++i) {
      if (lines[i].is_item) return true;
    }
    return false;
  }

  [[nodiscard]] std::size_t skip_empty(std::size_t at) const {
    while (at < text_.lines().size() && text_.lines()[at].empty()) ++at;
    return at;
  }

  // The lines of a group from one on: bullets, or below a colon plain lines until an empty one. Returns the line behind.
  [[nodiscard]] std::size_t collect_group(std::size_t item, bool bulleted, ListItems& items) const {
    const std::vector<Line>& lines = text_.lines();
    while (item < lines.size() && !lines[item].empty() && lines[item].is_item == bulleted &&
           !shown(lines[item]).ends_with(":")) {
      items.push_back({lines[item].begin, lines[item].end});
      item = bulleted ? skip_empty(item + 1) : item + 1;
    }
    return item;
  }

  // Members in groups, each below a heading of its own: by town, by kind. Returns the line behind the last.
  std::size_t read_grouped_list(std::size_t at, const Heading& heading) {
    const std::vector<Line>& lines = text_.lines();
    for (;;) {
      at = skip_empty(at);
      if (at == lines.size() || lines[at].is_item || lines[at].has_cells) return at;
      // A list of its own, of a working group perhaps.
      if (heading_of(text_, lines[at].first_word, lines[at].end_word).kind != ListKind::none) return at;
      if (heads_others(text_, lines[at].first_word, lines[at].end_word)) return at;
      const std::string_view name = shown(lines[at]);
      const std::size_t item = skip_empty(at + 1);
      if (name.size() > kLongestHeading || name.ends_with(".") || item == lines.size()) return at;
      const bool bulleted = lines[item].is_item;
      const bool below_colon = item == at + 1 && name.ends_with(":");
      const bool may_be_group = name.size() <= kLongestGroup && !text_.is(lines[at].first_word, kTownNoun) &&
                                !looks_like_organization(text_, {lines[at].begin, lines[at].end});
      if (!bulleted && (lines[item].has_cells || !(below_colon || may_be_group))) return at;
      ListItems items;  // bytes
      const std::size_t end = collect_group(item, bulleted, items);
      // Below a heading without a colon may stand anything.
      if (!bulleted && !below_colon && !are_mostly_organizations(text_, items)) return at;
      const bool of_organizations =
          bulleted &&
          looks_like_organization(text_, {lines[at].begin, lines[at].end});  // Školy, Obce a města
      if (!accept({heading.kind, of_organizations}, items)) return at;
      add_items(items, heading.kind);
      at = end;
    }
  }

  // Members in groups of one line each, behind what they are. Returns the line behind the last.
  std::size_t read_labelled_groups(std::size_t at, const Heading& heading) {
    const std::vector<Line>& lines = text_.lines();
    ListItems all;
    std::size_t groups = 0;
    std::size_t end = at;
    for (std::size_t i = at; i < lines.size(); i = skip_empty(end)) {
      const std::size_t begin = behind_label(text_, lines[i]);
      if (begin == 0 || heads_others(text_, lines[i].first_word, text_.word_at(begin))) break;
      end = end_of_wrapped(i);
      const ListItems items = parts_of_list(text_, {begin, lines[end - 1].end});
      all.insert(all.end(), items.begin(), items.end());
      ++groups;
    }
    if (groups < 2 || all.size() <= groups || !accept({heading.kind, false}, all)) return at;
    add_items(all, heading.kind);
    return end;
  }

  // A paragraph below a heading that is nothing but names between commas. Returns the line behind it.
  std::size_t read_parted_paragraph(std::size_t at, const Heading& heading) {
    constexpr std::size_t kFewest = 3;
    const std::vector<Line>& lines = text_.lines();
    const std::size_t end = end_of_wrapped(at);
    if (lines[at].is_item || lines[at].has_cells || (end < lines.size() && !lines[end].empty())) return at;
    const std::size_t limit = lines[end - 1].end;
    const std::size_t stop = end_of_list_sentence(text_, lines[at].begin, limit);
    if (stop < limit) return at;
    const ListItems items = parts_of_list(text_, {lines[at].begin, stop});
    if (items.size() < kFewest || !accept_strictly(items)) return at;
    add_items(items, heading.kind);
    return end;
  }

  // Below a colon names between commas, in a paragraph that goes on with other sentences.
  std::size_t read_wrapped_list(std::size_t at, const Heading& heading) {
    constexpr std::size_t kFewest = 3;
    const std::vector<Line>& lines = text_.lines();
    const std::size_t end = end_of_wrapped(at);
    const std::string_view first = shown(lines[at]);
    if (lines[at].has_cells || end == at + 1 || std::count(first.begin(), first.end(), ',') < 2) return at;
    const std::size_t stop = end_of_list_sentence(text_, lines[at].begin, lines[end - 1].end);
    const ListItems items = parts_of_list(text_, {lines[at].begin, stop});
    if (items.size() < kFewest || !accept(heading, items)) return at;
    add_items(items, heading.kind, heading.is_oblique);
    return end;
  }

  // Labels and lists by turns: "Školy", and below it "Základní škola Osoblaha, Mateřská škola Bohušov".
  std::size_t read_alternating(std::size_t at, const Heading& heading) {
    const std::vector<Line>& lines = text_.lines();
    ListItems all;
    std::size_t pairs = 0;
    std::size_t end = at;
    for (std::size_t i = at; i + 1 < lines.size() && is_plain_label(text_, lines[i]); i = skip_empty(end)) {
      const std::size_t list = skip_empty(i + 1);
      if (list == lines.size() || lines[list].is_item || lines[list].has_cells) break;
      if (heads_others(text_, lines[i].first_word, lines[i].end_word)) break;
      // A label is no rest of a full line.
      const bool label_follows = list + 1 < lines.size() && is_plain_label(text_, lines[list + 1]);
      const std::size_t behind = label_follows ? list + 1 : end_of_wrapped(list);
      const TextRange range{lines[list].begin, lines[behind - 1].end};
      const ListItems items = parts_of_list(text_, range);
      if (!looks_like_organization(text_, range) || !accept_strictly(items)) break;
      all.insert(all.end(), items.begin(), items.end());
      ++pairs;
      end = behind;
    }
    if (pairs < 2 || all.size() <= pairs) return at;
    add_items(all, heading.kind);
    return end;
  }

  // Signatories side by side, with a person below each.
  std::size_t read_columns(std::size_t at, const Heading& heading) {
    const std::vector<Line>& lines = text_.lines();
    ListItems items;
    std::size_t rows = 0;
    std::size_t end = at;
    for (std::size_t i = at; i < lines.size(); ++i) {
      if (lines[i].empty() || is_rule(text_, lines[i])) continue;
      const bool cells = lines[i].has_cells;
      const std::vector<std::string_view> columns =
          cells ? cells_of(text_, lines[i]) : columns_of(text_, lines[i]);
      if (columns.size() < 2 || (cells && !are_all_organizations(text_, columns))) break;
      ++rows;
      end = i + 1;
      for (const std::string_view column : columns) {
        const std::size_t begin = static_cast<std::size_t>(column.data() - text_.text().data());
        const TextRange range{begin, begin + column.size()};
        const std::size_t word = text_.word_at(begin);
        const bool person = word < text_.size() && (text_[word].is_person || text_.is(word, kTitle | kRole));
        if (!person && (looks_like_organization(text_, range) || rows == 1)) items.push_back(range);
      }
    }
    if (rows < 2 || items.size() < 2) return at;
    add_items(items, heading.kind);
    return end;
  }

  // A member to a paragraph, as pages have them that were a table or a row of logos. Returns the line behind the last.
  std::size_t read_spaced_list(std::size_t at, const Heading& heading) {
    constexpr std::size_t kFewest = 2;
    constexpr std::size_t kLongest = 100;  // bytes
    const std::vector<Line>& lines = text_.lines();
    ListItems items;
    std::size_t end = at;
    for (std::size_t i = at; i < lines.size(); i = skip_empty(i + 1)) {
      const Line& line = lines[i];
      const bool alone = i + 1 == lines.size() || lines[i + 1].empty();
      std::string_view name = shown(line);
      const bool sentence = name.ends_with(".") && !cut_legal_form_behind(name);
      if (!alone || line.is_item || line.has_cells || sentence || shown(line).ends_with(":") ||
          name.size() > kLongest || !looks_like_organization(text_, {line.begin, line.end}))
        break;
      items.push_back({line.begin, line.end});
      end = i + 1;
    }
    if (items.size() < kFewest) return at;
    add_items(items, heading.kind);
    return end;
  }

  [[nodiscard]] bool looks_like_list(std::size_t first) const {
    const std::vector<Line>& lines = text_.lines();
    if (is_parted_line(first)) return true;
    std::size_t count = 0;
    std::size_t organs = 0;
    for (std::size_t i = first; i < lines.size() && !lines[i].empty() && count < 12; ++i) {
      if (shown(lines[i]).size() > 120 || shown(lines[i]).ends_with(".")) {
        std::string_view name = shown(lines[i]);
        if (!cut_legal_form_behind(name)) return false;
      }
      ++count;
      organs += looks_like_organization(text_, {lines[i].begin, lines[i].end}) ? 1U : 0U;
    }
    return count >= 2 && organs * 2 >= count;
  }

  // All in one line: "město Olomouc; Charita Olomouc; P-centrum".
  [[nodiscard]] bool is_parted_line(std::size_t at) const {
    const std::vector<Line>& lines = text_.lines();
    std::string_view line = shown(lines[at]);
    if (at + 1 < lines.size() && !lines[at + 1].empty()) return false;
    if (line.ends_with(".") && !cut_legal_form_behind(line)) return false;
    return std::count(line.begin(), line.end(), ';') >= 2;
  }

  [[nodiscard]] bool is_town(TextRange item) const {
    const std::size_t first = text_.word_at(item.begin);
    return first < text_.size() && first + town_at(text_, first).words == text_.word_at(item.end) &&
           town_at(text_, first).words > 0;
  }

  // A heading that only says "pracovní skupina" may head topics, names of groups or persons as well.
  [[nodiscard]] bool accept(const Heading& heading, const ListItems& items) const {
    std::size_t named = 0;
    std::size_t organs = 0;
    for (const TextRange& item : items) {
      const std::size_t w = text_.word_at(item.begin);
      const bool organ = looks_like_organization(text_, item);
      organs += organ ? 1U : 0U;
      named += organ || (w < text_.size() && text_[w].capitalised) ? 1U : 0U;
    }
    if (named * 2 < items.size()) return false;
    if (std::all_of(items.begin(), items.end(), [this](const TextRange& item) { return is_town(item); }))
      return true;
    return heading.is_certain || (organs * 2 >= items.size() && organs > 0);
  }

  // Of a sentence that may speak of anything: all items have names, and most are organisations by them.
  [[nodiscard]] bool accept_strictly(const ListItems& items) const {
    std::size_t organs = 0;
    for (const TextRange& item : items) {
      const std::size_t w = text_.word_at(item.begin);
      const bool organ = looks_like_organization(text_, item);
      const bool named = w < text_.size() && text_[w].capitalised && !text_[w].is_person;
      if ((!organ && !named) || has_verb(text_, item)) return false;
      organs += organ ? 1U : 0U;
    }
    return organs * 2 >= items.size() && organs > 0;
  }

  // The line behind the last one of the sentences that begin in a line.
  [[nodiscard]] std::size_t end_of_wrapped(std::size_t at) const {
    while (text_.lines()[at].is_continued) ++at;
    return at + 1;
  }

  // "Členové: město Most, úřad práce, Charita"
  std::size_t read_inline_list(std::size_t at, std::size_t colon) {
    const Line& line = text_.lines()[at];
    const std::size_t behind = text_.word_at(colon);
    if (behind <= line.first_word || colon - line.begin > kLongestHeading) return 0;
    const Heading heading =
        heading_at(text_, at, begin_of_last_sentence(text_, line.first_word, behind), behind);
    if (heading.kind == ListKind::none) return 0;
    const std::size_t end = end_of_wrapped(at);
    const std::size_t limit = text_.lines()[end - 1].end;
    return add_parted(colon + 1, end_of_list_sentence(text_, colon + 1, limit), heading) ? end - at : 0;
  }

  // "Členy partnerství jsou město Most, úřad práce a Charita."
  void read_sentences(std::size_t at) {
    const Line& line = text_.lines()[at];
    const Line& last = text_.lines()[end_of_wrapped(at) - 1];
    const std::size_t limit = last.end;
    for (std::size_t i = line.first_word; i < line.end_word; ++i) {
      if (!may_lead_in(text_, i)) continue;
      const LeadIn lead = lead_in_at(text_, i, last.end_word);
      if (lead.list == 0) continue;
      const std::size_t begin = text_[lead.list].begin;
      const std::size_t end = end_of_list_sentence(text_, begin, limit);
      const ListItems items = parts_of_list(text_, {begin, end});
      if (items.size() < 2 || !accept(lead.heading, items) || (lead.is_strict && !accept_strictly(items)))
        continue;
      add_items(items, lead.heading.kind, lead.heading.is_oblique);
      i = text_.word_at(end) - 1;
    }
  }

  // Parts at commas and semicolons and at the last "a", but not before a legal form, and not inside brackets.
  bool add_parted(std::size_t begin, std::size_t end, const Heading& heading) {
    const ListItems items = parts_of_list(text_, {begin, end});
    if (items.size() < 2) return false;
    if (!accept(heading, items)) return false;
    add_items(items, heading.kind, heading.is_oblique);
    return true;
  }

  // Rows of a table whose header names a column of organisations, or that follows such a heading.
  std::size_t read_table(std::size_t at) {
    const std::vector<Line>& lines = text_.lines();
    if (!lines[at].has_cells) return 0;
    std::vector<std::string_view> header = cells_of(text_, lines[at]);
    std::optional<std::size_t> column;
    Heading heading;
    for (std::size_t c = 0; c < header.size(); ++c) {
      const std::size_t begin = static_cast<std::size_t>(header[c].data() - text_.text().data());
      const std::size_t first = text_.word_at(begin);
      const std::size_t end = text_.word_at(begin + header[c].size());
      for (std::size_t i = first; i < end; ++i) {
        if (!column && text_.is(i, kListHeader | kMemberWord) && !text_.is(i, kRole)) column = c;
      }
      if (!heading.is_certain) heading = heading_of(text_, first, end);
    }
    if (!column) return 0;
    if (!heading.is_certain) heading = {};  // a column of groups is none of members
    if (const Heading above = heading_above(text_, at); above.kind != ListKind::none) heading = above;
    if (heading.kind == ListKind::none) return 0;
    std::size_t end = at + 1;
    for (; end < lines.size() && (lines[end].has_cells || is_rule(text_, lines[end])); ++end) {
      if (is_rule(text_, lines[end])) continue;
      const std::vector<std::string_view> row = cells_of(text_, lines[end]);
      if (*column >= row.size() || row[*column].empty()) continue;
      const std::size_t begin = static_cast<std::size_t>(row[*column].data() - text_.text().data());
      add_item(begin, begin + row[*column].size(), heading.kind, false);
    }
    return end > at + 1 ? end - at : 0;
  }

  // Towns among themselves, as a microregion lists them, stay places beside.
  void add_items(const ListItems& items, ListKind kind, bool is_oblique = false) {
    only_towns_ = std::all_of(items.begin(), items.end(), [this](const TextRange& item) {
      const std::size_t first = text_.word_at(item.begin);
      const bool noun = text_.is(first, kTownNoun) && first + 1 < text_.size();
      return is_town({noun ? text_[first + 1].begin : item.begin, item.end});
    });
    for (const TextRange& item : items) add_item(item.begin, item.end, kind, is_oblique);
    only_towns_ = false;
  }

  void add_item(std::size_t begin, std::size_t end, ListKind kind, bool is_oblique) {
    const std::string_view item = organization_of_item(text_, {begin, end});
    if (item.empty() || item.size() > kLongestItem) return;
    const std::size_t from = static_cast<std::size_t>(item.data() - text_.text().data());
    const std::size_t first = text_.word_at(from);
    if (first >= text_.size() || text_[first].begin >= from + item.size()) return;
    const bool led = first > 0 && text_[first - 1].begin >= begin &&
                     (text_.lower(first - 1) == "za" || text_.lower(first - 1).starts_with("zástup"));
    std::string name = is_oblique || led ? nominative_of_item(text_, {from, from + item.size()}, stemmer_)
                                         : canonical_name(item);
    if (name.size() < 2 || name.find_first_of("@") != std::string::npos ||
        !has_capital(text_, {from, from + item.size()}))
      return;
    for (std::size_t i = first; i < text_.size() && text_[i].begin < from + item.size(); ++i) {
      if (!text_[i].is_person && !(only_towns_ && i > first)) text_[i].is_organization = true;
    }
    sink_.add(kind == ListKind::members ? "member" : "working_group_member", std::move(name), section_,
              {from, from + item.size()}, 0.9);
  }

  bool only_towns_ = false;
  const Stemmer& stemmer_;
  Section& section_;
  AnnotatedText& text_;
  FactSink& sink_;
};

}  // namespace

void MemberExtractor::extract(Page& page, FactSink& sink) const {
  for (Section& section : page.sections) {
    if (!section.is_title) ListReader(section, *page.stemmer, sink).run();
  }
}

}  // namespace tvar::facts
