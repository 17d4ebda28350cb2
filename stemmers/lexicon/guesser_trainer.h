// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Learns the guesser's tree of endings (stemmers/guesser.h) from the lexicon. Build-time code.
///
/// Every lemma has the same say, however frequent it is, because the words the guesser will meet are rare ones; its
/// forms share that weight by their frequency. An ending becomes a node only when its rules predict the lexicon so
/// much better than those of the shorter ending that the gain in log-likelihood pays for the node: a small tree
/// guesses better than a large one, which knows the lexicon by heart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stemmers/lexicon/alphabet.h"
#include "stemmers/lexicon/analysis_source.h"

namespace tvar::stemmers::lexicon {

struct TrainerOptions {
  /// Learn from forms without diacritics, and guess lemmas without.
  bool folded = false;
  /// Letters of the longest ending.
  std::size_t max_depth = 9;
  /// Gain in log-likelihood, in nats of one lemma each, that a node has to bring.
  double node_cost = 6.0;
  /// Exponent of a form's share among the forms of its lemma: 1 takes it as it is, 0 makes all forms alike.
  /// Below 1 the rare cases are learned, too, which names need most.
  double flattening = 0.3;
  /// Lemmas' worth of the shorter ending's distribution that is mixed into that of a longer one.
  double smoothing = 1.0;
  /// Lemmas that an ending must have seen.
  double least_weight = 2.0;
  /// Rules below this share of the best one are dropped.
  float least_share = 0.02F;
  /// Rules a node keeps.
  std::size_t max_rules = 3;
};

/// The guesser section of an image. `alphabet` must be the image's.
[[nodiscard]] std::vector<std::byte> train_guesser(const LexiconData& data, const Alphabet& alphabet,
                                                   const TrainerOptions& options = {});

}  // namespace tvar::stemmers::lexicon
