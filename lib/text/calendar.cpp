// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/calendar.h"

#include <array>
#include <cstddef>

namespace tvar::text {
namespace {

int to_int(std::string_view digits) noexcept {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

bool fits(std::string_view text, std::string_view pattern) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == 'd' ? !is_digit : text[i] != pattern[i]) return false;
  }
  return true;
}

}  // namespace

int days_in_month(int year, int month) noexcept {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_iso_date(std::string_view text) noexcept {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (!fits(text, "dddd-dd-dd")) return false;
  if (text.size() == 4) return true;
  const int month = to_int(text.substr(5, 2));
  if (month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  const int day = to_int(text.substr(8, 2));
  return day >= 1 && day <= days_in_month(to_int(text.substr(0, 4)), month);
}

}  // namespace tvar::text
