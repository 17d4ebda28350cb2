// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// One entry of a list of members.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/annotated_text.h"
#include "lib/facts/list_parts.h"
#include "tvar/stemmer.h"

namespace tvar::facts {

/// The item without the person beside the organisation: of "Jana Malá (Charita)", "Charita – Jana Malá, ředitelka" and
/// "Charita: Jana Malá" it is "Charita". Neither has it an address, a role (Charita – předseda) nor a noun that announces
/// the name (spolek Květina). Empty when there is only a person. A part of the text.
[[nodiscard]] std::string_view organization_of_item(const AnnotatedText& text, TextRange item);

/// The name of an item that stands in another case: "města Dubí", "Charitu Teplice".
[[nodiscard]] std::string nominative_of_item(const AnnotatedText& text, TextRange item,
                                             const Stemmer& stemmer);

/// Whether a word of the range is a noun that organisations are called by, a legal form, or letters (ZŠ, SDH) before a
/// name.
[[nodiscard]] bool looks_like_organization(const AnnotatedText& text, TextRange item);

/// Whether a word of the range has a capital: "místní škola" is nobody's name.
[[nodiscard]] bool has_capital(const AnnotatedText& text, TextRange item);

/// Whether a word of the range in lower case is a verb, as in sentences and in few names.
[[nodiscard]] bool has_verb(const AnnotatedText& text, TextRange item);

/// Whether all cells that are not empty look like organisations.
[[nodiscard]] bool are_all_organizations(const AnnotatedText& text,
                                         const std::vector<std::string_view>& cells);

/// Whether there are two items or more, each of one name, and two of three look like organisations.
[[nodiscard]] bool are_mostly_organizations(const AnnotatedText& text, const ListItems& items);

}  // namespace tvar::facts
