// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The order of a field, whose equal values are ordered by score and then by id.
///
/// The backend orders by a slot and then by score, and leaves what is still equal in the order of document numbers, which
/// tell when a document came into which shard. A third key would take a KeyMaker, which no remote shard knows. So what
/// is equal is put into order within a page, and when it goes on beyond the edges of the page, the documents of that key
/// alone are searched again: by score and then by id, which is an order that the backend has.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "index/match_data.h"
#include "index/query_builder.h"
#include "index/store.h"

namespace tvar::store {

/// The matches of a query, in the order of a slot.
class FieldOrder {
 public:
  /// All must outlive it.
  FieldOrder(const Xapian::Database& database, const RankedQuery& query, const MatchRequest& request)
      : database_(database), query_(query), request_(request) {}

  /// What has to be asked of the backend to see whether the page of these bounds cuts through equal matches: a row more
  /// on each side.
  struct Window {
    Xapian::doccount begin;
    Xapian::doccount size;
  };
  [[nodiscard]] static Window window(Xapian::doccount offset, Xapian::doccount limit);

  /// The page, from what the backend has found for its window.
  [[nodiscard]] std::vector<Match> page(const Xapian::MSet& found, Xapian::doccount offset,
                                        Xapian::doccount limit) const;

  /// The matches with this key in the slot.
  [[nodiscard]] RankedQuery with_key(const std::string& key) const;

 private:
  struct Row {
    std::string key;
    double score = 0.0;
    friend bool operator==(const Row&, const Row&) = default;
  };

  void settle(const std::string& key, const std::vector<Row>& rows, Xapian::doccount first,
              Xapian::doccount offset, std::vector<Match>& page) const;
  [[nodiscard]] Xapian::doccount rank_of(const std::string& key) const;
  [[nodiscard]] Xapian::Query until_key(const std::string& key) const;
  [[nodiscard]] Xapian::doccount count(const Xapian::Query& query) const;

  const Xapian::Database& database_;
  const RankedQuery& query_;
  const MatchRequest& request_;
};

}  // namespace tvar::store
