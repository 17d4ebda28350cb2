// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Names that a noun beside them tells to be organisations: "společnost Interwork", "firmy Preciosa a Lasvit", "Laxus, firma
/// z Nymburka". All functions take and give indexes of words.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

/// The rarer of what is_announcer() looks for.
[[nodiscard]] bool is_group_or_fund(const AnnotatedText& text, std::size_t i);

/// Whether word i is a noun that the name of an organisation follows: "společnost", "nadační fond", "skupina ČEVAK".
[[nodiscard]] inline bool is_announcer(const AnnotatedText& text, std::size_t i) {
  return text.is(i, kOrganNoun) ||
         ((text.is(i, kGroupWord) || text.lower(i).starts_with('f')) && is_group_or_fund(text, i));
}

/// The last word of the announced name that begins at `first`, has no noun to be built around, and may be quoted by
/// no mark.
[[nodiscard]] std::size_t end_of_announced_name(const AnnotatedText& text, std::size_t first);

/// First and last words of the names that go on with the one that ends at `last`: ", Crystalex a Lasvit".
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> series_behind(const AnnotatedText& text,
                                                                             std::size_t last);

/// Whether word i is a name, and a noun behind a comma tells of what: "Laxus, firma z Nymburka".
[[nodiscard]] bool is_explained(const AnnotatedText& text, std::size_t i);

/// sbor, dechovka: the name behind it does without the noun.
[[nodiscard]] bool is_choir(std::string_view noun);

/// Whether word i is a noun in lower case that the name of such an organisation stands behind, "základní škola Jizerka": no town
/// where it is, and nobody who has to do with it.
[[nodiscard]] bool names_what_follows(const AnnotatedText& text, std::size_t i);

}  // namespace tvar::facts
