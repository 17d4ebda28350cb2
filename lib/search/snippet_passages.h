// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The passages of a text that a snippet may be made of, and how good each is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lib/search/snippet.h"
#include "lib/text/byte_range.h"

namespace tvar::search {

/// The words of a query that a piece of text has, as bits; all from the 64th on share the last one.
using WordSet = std::uint64_t;
[[nodiscard]] constexpr WordSet word_bit(std::uint32_t word) noexcept {
  return WordSet{1} << (word < 63 ? word : 63);
}
[[nodiscard]] WordSet words_of(std::span<const MatchedToken> matches) noexcept;

/// What the language of a passage says about it.
enum class PassageKind : std::uint8_t {
  prose,  ///< ends like a sentence
  title,  ///< no end of a sentence: a heading, a list item
  menu,   ///< a row of links or buttons: glued words or separators, and no end of a sentence
};

struct Passage {
  text::ByteRange range;
  std::span<const MatchedToken> matches;  ///< those that begin in it
  std::size_t region = 0;  ///< neighbours in the vector are neighbours in the text if this is the same
  bool cut_front = false;  ///< the region begins in the middle of it
  bool cut_back = false;   ///< the region ends in the middle of it
  double score = 0.0;      ///< 0 without matches
};

[[nodiscard]] PassageKind passage_kind(std::string_view passage);

/// The parts of the text worth splitting: all of a short one; of a long one a few thousand bytes around the places with
/// the most words. Ascending, not overlapping.
/// @param length  of the snippet, bytes
[[nodiscard]] std::vector<text::ByteRange> find_regions(std::string_view text,
                                                        std::span<const MatchedToken> matches,
                                                        std::size_t length);

/// The passages of the regions in order, with their matches and scores. Two passages over which a match reaches are one.
[[nodiscard]] std::vector<Passage> find_passages(std::string_view text,
                                                 std::span<const text::ByteRange> regions,
                                                 std::span<const MatchedToken> matches);

/// `at` or the nearest byte before it where a code point begins.
[[nodiscard]] std::size_t code_point_floor(std::string_view text, std::size_t at) noexcept;

}  // namespace tvar::search
