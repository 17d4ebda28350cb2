// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Abbreviations and the names they stand for, in both directions: those that documents of the index define, and the
/// shipped table.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/store.h"
#include "lib/analysis/text_analyzer.h"

namespace tvar::search {

/// For one index. The reader must outlive it. One thread at a time.
class Synonyms {
 public:
  Synonyms(const store::Reader& reader, const Stemmer& stemmer);

  /// The long forms of an abbreviation, lower-cased, most frequently defined first, at most kMost.
  [[nodiscard]] std::vector<std::string> expansions(std::string_view abbreviation) const;

  /// The abbreviations of a name of two words or more, lower-cased. The name may be inflected.
  [[nodiscard]] std::vector<std::string> abbreviations(std::string_view name, StemMode mode);

  static constexpr std::size_t kMost = 5;

 private:
  const store::Reader& reader_;
  analysis::TextAnalyzer analyzer_;
  std::unordered_multimap<std::string, std::string> known_;       // abbreviation → long form
  std::unordered_multimap<std::string, std::string> known_keys_;  // key of the long form → abbreviation
};

}  // namespace tvar::search
