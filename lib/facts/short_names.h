// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Names that no noun in full heads: letters that stand for one (ZŠ Boženy Němcové, TJ Vápenka Hranice), clubs that everybody
/// knows by their second word (Sokol Písek), and bodies known by letters alone (ČHMÚ).
#pragma once

#include <cstddef>
#include <string>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

/// The last word of the name that begins at word i with letters for its noun, or `i`.
[[nodiscard]] std::size_t end_of_lettered_name(const AnnotatedText& text, std::size_t i);

/// A club with its town: "Sokola Písek".
struct ClubName {
  std::string name;      ///< in the nominative, empty when there is none
  std::size_t last = 0;  ///< word
};
/// The one whose name begins at word i.
[[nodiscard]] ClubName club_name(const AnnotatedText& text, std::size_t i);

/// The last word of the name of a company that ends as such names do, and begins at word i: "Sigma Group". Or `i`.
[[nodiscard]] std::size_t end_of_business_name(const AnnotatedText& text, std::size_t i);

/// The last word of the name that begins at word i with the letters of a body that texts seldom write out, when this one does
/// not either: "ČHMÚ", "ČEZ Distribuce". Or `text.size()`.
[[nodiscard]] std::size_t end_of_abbreviated_name(const AnnotatedText& text, std::size_t i);

}  // namespace tvar::facts
