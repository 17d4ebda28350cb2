// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From counts of slot contents to counts of facet values.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "tvar/result.h"
#include "tvar/schema.h"

namespace tvar::search {

/// Splits the lists that the store counted and joins spellings that differ only in case, diacritics and spaces under
/// the most frequent one.
/// @param counts  list of values → number of documents
/// @param limit   values to keep; 0 = all
FacetResult make_facet(const Field& field, const std::map<std::string, std::uint64_t>& counts,
                       std::size_t limit);

}  // namespace tvar::search
