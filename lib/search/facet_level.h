// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Hierarchies counted one level at a time.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tvar/schema.h"
#include "tvar/searcher.h"

namespace tvar::search {

/// Which nodes a path is counted in: the one at the top, or those right below the node that was asked for. Remembers paths,
/// which repeat.
class FacetLevel {
 public:
  /// @throws Error invalid_argument when the field has no levels, or is asked for in another way as well
  FacetLevel(const Field& field, const FacetRequest& request);

  /// @param path  must outlive the object
  /// @return paths of nodes, valid as long as the object; several when a name repeats on the way, none when the path does
  ///         not reach the level
  [[nodiscard]] const std::vector<std::string_view>& nodes_of(std::string_view path);

 private:
  std::string node_;  // a key
  bool rooted_ = false;
  std::unordered_map<std::string_view, std::vector<std::string_view>> known_;
  std::deque<std::string> nodes_;
};

}  // namespace tvar::search
