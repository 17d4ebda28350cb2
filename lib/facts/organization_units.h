// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The part of an organisation that its name goes on with: a branch behind a dash, a unit behind a comma.
///
/// All functions take and give indexes of words.
#pragma once

#include <cstddef>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

/// středisko, pobočka, oddělení: a noun for a part.
[[nodiscard]] bool is_branch(const AnnotatedText& text, std::size_t i);

/// " – středisko Vsetín", "– kontaktní pracoviště Orlová": the noun of a branch, or `last`.
[[nodiscard]] std::size_t branch_behind(const AnnotatedText& text, std::size_t last);

/// "Policie ČR, Dopravní inspektorát Louny", "Český rybářský svaz, MO Brtnice": the last word of the unit that stands behind a
/// comma, of the name from `first` to `last`, or `last`. So does the street of a school: "Základní škola Kraslice, Dukelská".
[[nodiscard]] std::size_t end_of_unit_behind_comma(const AnnotatedText& text, std::size_t first,
                                                   std::size_t last);

}  // namespace tvar::facts
