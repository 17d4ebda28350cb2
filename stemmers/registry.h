// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The one table of stemmers: name, version, factory. The rest of the library includes nothing else of this folder.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "tvar/stemmer.h"

namespace tvar::stemmers {

/// What a stemmer may need besides the word.
struct StemmerOptions {
  /// The compiled lexicon; needed by the stemmers whose row says so.
  std::filesystem::path lexicon;
  /// Negated adjectives and nouns share the lemma of their positive (neznámý = známý). Verbs always do.
  bool merge_negation = false;
};

/// One row of the registry.
struct StemmerEntry {
  std::string_view name;     ///< what the schema of an index says, for example "czech_light"
  std::string_view summary;  ///< one line for people
  bool needs_lexicon;        ///< whether StemmerOptions::lexicon must name a lexicon image
  std::unique_ptr<const Stemmer> (*make)(const StemmerOptions&);
};

/// All stemmers, the default first. The table lives as long as the program.
std::span<const StemmerEntry> registry() noexcept;

/// The row called `name`, or nullptr.
const StemmerEntry* find_stemmer(std::string_view name) noexcept;

}  // namespace tvar::stemmers
