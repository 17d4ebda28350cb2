// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/members.h"

#include <algorithm>
#include <utility>

#include "lib/facts/gazetteer.h"
#include "lib/facts/list_heading.h"
#include "lib/facts/list_items.h"
#include "lib/facts/list_layouts.h"
#include "lib/facts/list_lines.h"
#include "lib/facts/list_tables.h"
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
      if (const FoundTable table = table_at(text_, i); table.end > 0) {
        for (const TextRange& item : table.items) add_item(item.begin, item.end, table.kind, false);
        i = table.end - 1;
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
    const bool goes_on = all.size() <= kLongestHeading && line.first_word < line.end_word &&
                         text_.is(line.end_word - 1U, kBeingVerb);  // "Data: členy skupiny jsou"
    if (!ends_with_colon && colon != std::string_view::npos && !goes_on) return read_inline_lists(at);
    if ((all.size() > kLongestHeading || line.is_continued) && !ends_with_colon) return 0;
    if (!ends_with_colon && (all.ends_with(".") || all.ends_with(","))) return 0;
    // Of a paragraph that ends with a colon, the last sentence is the heading.
    const std::size_t first = begin_of_last_sentence(
        text_, ends_with_colon ? begin_of_wrapped(text_, line.first_word) : line.first_word, line.end_word);
    const Heading heading = heading_at(text_, at, first, line.end_word);
    if (heading.kind == ListKind::none || line.has_cells) return 0;
    // "Partneři se zavazují" is a sentence.
    if (!ends_with_colon && !goes_on && text_.is(first, kMemberWord) &&
        has_verb(text_, {line.begin, line.end}))
      return 0;
    std::size_t next = at + 1;
    while (next < lines.size() && (lines[next].empty() || is_rule(text_, lines[next]))) ++next;
    if (next == lines.size()) return 0;
    const bool bulleted = lines[next].is_item;
    if (!ends_with_colon && are_siblings(text_, line, lines[next])) return 0;  // "2. Členové" of an agenda
    if (table_at(text_, next).end > 0 ||
        (!bulleted && (begins_inline_list(next) || is_certain_heading(next))))
      return 0;
    if (const FoundList list = list_below(next, heading, ends_with_colon); list.end > 0) {
      add_items(list.items, heading.kind, heading.is_oblique);
      return list.end - at;
    }
    if (!bulleted && heading.is_certain) {
      if (const std::size_t end = read_grouped_list(next, heading); end > next) return end - at;
    }
    if (!bulleted) {
      if (const std::size_t end = read_list_behind_text(next, heading); end > next) return end - at;
    }
    if (!bulleted && !ends_with_colon && !looks_like_list(next)) return 0;
    ListItems items;
    const std::size_t end = collect_items(next, bulleted, items);
    if (heading.kind == ListKind::working_group)
      std::erase_if(items, [this](const TextRange& item) { return is_name_of_group(item); });
    if (items.empty()) return 0;
    if (!bulleted && items.size() == 1 && add_parted(items[0].begin, items[0].end, heading)) return end - at;
    if (!bulleted && !ends_with_colon && items.size() < 2) return 0;
    if (!are_members(text_, heading, items)) return 0;
    add_items(items, heading.kind);
    return end - at;
  }

  // "Složení skupiny:" above "PS Rodina – členové"
  [[nodiscard]] bool is_certain_heading(std::size_t at) const {
    const Line& line = text_.lines()[at];
    return !line.has_cells && shown(line).size() <= kLongestGroup &&
           shown(line).find(',') == std::string_view::npos && line.first_word < line.end_word &&
           heading_of(text_, line.first_word, line.end_word).is_certain;
  }

  // "členové: Charita Krnov, SVČ Méďa"
  [[nodiscard]] bool begins_inline_list(std::size_t at) const {
    const Line& line = text_.lines()[at];
    const std::size_t colon = shown(line).find(": ");
    if (colon == std::string_view::npos || colon > kLongestGroup) return false;
    const std::size_t behind = text_.word_at(line.begin + colon);
    return behind > line.first_word && heading_of(text_, line.first_word, behind).is_certain;
  }

  // A list that is laid out in a way of its own.
  [[nodiscard]] FoundList list_below(std::size_t at, const Heading& heading, bool below_colon) const {
    const bool bulleted = text_.lines()[at].is_item;
    FoundList list;
    const auto found = [&list](FoundList&& other) {
      list = std::move(other);
      return list.end > 0;
    };
    if (heading.is_certain && found(labelled_groups(text_, at, heading))) return list;
    if (heading.kind == ListKind::working_group && found(named_groups(text_, at))) return list;
    if (bulleted) return {};
    if (found(parted_paragraph(text_, at))) return list;
    if (heading.is_certain && (found(alternating_list(text_, at)) || found(columns_list(text_, at)) ||
                               found(spaced_list(text_, at))))
      return list;
    if (below_colon) return wrapped_list(text_, at, heading);
    return {};
  }

  // "Skupina řeší hlavně dopravu." stands between the heading and the list of organisations.
  std::size_t read_list_behind_text(std::size_t at, const Heading& heading) {
    const std::vector<Line>& lines = text_.lines();
    const std::string_view told = shown(lines[at]);
    const std::size_t first = skip_empty_lines(text_, end_of_wrapped(text_, at));
    // "vede Jindřich Kolářík"
    const std::size_t word = lines[at].first_word;
    const bool tells = told.ends_with(".") || told.find(": ") != std::string_view::npos ||
                       (word < lines[at].end_word && !text_[word].capitalised);
    if (!tells) return at;
    if (first >= lines.size() || !lines[first].is_item) return at;
    ListItems items;
    const std::size_t end = collect_items(first, true, items);
    const auto organs = std::count_if(items.begin(), items.end(), [this](const TextRange& item) {
      return looks_like_organization(text_, item) && !has_verb(text_, item);
    });
    if (organs < 2 || static_cast<std::size_t>(organs) * 3 < items.size() * 2) return at;
    add_items(items, heading.kind);
    return end;
  }

  // The items from a line on, all bulleted or none. Returns the line behind the last.
  std::size_t collect_items(std::size_t first, bool bulleted, ListItems& items) const {
    const std::vector<Line>& lines = text_.lines();
    std::size_t end = first;
    for (std::size_t i = first; i < lines.size(); ++i) {
      const Line& item = lines[i];
      if (item.empty()) {
        // An empty line between bullets does not end the list.
        const std::size_t after = skip_empty_lines(text_, i);
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
      } else if (!bulleted && is_label_of_others(item)) {
        break;
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

  // "Omluveni: ZŠ (nemoc)"
  [[nodiscard]] bool is_label_of_others(const Line& line) const {
    constexpr std::size_t kMostWords = 2;
    const std::size_t colon = shown(line).find(':');
    if (colon == std::string_view::npos) return false;
    const std::size_t behind = text_.word_at(line.begin + colon);
    return behind <= line.first_word + kMostWords && heads_others(text_, line.first_word, behind);
  }

  // "Ubytovny (garant: Vratislav Emler)" above the items of the group.
  [[nodiscard]] bool is_name_of_group(TextRange item) const {
    const std::size_t open = item.of(text_.text()).find('(');
    if (open == std::string_view::npos) return false;
    const TextRange name{item.begin, item.begin + open};
    bool is_proper = false;  // "Charita Cheb (vedoucí Jan Malý)"
    for (std::size_t i = text_.word_at(name.begin) + 1; i < text_.size() && text_[i].begin < name.end; ++i)
      is_proper = is_proper || text_[i].capitalised;
    if (is_proper && looks_like_organization(text_, name)) return false;
    return text_.is(text_.word_at(item.begin + open), kRole);
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

  // The lines of a group from one on: bullets, or below a colon plain lines until an empty one. Returns the line behind.
  [[nodiscard]] std::size_t collect_group(std::size_t item, bool bulleted, ListItems& items) const {
    const std::vector<Line>& lines = text_.lines();
    while (item < lines.size() && !lines[item].empty() && lines[item].is_item == bulleted &&
           !shown(lines[item]).ends_with(":")) {
      items.push_back({lines[item].begin, lines[item].end});
      item = bulleted ? skip_empty_lines(text_, item + 1) : item + 1;
    }
    return item;
  }

  // Members in groups, each below a heading of its own: by town, by kind. Returns the line behind the last.
  std::size_t read_grouped_list(std::size_t at, const Heading& heading) {
    const std::vector<Line>& lines = text_.lines();
    for (;;) {
      at = skip_empty_lines(text_, at);
      if (at == lines.size() || lines[at].is_item || lines[at].has_cells) return at;
      // A list of its own, of a working group perhaps.
      if (heading_of(text_, lines[at].first_word, lines[at].end_word).kind != ListKind::none) return at;
      if (heads_others(text_, lines[at].first_word, lines[at].end_word)) return at;
      const std::string_view name = shown(lines[at]);
      const std::size_t item = skip_empty_lines(text_, at + 1);
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
      if (!are_members(text_, {heading.kind, of_organizations}, items)) return at;
      add_items(items, heading.kind);
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

  // "Vedoucí: Jana Malá. Členové: město Most, úřad práce, Charita."
  std::size_t read_inline_lists(std::size_t at) {
    const Line& line = text_.lines()[at];
    const std::string_view all = shown(line);
    for (std::size_t colon = all.find(": "); colon != std::string_view::npos;
         colon = all.find(": ", colon + 1)) {
      if (const std::size_t taken = read_inline_list(at, line.begin + colon); taken > 0) return taken;
    }
    return 0;
  }

  // "Členové: město Most, úřad práce, Charita"
  std::size_t read_inline_list(std::size_t at, std::size_t colon) {
    const Line& line = text_.lines()[at];
    const std::size_t behind = text_.word_at(colon);
    if (behind <= line.first_word) return 0;
    constexpr std::size_t kMostWords = 40;  // of a heading: a line may be as long as the text
    const std::size_t from = std::max<std::size_t>(line.first_word, behind - std::min(behind, kMostWords));
    const std::size_t first = begin_of_last_sentence(text_, from, behind);
    if (colon - text_[first].begin > kLongestHeading) return 0;
    const Heading heading = heading_at(text_, at, first, behind);
    // A list in brackets ends with them; the sentences read it.
    const bool bracketed = end_of_bracket(text_[from].begin, colon, line.end) < line.end;
    if (heading.kind == ListKind::none || bracketed) return 0;
    std::size_t end = at + 1;
    while (text_.lines()[end - 1].is_continued && !begins_group(end)) ++end;
    const std::size_t limit = text_.lines()[end - 1].end;
    return add_parted(colon + 1, end_of_list_sentence(text_, colon + 1, limit), heading) ? end - at : 0;
  }

  // "Pracovní skupina Bydlení se nesešla" is no rest of the list above.
  [[nodiscard]] bool begins_group(std::size_t at) const {
    const Line& line = text_.lines()[at];
    return line.first_word + 1 < line.end_word && text_[line.first_word].capitalised &&
           text_.is(line.first_word, kWorkingWord | kGroupWord);
  }

  // A group that a sentence only calls "skupina" is a working group below such a heading.
  [[nodiscard]] ListKind kind_of_lead_in(const LeadIn& lead, std::size_t at) const {
    const Line& line = text_.lines()[at];
    bool of_group = false;
    for (std::size_t i = line.first_word; i < lead.list && i < line.end_word; ++i)
      of_group = of_group || text_.is(i, kGroupWord);
    const bool working = lead.heading.kind == ListKind::members && of_group &&
                         enclosing_heading(text_, at).kind == ListKind::working_group;
    return working ? ListKind::working_group : lead.heading.kind;
  }

  // Where the bracket ends that is open before a byte of a line, or `limit`.
  [[nodiscard]] std::size_t end_of_bracket(std::size_t line_begin, std::size_t begin,
                                           std::size_t limit) const {
    constexpr std::size_t kFarthest = 300;  // bytes before the list
    constexpr std::size_t kLongest = 4000;  // of what the bracket holds
    const std::size_t from = std::max(line_begin, begin - std::min(begin, kFarthest));
    const std::string_view before = text_.text().substr(from, begin - from);
    const std::size_t open = before.rfind('(');
    if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos) return limit;
    int depth = 1;
    for (std::size_t at = begin; at < std::min(limit, begin + kLongest); ++at) {
      depth += text_.text()[at] == '(' ? 1 : text_.text()[at] == ')' ? -1 : 0;
      if (depth == 0) return at;
    }
    return limit;
  }

  // "…, se scházela každé dva měsíce": the sentence goes on behind the list.
  void drop_rest_of_sentence(ListItems& items) const {
    for (std::size_t n = 2; n < items.size(); ++n) {
      const std::size_t first = text_.word_at(items[n].begin);
      if (text_[first].capitalised) continue;
      const bool reflexive = text_.lower(first) == "se" || text_.lower(first) == "si";
      const bool other = !looks_like_organization(text_, items[n]) && has_verb(text_, items[n]);
      if (reflexive || other) items.resize(n);
    }
  }

  // "Členy partnerství jsou město Most, úřad práce a Charita."
  void read_sentences(std::size_t at) {
    const Line& line = text_.lines()[at];
    const Line& last = text_.lines()[end_of_wrapped(text_, at) - 1];
    const std::size_t limit = last.end;
    for (std::size_t i = line.first_word; i < line.end_word; ++i) {
      // What a list holds leads in no other one.
      if (text_[i].begin < read_until_ || !may_lead_in(text_, i)) continue;
      const LeadIn lead = lead_in_at(text_, i, last.end_word);
      if (lead.list == 0) continue;
      const std::size_t begin = text_[lead.list].begin;
      const std::size_t end = end_of_list_sentence(text_, begin, end_of_bracket(line.begin, begin, limit));
      ListItems items = parts_of_list(text_, {begin, end});
      drop_rest_of_sentence(items);
      if (items.size() < 2 || !are_members(text_, lead.heading, items) ||
          (lead.is_strict && !are_names_of_organizations(text_, items)))
        continue;
      add_items(items, kind_of_lead_in(lead, at), lead.heading.is_oblique);
      read_until_ = end;
      i = text_.word_at(end) - 1;
    }
  }

  // Parts at commas and semicolons and at the last "a", but not before a legal form, and not inside brackets.
  bool add_parted(std::size_t begin, std::size_t end, const Heading& heading) {
    const ListItems items = parts_of_list(text_, {begin, end});
    if (items.size() < 2) return false;
    if (!are_members(text_, heading, items)) return false;
    add_items(items, heading.kind, heading.is_oblique);
    return true;
  }

  // Towns among themselves, as a microregion lists them, stay places beside.
  void add_items(const ListItems& items, ListKind kind, bool is_oblique = false) {
    only_towns_ = std::all_of(items.begin(), items.end(), [this](const TextRange& item) {
      const std::size_t first = text_.word_at(item.begin);
      const bool noun = text_.is(first, kTownNoun) && first + 1 < text_.size();
      return is_town(text_, {noun ? text_[first + 1].begin : item.begin, item.end});
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
  std::size_t read_until_ = 0;  // by read_sentences(), in bytes
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
