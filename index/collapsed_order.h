// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The order of a field of matches that stand for others (see MatchRequest::collapse_slot): equal ones by score and then by id,
/// as without collapsing (field_order.h).
///
/// The backend takes the document that came first where several are equal, both for the one that stands for a value and
/// for the order of those that do. A group is searched again for its best document by score and then by id, which is an
/// order that the backend has; the order of the page is made here, from all that is equal to its ends.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "index/match_data.h"
#include "index/query_builder.h"
#include "index/store.h"

namespace tvar::store {

class CollapsedOrder {
 public:
  /// All must outlive it. `request` has both slots.
  CollapsedOrder(const Xapian::Database& database, const RankedQuery& query, const MatchRequest& request)
      : database_(database), query_(query), request_(request) {}

  [[nodiscard]] std::vector<Match> page(Xapian::doccount offset, Xapian::doccount limit) const;

 private:
  struct Row {
    Xapian::MSetIterator hit;
    std::string key;
    std::string group;  // empty when it stands for itself only
    double score = 0.0;
    Xapian::doccount collapsed = 0;
    std::string id = {};
  };
  using Rows = std::vector<Row>;
  using Groups = std::map<std::string, Xapian::MSetIterator>;

  [[nodiscard]] Rows first_rows(Xapian::doccount wanted) const;
  [[nodiscard]] Xapian::MSet run(const Xapian::Query& query, bool by_field, Xapian::doccount limit) const;
  void choose(Rows& rows, std::size_t begin, std::size_t end) const;
  [[nodiscard]] Groups best_of_groups(const std::string& key) const;

  const Xapian::Database& database_;
  const RankedQuery& query_;
  const MatchRequest& request_;
};

}  // namespace tvar::store
