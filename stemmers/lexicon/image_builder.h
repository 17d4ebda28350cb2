// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From the readings of all forms to the bytes of an image. Build-time code.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "stemmers/lexicon/alphabet.h"
#include "stemmers/lexicon/analysis_source.h"

namespace tvar::stemmers::lexicon {

/// The letters that occur in `data`.
/// @throws tvar::Error  invalid_argument when there are more than the format has room for
[[nodiscard]] Alphabet alphabet_of(const LexiconData& data);

/// The guesser sections of an image, from train_guesser; both may be empty.
struct GuesserParts {
  std::span<const std::byte> plain;
  std::span<const std::byte> folded;
};

/// The image of `data` (sorted as LexiconData says) with the given guessers, ready to be written to a file.
/// Readings whose form or lemma is longer than kMaxWordLetters are left out.
///
/// @throws tvar::Error  invalid_argument when the alphabet or the automaton is too large for the format
[[nodiscard]] std::vector<std::byte> build_image(const LexiconData& data, const GuesserParts& guessers);

/// Writes the hashes of an image into its header; build_image has done so. For tests that forge images.
void seal_image(std::span<std::byte> image);

}  // namespace tvar::stemmers::lexicon
