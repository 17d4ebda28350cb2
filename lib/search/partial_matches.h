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

/// The answer to `request`, whose query asks for any of the words of `query`, which is incomplete. When there are three words or
/// more, and the order is that of scores, the first hundred are ordered by score, neighbouring words and coverage, whatever
/// page is asked for; those behind them count as having one word. Of documents behind the first hundred nobody finds out
/// what is missing.
PartialMatches find_partial(const store::Reader& reader, const store::MatchRequest& request,
                            const CompiledQuery& query);

/// Tells each hit what it lacks, and takes it from its score. The hits are those of the matches, in their order.
void add_coverage(std::vector<Coverage>&& coverage, std::vector<Hit>& hits);

/// Hits with all words and hits with some of them, on one page.
struct Joined {
  std::vector<std::size_t> whole;    ///< the rank of each match that has all words
  std::vector<std::size_t> partial;  ///< and of each that has some
};

/// Ranks two lists, each ordered by score, as one, and leaves those in them that are on a page: ranks `begin` to `end`. Where
/// scores are equal, `whole` goes first, and all of it is among the first kFewHits ranks: what has all words is what was asked for.
/// @param whole all that have all words, at most kFewHits
/// @param scale what the scores of `partial` are multiplied by
/// @param skipped how many were left out at the beginning of `partial`; no more than `begin` less the size of `whole`
Joined join(std::vector<store::Match>& whole, PartialMatches& partial, double scale, std::size_t skipped,
            std::size_t begin, std::size_t end);

}  // namespace tvar::search
