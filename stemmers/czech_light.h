// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The light Czech stemmer, the published baseline: takes off case endings of nouns and adjectives and possessive
/// suffixes, and undoes the consonant changes they cause. Knows no verbs, degrees or negation.
///
/// Source: L. Dolamic, J. Savoy, Indexing and stemming approaches for the Czech language, Information Processing &
/// Management 45(6), 2009, 714-720. As in Lucene, an ending is taken off whole, where the authors' own program
/// loses one letter more in some rules.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "stemmers/registry.h"
#include "tvar/stemmer.h"

namespace tvar::stemmers {

/// Replaces `out` by the light stem of `word` (UTF-8, NFC, lower case). The stem is empty only when the word is.
/// `out` may not be the memory of `word`.
void light_stem(std::string_view word, std::string& out);

/// The light stem of `word` without diacritics, for words no dictionary knows. Endings are taken off the word that
/// is already stripped, so that it does not matter which diacritics were typed. `out` as above.
void folded_light_stem(std::string_view word, std::string& out);

/// Readings: the stem (kind lemma), and the stem of the word without diacritics (kind folded_stem). A document
/// gives both, a query the first, a folded query the second.
class CzechLight final : public Stemmer {
 public:
  [[nodiscard]] std::string_view name() const noexcept override { return "czech_light"; }
  [[nodiscard]] std::string_view id() const noexcept override { return "czech_light/1"; }
  void stem(std::string_view word, StemMode mode, Readings& out) const override;

  static std::unique_ptr<const Stemmer> make(const StemmerOptions& options);
};

}  // namespace tvar::stemmers
