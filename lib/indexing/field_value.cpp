// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/field_value.h"

#include <array>
#include <charconv>
#include <cmath>

#include "index/store.h"
#include "lib/text/fold.h"

namespace tvar::indexing {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::optional<double> to_number(std::string_view text) {
  double number = 0.0;
  text = trimmed(text);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number == 0.0 ? 0.0 : number;  // one key for 0 and -0
}

std::optional<int> digits(std::string_view text, std::size_t begin, std::size_t count) {
  int number = 0;
  if (begin + count > text.size()) return std::nullopt;
  for (const char digit : text.substr(begin, count)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return number;
}

int days_in(int year, int month) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// YYYY, YYYY-MM or YYYY-MM-DD of the proleptic Gregorian calendar (ISO 8601).
bool is_date(std::string_view text) {
  const std::optional<int> year = digits(text, 0, 4);
  if (!year || text.size() == 4) return year.has_value();
  const std::optional<int> month = digits(text, 5, 2);
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return false;
  if (text.size() == 7) return true;
  const std::optional<int> day = digits(text, 8, 2);
  return text.size() == 10 && text[7] == '-' && day && *day >= 1 && *day <= days_in(*year, *month);
}

// Behind every date that begins with these characters: 2016-04 < 2016-04-30 < 2016-04\x7f < 2016-05.
std::string end_of_date(std::string date) {
  return date.size() < 10 ? date + '\x7f' : date;
}

}  // namespace

std::optional<std::string> value_key(FieldKind kind, std::string_view value) {
  if (kind == FieldKind::number) {
    const std::optional<double> number = to_number(value);
    if (!number) return std::nullopt;
    return store::number_key(*number);
  }
  if (kind == FieldKind::date) {
    const std::string_view date = trimmed(value);
    if (!is_date(date)) return std::nullopt;
    return std::string(date);
  }
  std::string key = text::fold_key(value);
  if (key.empty()) return std::nullopt;
  return key;
}

std::string canonical_value(FieldKind kind, std::string_view value) {
  std::string text(value);
  for (char& byte : text) {
    if (static_cast<unsigned char>(byte) < 0x20U) byte = ' ';
  }
  text = std::string(trimmed(text));
  if (kind != FieldKind::number) return text;
  const std::optional<double> number = to_number(text);
  if (!number) return text;
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *number);
  return {buffer.data(), end};
}

std::optional<KeyRange> parse_range(FieldKind kind, std::string_view text) {
  text = trimmed(text);
  const std::size_t dots = kind == FieldKind::keyword ? std::string_view::npos : text.find("..");
  const std::string_view low = trimmed(text.substr(0, dots));
  const std::string_view high = dots == std::string_view::npos ? low : trimmed(text.substr(dots + 2));
  if (low.empty() && high.empty()) return std::nullopt;
  KeyRange range;
  for (const auto& [end, key] : {std::pair(low, &range.low), std::pair(high, &range.high)}) {
    if (end.empty()) continue;
    std::optional<std::string> found = value_key(kind, end);
    if (!found) return std::nullopt;
    *key = std::move(*found);
  }
  if (kind == FieldKind::date && !range.high.empty()) range.high = end_of_date(range.high);
  if (!range.low.empty() && !range.high.empty() && range.high < range.low) return std::nullopt;
  return range;
}

}  // namespace tvar::indexing
