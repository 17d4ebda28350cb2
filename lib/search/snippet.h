// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The piece of a document that shows best why it was found.
///
/// A text is seen as a collection of passages (sentences, headings, list items), and the best one for the query is
/// looked for: the one with most of the query's words, close together, in real prose, early. A second one is added for
/// words that the first does not have, otherwise neighbours that fit. Whole passages are shown where they fit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "tvar/result.h"

namespace tvar::search {

/// A place in the text that matches word number `word` of the query (0-based). A phrase is one match from its first
/// word to its last, with a number of its own.
struct MatchedToken {
  std::size_t begin;
  std::size_t end;
  std::uint32_t word;
};

struct SnippetOptions {
  std::size_t max_code_points = 240;  ///< of the snippet, ellipses included; at least 20 are taken
  std::uint32_t query_words = 0;      ///< how many different words a document could match
};

/// Makes the snippet of a text.
///
/// White space of any kind and length, control characters included, becomes one space. "… " and " …" stand where a
/// passage was cut, " … " between pieces that are not neighbours. Cuts lie between words; in a word only when it alone
/// is longer than the snippet, and never in what is seen as one character. Overlapping matches are one highlight.
///
/// Without matches: the beginning of the text. Empty when the text is blank.
///
/// @param text     valid UTF-8
/// @param matches  ascending by begin, bytes in `text` on code-point boundaries; those that are not are ignored
///
/// Costs time in proportion to the number of matches and to a few kilobytes of the text, however long it is.
[[nodiscard]] Snippet make_snippet(std::string_view text, std::span<const MatchedToken> matches,
                                   const SnippetOptions& options);

}  // namespace tvar::search
