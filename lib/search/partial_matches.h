// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Documents that have some of the words of a query, those with more of them higher.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "index/store.h"
#include "lib/search/query_compiler.h"
#include "tvar/result.h"

namespace tvar::search {

/// How much of a query a document has.
struct Coverage {
  std::vector<std::string> missing;  ///< as typed, in the order of the query
  double factor = 1.0;               ///< of its score
};

struct PartialMatches {
  store::MatchResult found;        ///< the matches in their new order, with the scores of the query
  std::vector<Coverage> coverage;  ///< of each match
  bool by_coverage = false;        ///< the factors mean something; else they are 1
};

/// The answer to `request`, whose query asks for any of `words` (CompiledQuery::words). When there are three words or more, and
/// the order is that of scores, the first hundred are ordered by score and coverage, whatever page is asked for; those behind
/// them count as having one word. Of documents behind the first hundred nobody finds out what is missing.
PartialMatches find_partial(const store::Reader& reader, const store::MatchRequest& request,
                            const std::vector<QueryWord>& words);

/// Tells each hit what it lacks, and takes it from its score. The hits are those of the matches, in their order.
void add_coverage(std::vector<Coverage>&& coverage, std::vector<Hit>& hits);

/// Ranks two lists, each ordered by score, as one, from `rank` on. `whole` goes first where scores are equal.
void rank_together(std::vector<Hit>& whole, std::vector<Hit>& partial, std::size_t rank);

}  // namespace tvar::search
