// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// One mention of a town: what stands around it, how sure that makes a town of it, and how much it says that the page is
/// about that town.
#pragma once

#include <cstddef>
#include <string_view>

#include "lib/facts/fact_sink.h"

namespace tvar::facts {

// What a mention is worth.
inline constexpr double kSure = 1.0;      ///< v Břeclavi, město Břeclav
inline constexpr double kLikely = 0.6;    ///< a capital inside a sentence, or behind the name of an office
inline constexpr double kPossible = 0.3;  ///< at the beginning of a sentence

struct TownMention {
  std::size_t first = 0;  ///< words
  std::size_t last = 0;
  std::string_view before{};  ///< the word that it follows directly, or nothing
  bool follows = false;
  bool town_noun = false;  ///< město Břeclav
  bool office = false;     ///< Charita Břeclav
  bool district = false;   ///< okres Břeclav
  bool mayor = false;      ///< primátor Mostu
  bool dateline = false;   ///< Brno, 14. 4. 2016
  bool in_series = false;  ///< goes on with towns behind one preposition
  bool address = false;    ///< 417 42 Krupka
  bool venue = false;      ///< Místo konání: radnice Krupka
  bool from = false;       ///< in such a series behind "z"
};

/// What is known of the name that is mentioned.
struct TownName {
  bool common = false;        ///< a word as well: Most
  bool abroad = false;        ///< a city abroad as well: Vídeň
  bool known_by_all = false;  ///< Brno is Brno at the beginning of a sentence, too
};

[[nodiscard]] bool is_sure_preposition(std::string_view word);

/// The mention of a name of so many words; `in_series` is left to the caller.
[[nodiscard]] TownMention mention_at(const AnnotatedText& text, std::size_t first, std::size_t words);

/// How sure it is that a town is meant: kSure, kLikely, kPossible or less.
[[nodiscard]] double worth_of(const Section& section, const TownMention& at, const TownName& name);

/// How much the mention says that the page is about the town.
[[nodiscard]] double score_of(const Section& section, const TownMention& at, double worth);

}  // namespace tvar::facts
