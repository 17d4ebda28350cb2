// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From counts of slot contents to counts of facet values.
#pragma once

#include "index/store.h"
#include "tvar/result.h"
#include "tvar/schema.h"
#include "tvar/searcher.h"

namespace tvar::search {

/// @throws Error invalid_argument when the field can't be counted so
void check_facet(const Field& field, const FacetRequest& request);

/// Splits the lists that the store counted. Values one by one: joins spellings that differ only in case, diacritics,
/// spaces and legal form under the most frequent one. Otherwise puts them into the groups of `request`.
/// @param request  one that check_facet let pass
/// @param counts  list of values → number of documents
/// @param options  facet_limit, facet_contains and facets_by_value; they hold for values one by one only
FacetResult make_facet(const Field& field, const FacetRequest& request, const store::SlotCounts& counts,
                       const SearchOptions& options);

}  // namespace tvar::search
