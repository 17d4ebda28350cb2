// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/members.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lib/facts/list_heading.h"
#include "lib/facts/list_items.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_names.h"
#include "lib/text/fold.h"

namespace tvar::facts {
namespace {

constexpr std::size_t kLongestHeading = 140;  // bytes
constexpr std::size_t kLongestItem = 250;

class ListReader {
 public:
  ListReader(Section& section, FactSink& sink) : section_(section), text_(section.text), sink_(sink) {}

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
  [[nodiscard]] std::string_view shown(const Line& line) const {
    return text_.text().substr(line.begin, line.end - line.begin);
  }

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
    std::size_t first = line.first_word;
    for (std::size_t i = line.first_word; i < line.end_word; ++i) {
      if (text_[i].sentence_start) first = i;
    }
    const Heading heading = heading_of(text_, first, line.end_word);
    if (heading.kind == ListKind::none || line.has_cells) return 0;
    std::size_t next = at + 1;
    while (next < lines.size() && lines[next].empty()) ++next;
    if (next == lines.size()) return 0;
    const bool bulleted = lines[next].is_item;
    if (!bulleted && heading.is_certain) {
      if (const std::size_t end = read_grouped_list(next, heading); end > next) return end - at;
    }
    if (!bulleted && !ends_with_colon && !looks_like_list(next)) return 0;
    ListItems items;
    const std::size_t end = collect_items(next, bulleted, items);
    if (items.empty()) return 0;
    if (!bulleted && items.size() == 1 && add_parted(items[0].begin, items[0].end, heading))
      return end - at;
    if (!bulleted && !ends_with_colon && items.size() < 2) return 0;
    if (!accept(heading, items)) return 0;
    for (const auto& [begin, stop] : items) add_item(begin, stop, heading.kind);
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
        i = after - 1;
        continue;
      }
      if (item.is_item != bulleted) {
        // A long item is wrapped: its rest is in lower case and has no bullet.
        const bool wrapped = bulleted && !items.empty() && item.first_word < item.end_word &&
                             !text_[item.first_word].capitalised && !lines[i - 1].empty();
        if (!wrapped) break;
        items.back().end = item.end;
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
      const std::string_view name = shown(lines[at]);
      const std::size_t item = skip_empty(at + 1);
      if (name.size() > kLongestHeading || name.ends_with(".") || item == lines.size()) return at;
      const bool bulleted = lines[item].is_item;
      if (!bulleted && (item != at + 1 || !name.ends_with(":") || lines[item].has_cells)) return at;
      ListItems items;  // bytes
      const std::size_t end = collect_group(item, bulleted, items);
      if (!accept({heading.kind, false}, items)) return at;
      for (const auto& [begin, stop] : items) add_item(begin, stop, heading.kind);
      at = end;
    }
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
      organs += looks_like_organization(lines[i].begin, lines[i].end) ? 1U : 0U;
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

  [[nodiscard]] bool looks_like_organization(std::size_t begin, std::size_t end) const {
    for (std::size_t i = text_.word_at(begin); i < text_.size() && text_[i].begin < end; ++i) {
      if (text_.is(i, kOrganHead | kOrganNoun) || text_.is(i, kLegalForm)) return true;
      if (text_.is(i, kTownNoun) && i + 1 < text_.size() && text_[i + 1].capitalised) return true;
    }
    return false;
  }

  // A heading that only says "pracovní skupina" may head topics, names of groups or persons as well.
  [[nodiscard]] bool accept(const Heading& heading, const ListItems& items) const {
    std::size_t named = 0;
    for (const auto& [begin, end] : items) {
      const std::size_t w = text_.word_at(begin);
      named += (w < text_.size() && text_[w].capitalised) || looks_like_organization(begin, end) ? 1U : 0U;
    }
    if (named * 2 < items.size()) return false;
    if (heading.is_certain) return true;
    std::size_t organs = 0;
    for (const auto& [begin, end] : items) organs += looks_like_organization(begin, end) ? 1U : 0U;
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
    std::size_t first = line.first_word;
    for (std::size_t i = line.first_word; i < behind; ++i) {
      if (text_[i].sentence_start) first = i;
    }
    const Heading heading = heading_of(text_, first, behind);
    if (heading.kind == ListKind::none) return 0;
    const std::size_t end = end_of_wrapped(at);
    const std::size_t limit = text_.lines()[end - 1].end;
    return add_parted(colon + 1, end_of_list_sentence(text_, colon + 1, limit), heading) ? end - at : 0;
  }

  // "Členy partnerství jsou město Most, úřad práce a Charita."
  void read_sentences(std::size_t at) {
    const Line& line = text_.lines()[at];
    const std::size_t limit = text_.lines()[end_of_wrapped(at) - 1].end;
    for (std::size_t i = line.first_word; i < line.end_word; ++i) {
      if (!text_.is(i, kMemberWord)) continue;
      const bool begins = text_[i].sentence_start || i == line.first_word ||
                          (text_.is(i - 1, kAdjective) && text_[i - 1].sentence_start);
      const bool opens_list = plural_member(text_.lower(i));
      std::size_t verb = i + 1;
      while (verb < line.end_word && verb <= i + 7 && !text_.is(verb, kBeingVerb)) {
        const std::string_view gap = text_.gap_before(verb);
        if (gap.find_first_of(".,;") != std::string_view::npos) break;
        ++verb;
      }
      if (!begins || !opens_list || verb >= line.end_word || !text_.is(verb, kBeingVerb)) continue;
      if (text_.gap_before(verb).find_first_of(".,;") != std::string_view::npos) continue;
      std::size_t start = verb + 1;
      while (start < line.end_word && (is_filler(text_.lower(start)) || text_.is(start, kBeingVerb))) ++start;
      if (start >= line.end_word) continue;
      const Heading heading = heading_of(text_, i, verb);
      if (heading.kind == ListKind::none) continue;
      const std::size_t end = end_of_list_sentence(text_, text_[start].begin, limit);
      if (add_parted(text_[start].begin, end, heading)) i = text_.word_at(end) - 1;
    }
  }

  [[nodiscard]] static bool is_filler(std::string_view word) {
    return word == "dále" || word == "také" || word == "i" || word == "se" || word == "nyní" ||
           word == "tyto" || word == "například" || word == "zejména" || word == "následující" ||
           word == "v" || word == "současnosti" || word == "současné" || word == "době" ||
           word == "organizace" || word == "subjekty" || word == "zástupci";
  }

  // Parts at commas and semicolons and at the last "a", but not before a legal form, and not inside brackets.
  bool add_parted(std::size_t begin, std::size_t end, const Heading& heading) {
    const ListItems items = parts_of_list(text_, {begin, end});
    if (items.size() < 2) return false;
    if (!accept(heading, items)) return false;
    for (const auto& [from, to] : items) add_item(from, to, heading.kind);
    return true;
  }

  // Rows of a table whose header names a column of organisations, or that follows such a heading.
  std::size_t read_table(std::size_t at) {
    const std::vector<Line>& lines = text_.lines();
    if (!lines[at].has_cells) return 0;
    std::vector<std::string_view> header = cells(lines[at]);
    std::optional<std::size_t> column;
    Heading heading;
    for (std::size_t c = 0; c < header.size(); ++c) {
      const std::size_t begin = static_cast<std::size_t>(header[c].data() - text_.text().data());
      const std::size_t first = text_.word_at(begin);
      const std::size_t end = text_.word_at(begin + header[c].size());
      for (std::size_t i = first; i < end; ++i) {
        if (!column && text_.is(i, kListHeader | kMemberWord) && !text_.is(i, kRole)) column = c;
      }
      if (heading.kind == ListKind::none) heading = heading_of(text_, first, end);
    }
    if (!column) return 0;
    if (const Heading above = heading_above(at); above.kind != ListKind::none) heading = above;
    if (heading.kind == ListKind::none) return 0;
    std::size_t end = at + 1;
    for (; end < lines.size() && lines[end].has_cells; ++end) {
      const std::vector<std::string_view> row = cells(lines[end]);
      if (*column >= row.size() || row[*column].empty()) continue;
      if (row[*column].find_first_not_of("-–—:|= ") == std::string_view::npos) continue;
      const std::size_t begin = static_cast<std::size_t>(row[*column].data() - text_.text().data());
      add_item(begin, begin + row[*column].size(), heading.kind);
    }
    return end - at;
  }

  // The nearest line above a table that is not empty.
  [[nodiscard]] Heading heading_above(std::size_t at) const {
    const std::vector<Line>& lines = text_.lines();
    while (at > 0) {
      const Line& line = lines[--at];
      if (line.empty()) continue;
      return line.end - line.begin > kLongestHeading ? Heading()
                                                     : heading_of(text_, line.first_word, line.end_word);
    }
    return {};
  }

  [[nodiscard]] std::vector<std::string_view> cells(const Line& line) const {
    std::vector<std::string_view> out;
    std::string_view rest = shown(line);
    for (;;) {
      const std::size_t bar = rest.find_first_of("|\t");
      out.push_back(trim(rest.substr(0, bar)));
      if (bar == std::string_view::npos) return out;
      rest.remove_prefix(bar + 1);
    }
  }

  void add_item(std::size_t begin, std::size_t end, ListKind kind) {
    const std::string_view item = trim(organization_of_item(text_, {begin, end}));
    if (item.empty() || item.size() > kLongestItem) return;
    std::string name = canonical_name(item);
    if (name.size() < 2 || name.find_first_of("@") != std::string::npos) return;
    const std::size_t from = static_cast<std::size_t>(item.data() - text_.text().data());
    const std::size_t first = text_.word_at(from);
    if (first >= text_.size() || text_[first].begin >= from + item.size()) return;
    for (std::size_t i = first; i < text_.size() && text_[i].begin < from + item.size(); ++i) {
      if (!text_[i].is_person) text_[i].is_organization = true;
    }
    sink_.add(kind == ListKind::members ? "member" : "working_group_member", std::move(name), section_,
              {from, from + item.size()}, 0.9);
  }

  Section& section_;
  AnnotatedText& text_;
  FactSink& sink_;
};

}  // namespace

void MemberExtractor::extract(Page& page, FactSink& sink) const {
  for (Section& section : page.sections) {
    if (!section.is_title) ListReader(section, sink).run();
  }
}

}  // namespace tvar::facts
