// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Legal forms behind names, and how far back the name before one reaches: "Spolek přátel kláštera Hostinné, z. s.",
/// "Karel Hřib a synové, s.r.o.".
#pragma once

#include <cstddef>

#include "lib/facts/annotated_text.h"

namespace tvar::facts {

/// Whether a legal form that stands behind a name begins at word i: "o.p.s.", "spol. s r.o.", ", státní podnik".
[[nodiscard]] bool is_form_behind(const AnnotatedText& text, std::size_t i);

/// The first word of the name before the legal form that begins at word `form`, or `form` when there is none.
[[nodiscard]] std::size_t name_before(const AnnotatedText& text, std::size_t form);

}  // namespace tvar::facts
