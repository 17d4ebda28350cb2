// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// How much can what only adds to a score add? A phrase no more than a part of what its words have given already. A word with
/// its family, where the document has only the word, no more than the word. What is in few documents is best looked at
/// there, and anything else adds its greatest weight at most.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "index/store.h"

namespace tvar::store {

/// For all documents that have none of `rare`: what is added is at most `share` times the score without it, and the greatest
/// weights of `others` together.
struct ScoreBound {
  double share = 0.0;
  std::vector<Xapian::Query> others;
  std::vector<std::string> rare;
};

/// Postings that a query reads, about: to find documents, and to add to their scores.
struct Work {
  std::uint64_t found = 0;
  std::uint64_t extras = 0;
};
Work work_of(const Node& node, const std::function<std::uint64_t(const std::string&)>& frequency);

/// Terms are rare that are in `most_rare` documents together. `frequency` says in how many one is, about: what holds without
/// them holds whatever it says.
/// @pre build_query takes the tree
ScoreBound bound_extras(const Node& node, const std::function<std::uint64_t(const std::string&)>& frequency,
                        std::uint64_t most_rare);

}  // namespace tvar::store
