// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/facet_level.h"

#include "lib/indexing/value_path.h"
#include "tvar/error.h"

namespace tvar::search {
namespace {

[[noreturn]] void refuse(const FacetRequest& request, const std::string& why, const std::string& hint) {
  throw Error(ErrorCode::invalid_argument, "can't count '" + request.to_string() + "': " + why, hint);
}

}  // namespace

FacetLevel::FacetLevel(const Field& field, const FacetRequest& request) {
  if (!field.hierarchy)
    refuse(request, "the field is no hierarchy", "Count its values one by one: " + field.name);
  if (request.interval != FacetInterval::none || !request.edges.empty())
    refuse(request, "a hierarchy has neither intervals nor ranges",
           "Count its top, " + field.name + ", or what is below a node, " + field.name + ":NODE.");
  if (request.node.empty()) return;
  const std::vector<std::string_view> names = indexing::split_path(request.node);
  if (names.empty()) refuse(request, "there is no name in the node", "Name a node, or a path with > in it.");
  node_ = indexing::path_key(names, names.size());
  rooted_ = indexing::is_rooted(request.node);
}

const std::vector<std::string_view>& FacetLevel::nodes_of(std::string_view path) {
  const auto [place, is_new] = known_.try_emplace(path);
  if (!is_new) return place->second;
  const std::vector<std::string_view> names = indexing::split_path(path);
  // `parents` names lead to a node that is asked for, and one more to what is counted.
  for (std::size_t parents = 0; parents < names.size(); ++parents) {
    const bool is_top = parents == 0;
    if (is_top != node_.empty()) continue;
    const bool is_wanted = is_top || indexing::path_key(names, parents) == node_ ||
                           (!rooted_ && indexing::node_key(names[parents - 1]) == node_);
    if (is_wanted) place->second.push_back(nodes_.emplace_back(indexing::join_path(names, parents + 1)));
  }
  return place->second;
}

}  // namespace tvar::search
