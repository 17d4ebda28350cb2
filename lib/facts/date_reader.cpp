// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/date_reader.h"

#include <algorithm>
#include <string_view>

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

std::string padded(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

bool is_street_noun(std::string_view word) {
  for (const std::string_view noun :
       {"náměstí", "nám", "třída", "třídě", "tř", "ulice", "ulici", "ul", "nábřeží", "nábř"}) {
    if (word == noun) return true;
  }
  return false;
}

// "nám. 28. října 1438", "Třída 9. května 1366/48": the number of a house in a street that is called by a day. Of what may be a
// day in a square, "na náměstí 28. října 2023", only what has more of an address.
bool is_house_in_street_of_day(const AnnotatedText& text, std::size_t i) {
  if (i < 3 || !text.is(i - 1, kMonth) || text[i - 2].kind != text::TokenKind::number ||
      !is_street_noun(text.lower(i - 3)))
    return false;
  const std::string_view after = text.gap_after(i);
  const bool postcode = after == ", " && i + 1 < text.size() && text[i + 1].kind == text::TokenKind::number &&
                        (text.lower(i + 1).size() == 3 || text.lower(i + 1).size() == 5);
  return year_value(text.lower(i)) < kFirstLikelyYear || text.gap_before(i - 2).starts_with(".") ||
         after.starts_with("/") || postcode;
}

// "MěÚ, Rokycanova 1929, č. dv. 214": streets that are called by somebody, with nothing but the number behind them.
bool is_house_in_street_of_person(const AnnotatedText& text, std::size_t i) {
  if (i == 0 || !text[i - 1].capitalised || !text.lower(i - 1).ends_with("ova") || text.gap_before(i) != " ")
    return false;
  const Line& line = text.line_of(i);
  const std::string_view before = trim(text.gap_before(i - 1));
  const bool begins =
      i - 1 == line.first_word || before == "," || before == "|" || before == "·" || before == "(";
  const std::string_view after = trim(text.gap_after(i));
  return begins && (i + 1 == line.end_word || after.starts_with(",") || after.starts_with("|") ||
                    after.starts_with("/") || after.starts_with(")") || after.starts_with("·"));
}

}  // namespace

YearReader::YearReader(const AnnotatedText& text) : text_(text), dated_(text.size(), false) {
  for (const DateMark& date : text.dates()) {
    for (std::size_t i = date.word; i < date.word + date.count && i < dated_.size(); ++i) dated_[i] = true;
  }
}

int YearReader::year_of_number(std::size_t i) const {
  const int year = year_value(text_.lower(i));
  if (year == 0) return 0;
  if (is_house_in_street_of_day(text_, i) || is_house_in_street_of_person(text_, i)) return 0;
  if (dated_[i]) return year;
  if (text_[i].end - text_[i].begin != 4) return 0;  // grouped digits: 2 000
  if (is_reference(i)) return 0;
  if (has_evidence(i)) return year;
  return year >= kFirstLikelyYear && !is_amount(i) && !is_part_of_number(i) ? year : 0;
}

int YearReader::abbreviated_end(std::size_t i, int year) const {
  if (i + 1 >= text_.size() || text_.lower(i + 1).size() != 2) return 0;
  const std::string_view gap = text_.gap_before(i + 1);
  const int end = year / 100 * 100 + number_value(text_.lower(i + 1));
  if (gap == "/") return end == year + 1 ? end : 0;  // the school year 2015/16
  if ((gap != "–" && gap != "-") || text_[i + 1].in_reference) return 0;
  return end > year && end <= year + 30 ? end : 0;
}

bool YearReader::neighbour_is_year(std::size_t i) const {
  return year_value(text_.lower(i)) >= kFirstLikelyYear && text_[i].kind == text::TokenKind::number;
}

bool YearReader::in_school_year(std::size_t i) const {  // 2010/2011
  const int year = year_value(text_.lower(i));
  if (i + 1 < text_.size() && text_.gap_before(i + 1) == "/" && year_value(text_.lower(i + 1)) == year + 1)
    return true;
  return (i > 0 && text_.gap_before(i) == "/" && year_value(text_.lower(i - 1)) == year - 1) ||
         in_short_school_year(i);
}

bool YearReader::in_short_school_year(std::size_t i) const {  // 2015/16
  const int year = year_value(text_.lower(i));
  if (year == 0 || i == 0 || i + 1 >= text_.size() || text_.gap_before(i + 1) != "/" ||
      text_.lower(i + 1).size() != 2)
    return false;
  return number_value(text_.lower(i + 1)) == (year + 1) % 100 && text_.is(i - 1, kYearWord) &&
         text_.follows(i);
}

bool YearReader::in_month(std::size_t i) const {  // 6/2008
  if (i == 0 || without_spaces(text_.gap_before(i)) != "/") return false;
  const int month = number_value(text_.lower(i - 1));
  return month >= 1 && month <= 12 && text_.lower(i - 1).size() <= 2 && !is_named_number(i - 1) &&
         !(i + 1 < text_.size() && text_.is(i + 1, kReference));
}

bool YearReader::is_named_number(std::size_t i) const {
  for (std::size_t back = 1; back <= 2 && back <= i; ++back) {
    if (text_.gap_before(i - back + 1).find('\n') != std::string_view::npos) return false;
    if (text_.is(i - back, kReference)) return true;
  }
  return false;
}

bool YearReader::is_reference(std::size_t i) const {
  if (text_[i].in_reference) return !in_school_year(i) && !in_month(i);
  if (is_before_postcode(i)) return true;
  const bool range = i + 1 < text_.size() && is_dash(text_.gap_before(i + 1)) && neighbour_is_year(i + 1);
  if (range && text_.lower(i - (i > 0 ? 1 : 0)) == "číslech") return false;  // Exekuce v číslech 2010–2018
  if (i > 0 && text_.is(i - 1, kReference) && text_.gap_before(i).find('\n') == std::string_view::npos)
    return true;
  // The tokenizer takes "č." before a number for a sign, as "§".
  const std::string_view gap = text_.gap_before(i);
  return gap.ends_with("§") || gap.ends_with("§ ") || gap.ends_with("č.") || gap.ends_with("č. ");
}

// "Rokycanova 1929, 356 01 Sokolov", in two lines as well: the number of a house.
bool YearReader::is_before_postcode(std::size_t i) const {
  constexpr std::size_t kDigits = 5;
  if (i == 0 || i + 1 >= text_.size() || !text_[i - 1].capitalised || !text_.follows(i)) return false;
  if (const std::string_view gap = text_.gap_before(i + 1); gap != ", " && gap != "\n") return false;
  std::size_t digits = text_[i + 1].kind == text::TokenKind::number ? text_.lower(i + 1).size() : 0;
  if (digits == 3 && i + 2 < text_.size() && text_[i + 2].kind == text::TokenKind::number &&
      text_.follows(i + 2))
    digits += text_.lower(i + 2).size();
  return digits == kDigits;
}

bool YearReader::has_evidence(std::size_t i) const {
  if (i > 0 && text_.gap_before(i).find('\n') == std::string_view::npos &&
      text_.is(i - 1, kYearWord | kMonth)) {
    return !is_amount_strictly(i);
  }
  if (i > 1 && text_.lower(i - 1) == "r" && text_.gap_before(i).starts_with(".")) return true;
  if (text_[i].in_reference || in_short_school_year(i) || begins_row(i))
    return true;  // a school year or a month
  if (i > 0 && is_dash(text_.gap_before(i)) && neighbour_is_year(i - 1)) return true;
  return i + 1 < text_.size() && is_dash(text_.gap_before(i + 1)) && neighbour_is_year(i + 1);
}

// "v roce 2000 Kč" is nothing that anybody writes, but "za rok 2000 korun" is.
bool YearReader::is_amount_strictly(std::size_t i) const {
  return i > 0 && text_.lower(i - 1) == "rok" && is_amount(i) && !text_.is(i + 1, kYearWord);
}

bool YearReader::is_amount(std::size_t i) const {
  const std::string_view gap = text_.gap_after(i);
  if (gap.starts_with(",-") || gap.starts_with("%") || gap.starts_with(" %") || gap.starts_with("€") ||
      gap.starts_with(" €") || gap.starts_with(",–")) {
    return true;
  }
  const std::string_view next_word =
      i + 1 < text_.size() && text_.next_is_adjacent(i) ? text_.lower(i + 1) : "";
  if (text_.is(i + 1, kAdjective) && (next_word.ends_with("ých") || next_word.ends_with("ích"))) return true;
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
bool YearReader::is_part_of_number(std::size_t i) const {
  const auto is_digits = [this](std::size_t w) {
    return text_[w].kind == text::TokenKind::number && !dated_[w];
  };
  const std::string_view before = text_.gap_before(i);
  const std::string_view after = text_.gap_after(i);
  if (before.ends_with("+") || before.ends_with("/") || after.starts_with("/")) return true;
  if (i > 0 && before == "-" && !neighbour_is_year(i - 1)) return true;
  const bool joined_left = i > 0 && is_digits(i - 1) && is_space(before) && !neighbour_is_year(i - 1);
  const bool joined_right = i + 1 < text_.size() && is_digits(i + 1) && is_space(text_.gap_before(i + 1)) &&
                            !neighbour_is_year(i + 1) && text_.lower(i + 1).size() >= 3;
  return joined_left || joined_right;
}

// A chronicle: the year begins its line, as one does in the line above or below.
bool YearReader::begins_row(std::size_t i) const {
  const Line& line = text_.line_of(i);
  if (line.first_word != i || i + 1 >= line.end_word) return false;
  const std::string_view gap = text_.gap_after(i);
  if (gap.size() < 2 || (gap == ". ")) return false;
  const std::vector<Line>& lines = text_.lines();
  const std::size_t at = static_cast<std::size_t>(&line - lines.data());
  const auto is_row = [&](std::size_t other) {
    return lines[other].first_word < lines[other].end_word &&
           year_value(text_.lower(lines[other].first_word)) != 0 &&
           text_.gap_after(lines[other].first_word) == gap;
  };
  constexpr std::size_t kNear = 3;  // lines: a row may be wrapped, or have an empty line between
  for (std::size_t away = 1; away <= kNear; ++away) {
    if ((away <= at && is_row(at - away)) || (at + away < lines.size() && is_row(at + away))) return true;
  }
  return false;
}

std::optional<FoundDate> first_date(const AnnotatedText& text, const YearReader& years, std::size_t first,
                                    std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    if (const DateMark* date = date_at(text, i))
      return FoundDate{date->iso, i, std::min<std::size_t>(i + date->count, text.size()) - 1};
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
  const std::vector<DateMark>& dates = text.dates();
  const auto found = std::lower_bound(dates.begin(), dates.end(), word,
                                      [](const DateMark& date, std::size_t w) { return date.word < w; });
  if (found == dates.end() || found->word != word) return nullptr;
  const std::size_t last = word + found->count - 1;
  return last < text.size() && is_house_in_street_of_day(text, last) ? nullptr : &*found;
}

}  // namespace tvar::facts
