// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/score_bound.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "index/query_builder.h"

namespace tvar::store {
namespace {

using Op = Node::Op;

// A reading of a word that counts less than this, as part of the word, tells too little about it.
constexpr double kTelling = 0.25;

struct Extra {
  const Node* node;
  double factor;
};

/// The words of a query, and what is only added to their scores, as build_query splits them.
class Split {
 public:
  // A document that has the term has got at least `factor` times its weight, once for all terms of a group.
  struct Wanted {
    std::size_t group;
    double factor;
  };

  explicit Split(const Node& root) { find(root, 1.0); }

  [[nodiscard]] const std::vector<Extra>& extras() const { return extras_; }
  [[nodiscard]] std::size_t groups() const { return groups_; }
  [[nodiscard]] const Wanted* wanted(std::string_view term) const {
    const auto found = wanted_.find(term);
    return found == wanted_.end() ? nullptr : &found->second;
  }

 private:
  void find(const Node& node, double factor) {
    switch (node.op) {
      case Op::term:
        add_group({&node, 1}, factor);
        break;
      case Op::best_of:
        add_group(node.children, factor);
        break;
      case Op::scale:
        find(node.children.front(), factor * node.factor);
        break;
      case Op::all_of:
        for (const Node& child : node.children) find(child, factor);
        break;
      case Op::filter:
      case Op::and_not:
        if (!node.children.empty()) find(node.children.front(), factor);
        break;
      case Op::and_maybe:
        for (std::size_t i = 1; i < node.children.size(); ++i) extras_.push_back({&node.children[i], factor});
        if (!node.children.empty()) find(node.children.front(), factor);
        break;
      case Op::any_of:
        for (const Node& child : node.children) find_alternative(child, factor);
        break;
      default:
        break;
    }
  }

  // What an alternative adds to itself is not split from it.
  void find_alternative(const Node& node, double factor) {
    const std::size_t extras = extras_.size();
    find(node, factor);
    extras_.resize(extras);
  }

  void add_group(std::span<const Node> terms, double factor) {
    for (const Node& node : terms) {
      const bool is_scaled = node.op == Op::scale;
      const Node& term = is_scaled ? node.children.front() : node;
      const double weight = is_scaled ? factor * node.factor : factor;
      if (term.op == Op::term && weight >= kTelling * factor)
        wanted_.try_emplace(term.term, Wanted{groups_, weight});
    }
    ++groups_;
  }

  std::unordered_map<std::string_view, Wanted> wanted_;
  std::size_t groups_ = 0;
  std::vector<Extra> extras_;
};

class Bounder {
 public:
  Bounder(const Node& root, const std::function<std::uint64_t(const std::string&)>& frequency)
      : split_(root), frequency_(frequency), shares_(split_.groups(), 0.0) {}

  ScoreBound bound(std::uint64_t most_rare) {
    for (const auto& [node, factor] : split_.extras()) add(*node, factor);
    std::stable_sort(doubtful_.begin(), doubtful_.end(),
                     [](const Doubtful& a, const Doubtful& b) { return a.documents < b.documents; });
    std::uint64_t documents = 0;
    for (const Doubtful& doubtful : doubtful_) {
      documents += doubtful.documents;
      take(doubtful, documents <= most_rare);
    }
    if (!shares_.empty()) bound_.share = *std::max_element(shares_.begin(), shares_.end());
    return std::move(bound_);
  }

 private:
  // What is either looked at in the documents that have one of `terms`, and is worth no more than its share in others, or
  // counts with its greatest weight.
  struct Doubtful {
    Extra extra;
    std::vector<const std::string*> terms;
    std::uint64_t documents = 0;  // that have them, at most
    const Split::Wanted* word = nullptr;
  };

  void add(const Node& node, double factor) {
    switch (node.op) {
      case Op::term:
        if (const Split::Wanted* const word = split_.wanted(node.term)) {
          add_share(*word, factor);
        } else {
          add_doubtful({{&node, factor}, {&node.term}});
        }
        break;
      case Op::synonym:
        add_synonym(node, factor);
        break;
      case Op::scale:
        add(node.children.front(), factor * node.factor);
        break;
      case Op::filter:
      case Op::and_not:
        if (!node.children.empty()) add(node.children.front(), factor);
        break;
      default:
        // Of alternatives of which only the best counts, the sum is a bound as well.
        for (const Node& child : node.children) add(child, factor);
    }
  }

  // Together they are in more documents than one of them, so that this alone weighs no more among them than by itself.
  void add_synonym(const Node& node, double factor) {
    Doubtful doubtful{{&node, factor}, {}};
    for (const Node& child : node.children) {
      if (child.op != Op::term) continue;
      const Split::Wanted* const word = split_.wanted(child.term);
      if (word != nullptr && doubtful.word == nullptr) {
        doubtful.word = word;
      } else {
        doubtful.terms.push_back(&child.term);
      }
    }
    add_doubtful(std::move(doubtful));
  }

  void add_doubtful(Doubtful doubtful) {
    for (const std::string* const term : doubtful.terms) doubtful.documents += frequency_(*term);
    doubtful_.push_back(std::move(doubtful));
  }

  void add_share(const Split::Wanted& word, double factor) { shares_[word.group] += factor / word.factor; }

  void take(const Doubtful& doubtful, bool is_rare) {
    if (!is_rare) {
      bound_.others.push_back(build_query(Node::scaled(doubtful.extra.factor, *doubtful.extra.node)).found);
      return;
    }
    for (const std::string* const term : doubtful.terms) bound_.rare.push_back(*term);
    if (doubtful.word != nullptr) add_share(*doubtful.word, doubtful.extra.factor);
  }

  Split split_;
  const std::function<std::uint64_t(const std::string&)>& frequency_;
  std::vector<double> shares_;  // of each group, what the extras may add as part of its score
  std::vector<Doubtful> doubtful_;
  ScoreBound bound_;
};

}  // namespace

Work work_of(const Node& node, const std::function<std::uint64_t(const std::string&)>& frequency) {
  // Reading the positions of a word in a document takes longer than finding it there.
  constexpr std::uint64_t kPositions = 3;
  const auto count = [&](const auto& self, const Node& part, std::uint64_t times) -> std::uint64_t {
    if (part.op == Op::term) return times * frequency(part.term);
    if (part.op == Op::phrase || part.op == Op::near) times = kPositions;
    std::uint64_t postings = 0;
    for (const Node& child : part.children) postings += self(self, child, times);
    return postings;
  };
  Work work;
  const Split split(node);
  for (const Extra& extra : split.extras()) work.extras += count(count, *extra.node, 1);
  work.found = count(count, node, 1) - work.extras;
  return work;
}

ScoreBound bound_extras(const Node& node, const std::function<std::uint64_t(const std::string&)>& frequency,
                        std::uint64_t most_rare) {
  return Bounder(node, frequency).bound(most_rare);
}

}  // namespace tvar::store
