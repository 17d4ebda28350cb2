// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Whether a sentence tells when the subject of its page was founded.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "lib/facts/annotated_text.h"
#include "lib/facts/date_reader.h"

namespace tvar::facts {

/// What a page says of itself before its sentences begin.
struct PageHead {
  const AnnotatedText* title = nullptr;  ///< or null
  const AnnotatedText* text = nullptr;
  std::size_t end = 0;      ///< words of `text`: its first lines, those that are no running text
  bool is_council = false;  ///< minutes of a council or a committee, which tell of others
};

[[nodiscard]] PageHead head_of(const AnnotatedText* title, const AnnotatedText& text);

/// A sentence that may say when the subject of the page was founded.
struct Sentence {
  const AnnotatedText& text;
  const PageHead& head;
  std::size_t first = 0;  ///< words
  std::size_t end = 0;
  std::size_t verb = 0;          ///< the founding word
  std::size_t ordinal = 0;       ///< 1 for the first of the text
  std::size_t before_first = 0;  ///< the sentence before it begins there
};

/// 0 when the sentence does not tell when the subject was founded.
[[nodiscard]] double confidence_of_founding(const Sentence& s, const YearReader& years);

/// "Poradna funguje od roku 2005": as long as it works. The subject must be the one, since towns have many.
[[nodiscard]] double confidence_of_working(const Sentence& s, const FoundDate& date);

/// The date nearest to the founding word.
[[nodiscard]] std::optional<FoundDate> date_of_founding(const Sentence& s, const YearReader& years);

/// "podepsali memorandum o založení platformy": what is founded by signing.
[[nodiscard]] bool is_founded_by_signing(const Sentence& s);

}  // namespace tvar::facts
