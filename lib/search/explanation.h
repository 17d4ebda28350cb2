// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Why a document was found, and what each part of the query gave to its score.
#pragma once

#include <vector>

#include "index/store.h"
#include "lib/analysis/text_analyzer.h"
#include "lib/search/known_boilerplate.h"
#include "lib/search/query_compiler.h"
#include "tvar/result.h"

namespace tvar::search {

/// Fills Hit::explanation of each hit.
///
/// Each part is matched once more against the document alone. The weights of terms come from the whole index, so the
/// part scores what it did inside the query.
///
/// @param query  compiled with Options::explain
/// @param found  the matches of `query`, with data, in the order of the hits
/// @param hits   their scores may have been scaled since; the shares are scaled in the same way
void explain_hits(const CompiledQuery& query, const store::MatchResult& found, const store::Reader& reader,
                  analysis::TextAnalyzer& analyzer, KnownBoilerplate& boilerplate, std::vector<Hit>& hits);

}  // namespace tvar::search
