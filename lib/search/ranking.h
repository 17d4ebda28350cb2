// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What adds to the score of a document that is found, beside BM25 of the words. Factors of BM25 weights, so that they
/// need no tuning to the size of a collection; docs/ranking.md has the measurements.
#pragma once

#include <cstddef>

namespace tvar::search::ranking {

/// The form as typed, diacritics and all: a tie-breaker between forms of one word. At 0.1 the first ten hits of
/// an inflected query had only 85 % in common with those of the basic form, at 0.03 they have 93 %.
inline constexpr double kExactForm = 0.03;

/// A word together with the words of its root, as if they were one: adds to what the word itself gives.
inline constexpr double kFamily = 0.5;

/// All words of the query in their order with at most kPhraseSlop words between them, in one field.
inline constexpr double kPhrase = 0.6;
inline constexpr std::size_t kPhraseSlop = 2;

/// All words at once, when any of them is enough: complete documents above those that repeat one word.
inline constexpr double kAllWords = 1.0;

/// Of documents with some of the words only, the score is multiplied by the share of the words that they have to this
/// power: the more the better, but not at any price. Two words are too few to trade one for the other.
inline constexpr double kCoordination = 0.3;
inline constexpr std::size_t kFewestCoordinated = 3;

/// What a corrected spelling loses for each letter that it is further from what was typed than the nearest one: it is
/// halved twice.
inline constexpr double kHalvingsPerLetter = 2.0;

/// Words of a query that are ranked by more than BM25, and so are its first parts only. Pasted paragraphs are not
/// searched as a phrase, and five hundred words with AND would be read in thousands of forms.
inline constexpr std::size_t kMostWords = 32;

/// Fewer hits than one page are joined by documents that have some of the words only.
inline constexpr std::size_t kFewHits = 10;

/// Forms tried for a word that the index does not have. More cost time and bring in words nobody meant.
inline constexpr std::size_t kCandidates = 6;

/// In longer queries, words that the index has are not taken for slips: they find nothing together because they are many.
inline constexpr std::size_t kMostDoubted = 4;

}  // namespace tvar::search::ranking
