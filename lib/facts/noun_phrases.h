// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The phrases in lower case that names are made of beside their capitals: genitives, and nouns behind a preposition. Cases are
/// told by the form of a word and its lemma (kGenitive), since a lexicon of lemmas has none.
///
/// All functions take and give indexes of words. "The last word" of what is not there is the one before its beginning.
#pragma once

#include <cstddef>
#include <string_view>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

/// Whether word i can be part of a name: with a capital, and no person, no reference, no legal form.
[[nodiscard]] bool is_name_word(const AnnotatedText& text, std::size_t i);

/// Whether word i is a verb in some form.
[[nodiscard]] bool is_verb(const AnnotatedText& text, std::size_t i);

/// Whether word i follows the one before it with nothing but spaces or a hyphen between them.
[[nodiscard]] bool is_joined(const AnnotatedText& text, std::size_t i);

[[nodiscard]] bool is_lower_word(const AnnotatedText& text, std::size_t i);

/// Whether word i is there, and this one in lower case.
[[nodiscard]] bool is_word(const AnnotatedText& text, std::size_t i, std::string_view word);

/// A noun in lower case, as far as can be told: no verb, no adjective, no function word, and no time ("týdne").
[[nodiscard]] bool is_noun(const AnnotatedText& text, std::size_t i);
[[nodiscard]] bool is_genitive_noun(const AnnotatedText& text, std::size_t i);
[[nodiscard]] bool is_genitive_adjective(const AnnotatedText& text, std::size_t i);

/// měst, obcí: towns in general, whose names may follow.
[[nodiscard]] bool names_towns(const AnnotatedText& text, std::size_t i);

/// "dobrovolných hasičů", "zdravotních a sociálních služeb", "tělesně postižených": one noun. The last word.
[[nodiscard]] std::size_t genitive_noun_phrase(const AnnotatedText& text, std::size_t from);

/// "dobrovolných hasičů", "práce a sociálních věcí", "přátel kláštera": genitives that hang on one another. The last word.
[[nodiscard]] std::size_t genitive_phrase(const AnnotatedText& text, std::size_t from);

/// A noun with its adjectives in any case, behind a preposition: "sociální začleňování". The last word.
[[nodiscard]] std::size_t noun_phrase(const AnnotatedText& text, std::size_t from);

/// What follows "pro": "seniory", "ženy a matky s dětmi", "osoby se zdravotním postižením". The last word.
[[nodiscard]] std::size_t purpose(const AnnotatedText& text, std::size_t from);

}  // namespace tvar::facts
