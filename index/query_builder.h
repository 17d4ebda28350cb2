// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Node → Xapian::Query. Only stock operators, so that a query means the same on a remote shard.
#pragma once

#include <xapian.h>

#include "index/store.h"

namespace tvar::store {

/// Nesting deeper than this is refused, because the backend recurses over the tree. Enough for every query that is not
/// refused before (lib/query/limits.h), one level of which becomes three of nodes at most.
inline constexpr int kMaxDepth = 1024;

/// @throws Error invalid_argument when the tree is deeper than kMaxDepth
Xapian::Query build_query(const Node& node);

}  // namespace tvar::store
