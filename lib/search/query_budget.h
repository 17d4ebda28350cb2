// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Keeps the postings that a query reads within a limit (lib/query/limits.h), by leaving the most frequent alternatives
/// out of it.
#pragma once

#include "index/store.h"

namespace tvar::search {

/// Makes the tree cheap enough. Only children of any_of that score are left out, never the last of them; what is
/// excluded and what filters stays whole, as the answer would be wrong otherwise and not just poorer.
/// @return whether anything was left out
bool fit_into_budget(store::Node& node, const store::Reader& reader);

}  // namespace tvar::search
