// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The noun that a name is built around, and its adjectives, in the nominative:
///
///     Městského úřadu Broumov     Městský úřad
///     Technických služeb          Technické služby
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lib/facts/annotated_text.h"
#include "tvar/stemmer.h"

namespace tvar::facts {

/// The stem of Janáčkova, Masarykovy, Husově: its bytes before "ov" or "ův", or 0.
[[nodiscard]] std::size_t possessive_stem(std::string_view word);

/// "Městského úřadu" → "Městský úřad", from word `first` to word `last`, which holds the nouns `head` and perhaps `second`.
[[nodiscard]] std::string nominative_of_heads(const AnnotatedText& text, std::size_t first, std::size_t head,
                                              std::size_t second, std::size_t last, const Stemmer& stemmer);

}  // namespace tvar::facts
