// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The values of keyword, number and date fields: what is accepted, what makes two of them equal, and ranges.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tvar/schema.h"

namespace tvar::indexing {

/// The key of a value: equal keys are equal values, and keys sort like values (bytewise).
/// Keywords: folded. Numbers: store::number_key. Dates: the ISO date, checked against the calendar.
/// @return nothing when the value is none of that kind
std::optional<std::string> value_key(FieldKind kind, std::string_view value);

/// The value as it is shown and counted: trimmed, control characters replaced by spaces, numbers without
/// superfluous zeros.
std::string canonical_value(FieldKind kind, std::string_view value);

/// A value or range of a filter, as keys with both ends included; an empty end is open.
struct KeyRange {
  std::string low;
  std::string high;
};

/// Reads "a..b", "a..", "..b" or a single value. A single date "2016" is the range of all days of that year.
/// @return nothing when it is not a value or range of the kind, or when low > high
std::optional<KeyRange> parse_range(FieldKind kind, std::string_view text);

}  // namespace tvar::indexing
