// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Pages that are about more than one municipality, by what they say at their beginning.
#pragma once

#include "lib/facts/fact_sink.h"

namespace tvar::facts {

enum class PageScope {
  any,
  area,        ///< a region, a union of municipalities, the whole country
  some_towns,  ///< so many towns: "V pěti obcích Olomouckého kraje"
};

[[nodiscard]] PageScope scope_of(const Page& page);

/// Whether a line is a heading within the text: a short one between empty lines, below the first of the page, that is no
/// sentence.
[[nodiscard]] bool is_heading(const AnnotatedText& text, const Line& line);

}  // namespace tvar::facts
