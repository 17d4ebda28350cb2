// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/query_budget.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "lib/query/limits.h"

namespace tvar::search {
namespace {

using store::Node;
using Op = Node::Op;

constexpr std::uint64_t kNoCutoff = std::numeric_limits<std::uint64_t>::max();

// Which alternatives may be left out. The fields, readings and synonyms of one word are alternatives too, but few: a
// word that is required would not be found any more where it stands. Only when that is not enough, and the word itself
// is one of several that need not be there, its fields may go one by one.
struct Rules {
  std::size_t fewest;    // children that an any_of has at least
  bool in_conjunctions;  // also below all_of
};
constexpr Rules kSteps[] = {{11, true}, {2, false}};

// The postings that a tree reads, about, and what it costs to begin with each list. Frequencies are read once and kept in
// the order in which the tree is walked.
class Budget {
 public:
  Budget(const Node& root, const store::Reader& reader) : documents_(reader.document_count()) {
    measure(root, reader);
  }

  [[nodiscard]] std::uint64_t limit() const {
    return std::max(query::kFreePostings, query::kMaxPostingsPerDocument * documents_);
  }

  // What is left to read when alternatives that cost more than `cutoff` are left out.
  std::uint64_t cost(Node& root, const Rules& rules, std::uint64_t cutoff) {
    return walk_all(root, rules, cutoff, false);
  }
  void prune(Node& root, const Rules& rules, std::uint64_t cutoff) { walk_all(root, rules, cutoff, true); }

 private:
  void measure(const Node& node, const store::Reader& reader) {
    const bool is_list = node.op == Op::term;
    costs_.push_back(is_list ? reader.frequency(node.term) + limit() / query::kMaxLists : 0);
    for (const Node& child : node.children) measure(child, reader);
  }

  std::uint64_t walk_all(Node& root, const Rules& rules, std::uint64_t cutoff, bool prune) {
    next_ = 0;
    rules_ = rules;
    prune_ = prune;
    return walk(root, cutoff);
  }

  std::uint64_t walk(Node& node, std::uint64_t cutoff) {
    const std::size_t self = next_++;
    switch (node.op) {
      case Op::term:
        return costs_[self];
      case Op::nothing:
        return 0;
      case Op::everything:
      case Op::value_range:
        return documents_;
      case Op::any_of:
        return walk_alternatives(node, cutoff);
      case Op::best_of:
      case Op::synonym:
      case Op::scale:
        return sum(walk_children(node, cutoff));
      case Op::all_of:
        return conjunction(walk_children(node, rules_.in_conjunctions ? cutoff : kNoCutoff));
      case Op::phrase:
      case Op::near:
        return conjunction(walk_children(node, kNoCutoff));
      case Op::and_maybe:
        return first_and_lookups(walk_children(node, cutoff));
      case Op::and_not:
      case Op::filter:
        return first_and_lookups(walk_first(node, cutoff));
    }
    return 0;
  }

  std::vector<std::uint64_t> walk_children(Node& node, std::uint64_t cutoff) {
    std::vector<std::uint64_t> costs;
    for (Node& child : node.children) costs.push_back(walk(child, cutoff));
    return costs;
  }

  std::vector<std::uint64_t> walk_first(Node& node, std::uint64_t cutoff) {
    std::vector<std::uint64_t> costs;
    for (Node& child : node.children) costs.push_back(walk(child, costs.empty() ? cutoff : kNoCutoff));
    return costs;
  }

  // The cheapest alternative stays in any case.
  std::uint64_t walk_alternatives(Node& node, std::uint64_t cutoff) {
    const std::vector<std::uint64_t> costs = walk_children(node, cutoff);
    if (costs.size() < rules_.fewest) return sum(costs);
    const std::uint64_t kept_cost = std::max(cutoff, *std::min_element(costs.begin(), costs.end()));
    std::vector<Node> kept;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < costs.size(); ++i) {
      if (costs[i] > kept_cost) continue;
      total += costs[i];
      if (prune_) kept.push_back(std::move(node.children[i]));
    }
    if (prune_) node.children = std::move(kept);
    return total;
  }

  static std::uint64_t sum(const std::vector<std::uint64_t>& costs) {
    std::uint64_t total = 0;
    for (const std::uint64_t cost : costs) total += cost;
    return total;
  }

  // The rarest child is read, and in each of the others as many entries are looked up.
  static std::uint64_t conjunction(const std::vector<std::uint64_t>& costs) {
    if (costs.empty()) return 0;
    return std::min(sum(costs), *std::min_element(costs.begin(), costs.end()) * costs.size());
  }

  static std::uint64_t first_and_lookups(const std::vector<std::uint64_t>& costs) {
    std::uint64_t total = 0;
    for (const std::uint64_t cost : costs) total += std::min(cost, costs.front());
    return total;
  }

  std::uint64_t documents_;
  std::vector<std::uint64_t> costs_;
  std::size_t next_ = 0;
  Rules rules_ = kSteps[0];
  bool prune_ = false;
};

std::size_t count_terms(const Node& node) {
  std::size_t count = node.op == Op::term ? 1 : 0;
  for (const Node& child : node.children) count += count_terms(child);
  return count;
}

// The highest cutoff that keeps the tree within the limit, or nothing when none does.
std::optional<std::uint64_t> find_cutoff(Node& node, const Rules& rules, Budget& budget) {
  if (budget.cost(node, rules, 0) > budget.limit()) return std::nullopt;
  std::uint64_t low = 0;
  std::uint64_t high = budget.limit();
  while (low < high) {
    const std::uint64_t middle = low + (high - low + 1) / 2;
    if (budget.cost(node, rules, middle) <= budget.limit()) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

}  // namespace

bool fit_into_budget(Node& node, const store::Reader& reader) {
  // So few terms hardly cost more, whatever their frequency: most queries are not looked at.
  if (count_terms(node) <= query::kMaxPostingsPerDocument) return false;
  Budget budget(node, reader);
  if (budget.cost(node, kSteps[0], kNoCutoff) <= budget.limit()) return false;
  for (const Rules& rules : kSteps) {
    const std::optional<std::uint64_t> cutoff = find_cutoff(node, rules, budget);
    if (!cutoff) continue;
    budget.prune(node, rules, *cutoff);
    return true;
  }
  return false;
}

}  // namespace tvar::search
