// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// In how many documents a term is. Queries ask for many terms that the index does not have, the same ones again and again, and
/// finding that out takes the backend longer than anything else it does for such a term.
#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>

namespace tvar::store {

/// Of one snapshot of a database.
class TermFrequencies {
 public:
  [[nodiscard]] Xapian::doccount of(const Xapian::Database& database, const std::string& term) {
    constexpr std::size_t kMost = 20'000;  // some megabytes
    const auto known = known_.find(term);
    if (known != known_.end()) return known->second;
    const Xapian::doccount frequency = database.get_termfreq(term);
    if (known_.size() >= kMost) known_.clear();
    known_.emplace(term, frequency);
    return frequency;
  }
  void clear() { known_.clear(); }

 private:
  std::unordered_map<std::string, Xapian::doccount> known_;
};

}  // namespace tvar::store
