// SPDX-License-Identifier: GPL-2.0-or-later
// Constructors of query nodes that spare the special cases at the places of use.
#include <utility>

#include "index/store.h"

namespace tvar::store {

Node Node::make_term(std::string term) {
  Node node;
  node.op = Op::term;
  node.term = std::move(term);
  return node;
}

Node Node::make(Op op, std::vector<Node> children) {
  const bool is_positional = op == Op::phrase || op == Op::near;
  const bool one_is_itself =
      is_positional || op == Op::all_of || op == Op::any_of || op == Op::best_of || op == Op::synonym;
  if (children.size() == 1 && one_is_itself) return std::move(children.front());
  Node node;
  node.op = children.empty() ? Op::nothing : op;
  node.window = is_positional ? children.size() : 0;
  node.children = std::move(children);
  return node;
}

Node Node::scaled(double factor, Node child) {
  if (factor == 1.0) return child;
  Node node;
  node.op = Op::scale;
  node.factor = factor;
  node.children.push_back(std::move(child));
  return node;
}

Node Node::range(Slot slot, std::string low, std::string high) {
  Node node;
  node.op = Op::value_range;
  node.slot = slot;
  node.low = std::move(low);
  node.high = std::move(high);
  return node;
}

Node Node::everything() {
  Node node;
  node.op = Op::everything;
  return node;
}

Node Node::unscored(Node condition) {
  std::vector<Node> children = {everything()};
  children.push_back(std::move(condition));
  return make(Op::filter, std::move(children));
}

}  // namespace tvar::store
