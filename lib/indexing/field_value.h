// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The values of keyword, number and date fields: what is accepted, what makes two of them equal, and ranges.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/schema.h"

namespace tvar::indexing {

/// The key of a value: equal keys are equal values, and keys sort like values (bytewise).
/// Keywords: folded. Numbers: store::number_key. Dates: the ISO date, checked against the calendar.
/// @return nothing when the value is none of that kind
std::optional<std::string> value_key(FieldKind kind, std::string_view value);

/// The value as it is shown and counted: trimmed, control characters replaced by spaces, numbers without
/// superfluous zeros.
std::string canonical_value(FieldKind kind, std::string_view value);

/// The same of a field: paths of a hierarchy are written with kPathSeparator. Empty when there is no name in it.
std::string canonical_value(const Field& field, std::string_view value);

/// The keys under which filters find a value: its own, and of a keyword that begins with a legal form ("o. s. Naděje")
/// the one without. A form behind the name needs none: filters take a keyword by its leading words.
/// @return empty when the value is none of the kind
std::vector<std::string> filter_keys(FieldKind kind, std::string_view value);

/// The same of a field. Of a path: all nodes on its way, each by its path, and by its name alone below the top.
/// @param value  a canonical one
std::vector<std::string> filter_keys(const Field& field, std::string_view value);

/// What makes two values of a facet one: the key without legal form; of a number or date the key.
/// @return nothing when the value is none of the kind
std::optional<std::string> facet_key(FieldKind kind, std::string_view value);

/// The same of a field. Of a path: the key of its last node.
std::optional<std::string> facet_key(const Field& field, std::string_view value);

/// A value or range of a filter, as keys with both ends included; an empty end is open.
struct KeyRange {
  std::string low;
  std::string high;
};

/// Reads "a..b", "a..", "..b", "a..<b", "..<b" (before b) or a single value. A single date "2016" is the range of all
/// days of that year.
/// @return nothing when it is not a value or range of the kind, or when low > high
std::optional<KeyRange> parse_range(FieldKind kind, std::string_view text);

}  // namespace tvar::indexing
