// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Dates as metadata spells them, as ISO 8601 calendar dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tvar::readers {

/// The date that a whole value is, when it can mean but one:
///
///     2016-04-14   2016-4-14   2016/04/14   20160414     2016-04-14
///     2016-04-14T10:00:00+02:00   2016-04-14 10:00       2016-04-14 (the day as written, no time zone applied)
///     14. 4. 2016   14.4.2016   14. 4. 2016 10:00        2016-04-14 (the Czech order)
///     Thu, 14 Apr 2016 10:00:00 GMT   14 Apr 2016        2016-04-14 (RFC 5322)
///     2016-04                                            2016-04
///     2016                                               2016
///
/// Nothing for other values, for days that no calendar has, and for 04/05/2016, which is April or May.
[[nodiscard]] std::optional<std::string> iso_date(std::string_view value);

}  // namespace tvar::readers
