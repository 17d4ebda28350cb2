// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Histograms and ranges: numbers and dates counted by groups.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/result.h"
#include "tvar/schema.h"
#include "tvar/searcher.h"

namespace tvar::search {

/// Counts the groups of one request. A document counts once for each group that it has a value in.
class FacetGroups {
 public:
  /// @throws Error invalid_argument when the field can't be counted so. Both must outlive it.
  FacetGroups(const Field& field, const FacetRequest& request);

  /// @param values  of one document, or of `count` documents that have the same ones
  void add(const std::vector<std::string_view>& values, std::uint64_t count);

  /// FacetResult::values, distinct and imprecise.
  void write(FacetResult& result) const;

 private:
  void check_edges();
  [[nodiscard]] bool find_group(std::string_view value, std::int64_t& group);
  [[nodiscard]] std::string name_of(std::int64_t group) const;

  const Field& field_;
  const FacetRequest& request_;
  std::vector<std::string> edges_;  // keys
  std::map<std::int64_t, std::uint64_t> counts_;
  std::set<std::int64_t> with_fractions_;  // groups of numbers that are not all whole
  std::uint64_t imprecise_ = 0;
  std::vector<std::int64_t> groups_;  // of one document
};

}  // namespace tvar::search
