// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/dates.h"

#include <algorithm>
#include <optional>
#include <string>

#include "lib/facts/gazetteer.h"
#include "lib/facts/name_forms.h"
#include "lib/text/sentences.h"

namespace tvar::facts {
namespace {

constexpr int kFirstYear = 1000;        // with evidence
constexpr int kFirstLikelyYear = 1900;  // without any
constexpr int kLastYear = 2099;

// The value of a number of exactly four digits in the range of years, or 0.
int year_value(std::string_view word) {
  if (word.size() != 4) return 0;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value >= kFirstYear && value <= kLastYear ? value : 0;
}

int number_value(std::string_view word) {
  int value = 0;
  if (word.empty() || word.size() > 2) return 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string_view without_spaces(std::string_view gap) {
  return trim(gap);
}

bool is_dash(std::string_view gap) {
  const std::string_view mark = without_spaces(gap);
  return mark == "-" || mark == "–" || mark == "—" || mark == "/" || mark == "‑" || mark == "−";
}

/// Decides for each word of a text whether it is a year.
class YearReader {
 public:
  explicit YearReader(const AnnotatedText& text) : text_(text), dated_(text.size(), false) {
    for (const DateMark& date : text.dates()) {
      for (std::size_t i = date.word; i < date.word + date.count && i < dated_.size(); ++i) dated_[i] = true;
    }
  }

  /// The year, or 0.
  [[nodiscard]] int year_at(std::size_t i) const {
    const int year = year_value(text_.lower(i));
    if (year == 0 || text_[i].kind != text::TokenKind::number) return 0;
    if (dated_[i]) return year;
    if (text_[i].end - text_[i].begin != 4) return 0;  // grouped digits: 2 000
    if (is_reference(i)) return 0;
    if (has_evidence(i)) return year;
    return year >= kFirstLikelyYear && !is_amount(i) && !is_part_of_number(i) ? year : 0;
  }

  /// The second year of "2007–08", or 0.
  [[nodiscard]] int abbreviated_end(std::size_t i, int year) const {
    if (i + 1 >= text_.size() || text_.lower(i + 1).size() != 2 || text_[i + 1].in_reference) return 0;
    const std::string_view gap = text_.gap_before(i + 1);
    if (gap != "–" && gap != "-") return 0;
    const int end = year / 100 * 100 + number_value(text_.lower(i + 1));
    return end > year && end <= year + 30 ? end : 0;
  }

 private:
  bool neighbour_is_year(std::size_t i) const {
    return year_value(text_.lower(i)) >= kFirstLikelyYear && text_[i].kind == text::TokenKind::number;
  }
  bool in_school_year(std::size_t i) const {  // 2010/2011
    const int year = year_value(text_.lower(i));
    if (i + 1 < text_.size() && text_.gap_before(i + 1) == "/" && year_value(text_.lower(i + 1)) == year + 1)
      return true;
    return i > 0 && text_.gap_before(i) == "/" && year_value(text_.lower(i - 1)) == year - 1;
  }
  bool in_month(std::size_t i) const {  // 6/2008
    if (i == 0 || without_spaces(text_.gap_before(i)) != "/") return false;
    const int month = number_value(text_.lower(i - 1));
    return month >= 1 && month <= 12 && text_.lower(i - 1).size() <= 2 && !is_named_number(i - 1) &&
           !(i + 1 < text_.size() && text_.is(i + 1, kReference));
  }
  bool is_named_number(std::size_t i) const {
    for (std::size_t back = 1; back <= 2 && back <= i; ++back) {
      if (text_.gap_before(i - back + 1).find('\n') != std::string_view::npos) return false;
      if (text_.is(i - back, kReference)) return true;
    }
    return false;
  }
  bool is_reference(std::size_t i) const {
    if (text_[i].in_reference) return !in_school_year(i) && !in_month(i);
    if (i > 0 && text_.is(i - 1, kReference) && text_.gap_before(i).find('\n') == std::string_view::npos)
      return true;
    return text_.gap_before(i).ends_with("§") || text_.gap_before(i).ends_with("§ ");
  }
  bool has_evidence(std::size_t i) const {
    if (i > 0 && text_.gap_before(i).find('\n') == std::string_view::npos &&
        text_.is(i - 1, kYearWord | kMonth)) {
      return !is_amount_strictly(i);
    }
    if (i > 1 && text_.lower(i - 1) == "r" && text_.gap_before(i).starts_with(".")) return true;
    if (text_[i].in_reference) return true;  // a school year or a month
    if (i > 0 && is_dash(text_.gap_before(i)) && neighbour_is_year(i - 1)) return true;
    return i + 1 < text_.size() && is_dash(text_.gap_before(i + 1)) && neighbour_is_year(i + 1);
  }
  // "v roce 2000 Kč" is nothing that anybody writes, but "za rok 2000 korun" is.
  bool is_amount_strictly(std::size_t i) const {
    return i > 0 && text_.lower(i - 1) == "rok" && is_amount(i) && !text_.is(i + 1, kYearWord);
  }
  bool is_amount(std::size_t i) const {
    const std::string_view gap = text_.gap_after(i);
    if (gap.starts_with(",-") || gap.starts_with("%") || gap.starts_with(" %") || gap.starts_with("€") ||
        gap.starts_with(" €") || gap.starts_with(",–")) {
      return true;
    }
    const std::string_view next_word =
        i + 1 < text_.size() && text_.next_is_adjacent(i) ? text_.lower(i + 1) : "";
    if (text_.is(i + 1, kAdjective) && (next_word.ends_with("ých") || next_word.ends_with("ích")))
      return true;
    const std::string_view before = i > 0 ? text_.lower(i - 1) : "";
    for (const std::string_view word : {"nejméně", "nejvýše", "nejvíce", "minimálně", "maximálně", "zhruba",
                                        "téměř", "celkem", "přes", "přibližně"}) {
      if (before == word) return true;
    }
    // "2000 nových bytů"
    for (std::size_t next = i + 1; next <= i + 2 && next < text_.size() && text_.next_is_adjacent(next - 1);
         ++next) {
      if (text_.is(next, kCounted) && !text_.is(next, kYearWord)) return true;
      if (!text_.is(next, kAdjective)) break;
    }
    return false;
  }
  // Phones, account and registration numbers: digits beside digits, or after a plus.
  bool is_part_of_number(std::size_t i) const {
    const auto is_digits = [this](std::size_t w) {
      return text_[w].kind == text::TokenKind::number && !dated_[w];
    };
    const std::string_view before = text_.gap_before(i);
    const std::string_view after = text_.gap_after(i);
    if (before.ends_with("+") || before.ends_with("/") || after.starts_with("/")) return true;
    if (before.ends_with("-") && before.size() == 1 && !neighbour_is_year(i - 1)) return true;
    const bool joined_left = i > 0 && is_digits(i - 1) && is_space(before) && !neighbour_is_year(i - 1);
    const bool joined_right = i + 1 < text_.size() && is_digits(i + 1) && is_space(text_.gap_before(i + 1)) &&
                              !neighbour_is_year(i + 1) && text_.lower(i + 1).size() >= 3;
    return joined_left || joined_right;
  }

  const AnnotatedText& text_;
  std::vector<bool> dated_;
};

std::string padded(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

struct FoundDate {
  std::string iso;
  std::size_t first = 0;
  std::size_t last = 0;
};

// The first date between the words `first` and `end`, with as much of it as is there.
std::optional<FoundDate> first_date(const AnnotatedText& text, const YearReader& years, std::size_t first,
                                    std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    for (const DateMark& date : text.dates()) {
      if (date.word == i)
        return FoundDate{date.iso, i, std::min<std::size_t>(i + date.count, text.size()) - 1};
    }
    if (text.is(i, kMonth)) {  // v červnu 2008, v dubnu roku 2008, v dubnu r. 2008
      for (std::size_t next = i + 1; next < end && next <= i + 2; ++next) {
        const int year = years.year_at(next);
        if (year != 0)
          return FoundDate{std::to_string(year) + "-" + padded(month_of(text.lower(i))), i, next};
        if (!text.is(next, kYearWord) && text.lower(next) != "r") break;
      }
    }
    const int year = years.year_at(i);
    if (year != 0) return FoundDate{std::to_string(year), i, i};
  }
  return std::nullopt;
}

const DateMark* date_at(const AnnotatedText& text, std::size_t word) {
  for (const DateMark& date : text.dates()) {
    if (date.word == word) return &date;
  }
  return nullptr;
}

// Words of a line that may stand before its date in a dateline: "Brno,", "V Brně dne".
bool is_dateline_start(const AnnotatedText& text, std::size_t first, std::size_t date) {
  if (date - first > 6) return false;
  for (std::size_t i = first; i < date; ++i) {
    const std::string_view word = text.lower(i);
    const bool small =
        is_preposition(word) || word == "dne" || word == "den" || word == "a" || text.is(i, kTownNoun);
    if (!small && !text[i].capitalised) return false;
  }
  return true;
}

bool names_a_town(const AnnotatedText& text, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    if (!text[i].capitalised || !text.is(i, kTownStart)) continue;
    std::vector<std::string_view> words;
    for (std::size_t w = i; w < end && words.size() < Gazetteer::instance().max_words(); ++w)
      words.push_back(text.lower(w));
    bool found = false;
    Gazetteer::instance().find(words, [&](const Municipality&, std::size_t) { found = true; });
    if (found) return true;
  }
  return false;
}

bool has_founding_word(const AnnotatedText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.is(i, kFoundingWord)) return true;
  }
  return false;
}

constexpr std::size_t kLinesOfHead = 15;  // that are not empty
constexpr std::size_t kLinesOfFoot = 6;

}  // namespace

void YearExtractor::extract(const Page& page, FactSink& sink) const {
  for (const Section& section : page.sections) {
    const AnnotatedText& text = section.text;
    const YearReader reader(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const int year = reader.year_at(i);
      if (year == 0) continue;
      sink.add("year", std::to_string(year), section, text.range(i, i), 0.9);
      const int end = reader.abbreviated_end(i, year);
      if (end != 0) sink.add("year", std::to_string(end), section, text.range(i, i + 1), 0.8);
    }
  }
}

void PublishedExtractor::extract(const Page& page, FactSink& sink) const {
  for (const Section& section : page.sections) {
    if (section.is_title) continue;
    const AnnotatedText& text = section.text;
    std::size_t shown_total = 0;
    for (const Line& line : text.lines()) shown_total += line.empty() ? 0 : 1;
    std::size_t shown = 0;
    for (const Line& line : text.lines()) {
      if (line.empty()) continue;
      ++shown;
      const bool in_head = shown <= kLinesOfHead;
      const bool in_foot = shown + kLinesOfFoot > shown_total;
      bool announced = false;
      for (std::size_t i = line.first_word; i < line.end_word && i < line.first_word + 8U; ++i) {
        announced = announced || text.is(i, kPublishing);
        const DateMark* date = date_at(text, i);
        if (date == nullptr) continue;
        const std::size_t behind = std::min<std::size_t>(i + date->count, line.end_word);
        const std::string_view rest =
            trim(text.text().substr(text[behind - 1].end, line.end - text[behind - 1].end));
        const bool ends = rest.empty() || rest == "." || rest.starts_with("–") || rest.starts_with("-") ||
                          rest.starts_with("—") || rest.starts_with(":") || rest.starts_with("(") ||
                          rest.starts_with("|") || rest.starts_with(",") || rest.starts_with(")");
        double confidence = 0;
        const bool town = names_a_town(text, line.first_word, i);
        if (announced && text.line_of(line.first_word).end - line.begin < 200) {
          confidence = 0.9;
        } else if (is_dateline_start(text, line.first_word, i) && ends && !line.has_cells) {
          const bool alone =
              i == line.first_word || (i == line.first_word + 1U && text.lower(line.first_word) == "dne");
          if (town && in_head)
            confidence = 0.95;
          else if (town && in_foot && rest.empty())
            confidence = 0.8;
          else if (alone && in_head && rest.empty() && !line.is_item)
            confidence = 0.8;
          else if (alone && in_head &&
                   (rest.starts_with("–") || rest.starts_with("—") || rest.starts_with("|")))
            confidence = 0.7;
        }
        if (confidence > 0) {
          sink.add("published", date->iso, section, text.range(i, behind - 1), confidence);
          return;
        }
        break;
      }
    }
  }
}

void FoundedExtractor::extract(const Page& page, FactSink& sink) const {
  const AnnotatedText* title =
      page.sections.empty() || !page.sections.front().is_title ? nullptr : &page.sections.front().text;
  std::vector<text::ByteRange> sentences;
  for (const Section& section : page.sections) {
    if (section.is_title) continue;
    const AnnotatedText& text = section.text;
    if (!has_founding_word(text)) continue;  // as most have none, and cutting sentences costs
    const YearReader years(text);
    text::split_sentences(text.text(), sentences);
    std::size_t ordinal = 0;
    for (const text::ByteRange& sentence : sentences) {
      const std::size_t first = text.word_at(sentence.begin);
      const std::size_t end = text.word_at(sentence.end);
      ++ordinal;
      std::size_t verb = end;
      for (std::size_t i = first; i < end; ++i) {
        if (text.is(i, kFoundingWord)) {
          verb = i;
          break;
        }
      }
      if (verb == end) continue;
      // Whose founding? A word of the title before or near the verb says that it is the subject's.
      bool about_subject = false;
      for (std::size_t i = first; title != nullptr && i < end && !about_subject; ++i) {
        if (text[i].end - text[i].begin < 5 || text[i].kind != text::TokenKind::word) continue;
        const std::string_view word = text.lower(i);
        for (std::size_t t = 0; t < title->size() && !about_subject; ++t) {
          const std::string_view named = title->lower(t);
          const std::size_t stem = std::min(named.size(), word.size()) * 2 / 3;
          about_subject = named.size() >= 5 && word.substr(0, std::max<std::size_t>(stem, 4)) ==
                                                   named.substr(0, std::max<std::size_t>(stem, 4));
        }
      }
      const bool group = std::any_of(&text[0] + first, &text[0] + end, [](const Word& word) {
        return (word.classes & (kGroupWord | kPublicBody)) != 0;
      });
      if (!about_subject && (group || ordinal > 3)) continue;
      if (group && about_subject && text.is(verb + 1, kWorkingWord | kGroupWord)) continue;
      // The date behind the verb, or else the last one before it: "V roce 1998 vznikl".
      std::optional<FoundDate> date = first_date(text, years, verb, end);
      if (const std::optional<FoundDate> before = first_date(text, years, first, verb);
          before && (!date || date->first - verb > verb - before->last)) {
        date = before;
      }
      if (!date) continue;
      sink.add("founded", date->iso, section, text.range(date->first, date->last),
               about_subject ? 0.85 : 0.6);
      return;
    }
  }
}

}  // namespace tvar::facts
