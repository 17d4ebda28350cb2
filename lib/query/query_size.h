// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Refuses trees that are too large to be searched before anything recurses over them.
#pragma once

#include <optional>

#include "tvar/query.h"

namespace tvar::query {

/// @return too_complex when the tree is deeper or larger than lib/query/limits.h allows
[[nodiscard]] std::optional<QueryError> check_size(const Query& query);

}  // namespace tvar::query
