// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Diacritics off: "žďár" → "zdar". Stemmers have no ICU, and Czech text needs no more than Latin-1, Latin
/// Extended-A and the combining marks. The base letters are those of Unicode's canonical decompositions; letters
/// with a stroke, which Unicode does not decompose (ø, ł, đ, ħ, ŧ), give the letter people type for them.
#pragma once

#include <string>
#include <string_view>

namespace tvar::stemmers {

/// Appends `word` without diacritics to `out`. Other characters and invalid bytes are kept; never grows the text.
/// Upper case stays upper case. Nothing but combining marks stays as it is, so that a word never vanishes.
void append_folded(std::string_view word, std::string& out);

/// `word` without diacritics.
[[nodiscard]] std::string folded(std::string_view word);

/// Whether folding would change nothing.
[[nodiscard]] bool is_folded(std::string_view word) noexcept;

/// The ASCII base letter of the two-byte sequence `lead`, `trail`, or 0 when it has none.
[[nodiscard]] char fold_pair(char lead, char trail) noexcept;

}  // namespace tvar::stemmers
