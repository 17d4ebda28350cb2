// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/graphemes.h"

#include <algorithm>
#include <vector>

#include "lib/text/character.h"
#include "lib/text/icu.h"
#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

constexpr std::size_t kWindow = 256;

bool is_plain_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F;
}

/// A place at most kWindow bytes before `at` where a cluster certainly begins: a printable ASCII character always does.
std::size_t window_begin(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kWindow) {
    begin = previous_code_point(text, begin);
    if (is_plain_ascii(text[begin])) break;
  }
  return begin;
}

/// The last boundary at or before `at`, by ICU's rules over `[begin, at + one code point)`.
std::size_t last_boundary(std::string_view text, std::size_t begin, std::size_t at) {
  const std::size_t end = at + code_point_at(text, at).length;
  const std::u16string units = icu::to_utf16(text.substr(begin, end - begin));
  const auto limit = static_cast<int32_t>(icu::to_utf16(text.substr(begin, at - begin)).size());
  UErrorCode status = U_ZERO_ERROR;
  const icu::BreakIterator clusters(
      ubrk_open(UBRK_CHARACTER, "cs", units.data(), static_cast<int32_t>(units.size()), &status));
  icu::check(status, "load the grapheme rules of ICU");
  if (ubrk_isBoundary(clusters.get(), limit) != 0) return at;
  const int32_t boundary = std::max(ubrk_preceding(clusters.get(), limit), int32_t{0});
  std::string before;
  icu::append_utf8(before, std::u16string_view(units).substr(0, static_cast<std::size_t>(boundary)));
  return begin + before.size();
}

}  // namespace

std::size_t grapheme_floor(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && !is_code_point_start(text[at])) --at;
  if (at == 0 || is_plain_ascii(text[at])) return at;
  const std::size_t begin = window_begin(text, at);
  if (at - begin > kWindow) return at;
  return last_boundary(text, begin, at);
}

std::size_t word_cut(std::string_view text, std::size_t max_code_points) {
  std::size_t at = 0;
  std::size_t word_end = 0;  // behind the last word that fits
  bool in_word = false;
  for (std::size_t count = 0; count < max_code_points && at < text.size(); ++count) {
    const CodePoint point = code_point_at(text, at);
    const bool space = is_space(point.value);
    if (in_word && space) word_end = at;
    in_word = !space;
    at += point.length;
  }
  if (in_word && (at == text.size() || is_space(code_point_at(text, at).value))) word_end = at;
  if (word_end != 0 || !in_word) return word_end;
  return grapheme_floor(text, at);
}

}  // namespace tvar::text
