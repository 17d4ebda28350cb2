// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Which line of a plain text is its title?
#pragma once

#include <string>
#include <string_view>

namespace tvar::readers {

/// The title of a plain text, on one line, or an empty string when it has none or none can be told with some
/// confidence: no title is better than a wrong one, the line stays in the text anyway.
///
/// Candidates are the lines that stand alone between blank lines (or are underlined with === or ---) before the
/// first paragraph, at most eight: with a letter, at most 120 characters, not ending in . , ; or :, and without the
/// marks of lists, paths and menus (• | » › > tab). Of these the title is
///  1. the first whose words mostly come again in the text below the candidates, inflected or not; or else
///  2. the very first, unless it is words glued together, as menus are when a page becomes text
///     ("Odkaz na FacebookOdkaz na YouTube").
///
/// @param text  valid UTF-8; the first 8 KiB are looked at
[[nodiscard]] std::string find_title(std::string_view text);

}  // namespace tvar::readers
