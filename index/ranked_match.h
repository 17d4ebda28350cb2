// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The best matches of a query most of whose work is done for the order of what it finds: phrases, families of words, exact
/// forms. Few documents can be among the best, and only for these are such parts looked at.
///
/// First all matches are found and counted, scored by their words alone. What the rest of the query adds to the first
/// ones says how good one must be, and how much it can add at most (score_bound.h) says which documents may be. Their
/// scores are those that the whole query gives, and so is their order.
///
/// The backend has no operator for a set of documents, so this is for databases on this disk; of servers the whole query
/// is asked.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "index/query_builder.h"
#include "index/store.h"
#include "index/term_frequencies.h"

namespace tvar::store {

class DocumentSet;

class RankedMatch {
 public:
  /// When it pays.
  struct Sizes {
    Xapian::doccount least_matches = 1500;  ///< as estimated; fewer are ranked faster at once
    /// Postings to rank by, for each to find by: a word alone, with its form and its family, has two.
    double least_work = 2.0;
    std::size_t first_look = 20;         ///< matches that say what a good one scores
    Xapian::doccount most_wanted = 200;  ///< matches before the end of the page
    std::size_t rare_part = 16;          ///< one match in so many has what is rare
  };

  /// All must outlive it. `node` is what the query was made of.
  RankedMatch(const Xapian::Database& database, TermFrequencies& frequencies, const RankedQuery& query,
              const Node& node, Sizes sizes)
      : database_(database), frequencies_(frequencies), query_(query), node_(node), sizes_(sizes) {}

  struct Result {
    Xapian::MSet all;   ///< how many there are; not their order
    Xapian::MSet page;  ///< [offset, offset + limit)
  };
  /// Nothing when it does not pay, and the whole query has to be run. `all` has the weights, and counts all matches. It
  /// is used up when there is a result.
  [[nodiscard]] std::optional<Result> page(Xapian::Enquire& all, Xapian::doccount offset,
                                           Xapian::doccount limit) const;

 private:
  [[nodiscard]] Xapian::MSet among(DocumentSet& documents, Xapian::doccount offset,
                                   Xapian::doccount limit) const;
  [[nodiscard]] Xapian::MSet with_any(const std::vector<std::string>& terms) const;

  const Xapian::Database& database_;
  TermFrequencies& frequencies_;
  const RankedQuery& query_;
  const Node& node_;
  Sizes sizes_;
};

}  // namespace tvar::store
