// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_builder.h"

#include <vector>

#include "tvar/error.h"

namespace tvar::store {
namespace {

using Op = Node::Op;
using XQuery = Xapian::Query;

XQuery build(const Node& node, int depth);

std::vector<XQuery> build_children(const Node& node, int depth) {
  std::vector<XQuery> queries;
  queries.reserve(node.children.size());
  for (const Node& child : node.children) queries.push_back(build(child, depth + 1));
  return queries;
}

XQuery join(XQuery::op op, const std::vector<XQuery>& queries, Xapian::termcount window = 0) {
  return {op, queries.begin(), queries.end(), window};
}

// The first child against all the others taken together: op(first, OR of the rest), or AND for filters.
XQuery first_and_rest(const Node& node, int depth, XQuery::op op, XQuery::op rest_op) {
  std::vector<XQuery> queries = build_children(node, depth);
  if (queries.empty()) return XQuery::MatchNothing;
  const XQuery first = queries.front();
  if (queries.size() == 1) return first;
  queries.erase(queries.begin());
  return {op, first, join(rest_op, queries)};
}

XQuery build_range(const Node& node) {
  if (node.low.empty() && node.high.empty()) return {XQuery::OP_VALUE_GE, node.slot, std::string()};
  if (node.high.empty()) return {XQuery::OP_VALUE_GE, node.slot, node.low};
  // An open lower end must not let in documents without a value, whose slot is empty.
  const std::string low = node.low.empty() ? std::string(1, '\x01') : node.low;
  return {XQuery::OP_VALUE_RANGE, node.slot, low, node.high};
}

XQuery build(const Node& node, int depth) {
  if (depth > kMaxDepth) {
    throw Error(ErrorCode::invalid_argument, "the query is nested too deeply", "Use fewer brackets.");
  }
  switch (node.op) {
    case Op::everything:
      return XQuery::MatchAll;
    case Op::nothing:
      return XQuery::MatchNothing;
    case Op::term:
      return XQuery(node.term);
    case Op::all_of:
      return join(XQuery::OP_AND, build_children(node, depth));
    case Op::any_of:
      return join(XQuery::OP_OR, build_children(node, depth));
    case Op::best_of:
      return join(XQuery::OP_MAX, build_children(node, depth));
    case Op::synonym:
      return join(XQuery::OP_SYNONYM, build_children(node, depth));
    case Op::phrase:
      return join(XQuery::OP_PHRASE, build_children(node, depth),
                  static_cast<Xapian::termcount>(node.window));
    case Op::near:
      return join(XQuery::OP_NEAR, build_children(node, depth), static_cast<Xapian::termcount>(node.window));
    case Op::and_not:
      return first_and_rest(node, depth, XQuery::OP_AND_NOT, XQuery::OP_OR);
    case Op::and_maybe:
      return first_and_rest(node, depth, XQuery::OP_AND_MAYBE, XQuery::OP_OR);
    case Op::filter:
      return first_and_rest(node, depth, XQuery::OP_FILTER, XQuery::OP_AND);
    case Op::scale:
      return {XQuery::OP_SCALE_WEIGHT, build(node.children.front(), depth + 1), node.factor};
    case Op::value_range:
      return build_range(node);
  }
  return XQuery::MatchNothing;
}

}  // namespace

Xapian::Query build_query(const Node& node) {
  return build(node, 0);
}

}  // namespace tvar::store
