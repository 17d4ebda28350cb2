// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What users may write as the value of a keyword, number or date field, and how it is handed on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tvar/query.h"
#include "tvar/schema.h"

namespace tvar::query {

/// Either `value`, ready for a Query::value node, or `error`, whose range is left to whoever knows where the value stands.
struct CheckedValue {
  std::string value;
  std::optional<QueryError> error = {};
};

/// Checks a value or a range "a..b", "a..", "..b", "a..<b", "..<b" of a number or date field; behind "<" stands what the
/// range ends before.
///
/// Numbers have an optional sign and a decimal point or comma; the comma is handed on as a point. Dates are
/// ISO 8601: year, year and month, or a day that is in the calendar. A range must not end before it begins; a year
/// or month at its end means the last day of it. Keyword values are handed on as they are.
[[nodiscard]] CheckedValue check_value(const Field& field, std::string_view value);

}  // namespace tvar::query
