// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Node → Xapian::Query. Only stock operators, so that a query means the same on a remote shard.
#pragma once

#include <xapian.h>

#include "index/store.h"

namespace tvar::store {

/// Nesting deeper than this is refused, because the backend recurses over the tree.
inline constexpr int kMaxDepth = 256;

/// @throws Error invalid_argument when the tree is deeper than kMaxDepth
Xapian::Query build_query(const Node& node);

}  // namespace tvar::store
