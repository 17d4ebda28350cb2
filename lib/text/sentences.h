// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Sentences and list items: the passages that snippets are made of.
#pragma once

#include <string_view>
#include <vector>

#include "lib/text/byte_range.h"

namespace tvar::text {

/// Replaces `out` by the passages of the text in order: without white space at their ends and bullets before them,
/// never empty, never overlapping.
///
/// A sentence ends behind . ! ? … (and the closing quotes and brackets there) when white space follows and the next
/// sentence can begin. It does not end behind the dot of an abbreviation (č., Mgr., tzv.), an initial (J. E.
/// Purkyně), an ordinal or a date (14. 4. 2016, 2. stupeň), a Roman numeral (Karel IV.), or a legal form, unless that
/// follows a comma (Člověk v tísni, o. p. s. Další …) and a capital follows it.
///
/// Lines matter as well. An empty line ends a passage; so does a line break before a list item (•, -, –, *, 1.)
/// and a bullet inside a line. A line break alone ends one behind a short line (a heading, a menu item) that the next
/// does not continue in lower case; behind a long one the text is taken to be wrapped.
///
/// Linear in the length of the text. The text is valid UTF-8; it need not be normalised. Passages may be long:
/// a text without punctuation is one passage.
void split_sentences(std::string_view text, std::vector<ByteRange>& out);

}  // namespace tvar::text
