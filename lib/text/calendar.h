// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Calendar dates as ISO 8601 writes them.
#pragma once

#include <string_view>

namespace tvar::text {

/// Days of a month of the proleptic Gregorian calendar. @param month 1 to 12
[[nodiscard]] int days_in_month(int year, int month) noexcept;

/// "2016", "2016-04" or "2016-04-14", and in the calendar. Such dates sort as text.
[[nodiscard]] bool is_iso_date(std::string_view text) noexcept;

}  // namespace tvar::text
