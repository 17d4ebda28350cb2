// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/fold.h"

#include <cstddef>

#include "stemmers/utf8.h"

namespace tvar::stemmers {
namespace {

// One row for 16 code points; '.' where there is nothing to take off.
// Source: canonical decompositions of the Unicode character database; strokes by hand (see the header).
constexpr std::string_view kBaseLetters =
    "AAAAAA.CEEEEIIII"   // U+00C0
    ".NOOOOO.OUUUUY.."   // U+00D0
    "aaaaaa.ceeeeiiii"   // U+00E0
    ".nooooo.ouuuuy.y"   // U+00F0
    "AaAaAaCcCcCcCcDd"   // U+0100
    "DdEeEeEeEeEeGgGg"   // U+0110
    "GgGgHhHhIiIiIiIi"   // U+0120
    "Ii..JjKk.LlLlLl."   // U+0130
    ".LlNnNnNn...OoOo"   // U+0140
    "Oo..RrRrRrSsSsSs"   // U+0150
    "SsTtTtTtUuUuUuUu"   // U+0160
    "UuUuWwYyYZzZzZz.";  // U+0170
static_assert(kBaseLetters.size() == 0x180 - 0xC0);

bool is_combining_mark(char lead, char trail) noexcept {  // U+0300 to U+036F
  const auto first = static_cast<unsigned char>(lead);
  const auto second = static_cast<unsigned char>(trail);
  return (first == 0xCCU && second >= 0x80U) || (first == 0xCDU && second >= 0x80U && second <= 0xAFU);
}

}  // namespace

char fold_pair(char lead, char trail) noexcept {
  const auto first = static_cast<unsigned char>(lead);
  if (first < 0xC3U || first > 0xC5U || !is_continuation(trail)) return '\0';
  const std::size_t row = (first - 0xC3U) * 64U + (static_cast<unsigned char>(trail) & 0x3FU);
  const char base = kBaseLetters[row];
  return base == '.' ? '\0' : base;
}

void append_folded(std::string_view word, std::string& out) {
  const std::size_t before = out.size();
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char byte = word[i];
    if (static_cast<unsigned char>(byte) < 0xC3U || i + 1 == word.size()) {
      out.push_back(byte);
    } else if (const char base = fold_pair(byte, word[i + 1]); base != '\0') {
      out.push_back(base);
      ++i;
    } else if (is_combining_mark(byte, word[i + 1])) {
      ++i;
    } else {
      out.push_back(byte);
    }
  }
  if (out.size() == before) out += word;
}

std::string folded(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  append_folded(word, out);
  return out;
}

bool is_folded(std::string_view word) noexcept {
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (static_cast<unsigned char>(word[i]) < 0xC3U) continue;
    if (fold_pair(word[i], word[i + 1]) != '\0' || is_combining_mark(word[i], word[i + 1])) return false;
  }
  return true;
}

}  // namespace tvar::stemmers
