// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Node → Xapian::Query. Only stock operators, so that a query means the same on a remote shard.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

#include "index/store.h"

namespace tvar::store {

/// Nesting deeper than this is refused, because the backend recurses over the tree. Enough for every query that is not
/// refused before (lib/query/limits.h), one level of which becomes three of nodes at most.
inline constexpr int kMaxDepth = 1024;

/// A query apart from what only adds to the score of what it finds.
struct RankedQuery {
  Xapian::Query found;
  std::vector<Xapian::Query> extras;
  std::vector<Xapian::Query> placed;  ///< extras that test positions

  /// The query as a whole.
  [[nodiscard]] Xapian::Query whole() const { return ranked(found); }
  /// The whole, of the documents that `condition` finds.
  [[nodiscard]] Xapian::Query among(const Xapian::Query& condition) const;

 private:
  [[nodiscard]] Xapian::Query ranked(Xapian::Query query) const;
};

/// Whether the index has a term.
using HasTerm = std::function<bool(const std::string&)>;

/// Terms that there are not are left out; without `has_term` nothing is.
/// @throws Error invalid_argument when the tree is deeper than kMaxDepth
RankedQuery build_query(const Node& node, const HasTerm& has_term = {});

}  // namespace tvar::store
