// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/latin_table.h"

#include "lib/text/icu.h"
#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

/// The base letters of a marked letter, or nothing.
std::string base_of(char32_t code_point) {
  if (const std::string_view base = undecomposed_base(code_point); !base.empty()) return std::string(base);
  std::string source;
  append_utf8(source, code_point);
  std::string base;
  for (const char16_t unit : icu::normalize(icu::nfd(), icu::to_utf16(source))) {
    if (u_charType(unit) != U_NON_SPACING_MARK) append_utf8(base, unit);
  }
  return base == source ? std::string() : base;
}

/// Characters that the normaliser treats: kept in step with normalizer.cpp by a test over all of Unicode.
bool needs_normalizer(char32_t c) {
  switch (c) {
    case 0xAD:  // soft hyphen
    case 0xB4:  // ´ → '
    case 0xBA:  // º → °
      return true;
    default:
      break;
  }
  const auto code_point = static_cast<UChar32>(c);
  const bool is_ligature = c >= 0x100 && u_isalpha(code_point) != 0 &&
                           u_getIntPropertyValue(code_point, UCHAR_NFKC_QUICK_CHECK) == UNORM_NO;
  return is_ligature || u_getIntPropertyValue(code_point, UCHAR_NFC_QUICK_CHECK) != UNORM_YES;
}

std::uint8_t flags_of(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  unsigned flags = 0;
  const int32_t word_break = u_getIntPropertyValue(code_point, UCHAR_WORD_BREAK);
  if (word_break == U_WB_ALETTER && u_isalpha(code_point) != 0) flags |= kLetter;
  if (word_break == U_WB_NUMERIC) flags |= kDigit;
  if (u_hasBinaryProperty(code_point, UCHAR_WHITE_SPACE) != 0) flags |= kSpace;
  if (c >= 0xBC && c <= 0xBE) flags |= kFraction;
  if (u_isUUppercase(code_point) != 0 || u_istitle(code_point) != 0) {
    const auto lower = static_cast<char32_t>(u_tolower(code_point));
    const bool same_length = (c < 0x80) == (lower < 0x80) && lower < 0x800;
    flags |= same_length && c != 0x130 ? kUpper : kSlow;  // U+0130 becomes two code points
  }
  // ƻ, ǃ and a few more have no case: the scanner takes a letter that is not upper for lower.
  if ((flags & (kLetter | kUpper)) == kLetter && u_isULowercase(code_point) == 0) flags |= kSlow;
  if (needs_normalizer(c)) flags |= kSlow | kChanged;
  return static_cast<std::uint8_t>(flags);
}

LatinTable make_table() {
  LatinTable table;
  for (char32_t c = 0; c < kLatinEnd; ++c) {
    table.flags[c] = flags_of(c);
    table.lower[c] = static_cast<std::uint16_t>(u_tolower(static_cast<UChar32>(c)));
    const std::string base = base_of(c);
    if (base.empty()) continue;
    table.flags[c] |= kMarked;
    // What is left, such as ǽ → æ → ae, has no entry and is folded by ICU.
    if (base.size() > 2 || static_cast<unsigned char>(base[0]) >= 0x80) continue;
    table.base[c] = {base[0], base.size() == 2 ? base[1] : '\0'};
  }
  return table;
}

}  // namespace

const LatinTable& latin_table() {
  static const LatinTable table = make_table();
  return table;
}

std::string_view undecomposed_base(char32_t code_point) noexcept {
  switch (code_point) {
    case U'Æ':
      return "AE";
    case U'æ':
      return "ae";
    case U'Ð':
      return "D";
    case U'ð':
      return "d";
    case U'Ø':
      return "O";
    case U'ø':
      return "o";
    case U'Þ':
      return "TH";
    case U'þ':
      return "th";
    case U'ß':
      return "ss";
    case 0x1E9E:
      return "SS";  // ẞ
    case U'Đ':
      return "D";
    case U'đ':
      return "d";
    case U'Ħ':
      return "H";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'Ł':
      return "L";
    case U'ł':
      return "l";
    case U'Œ':
      return "OE";
    case U'œ':
      return "oe";
    case U'Ŧ':
      return "T";
    case U'ŧ':
      return "t";
    default:
      return {};
  }
}

}  // namespace tvar::text
