// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/query/query_size.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "lib/query/errors.h"
#include "lib/query/limits.h"

namespace tvar::query {

std::optional<QueryError> check_size(const Query& query) {
  std::vector<std::pair<const Query*, std::size_t>> pending = {{&query, 1}};
  for (std::size_t nodes = 0; !pending.empty(); ++nodes) {
    const auto [node, depth] = pending.back();
    pending.pop_back();
    // What is pending counts, so that a node with a million children is not gone through.
    const bool too_large = nodes + pending.size() + node->children().size() >= kMaxTreeNodes;
    if (depth > kMaxTreeDepth || too_large) {
      return too_large ? make_error(QueryError::Reason::tree_too_large, node->range(),
                                    {std::to_string(kMaxTreeNodes)})
                       : make_error(QueryError::Reason::tree_too_deep, node->range(),
                                    {std::to_string(kMaxTreeDepth)});
    }
    for (const Query& child : node->children()) pending.emplace_back(&child, depth + 1);
  }
  return std::nullopt;
}

}  // namespace tvar::query
