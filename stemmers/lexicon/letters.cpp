// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/letters.h"

#include <array>
#include <cstddef>

namespace tvar::stemmers::lexicon {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// ISO-8859-2, bytes 0xA0 to 0xFF (ISO/IEC 8859-2:1999).
constexpr std::array<char16_t, 96> kLatin2 = {
    0x00A0, 0x0104, 0x02D8, 0x0141, 0x00A4, 0x013D, 0x015A, 0x00A7, 0x00A8, 0x0160, 0x015E, 0x0164,
    0x0179, 0x00AD, 0x017D, 0x017B, 0x00B0, 0x0105, 0x02DB, 0x0142, 0x00B4, 0x013E, 0x015B, 0x02C7,
    0x00B8, 0x0161, 0x015F, 0x0165, 0x017A, 0x02DD, 0x017E, 0x017C, 0x0154, 0x00C1, 0x00C2, 0x0102,
    0x00C4, 0x0139, 0x0106, 0x00C7, 0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E,
    0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7, 0x0158, 0x016E, 0x00DA, 0x0170,
    0x00DC, 0x00DD, 0x0162, 0x00DF, 0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7,
    0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F, 0x0111, 0x0144, 0x0148, 0x00F3,
    0x00F4, 0x0151, 0x00F6, 0x00F7, 0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9};

/// Bytes of the sequence that begins at `i`; 0 when it is broken.
std::size_t sequence_at(std::string_view text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  const std::size_t size = lead < 0x80U ? 1 : lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : lead >= 0xC2U ? 2 : 0;
  if (size == 0 || i + size > text.size()) return 0;
  for (std::size_t k = 1; k < size; ++k) {
    if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U) return 0;
  }
  return size;
}

}  // namespace

std::u32string decode_utf8(std::string_view text) {
  constexpr std::array<unsigned, 5> kLeadMask = {0, 0x7F, 0x1F, 0x0F, 0x07};
  std::u32string letters;
  letters.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = sequence_at(text, i);
    if (size == 0) {
      letters.push_back(kReplacement);
      ++i;
      continue;
    }
    char32_t letter = static_cast<unsigned char>(text[i]) & kLeadMask[size];
    for (std::size_t k = 1; k < size; ++k) {
      letter = (letter << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    letters.push_back(letter);
    i += size;
  }
  return letters;
}

void append_utf8(char32_t letter, std::string& out) {
  const auto byte = [&out](char32_t value) { out.push_back(static_cast<char>(value)); };
  if (letter < 0x80) {
    byte(letter);
  } else if (letter < 0x800) {
    byte(0xC0U | (letter >> 6U));
    byte(0x80U | (letter & 0x3FU));
  } else if (letter < 0x10000) {
    byte(0xE0U | (letter >> 12U));
    byte(0x80U | ((letter >> 6U) & 0x3FU));
    byte(0x80U | (letter & 0x3FU));
  } else {
    byte(0xF0U | (letter >> 18U));
    byte(0x80U | ((letter >> 12U) & 0x3FU));
    byte(0x80U | ((letter >> 6U) & 0x3FU));
    byte(0x80U | (letter & 0x3FU));
  }
}

std::string encode_utf8(std::u32string_view letters) {
  std::string text;
  text.reserve(letters.size() + 8);
  for (const char32_t letter : letters) append_utf8(letter, text);
  return text;
}

std::string utf8_from_latin2(std::string_view text) {
  std::string result;
  result.reserve(text.size() + text.size() / 4);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(byte < 0xA0 ? byte : static_cast<char32_t>(kLatin2[byte - 0xA0U]), result);
  }
  return result;
}

char32_t lower(char32_t letter) noexcept {
  if (letter < 0x80) return letter >= U'A' && letter <= U'Z' ? letter + 32 : letter;
  if (letter >= 0xC0 && letter <= 0xDE) return letter == 0xD7 ? letter : letter + 32;
  if (letter < 0x100 || letter > 0x17F) return letter;
  if (letter == 0x178) return 0xFF;
  // Pairs begin at even code points, but at odd ones from Ĺ to Ň and from Ź to Ž.
  const bool odd_first = (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E);
  const bool unpaired =
      letter == 0x130 || letter == 0x131 || letter == 0x138 || letter == 0x149 || letter == 0x17F;
  return !unpaired && ((letter & 1U) != 0) == odd_first ? letter + 1 : letter;
}

std::string lower(std::string_view text) {
  std::u32string letters = decode_utf8(text);
  for (char32_t& letter : letters) letter = lower(letter);
  return encode_utf8(letters);
}

bool is_capitalised(std::string_view text) {
  if (text.empty()) return false;
  const std::u32string first = decode_utf8(text.substr(0, sequence_at(text, 0)));
  return !first.empty() && lower(first[0]) != first[0];
}

}  // namespace tvar::stemmers::lexicon
