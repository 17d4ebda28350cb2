// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/iso_date.h"

#include <array>
#include <chrono>

namespace tvar::readers {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::size_t kMaxBytes = 64;  // longer than any date with its time and zone

/// Eats a value from the left.
class Scanner {
 public:
  explicit Scanner(std::string_view rest) : rest_(rest) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }

  bool skip(std::string_view literal) {
    if (!rest_.starts_with(literal)) return false;
    rest_.remove_prefix(literal.size());
    return true;
  }

  bool skip_spaces() {
    bool any = false;
    while (skip(" ") || skip(kNoBreakSpace)) any = true;
    return any;
  }

  /// A number of `min` to `max` digits, and no digit behind it.
  std::optional<int> number(std::size_t min, std::size_t max) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < rest_.size() && digits <= max && is_digit(rest_[digits]))
      value = value * 10 + (rest_[digits++] - '0');
    if (digits < min || digits > max) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }

  /// Three letters that begin an English month, 1 to 12.
  std::optional<int> month() {
    constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const std::size_t at = rest_.size() < 3 ? std::string_view::npos : kMonths.find(rest_.substr(0, 3));
    if (at == std::string_view::npos || at % 3 != 0) return std::nullopt;
    rest_.remove_prefix(3);
    return static_cast<int>(at / 3) + 1;
  }

  /// "Thu, "
  void skip_weekday() {
    const std::size_t comma = rest_.find(',');
    if (comma != 3) return;
    rest_.remove_prefix(comma + 1);
    skip_spaces();
  }

  /// The end, or a time of day, which is not looked at further.
  bool at_end_or_time() {
    if (done()) return true;
    if (skip("T")) return time();
    skip(",");
    return skip_spaces() && (done() || time());
  }

 private:
  /// 10:00… or 1000 or 100000
  bool time() {
    if (number(4, 4) || number(6, 6)) return true;
    return number(1, 2) && skip(":") && number(2, 2);
  }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  std::string_view rest_;
};

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::optional<std::string> spelled(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (year == 0 || !date.ok()) return std::nullopt;
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

/// 2016, 2016-04, 2016-04-14, 2016/04/14, each day with a time or without.
std::optional<std::string> year_first(Scanner scan) {
  const std::optional<int> year = scan.number(4, 4);
  if (!year || *year == 0) return std::nullopt;
  if (scan.done()) return padded(*year, 4);
  const bool slash = scan.skip("/");
  if (!slash && !scan.skip("-")) return std::nullopt;
  const std::optional<int> month = scan.number(1, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (scan.done()) return padded(*year, 4) + "-" + padded(*month, 2);
  if (!scan.skip(slash ? "/" : "-")) return std::nullopt;
  const std::optional<int> day = scan.number(1, 2);
  return day && scan.at_end_or_time() ? spelled(*year, *month, *day) : std::nullopt;
}

/// 20160414
std::optional<std::string> without_separators(Scanner scan) {
  const std::optional<int> all = scan.number(8, 8);
  return all && scan.at_end_or_time() ? spelled(*all / 10000, *all / 100 % 100, *all % 100) : std::nullopt;
}

/// 14. 4. 2016
std::optional<std::string> czech(Scanner scan) {
  const std::optional<int> day = scan.number(1, 2);
  if (!day || !scan.skip(".")) return std::nullopt;
  scan.skip_spaces();
  const std::optional<int> month = scan.number(1, 2);
  if (!month || !scan.skip(".")) return std::nullopt;
  scan.skip_spaces();
  const std::optional<int> year = scan.number(4, 4);
  return year && scan.at_end_or_time() ? spelled(*year, *month, *day) : std::nullopt;
}

/// Thu, 14 Apr 2016 10:00:00 GMT
std::optional<std::string> internet(Scanner scan) {
  scan.skip_weekday();
  const std::optional<int> day = scan.number(1, 2);
  if (!day || !scan.skip_spaces()) return std::nullopt;
  const std::optional<int> month = scan.month();
  if (!month || !scan.skip_spaces()) return std::nullopt;
  const std::optional<int> year = scan.number(4, 4);
  return year && scan.at_end_or_time() ? spelled(*year, *month, *day) : std::nullopt;
}

}  // namespace

std::optional<std::string> iso_date(std::string_view value) {
  if (value.size() > kMaxBytes) return std::nullopt;
  Scanner scan(value);
  scan.skip_spaces();
  for (const auto& form : {year_first, without_separators, czech, internet}) {
    if (std::optional<std::string> date = form(scan)) return date;
  }
  return std::nullopt;
}

}  // namespace tvar::readers
