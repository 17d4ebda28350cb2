// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/ranking.h"

#include <cmath>

#include "stemmers/lexicon/tables.h"
#include "tvar/error.h"

namespace tvar::stemmers::lexicon {
namespace {

constexpr float kRareSlot = 1e-4F;
constexpr float kRareKind = 1e-3F;

float figure_or(const std::unordered_map<std::string, float>& figures, const std::string& key,
                float otherwise) {
  const auto found = figures.find(key);
  return found == figures.end() ? otherwise : found->second;
}

/// Infinitives are denied less often than finite forms.
std::string prefix_key(const Reading& reading) {
  std::string key = std::to_string(static_cast<int>(reading.prefix));
  if (reading.word_class != WordClass::verb) return key;
  const bool infinitive = reading.slot == "v:t" || reading.slot.compare(0, 3, "v0:") == 0;
  return key + (infinitive ? "vi" : "v");
}

float parse_figure(const TableRow& row) {
  try {
    return std::stof(row.columns[2]);
  } catch (const std::exception&) {
    throw Error(ErrorCode::corrupt, "frequencies.tsv:" + std::to_string(row.line) + ": not a number");
  }
}

}  // namespace

Ranking::Ranking(std::string_view table) {
  for (const TableRow& row : parse_table(table, "frequencies.tsv", 3)) {
    const std::string& section = row.columns[0];
    if (section == "lemmas") {
      // One line a class: the class is the rounded logarithm to base 2 of the uses per million.
      const float frequency = std::exp2(std::stof(row.columns[1]));
      for (const std::string& lemma : split(row.columns[2], ' ')) lemmas_[lemma] = frequency;
    } else {
      Figures& figures = section == "slot" ? slots_ : section == "prefix" ? prefixes_ : kinds_;
      figures[row.columns[1]] = parse_figure(row);
    }
  }
}

std::string Ranking::key_of(const Reading& reading) {
  const char* mark = reading.word_class == WordClass::verb ? "/v" : reading.name ? "/n" : "";
  return reading.lemma + mark;
}

bool Ranking::knows(const Reading& reading) const {
  return lemmas_.count(key_of(reading)) != 0;
}

float Ranking::lemma_frequency(const Reading& reading) const {
  if (lemmas_.empty()) return 1.0F;
  const auto found = lemmas_.find(key_of(reading));
  return found != lemmas_.end() ? found->second : figure_or(kinds_, reading.kind, kRareKind);
}

float Ranking::slot_rate(const std::string& slot) const {
  return slots_.empty() ? 1.0F : figure_or(slots_, slot, kRareSlot);
}

float Ranking::prefix_rate(const Reading& reading) const {
  if (reading.prefix == Prefix::none) return 1.0F;
  return figure_or(prefixes_, prefix_key(reading), prefixes_.empty() ? 1.0F : kRareSlot);
}

}  // namespace tvar::stemmers::lexicon
