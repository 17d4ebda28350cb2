// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Builds a minimal acyclic automaton from sorted keys, one at a time, in memory that grows with the result and not
/// with the input. Build-time code.
///
/// Source: J. Daciuk, S. Mihov, B. Watson, R. Watson, Incremental construction of minimal acyclic finite-state
/// automata, Computational Linguistics 26(1), 2000, 3-16, the algorithm for sorted data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stemmers/lexicon/format.h"

namespace tvar::stemmers::lexicon {

/// States as runs of arcs; arc 0 is a filler that ends its run, so that target 0 can mean "no state".
struct Automaton {
  std::vector<Arc> arcs;
  std::uint32_t root = 0;
};

class AutomatonBuilder {
 public:
  AutomatonBuilder();

  /// Adds a key. Keys are not empty and come in ascending order; the same key may come again.
  void add(std::span<const std::uint8_t> key);

  /// The automaton of all keys. The builder is empty afterwards.
  /// @throws tvar::Error  invalid_argument when there are more arcs than Arc can address
  [[nodiscard]] Automaton finish();

 private:
  struct OpenState {
    std::vector<Arc> arcs;  // the last one leads to the next open state
  };

  void freeze_below(std::size_t depth);
  std::uint32_t freeze(const std::vector<Arc>& arcs);
  [[nodiscard]] bool equals(std::uint32_t state, const std::vector<Arc>& arcs) const;
  void grow_register();
  [[nodiscard]] std::size_t hash_of(std::uint32_t state) const;

  std::vector<Arc> arcs_;
  std::vector<OpenState> open_;  // the states along the last key
  std::vector<std::uint8_t> last_key_;
  std::vector<std::uint32_t> register_;  // open addressing: frozen states by content
  std::size_t registered_ = 0;
};

/// Orders states and arcs so that what look-ups need most lies first: states by traffic, letters within a state by
/// traffic, marks behind the letters. Traffic is the sum of the weights of the keys that pass.
class AutomatonSorter {
 public:
  explicit AutomatonSorter(Automaton automaton);

  /// Counts a look-up of `key` (any prefix of keys of the automaton) with `weight`.
  void pass(std::span<const std::uint8_t> key, double weight);

  [[nodiscard]] Automaton sorted() const;

 private:
  Automaton automaton_;
  std::vector<double> traffic_;  // for each arc
};

}  // namespace tvar::stemmers::lexicon
