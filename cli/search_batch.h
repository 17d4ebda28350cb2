// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Many queries at once, for evaluation by TREC's tools.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/commands.h"
#include "tvar/searcher.h"

namespace tvar::cli {

inline constexpr std::size_t kBatchLimit = 100;  ///< hits of a query, unless --limit says otherwise

/// The id as one column of a run: white space as "%20" and the like, nothing else changed.
[[nodiscard]] std::string trec_id(std::string_view id);

/// Runs the queries of the file, lines "name<TAB>query", and prints "name Q0 id rank score tvar" for each hit,
/// ranks from 1. A wrong query is reported with its line, and the run goes on.
/// @return kFound, kNothingFound when no query found anything, kFailure when a query was wrong
int run_batch(Context& context, const Searcher& searcher, const std::string& file, SearchOptions options);

}  // namespace tvar::cli
