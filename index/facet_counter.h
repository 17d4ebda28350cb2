// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Counts the contents of value slots over all documents that match, with the backend's stock spy, so that remote
/// shards count as local ones do.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "index/store.h"

namespace tvar::store {

/// Put between a query and its run: add_to, get_mset, counts. Lives at least as long as the run.
class FacetCounter {
 public:
  explicit FacetCounter(const std::vector<Slot>& slots);
  void add_to(Xapian::Enquire& enquire);
  /// Per slot: content → documents.
  [[nodiscard]] std::vector<std::map<std::string, std::uint64_t>> counts() const;

 private:
  std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies_;
};

}  // namespace tvar::store
