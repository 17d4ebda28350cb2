// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/merge_repeated.h"

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tvar::search {
namespace {

using store::Node;
using Op = store::Node::Op;

void append_bytes(std::string& key, const auto& value) {
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append_text(std::string& key, std::string_view text) {
  append_bytes(key, text.size());
  key += text;
}

/// Equal for equal trees alone.
void append_key(std::string& key, const Node& node) {
  append_bytes(key, node.op);
  append_bytes(key, node.factor);
  append_bytes(key, node.window);
  append_bytes(key, node.slot);
  append_text(key, node.term);
  append_text(key, node.low);
  append_text(key, node.high);
  append_bytes(key, node.children.size());
  for (const Node& child : node.children) append_key(key, child);
}

/// How many children come before those whose scores are added, in any order; all, when there are none such.
std::size_t first_added(const Node& node) {
  switch (node.op) {
    case Op::all_of:
    case Op::any_of:
      return 0;
    case Op::and_maybe:
      return 1;
    default:
      return node.children.size();
  }
}

}  // namespace

void merge_repeated(Node& node) {
  // In these the backend takes plain terms alone.
  if (node.op == Op::phrase || node.op == Op::near || node.op == Op::synonym) return;
  for (Node& child : node.children) merge_repeated(child);
  const std::size_t first = first_added(node);
  if (first + 1 >= node.children.size()) return;
  std::unordered_map<std::string, std::size_t> places;
  std::vector<Node> distinct(
      std::make_move_iterator(node.children.begin()),
      std::make_move_iterator(node.children.begin() + static_cast<std::ptrdiff_t>(first)));
  std::vector<std::size_t> times(first, 1);
  std::string key;
  for (std::size_t i = first; i < node.children.size(); ++i) {
    key.clear();
    append_key(key, node.children[i]);
    const auto [place, is_new] = places.emplace(key, distinct.size());
    if (is_new) {
      distinct.push_back(std::move(node.children[i]));
      times.push_back(1);
    } else {
      ++times[place->second];
    }
  }
  for (std::size_t i = first; i < distinct.size(); ++i) {
    if (times[i] > 1) distinct[i] = Node::scaled(static_cast<double>(times[i]), std::move(distinct[i]));
  }
  node.children = std::move(distinct);
}

}  // namespace tvar::search
