// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/synonyms.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "lib/analysis/abbreviations.h"
#include "lib/text/fold.h"

namespace tvar::search {
namespace {

using Ranked = std::vector<std::pair<std::uint64_t, std::string>>;

// What follows `prefix` in the terms of the index, the most frequent first.
Ranked defined(const store::Reader& reader, const std::string& prefix) {
  constexpr std::size_t kEnough = 100;
  Ranked found;
  reader.terms(prefix, "", [&](std::string_view term, std::uint64_t documents) {
    found.emplace_back(documents, std::string(term.substr(prefix.size())));
    return found.size() < kEnough;
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  return found;
}

std::vector<std::string> merged(const Ranked& learned,
                                const std::unordered_multimap<std::string, std::string>& table,
                                const std::string& key) {
  std::vector<std::string> names;
  const auto add = [&names](const std::string& name) {
    const bool is_new = std::find(names.begin(), names.end(), name) == names.end();
    if (is_new && names.size() < Synonyms::kMost) names.push_back(name);
  };
  for (const auto& [documents, name] : learned) add(name);
  const auto [begin, end] = table.equal_range(key);
  for (auto row = begin; row != end; ++row) add(row->second);
  return names;
}

}  // namespace

Synonyms::Synonyms(const store::Reader& reader, const Stemmer& stemmer)
    : reader_(reader), analyzer_(stemmer) {
  for (const analysis::KnownAbbreviation& row : analysis::known_abbreviations()) {
    const std::string name = text::fold_case(row.abbreviation);
    known_.emplace(name, text::fold_case(row.expansion));
    known_keys_.emplace(analyzer_.name_key(row.expansion, StemMode::document), name);
  }
}

std::vector<std::string> Synonyms::expansions(std::string_view abbreviation) const {
  return merged(defined(reader_, store::abbreviation_prefix(abbreviation)), known_,
                std::string(abbreviation));
}

std::vector<std::string> Synonyms::abbreviations(std::string_view name, StemMode mode) {
  const std::string key = analyzer_.name_key(name, mode);
  return merged(defined(reader_, store::expansion_prefix(key)), known_keys_, key);
}

}  // namespace tvar::search
