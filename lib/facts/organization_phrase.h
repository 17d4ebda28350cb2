// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// How the name of an organisation goes on around the noun that it is built of:
///
///     Krajské ředitelství policie Ústeckého kraje     genitives, with their adjectives
///     Základní škola a mateřská škola Písek           two nouns
///     Domov pro osoby se zdravotním postižením        what it is there for
///     Krajský soud v Plzni                            where it sits, of the few that are called by it
///     Diakonie ČCE – středisko Vsetín                 a branch
///
/// All functions take and give indexes of words. "The last word" of what is not there is the one before its beginning.
#pragma once

#include <cstddef>
#include <string>

#include "lib/facts/annotated_text.h"
#include "lib/facts/noun_phrases.h"
#include "tvar/stemmer.h"

namespace tvar::facts {

/// The noun that the name beginning at `first` is built around: "Oblastní charita", "Rodinné a kulturní centrum". Or
/// `text.size()`.
[[nodiscard]] std::size_t head_of(const AnnotatedText& text, std::size_t first);

/// The last word of the name whose head is `head`.
[[nodiscard]] std::size_t end_of_name(const AnnotatedText& text, std::size_t head);

/// The names behind a head: "Ústí nad Labem", "ČR", "Libereckého kraje". Returns the last word.
[[nodiscard]] std::size_t capitalised_run(const AnnotatedText& text, std::size_t from);

/// A name that a noun announces goes on in lower case: "Třetí patro", "Život bez bariér", "Most dětem". Returns the last
/// word of the one that reaches to `last`.
[[nodiscard]] std::size_t end_of_own_name(const AnnotatedText& text, std::size_t last);

/// The last word before the mark that closes the quotation that word `first` begins, or `first - 1`.
[[nodiscard]] std::size_t end_of_quotation(const AnnotatedText& text, std::size_t first);

/// The name from `first` to `last`, its head and the adjectives of the head in the nominative, without a legal form.
[[nodiscard]] std::string name_of(const AnnotatedText& text, std::size_t first, std::size_t last,
                                  const Stemmer& stemmer);

}  // namespace tvar::facts
