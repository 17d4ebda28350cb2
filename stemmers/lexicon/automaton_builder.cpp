// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/automaton_builder.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

#include "tvar/error.h"

namespace tvar::stemmers::lexicon {
namespace {

constexpr std::size_t kFirstRegisterSize = 1U << 16U;  // a power of two, as all sizes of the register

std::size_t mix(std::size_t hash, std::uint32_t bits) {
  hash = (hash ^ bits) * 0x9E3779B97F4A7C15U;  // 2^64 divided by the golden ratio: spreads neighbours
  return hash ^ (hash >> 29U);
}

std::size_t hash_of(const std::vector<Arc>& arcs) {
  return std::accumulate(arcs.begin(), arcs.end(), std::size_t{0},
                         [](std::size_t hash, Arc arc) { return mix(hash, arc.bits()); });
}

}  // namespace

AutomatonBuilder::AutomatonBuilder()
    : arcs_{Arc(0, false, true, 0)}, open_(1), register_(kFirstRegisterSize) {}

void AutomatonBuilder::add(std::span<const std::uint8_t> key) {
  const auto differs = std::mismatch(key.begin(), key.end(), last_key_.begin(), last_key_.end()).first;
  const auto common = static_cast<std::size_t>(differs - key.begin());
  if (common == key.size() && common == last_key_.size()) return;
  assert(common < key.size() && (common == last_key_.size() || key[common] > last_key_[common]));
  freeze_below(common);
  for (std::size_t i = common; i < key.size(); ++i) {
    open_[i].arcs.emplace_back(key[i], i + 1 == key.size(), false, 0U);
    if (open_.size() == i + 1) open_.emplace_back();
  }
  last_key_.assign(key.begin(), key.end());
}

Automaton AutomatonBuilder::finish() {
  freeze_below(0);
  Automaton automaton;
  automaton.root = freeze(open_.front().arcs);
  automaton.arcs = std::move(arcs_);
  *this = AutomatonBuilder();
  return automaton;
}

// Replaces the open states deeper than `depth` by frozen ones.
void AutomatonBuilder::freeze_below(std::size_t depth) {
  for (std::size_t i = last_key_.size(); i > depth; --i) {
    const std::uint32_t target = freeze(open_[i].arcs);
    open_[i].arcs.clear();
    Arc& arc = open_[i - 1].arcs.back();
    arc = Arc(arc.label(), arc.final(), false, target);
  }
}

// The frozen state with these arcs, found or made; 0 for none.
std::uint32_t AutomatonBuilder::freeze(const std::vector<Arc>& arcs) {
  if (arcs.empty()) return 0;
  if (registered_ * 2 >= register_.size()) grow_register();
  const std::size_t mask = register_.size() - 1;
  std::size_t slot = tvar::stemmers::lexicon::hash_of(arcs) & mask;
  for (; register_[slot] != 0; slot = (slot + 1) & mask) {
    if (equals(register_[slot], arcs)) return register_[slot];
  }
  const std::size_t state = arcs_.size();
  if (state + arcs.size() > Arc::kMaxTarget) {
    throw Error(ErrorCode::invalid_argument, "lexicon: the automaton has too many arcs for its format");
  }
  arcs_.insert(arcs_.end(), arcs.begin(), arcs.end());
  arcs_.back() = Arc(arcs_.back().bits() | Arc::kLast);
  ++registered_;
  return register_[slot] = static_cast<std::uint32_t>(state);
}

bool AutomatonBuilder::equals(std::uint32_t state, const std::vector<Arc>& arcs) const {
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if ((arcs_[state + i].bits() & ~Arc::kLast) != arcs[i].bits()) return false;
    if (arcs_[state + i].last() != (i + 1 == arcs.size())) return false;
  }
  return true;
}

std::size_t AutomatonBuilder::hash_of(std::uint32_t state) const {
  std::size_t hash = 0;
  for (;; ++state) {
    hash = mix(hash, arcs_[state].bits() & ~Arc::kLast);
    if (arcs_[state].last()) return hash;
  }
}

void AutomatonBuilder::grow_register() {
  std::vector<std::uint32_t> old(register_.size() * 2);
  old.swap(register_);
  const std::size_t mask = register_.size() - 1;
  for (const std::uint32_t state : old) {
    if (state == 0) continue;
    std::size_t slot = hash_of(state) & mask;
    while (register_[slot] != 0) slot = (slot + 1) & mask;
    register_[slot] = state;
  }
}

AutomatonSorter::AutomatonSorter(Automaton automaton)
    : automaton_(std::move(automaton)), traffic_(automaton_.arcs.size()) {}

void AutomatonSorter::pass(std::span<const std::uint8_t> key, double weight) {
  std::uint32_t state = automaton_.root;
  for (const std::uint8_t label : key) {
    while (automaton_.arcs[state].label() != label && !automaton_.arcs[state].last()) ++state;
    if (automaton_.arcs[state].label() != label) return;
    traffic_[state] += weight;
    state = automaton_.arcs[state].target();
    if (state == 0) return;
  }
}

Automaton AutomatonSorter::sorted() const {
  struct State {
    std::uint32_t begin;
    std::uint32_t end;
    double traffic;
  };
  const std::vector<Arc>& arcs = automaton_.arcs;
  std::vector<State> states;
  for (std::uint32_t begin = 1, i = 1; i < arcs.size(); ++i) {
    if (!arcs[i].last()) continue;
    const double traffic = std::accumulate(traffic_.begin() + begin, traffic_.begin() + i + 1, 0.0);
    states.push_back({begin, i + 1, begin == automaton_.root ? 1e300 : traffic});
    begin = i + 1;
  }
  std::stable_sort(states.begin(), states.end(),
                   [](const State& a, const State& b) { return a.traffic > b.traffic; });

  std::vector<std::uint32_t> place(arcs.size());  // new position by old one
  std::uint32_t next = 1;
  for (const State& state : states) {
    place[state.begin] = next;
    next += state.end - state.begin;
  }
  Automaton result{{arcs.front()}, place[automaton_.root]};
  result.arcs.reserve(arcs.size());
  std::vector<std::uint32_t> order;
  for (const State& state : states) {
    order.resize(state.end - state.begin);
    std::iota(order.begin(), order.end(), state.begin);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const bool a_letter = arcs[a].label() >= kFirstLetter;
      const bool b_letter = arcs[b].label() >= kFirstLetter;
      return a_letter != b_letter ? a_letter : traffic_[a] > traffic_[b];
    });
    for (const std::uint32_t i : order) {
      result.arcs.emplace_back(arcs[i].label(), arcs[i].final(), i == order.back(), place[arcs[i].target()]);
    }
  }
  return result;
}

}  // namespace tvar::stemmers::lexicon
