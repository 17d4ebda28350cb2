// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Documents and result pages as tests write them.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tvar/document.h"
#include "tvar/result.h"

namespace tvar::testing {

using Ids = std::vector<std::string>;

inline Document page_of(std::string id, std::string title, std::string text) {
  return {.id = std::move(id), .fields = {{"title", std::move(title)}, {"text", std::move(text)}}};
}

/// Ids of the hits, in their order.
inline Ids ids(const ResultPage& page) {
  Ids list;
  for (const Hit& hit : page.hits()) list.push_back(hit.id);
  return list;
}

inline Ids sorted_ids(const ResultPage& page) {
  Ids list = ids(page);
  std::sort(list.begin(), list.end());
  return list;
}

}  // namespace tvar::testing
