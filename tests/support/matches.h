// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Matches of the store as tests write them.
#pragma once

#include <string>
#include <vector>

#include "index/store.h"

namespace tvar::testing {

/// Ids of the matches, in their order.
inline std::vector<std::string> ids(const store::MatchResult& result) {
  std::vector<std::string> list;
  for (const store::Match& match : result.matches) list.push_back(match.id);
  return list;
}

}  // namespace tvar::testing
