// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A fragment is what a snippet shows of one place of the text: cut to a length here, and put together for display.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "lib/search/snippet.h"
#include "lib/search/snippet_passages.h"
#include "lib/text/byte_range.h"
#include "tvar/result.h"

namespace tvar::search {

struct Fragment {
  text::ByteRange range;
  bool cut_front = false;  ///< an ellipsis stands before it
  bool cut_back = false;
  std::size_t length = 0;  ///< code points as displayed, ellipses included
  WordSet words = 0;       ///< those that are seen
};

/// Code points of a range once its white space is squeezed.
[[nodiscard]] std::size_t displayed_length(std::string_view text, const text::ByteRange& range);

/// The passage, or the part of it that shows most of its words, in at most `budget` code points (at least 20).
[[nodiscard]] Fragment fit(std::string_view text, const Passage& passage, std::size_t budget);

/// The snippet of fragments in ascending order, with all matches in them highlighted.
[[nodiscard]] Snippet render(std::string_view text, std::span<const Fragment> fragments,
                             std::span<const MatchedToken> matches);

}  // namespace tvar::search
