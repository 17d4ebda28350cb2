// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What may belong to the name of an organisation behind a comma or a dash.
#pragma once

#include <cstddef>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

/// Whether a part of an organisation begins at word i: "kontaktní pracoviště Most", "obvodní oddělení".
[[nodiscard]] bool begins_unit(const AnnotatedText& text, std::size_t i);

/// Whether a word of the range says that it is a school: Základní škola, MŠ, Gymnázium.
[[nodiscard]] bool is_school(const AnnotatedText& text, TextRange item);

/// Whether the part is a street, which tells a school from others: "Dukelská", "Edisonova 2821", "Boženy Němcové 16".
[[nodiscard]] bool is_street(const AnnotatedText& text, TextRange part);

}  // namespace tvar::facts
