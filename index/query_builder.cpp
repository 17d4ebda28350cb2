// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_builder.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tvar/error.h"

namespace tvar::store {
namespace {

using Op = Node::Op;
using XQuery = Xapian::Query;

XQuery join(XQuery::op op, const std::vector<XQuery>& queries, Xapian::termcount window = 0) {
  return {op, queries.begin(), queries.end(), window};
}

XQuery build_range(const Node& node) {
  if (node.low.empty() && node.high.empty()) return {XQuery::OP_VALUE_GE, node.slot, std::string()};
  if (node.high.empty()) return {XQuery::OP_VALUE_GE, node.slot, node.low};
  // An open lower end must not let in documents without a value, whose slot is empty.
  const std::string low = node.low.empty() ? std::string(1, '\x01') : node.low;
  return {XQuery::OP_VALUE_RANGE, node.slot, low, node.high};
}

XQuery scaled(double factor, XQuery query) {
  if (factor == 1.0) return query;
  return {XQuery::OP_SCALE_WEIGHT, query, factor};
}

// Positions are tested last, so that this is true of a conjunction as soon as it is of a part; and what it is joined with may
// come to an end before it does, which leaves the test alone.
bool tests_positions(const Node& node) {
  switch (node.op) {
    case Op::phrase:
    case Op::near:
      return node.children.size() > 1;
    case Op::all_of:
    case Op::any_of:
    case Op::and_not:
    case Op::and_maybe:
    case Op::filter:
    case Op::scale:
      return std::any_of(node.children.begin(), node.children.end(), tests_positions);
    default:
      return false;
  }
}

// One part of an OR, and its factor.
struct Alternative {
  const Node* node;
  double factor;
};

void add_alternatives(const Node& node, double factor, std::vector<Alternative>& out) {
  if (node.op == Op::scale) return add_alternatives(node.children.front(), factor * node.factor, out);
  if (node.op != Op::any_of) return out.push_back({&node, factor});
  for (const Node& child : node.children) add_alternatives(child, factor, out);
}

// What the backend asks for one document moves on to the next that it finds, instead of saying no.
XQuery never_refusing(const XQuery& query) {
  return {XQuery::OP_AND_MAYBE, query, XQuery::MatchAll};
}

void take_extras(RankedQuery&& from, double factor, RankedQuery& to) {
  for (XQuery& extra : from.extras) to.extras.push_back(scaled(factor, std::move(extra)));
  for (XQuery& extra : from.placed) to.placed.push_back(scaled(factor, std::move(extra)));
}

void check_depth(int depth) {
  if (depth <= kMaxDepth) return;
  throw Error(ErrorCode::invalid_argument, "the query is nested too deeply", "Use fewer brackets.");
}

// Alternatives in the order in which the index has them: for the forms of "s*" a quarter less of its blocks is read then.
std::vector<const Node*> in_reading_order(const Node& node) {
  std::vector<const Node*> children;
  for (const Node& child : node.children) children.push_back(&child);
  if (node.op == Op::any_of || node.op == Op::synonym || node.op == Op::best_of) {
    std::stable_sort(children.begin(), children.end(),
                     [](const Node* a, const Node* b) { return a->term < b->term; });
  }
  return children;
}

// What a query is asked for: scores too, or only which documents it finds.
enum class Purpose { scores, documents };

class Builder {
 public:
  Builder(const HasTerm& has_term, Purpose purpose)
      : has_term_(has_term), scores_(purpose == Purpose::scores) {}

  RankedQuery parts_of(const Node& node, int depth) {
    check_depth(depth);
    RankedQuery parts;
    switch (node.op) {
      case Op::all_of:
        return parts_of_all(node, depth);
      case Op::filter:
      case Op::and_not:
        return parts_of_narrowed(node, depth);
      case Op::scale: {
        RankedQuery of_child = parts_of(node.children.front(), depth + 1);
        parts.found = scaled(scores_ ? node.factor : 1.0, of_child.found);
        take_extras(std::move(of_child), node.factor, parts);
        return parts;
      }
      case Op::and_maybe:
        if (node.children.empty()) return parts;
        parts = parts_of(node.children.front(), depth + 1);
        if (!scores_) return parts;
        for (std::size_t i = 1; i < node.children.size(); ++i) add_extra(node.children[i], depth + 1, parts);
        return parts;
      default:
        parts.found = build(node, depth);
        return parts;
    }
  }

 private:
  XQuery build(const Node& node, int depth) {
    check_depth(depth);
    switch (node.op) {
      case Op::everything:
        return XQuery::MatchAll;
      case Op::nothing:
        return XQuery::MatchNothing;
      case Op::term:
        return !has_term_ || has_term_(node.term) ? XQuery(node.term) : XQuery::MatchNothing;
      case Op::any_of:
        return build_any(node, depth);
      case Op::best_of:
        return join(XQuery::OP_MAX, build_children(node, depth));
      case Op::synonym:
        return join(XQuery::OP_SYNONYM, build_children(node, depth));
      case Op::phrase:
        return join(XQuery::OP_PHRASE, build_children(node, depth),
                    static_cast<Xapian::termcount>(node.window));
      case Op::near:
        return join(XQuery::OP_NEAR, build_children(node, depth),
                    static_cast<Xapian::termcount>(node.window));
      case Op::all_of:
      case Op::and_not:
      case Op::and_maybe:
      case Op::filter:
      case Op::scale:
        return parts_of(node, depth).whole();
      case Op::value_range:
        return build_range(node);
    }
    return XQuery::MatchNothing;
  }

  std::vector<XQuery> build_children(const Node& node, int depth) {
    std::vector<XQuery> queries;
    queries.reserve(node.children.size());
    for (const Node* const child : in_reading_order(node)) queries.push_back(build(*child, depth + 1));
    return queries;
  }

  // When Xapian 1.4 asks an OR for one document, and a phrase in it says no, the OR takes both sides to be at the next document
  // if the other one is there. The weight that the phrase had elsewhere is added then. Only an AND just above asks for that
  // document again and puts this right; so of more than two parts none may say no.
  XQuery build_any(const Node& node, int depth) {
    if (!scores_ || !tests_positions(node)) return join(XQuery::OP_OR, build_children(node, depth));
    std::vector<Alternative> alternatives;
    add_alternatives(node, 1.0, alternatives);
    std::vector<XQuery> queries;
    for (const auto& [alternative, factor] : alternatives) {
      XQuery query = scaled(factor, build(*alternative, depth + 1));
      if (alternatives.size() > 2 && tests_positions(*alternative)) query = never_refusing(query);
      queries.push_back(std::move(query));
    }
    return join(XQuery::OP_OR, queries);
  }

  void add_extra(const Node& node, int depth, RankedQuery& parts) {
    if (!tests_positions(node)) return parts.extras.push_back(build(node, depth));
    std::vector<Alternative> alternatives;
    add_alternatives(node, 1.0, alternatives);
    for (const auto& [alternative, factor] : alternatives) {
      XQuery query = scaled(factor, build(*alternative, depth));
      // When an exclusion has come to its end, what it excluded from is left alone: perhaps an OR.
      if (alternative->op == Op::and_not || alternative->op == Op::and_maybe) query = never_refusing(query);
      (tests_positions(*alternative) ? parts.placed : parts.extras).push_back(std::move(query));
    }
  }

  RankedQuery parts_of_all(const Node& node, int depth) {
    RankedQuery parts;
    std::vector<XQuery> found;
    for (const Node& child : node.children) {
      RankedQuery of_child = parts_of(child, depth + 1);
      found.push_back(std::move(of_child.found));
      take_extras(std::move(of_child), 1.0, parts);
    }
    parts.found = join(XQuery::OP_AND, found);
    return parts;
  }

  // Of a condition or an exclusion only what it finds is of interest. An AND_MAYBE must not be in an exclusion at all:
  // Xapian 1.4 never sets its bounds there, and where chance makes them negative it becomes an AND, which excludes too little.
  RankedQuery parts_of_narrowed(const Node& node, int depth) {
    if (node.children.empty()) return {};
    RankedQuery parts = parts_of(node.children.front(), depth + 1);
    Builder conditions(has_term_, Purpose::documents);
    std::vector<XQuery> rest;
    for (std::size_t i = 1; i < node.children.size(); ++i)
      rest.push_back(conditions.build(node.children[i], depth + 1));
    if (rest.empty()) return parts;
    const bool excludes = node.op == Op::and_not;
    parts.found = XQuery(excludes ? XQuery::OP_AND_NOT : XQuery::OP_FILTER, parts.found,
                         join(excludes ? XQuery::OP_OR : XQuery::OP_AND, rest));
    return parts;
  }

  const HasTerm& has_term_;
  bool scores_;
};

}  // namespace

// All that only adds to the score is asked for last, and each part that tests positions by itself (see build_any).
// Xapian would put them into one OR wherever a condition stands around them.
XQuery RankedQuery::ranked(XQuery query) const {
  if (!extras.empty()) query = XQuery(XQuery::OP_AND_MAYBE, query, join(XQuery::OP_OR, extras));
  for (const XQuery& extra : placed) query = XQuery(XQuery::OP_AND_MAYBE, query, extra);
  return query;
}

XQuery RankedQuery::among(const XQuery& condition) const {
  return ranked(XQuery(XQuery::OP_FILTER, found, condition));
}

RankedQuery build_query(const Node& node, const HasTerm& has_term) {
  return Builder(has_term, Purpose::scores).parts_of(node, 0);
}

}  // namespace tvar::store
