// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What holds for the snippet of any text; shared by the test on random texts and the fuzz target.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "lib/search/snippet.h"
#include "lib/text/character.h"
#include "lib/text/utf8.h"

namespace tvar::search_test {

/// As a snippet shows it: white space and control characters squeezed to one space.
inline std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::code_point_at(text, at);
    const bool blank =
        text::is_space(point.value) || point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    if (!blank) out += text.substr(at, point.length);
    if (blank && (out.empty() || out.back() != ' ')) out += ' ';
    at += point.length;
  }
  return out;
}

inline std::string squeezed_and_trimmed(std::string_view text) {
  std::string out = squeezed(text);
  if (!out.empty() && out.back() == ' ') out.pop_back();
  if (!out.empty() && out.front() == ' ') out.erase(0, 1);
  return out;
}

/// Whether the highlight shows a match, matches that overlap or touch, or, at a cut, a part of them.
inline bool shows_matches(std::string_view text, std::span<const search::MatchedToken> matches,
                          std::string_view shown, bool at_cut) {
  for (std::size_t i = 0; i < matches.size();) {
    std::size_t end = matches[i].end;
    std::size_t next = i + 1;
    while (next < matches.size() && matches[next].begin <= end) end = std::max(end, matches[next++].end);
    const std::string piece = squeezed_and_trimmed(text.substr(matches[i].begin, end - matches[i].begin));
    if (piece == shown || (at_cut && piece.find(shown) != std::string::npos)) return true;
    i = next;
  }
  return false;
}

/// The property that does not hold, in words; empty when all do. `text` is valid UTF-8, the matches are as
/// make_snippet wants them.
inline std::string broken_property(std::string_view text, std::span<const search::MatchedToken> matches,
                                   std::size_t length) {
  const Snippet snippet = search::make_snippet(text, matches, {.max_code_points = length, .query_words = 4});
  if (!text::is_valid_utf8(snippet.text)) return "snippet is no UTF-8";
  if (text::count_code_points(snippet.text) > std::max<std::size_t>(length, 20)) return "snippet is too long";
  if (squeezed(snippet.text) != snippet.text) return "white space is not squeezed";
  std::size_t last = 0;
  for (const TextRange& range : snippet.highlights) {
    if (range.begin >= range.end || range.end > snippet.text.size()) return "highlight outside the snippet";
    if (range.begin < last || (range.begin == last && last != 0)) return "highlights overlap or touch";
    const auto is_boundary = [&](std::size_t at) {
      return at == snippet.text.size() || text::is_code_point_start(snippet.text[at]);
    };
    if (!is_boundary(range.begin) || !is_boundary(range.end)) return "highlight inside a code point";
    const std::string_view rest = std::string_view(snippet.text).substr(range.end);
    const std::string_view before = std::string_view(snippet.text).substr(0, range.begin);
    const bool at_cut = rest.substr(0, 4) == " …" || rest.empty() || before.empty() ||
                        before.substr(before.size() - std::min<std::size_t>(4, before.size())) == "… ";
    if (!shows_matches(text, matches, range.of(snippet.text), at_cut))
      return "highlight shows no match: " + snippet.to_html("[", "]");
    last = range.end;
  }
  return {};
}

}  // namespace tvar::search_test
