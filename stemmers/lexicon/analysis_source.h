// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What the linguistic half of the lexicon compiler hands to the half that writes the image: every word form
/// with its ranked readings. Build-time code; nothing of it runs in an application.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/lexicon/string_arena.h"

namespace tvar::stemmers::lexicon {

/// What kind of word a lemma is. Verbs are kept apart from nominals that are spelled the same (stát: to stand;
/// stát: the state), so a term is made of (lemma, word_class).
enum class WordClass : std::uint8_t { other, verb };

/// One reading of a form. All texts are UTF-8, NFC, lower case, and live in LexiconData::texts.
struct Analysis {
  std::string_view form;
  std::string_view lemma;  ///< the dictionary form; verbs without ne-, nominals with it ("nezaměstnaný")
  WordClass word_class = WordClass::other;
  bool negated =
      false;         ///< the form carries the negative prefix; for a nominal so does the lemma, and dropping
                     ///< the lemma's first two letters gives the affirmative one
  float weight = 0;  ///< share among the readings of the form, in (0, 1]; those below 0.02 are left out
  float frequency = 0;  ///< estimated uses of this form in this reading per million words of text; > 0,
                        ///< comparable between forms (dům against dumm, when both fold to "dum")
};

/// How `derived` is made from `lemma`.
enum class DerivationKind : std::uint8_t {
  adverb,         ///< sociální → sociálně
  ost_noun,       ///< společný → společnost
  possessive,     ///< otec → otcův
  ski_adjective,  ///< Brno → brněnský
};

/// A regular derivation between two lemmas; never the same term, of use as a low-weight expansion.
struct Derivation {
  std::string_view lemma;
  std::string_view derived;
  DerivationKind kind = DerivationKind::adverb;
};

/// Movable; the views live as long as `texts`.
struct LexiconData {
  LexiconData() = default;
  LexiconData(LexiconData&&) = default;
  LexiconData& operator=(LexiconData&&) = default;

  std::vector<Analysis> analyses;       ///< sorted by form (bytes), then by weight, descending
  std::vector<Derivation> derivations;  ///< sorted by lemma (bytes), then by derived
  std::string source_version;           ///< 16 hex digits: a hash over dictionary and tables
  StringArena texts;
};

/// Reads the dictionary and our tables and returns all forms with their readings.
///
/// @param aff     hunspell affix file, UTF-8 or ISO-8859-2
/// @param dic     hunspell word list that belongs to it
/// @param tables  folder with the *.tsv tables (stemmers/lexicon/data)
/// @throws tvar::Error  io or corrupt, with file and line
LexiconData compile_lexicon(const std::filesystem::path& aff, const std::filesystem::path& dic,
                            const std::filesystem::path& tables);

}  // namespace tvar::stemmers::lexicon
