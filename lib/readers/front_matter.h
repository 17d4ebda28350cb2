// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Metadata in YAML at the head of a text file:
///
///     ---
///     title: Lokální partnerství Třebíč
///     year: 2016
///     member: [Město Třebíč, Šestý schod]
///     ---
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lib/readers/members.h"
#include "lib/readers/reader.h"

namespace tvar::readers {

/// Reads the front matter, when the text begins with it, and returns the text behind it; otherwise the whole text.
///
/// Single values and lists of them become values of the members; `null` and `~` are nothing. Anything deeper is
/// passed over with a warning, and so is `id`: the id of a file is its path. Broken YAML is an error, and the
/// text behind it is still read. Two lines of dashes around something that is not a mapping are two rules of
/// Markdown, and so is a line of dashes that no second one follows.
[[nodiscard]] std::string_view read_front_matter(std::string_view text, Members& members,
                                                 const Output& output);

}  // namespace tvar::readers
