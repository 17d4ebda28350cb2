// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/merge_repeated.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tvar::search {
namespace {

using store::Node;
using Op = store::Node::Op;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

std::uint64_t hash_of(std::string_view text) {
  return text.empty() ? 0 : std::hash<std::string_view>()(text);
}

bool are_equal(const Node& a, const Node& b) {
  return a.op == b.op && a.factor == b.factor && a.window == b.window && a.slot == b.slot &&
         a.term == b.term && a.low == b.low && a.high == b.high &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), are_equal);
}

/// How many children come before those whose order says nothing; all, when there are none such.
std::size_t first_equal(const Node& node) {
  switch (node.op) {
    case Op::all_of:
    case Op::any_of:
      return 0;
    case Op::and_maybe:
    case Op::and_not:
    case Op::filter:
      return 1;
    default:
      return node.children.size();
  }
}

/// Merges the children of a node from `first` on. `hashes`: of the children, before and after.
void merge_children(Node& node, std::size_t first, std::vector<std::uint64_t>& hashes) {
  std::unordered_multimap<std::uint64_t, std::size_t> places;
  std::vector<std::size_t> times(node.children.size(), 1);
  std::size_t kept = first;
  for (std::size_t i = first; i < node.children.size(); ++i) {
    const auto [begin, end] = places.equal_range(hashes[i]);
    const auto same = std::find_if(begin, end, [&](const auto& entry) {
      return are_equal(node.children[entry.second], node.children[i]);
    });
    if (same != end) {
      ++times[same->second];
      continue;
    }
    places.emplace(hashes[i], kept);
    if (kept != i) node.children[kept] = std::move(node.children[i]);
    hashes[kept++] = hashes[i];
  }
  node.children.erase(node.children.begin() + static_cast<std::ptrdiff_t>(kept), node.children.end());
  hashes.resize(kept);
  if (node.op == Op::and_not || node.op == Op::filter) return;  // they do not score
  for (std::size_t i = first; i < kept; ++i) {
    if (times[i] == 1) continue;
    node.children[i] = Node::scaled(static_cast<double>(times[i]), std::move(node.children[i]));
    hashes[i] = mixed(hashes[i], times[i]);
  }
}

/// @param may_merge  not in operators of which the backend takes plain terms alone
/// @return the hash of the tree as it is afterwards, so that each node is looked at once
std::uint64_t merge(Node& node, bool may_merge) {
  may_merge = may_merge && node.op != Op::phrase && node.op != Op::near && node.op != Op::synonym;
  std::vector<std::uint64_t> hashes;
  hashes.reserve(node.children.size());
  for (Node& child : node.children) hashes.push_back(merge(child, may_merge));
  const std::size_t first = first_equal(node);
  if (may_merge && first + 1 < node.children.size()) merge_children(node, first, hashes);
  std::uint64_t hash = mixed(static_cast<std::uint64_t>(node.op), hash_of(node.term));
  hash = mixed(hash, std::bit_cast<std::uint64_t>(node.factor));
  hash = mixed(hash, node.window);
  hash = mixed(hash, node.slot);
  hash = mixed(mixed(hash, hash_of(node.low)), hash_of(node.high));
  for (const std::uint64_t child : hashes) hash = mixed(hash, child);
  return hash;
}

}  // namespace

void merge_repeated(Node& node) {
  merge(node, true);
}

}  // namespace tvar::search
