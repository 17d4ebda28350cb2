// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The page, the order and the counts that SearchOptions ask for, as the store takes them.
#pragma once

#include "index/store.h"
#include "tvar/schema.h"
#include "tvar/searcher.h"

namespace tvar::search {

/// A request without a query.
/// @throws Error invalid_argument for a limit that is too high, and a field that there is not or that can't be counted, sorted or
/// collapsed by
store::MatchRequest make_request(const SearchOptions& options, const Schema& schema,
                                 const store::FieldMap& places);

}  // namespace tvar::search
