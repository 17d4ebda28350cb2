// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryCompiler that keeps the parts of a query apart, for explanations.
#include <algorithm>
#include <map>
#include <utility>

#include "lib/search/query_compiler.h"

namespace tvar::search {

using store::Node;

namespace {

MatchKind kind_of(std::string_view term) {
  if (term.front() == analysis::kGuessMark) return MatchKind::guess;
  return term.front() == analysis::kFoldedMark ? MatchKind::folded_stem : MatchKind::lemma;
}

}  // namespace

// `node` is what in_fields made for the same field, so it has one child for each text field when there are several.
void QueryCompiler::record(std::string_view word, MatchKind kind,
                           const std::vector<std::vector<std::string>>& words, std::size_t field,
                           const Node& node, double factor, std::size_t contest) {
  if (!explain_) return;
  std::vector<std::size_t> fields;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind == FieldKind::text && (field == kAllFields || field == i)) fields.push_back(i);
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Node& placed = fields.size() == 1 ? node : node.children[i];
    result_.parts.push_back(
        {std::string(word), kind, fields[i], Node::scaled(factor, placed), words, contest});
  }
}

// The lemmas that the word has with just the diacritics it was typed with.
std::vector<std::string> QueryCompiler::lemmas_as_typed(const text::Token& token) {
  std::vector<std::string> lemmas;
  for (const Reading& reading : expansion_analyzer_.readings(token, StemMode::query)) {
    if (reading.kind == ReadingKind::lemma) lemmas.emplace_back(reading.term);
  }
  return lemmas;
}

// A word counts as its best reading, so the readings compete; those of one kind are one part.
void QueryCompiler::record_word(const text::Token& token, const std::vector<std::string>& terms,
                                const std::vector<float>& weights, std::size_t field) {
  if (!explain_) return;
  struct Readings {
    std::vector<std::string> terms;
    std::vector<float> weights;
  };
  const WordCorrection* const correction = correction_of(token);
  std::size_t corrected = correction != nullptr ? terms.size() : 0;
  // The word's own readings stand behind the corrected ones.
  if (correction != nullptr && correction->keep) {
    corrected -= std::min(corrected, analyzer_.readings(token, mode_).size());
  }
  const std::vector<std::string> as_typed = lemmas_as_typed(token);
  const auto kind_of_reading = [&](std::size_t i) {
    if (i < corrected) return MatchKind::spelling;
    const MatchKind kind = kind_of(terms[i]);
    const bool restored = kind == MatchKind::lemma && mode_ == StemMode::folded_query &&
                          std::find(as_typed.begin(), as_typed.end(), terms[i]) == as_typed.end();
    return restored ? MatchKind::restored : kind;
  };
  std::map<MatchKind, Readings> kinds;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    Readings& readings = kinds[kind_of_reading(i)];
    readings.terms.push_back(terms[i]);
    readings.weights.push_back(weights[i]);
  }
  const float best = *std::max_element(weights.begin(), weights.end());
  ++contests_;
  for (const auto& [kind, readings] : kinds) {
    const float highest = *std::max_element(readings.weights.begin(), readings.weights.end());
    record(token.text, kind, {readings.terms}, field, in_fields({readings.terms}, readings.weights, field),
           static_cast<double>(highest / best), contests_);
  }
}

}  // namespace tvar::search
