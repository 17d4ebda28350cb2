// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Which words head a list of organisations, and of which kind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

enum class ListKind : std::uint8_t { none, members, working_group };

/// What a stretch of words says about the list that it heads.
struct Heading {
  ListKind kind = ListKind::none;
  bool is_certain = false;  ///< names members, not only a working group
  bool is_oblique = false;  ///< its items are not in the nominative: zástupci města Dubí a Charity Teplice
};

/// What the words from `first` to before `end` say.
[[nodiscard]] Heading heading_of(const AnnotatedText& text, std::size_t first, std::size_t end);

/// The longest line that may be a heading, in bytes.
inline constexpr std::size_t kLongestHeading = 140;

/// What the nearest line above line `at` says that is no paragraph.
[[nodiscard]] Heading heading_above(const AnnotatedText& text, std::size_t at);

/// What the nearest heading above line `at` says that speaks of members or of working groups.
[[nodiscard]] Heading enclosing_heading(const AnnotatedText& text, std::size_t at);

/// heading_of() in line `at`; plain "Členové:", and members of "the group", are of the working group that the heading above
/// names.
[[nodiscard]] Heading heading_at(const AnnotatedText& text, std::size_t at, std::size_t first,
                                 std::size_t end);

/// Whether the words head a group of others than members: Hosté, Omluveni, Kontakt.
[[nodiscard]] bool heads_others(const AnnotatedText& text, std::size_t first, std::size_t end);

/// The words of a sentence before the list that it holds: "Členy partnerství jsou", "Platforma sdružuje".
struct LeadIn {
  std::size_t list = 0;  ///< the first word of the list, 0 when there is none
  Heading heading;
  bool is_strict = false;  ///< each item must look like an organisation
};

/// Whether word i may be such a noun; asked of each word of a text before lead_in_at().
[[nodiscard]] inline bool may_lead_in(const AnnotatedText& text, std::size_t i) {
  const bool letters =
      text[i].lower_size > 0 && (text.lower(i).front() == 'm' || text.lower(i).front() == 'u');
  return letters || text[i].all_caps || text.is(i, kMemberWord | kOrganHead | kOrganNoun | kGroupWord);
}

/// The lead-in whose noun, a word for members or for what they are members of, is word i; `end` is behind the last word
/// of the line.
[[nodiscard]] LeadIn lead_in_at(const AnnotatedText& text, std::size_t i, std::size_t end);

}  // namespace tvar::facts
