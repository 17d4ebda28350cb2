// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Random texts for property tests: reproducible from a seed that failing tests print.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "lib/text/utf8.h"

namespace tvar::text {

/// Pieces that the rules look for, so that random texts come near to them; and what comes between.
inline const std::vector<std::string>& typical_pieces() {
  static const std::vector<std::string> pieces = {
      "dům",     "Brno",   "ČR",     "azylového", "o.",     "p.",       "s.",       "r.o.",     "z.ú.",
      "č.",      "§",      "14.",    "4.",        "2016",   "108/2006", "000",      "1.000",    "3,5",
      "602 00",  "+420",   "777",    "km",        "24letý", "-li",      "e-mail",   "Covid-19", "'s",
      "O’Neill", "IV.",    "3.1.b",  "www.",      "asz.cz", "@",        "://",      "http",     "C++",
      ".NET",    "½",      "m²",     "_",         "#",      "Odkaz",    "Facebook", "července", " ",
      " ",       " ",      "\n",     "\t",        ".",      ",",        "-",        "/",        "'",
      ":",       "\u00A0", "\u00AD", "\u200B",    "\u200D", "\u0301",   "\u030C",   "ﬁ",        "–",
      "„",       "“",      "…",      "Ж",         "東京",   "ไทย",      "😀",        "İ",        "ß",
      "ǆ",       "a",      "X",      "\uFEFF",    "\u0085", "Ɱ",        "Ⱥ"};
  return pieces;
}

inline std::string random_text(std::mt19937& random, std::size_t pieces) {
  const auto& typical = typical_pieces();
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) {
    const auto choice = random();
    if (choice % 16 == 0) {
      append_utf8(text, static_cast<char32_t>(random() % 0x3000));
    } else if (choice % 64 == 1) {
      append_utf8(text, static_cast<char32_t>(random() % 0x110000));
    } else {
      text += typical[random() % typical.size()];
    }
  }
  return text;
}

inline std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(random() & 0xFFU));
  return bytes;
}

}  // namespace tvar::text
