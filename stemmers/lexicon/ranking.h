// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// How often a reading is meant. The expected frequency of a form in a reading is a product,
///
///     frequency(lemma) × rate(slot) × rate(prefix, class)
///
/// with figures distilled from running text (data/frequencies.tsv, made by tests/eval/distil_frequencies.py, which
/// says how). A lemma that the text did not have gets the mean of its kind; a slot it did not have, a small rate.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "stemmers/lexicon/analysis_source.h"
#include "stemmers/lexicon/lemma_rules.h"

namespace tvar::stemmers::lexicon {

class Ranking {
 public:
  /// @param table  text of frequencies.tsv; empty: every reading counts the same
  explicit Ranking(std::string_view table);

  /// Whether the text that the figures come from had the lemma.
  [[nodiscard]] bool knows(const Reading& reading) const;

  /// Expected uses of a lemma per million words, in its most frequent slots.
  [[nodiscard]] float lemma_frequency(const Reading& reading) const;
  [[nodiscard]] float slot_rate(const std::string& slot) const;
  [[nodiscard]] float prefix_rate(const Reading& reading) const;

 private:
  [[nodiscard]] static std::string key_of(const Reading& reading);

  using Figures = std::unordered_map<std::string, float>;

  Figures lemmas_;  // key: lemma, behind it "/v" for a verb, "/n" for a name
  Figures slots_;
  Figures prefixes_;
  Figures kinds_;
};

}  // namespace tvar::stemmers::lexicon
