// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What is wrong with a query, as values that a program can put into words of any language.
#pragma once

#include <string>
#include <vector>

#include "tvar/query.h"
#include "tvar/text_range.h"

namespace tvar::query {

/// The error with its code and its English message. Arguments are cut to 40 bytes each.
[[nodiscard]] QueryError make_error(QueryError::Reason reason, TextRange range,
                                    std::vector<std::string> arguments = {});

}  // namespace tvar::query
