// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From counts of slot contents to counts of facet values.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "tvar/result.h"
#include "tvar/schema.h"
#include "tvar/searcher.h"

namespace tvar::search {

/// Splits the lists that the store counted and joins spellings that differ only in case, diacritics and spaces under
/// the most frequent one.
/// @param counts  list of values → number of documents
/// @param options  facet_limit, facet_contains and facets_by_value
FacetResult make_facet(const Field& field, const std::map<std::string, std::uint64_t>& counts,
                       const SearchOptions& options);

}  // namespace tvar::search
