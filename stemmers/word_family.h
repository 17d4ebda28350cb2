// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Derivational families: the lemmas that are made from one root, such as vkládat, vkládání and vklad, or Kladno and
/// kladenský. Found by rule and confirmed by the lexicon, so no image has to hold them.
///
/// Two lemmas are of one family when they have a key in common. A key is the lemma without its derivational ending
/// (at least three letters stay), with the alternations of Czech undone: vowel length (vklád, vklad), the last consonants
/// (prah, praž) and the mobile e (okn, oken). Verbs and what is made from verbs have a key of their own, so that pražit (to
/// roast) is not of the family of Praha; endings that both have, such as -ovat, give both keys.
///
/// The relation is one of language, not of meaning: it is of use for ranking, not for what is found.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/lexicon/lexicon.h"

namespace tvar::stemmers {

struct Relative {
  std::string lemma;
  bool verb = false;

  friend bool operator==(const Relative&, const Relative&) = default;
  friend auto operator<=>(const Relative&, const Relative&) = default;
};

/// A lemma has at most this many relatives; the rest is left out.
inline constexpr std::size_t kMostRelatives = 32;

/// Finds families. Immutable; any number of threads may use one object.
class WordFamilies {
 public:
  /// @param lexicon  must outlive the object
  explicit WordFamilies(const lexicon::Lexicon& lexicon);

  /// The other lemmas of the lexicon that are of the family of `lemma` (UTF-8, lower case), in an order that depends on
  /// the lemma alone. Empty for what has no root of three letters.
  [[nodiscard]] std::vector<Relative> family_of(std::string_view lemma, bool verb) const;

 private:
  // An ending as the automaton has it.
  struct CodedEnding {
    std::u16string_view text;
    std::vector<std::uint8_t> letters;
    bool verb = false;
  };
  void add_relatives(const std::u16string& root, const std::vector<std::u16string>& keys,
                     std::vector<Relative>& family) const;

  const lexicon::Lexicon& lexicon_;
  std::vector<CodedEnding> endings_;
};

}  // namespace tvar::stemmers
