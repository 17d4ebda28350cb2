// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From the lines of a printed page back to the text that was set in them.
#pragma once

#include <string>
#include <string_view>

#include "lib/readers/block_text.h"

namespace tvar::readers {

/// Appends the lines of a page: those of a paragraph become running text, a blank line ends it. A word that was divided
/// at the end of a line is whole again:
///
///     "zaměst-\nnanost"          zaměstnanost
///     "česko-\n-německý"         česko-německý     Czech repeats the hyphen of the word on the next line
///     "Praha-\nLibeň", "10-\n15" as they are, without the line end
///
/// A soft hyphen (U+00AD) at the end of a line always goes. A line that begins with a bullet is an item of a list.
///
/// @param utf8  valid UTF-8
void append_printed(BlockText& out, std::string_view utf8);

}  // namespace tvar::readers
