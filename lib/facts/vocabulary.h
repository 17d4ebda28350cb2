// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The words that the extractors know, and what each tells them. They are given as lemmas and put through the stemmer of
/// the index, so that the readings of a text need no second look whatever the stemmer is.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tvar/stemmer.h"

namespace tvar::facts {

/// What a word can be. A set of bits: "společnost" begins names and announces them.
using WordClass = std::uint32_t;
inline constexpr WordClass kTownNoun = 1U << 0U;      ///< město, obec: a town's name follows
inline constexpr WordClass kDistrictNoun = 1U << 1U;  ///< okres
inline constexpr WordClass kFoundingWord = 1U << 2U;  ///< vznikla, ustavující
inline constexpr WordClass kOrganHead = 1U << 3U;   ///< úřad, charita: the noun that a name is built around
inline constexpr WordClass kOrganNoun = 1U << 4U;   ///< organizace, spolek: a name may follow it
inline constexpr WordClass kRole = 1U << 5U;        ///< starosta, ředitelka: a person's name stands near
inline constexpr WordClass kPersonNoun = 1U << 6U;  ///< pan, paní
inline constexpr WordClass kNamedThing = 1U << 7U;  ///< ulice, škola: a person's name behind it is no person
inline constexpr WordClass kMemberWord = 1U << 8U;  ///< člen, partner: heads a list of organisations
inline constexpr WordClass kGroupWord = 1U << 9U;   ///< skupina
inline constexpr WordClass kWorkingWord = 1U << 10U;  ///< pracovní
inline constexpr WordClass kBeingVerb = 1U << 11U;    ///< být, tvořit: between "members" and their names
inline constexpr WordClass kYearWord = 1U << 12U;     ///< rok, léto, období
inline constexpr WordClass kCounted = 1U << 13U;      ///< korun, obyvatel: the number before it is an amount
inline constexpr WordClass kReference = 1U
                                        << 14U;  ///< číslo, zákon, usnesení: the number behind it is a name
inline constexpr WordClass kPublishing = 1U << 15U;  ///< zveřejněno, vydáno
inline constexpr WordClass kListHeader = 1U << 16U;  ///< organizace, subjekt: the heading of a column
inline constexpr WordClass kFeminine = 1U << 17U;    ///< gender of a kOrganHead; masculine without either
inline constexpr WordClass kNeuter = 1U << 18U;
inline constexpr WordClass kAdjective = 1U << 19U;  ///< set from the form of the lemma, not from a list
inline constexpr WordClass kMonth = 1U << 20U;      ///< červen; which one is told by month_of
inline constexpr WordClass kVerb = 1U << 21U;       ///< verbs that often stand behind a name
inline constexpr WordClass kGenericOrgan = 1U
                                           << 23U;  ///< spolek, firma: announces a name and is no part of it
inline constexpr WordClass kOfficial =
    1U << 24U;  ///< městský, okresní: with a head it is a name even without more
inline constexpr WordClass kPublicBody =
    1U << 22U;  ///< an organ of a town, no organisation of its own: rada, výbor
// By the form of the word, whatever it is read as; WordMarker sets them.
inline constexpr WordClass kTitle = 1U << 25U;        ///< mgr, ing: may stand before a person's name
inline constexpr WordClass kLegalForm = 1U << 26U;    ///< ops, sro
inline constexpr WordClass kGivenName = 1U << 27U;    ///< a form of a first name
inline constexpr WordClass kTownStart = 1U << 28U;    ///< the name of a municipality may begin with it
inline constexpr WordClass kVerbForm = 1U << 29U;     ///< a form of a verb, by its most probable reading
inline constexpr WordClass kGenitive = 1U << 30U;     ///< can be a genitive
inline constexpr WordClass kWorkingVerb = 1U << 31U;  ///< působit: what it does since it was founded
inline constexpr WordClass kNameBits = kGivenName | kTownStart;

/// Words by term. Immutable after construction.
class Vocabulary {
 public:
  /// @param member_words  lemmas that head lists of organisations, FactOptions::member_words
  Vocabulary(const Stemmer& stemmer, std::span<const std::string> member_words);

  /// The classes of a word with these readings.
  [[nodiscard]] WordClass classes(const Readings& readings) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };
  void add(const Stemmer& stemmer, std::string_view lemma, WordClass classes);

  std::unordered_map<std::string, WordClass, Hash, std::equal_to<>> words_;
};

/// Whether the form of a noun or adjective can be a genitive of the lemma. A lemma that is its own genitive (práce,
/// vzdělávání) counts.
[[nodiscard]] bool is_genitive(std::string_view form, std::string_view lemma) noexcept;

/// 1 to 12 for a form of a month's name, in lower case and in any case or adjective; otherwise 0.
[[nodiscard]] int month_of(std::string_view word) noexcept;

}  // namespace tvar::facts
