// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The lines below a heading as lists of organisations, by how they are laid out. Each function reads one layout, from a
/// line on, and finds nothing where the lines have another.
#pragma once

#include <cstddef>

#include "lib/facts/annotated_text.h"
#include "lib/facts/list_heading.h"
#include "lib/facts/list_items.h"

namespace tvar::facts {

/// The members of a list, and where it ends.
struct FoundList {
  ListItems items;
  std::size_t end = 0;  ///< the line behind the last; 0: no such list
};

/// Whether the items are what the heading promises. One that only says "pracovní skupina" may head topics, names of
/// groups or persons as well.
[[nodiscard]] bool are_members(const AnnotatedText& text, const Heading& heading, const ListItems& items);

/// Of lines that may say anything: whether all items have names, none a verb, and most are organisations by their names.
[[nodiscard]] bool are_names_of_organizations(const AnnotatedText& text, const ListItems& items);

/// Whether the range is the name of a town and nothing else.
[[nodiscard]] bool is_town(const AnnotatedText& text, TextRange item);

/// Members in groups of one line each, behind what they are: "Školy: Gymnázium Tachov; ZŠ Kostelní".
[[nodiscard]] FoundList labelled_groups(const AnnotatedText& text, std::size_t at, const Heading& heading);

/// Groups with names of their own, a line or an item each: "PS Bydlení – město Vejprty, Člověk v tísni. Garant: Petr Slabý."
[[nodiscard]] FoundList named_groups(const AnnotatedText& text, std::size_t at);

/// A paragraph that begins with names between commas.
[[nodiscard]] FoundList parted_paragraph(const AnnotatedText& text, std::size_t at);

/// Below a colon names between commas, in a paragraph that goes on with other sentences.
[[nodiscard]] FoundList wrapped_list(const AnnotatedText& text, std::size_t at, const Heading& heading);

/// Labels and lists by turns: "Školy", and below it "Základní škola Osoblaha, Mateřská škola Bohušov".
[[nodiscard]] FoundList alternating_list(const AnnotatedText& text, std::size_t at);

/// Signatories side by side, with a person below each.
[[nodiscard]] FoundList columns_list(const AnnotatedText& text, std::size_t at);

/// A member to a paragraph, as pages have them that were a table or a row of logos, perhaps with lines below each that tell
/// where it is or who stands for it.
[[nodiscard]] FoundList spaced_list(const AnnotatedText& text, std::size_t at);

}  // namespace tvar::facts
