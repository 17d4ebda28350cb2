// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Lexicons of a few words for tests, made without the dictionary.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "stemmers/lexicon/analysis_source.h"
#include "stemmers/lexicon/guesser_trainer.h"
#include "stemmers/lexicon/image.h"
#include "stemmers/lexicon/image_builder.h"

namespace tvar::stemmers::lexicon {

struct Row {
  std::string_view form;
  std::string_view lemma;
  WordClass word_class = WordClass::other;
  bool negated = false;
  float weight = 1.0F;
  float frequency = 1.0F;
};

inline void sort_data(LexiconData& data) {
  std::sort(data.analyses.begin(), data.analyses.end(), [](const Analysis& a, const Analysis& b) {
    return std::tuple(a.form, -a.weight, a.lemma) < std::tuple(b.form, -b.weight, b.lemma);
  });
  std::sort(data.derivations.begin(), data.derivations.end(), [](const Derivation& a, const Derivation& b) {
    return std::tuple(a.lemma, a.derived) < std::tuple(b.lemma, b.derived);
  });
}

/// The texts of `rows` are copied.
inline LexiconData make_data(const std::vector<Row>& rows, const std::vector<Derivation>& derivations = {}) {
  LexiconData data;
  for (const Row& row : rows) {
    data.analyses.push_back({data.texts.add(row.form), data.texts.add(row.lemma), row.word_class, row.negated,
                             row.weight, row.frequency});
  }
  for (const Derivation& derivation : derivations) {
    data.derivations.push_back(
        {data.texts.add(derivation.lemma), data.texts.add(derivation.derived), derivation.kind});
  }
  data.source_version = "test";
  sort_data(data);
  return data;
}

inline std::vector<std::byte> make_bytes(const LexiconData& data) {
  const Alphabet alphabet = alphabet_of(data);
  // So few words can pay only little for a node.
  const std::vector<std::byte> plain = train_guesser(data, alphabet, {.node_cost = 0.5, .least_weight = 0.1});
  const std::vector<std::byte> folded =
      train_guesser(data, alphabet, {.folded = true, .node_cost = 0.5, .least_weight = 0.1});
  return build_image(data, {plain, folded});
}

inline Image make_image(const LexiconData& data) {
  return Image(make_bytes(data), "test");
}

}  // namespace tvar::stemmers::lexicon
