// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Lists in running text, cut into entries.
#pragma once

#include <cstddef>
#include <vector>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

/// Bytes of the text.
using ListItems = std::vector<TextRange>;

/// Parts at bullets, at semicolons, or else at commas and at the last "a", but not before a legal form, and not inside
/// brackets.
[[nodiscard]] ListItems parts_of_list(const AnnotatedText& text, TextRange list);

/// Where the sentence of a list that begins at a byte ends, not behind `limit`: at a full stop that is none of an
/// abbreviation.
[[nodiscard]] std::size_t end_of_list_sentence(const AnnotatedText& text, std::size_t begin,
                                               std::size_t limit);

}  // namespace tvar::facts
