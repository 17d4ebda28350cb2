// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/fold.h"

#include <unicode/ucasemap.h>

#include "lib/text/icu.h"
#include "lib/text/latin_table.h"
#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

/// Lower case by ICU, for what the table does not know.
std::u16string lower_utf16(std::u16string_view text) {
  std::u16string out(text.size() + 8, u'\0');
  for (;;) {
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = u_strToLower(out.data(), static_cast<int32_t>(out.size()), text.data(),
                                        static_cast<int32_t>(text.size()), "", &status);
    out.resize(static_cast<std::size_t>(length));
    if (status != U_BUFFER_OVERFLOW_ERROR) {
      icu::check(status, "lower-case a text");
      return out;
    }
  }
}

std::string fold_case_slow(std::string_view text) {
  std::string out;
  icu::append_utf8(out, icu::normalize(icu::nfc(), lower_utf16(icu::to_utf16(text))));
  return out;
}

/// A mark that only modifies a letter of an alphabet; vowel signs of other scripts are letters to their readers.
bool is_droppable_mark(UChar32 c) {
  return u_charType(c) == U_NON_SPACING_MARK &&
         ((c >= 0x300 && c < 0x370) || (c >= 0x483 && c < 0x488) || (c >= 0x1AB0 && c < 0x1B00) ||
          (c >= 0x1DC0 && c < 0x1E00) || (c >= 0x20D0 && c < 0x2100) || (c >= 0xFE20 && c < 0xFE30));
}

std::string fold_diacritics_slow(std::string_view text) {
  const std::u16string decomposed = icu::normalize(icu::nfd(), icu::to_utf16(text));
  std::u16string kept;
  for (const char16_t unit : decomposed) {
    if (is_droppable_mark(unit)) continue;
    const std::string_view base = undecomposed_base(unit);
    if (base.empty()) kept.push_back(unit);
    for (const char letter : base) kept.push_back(static_cast<char16_t>(letter));
  }
  std::string out;
  icu::append_utf8(out, icu::normalize(icu::nfc(), kept));
  return out;
}

/// Copies ASCII by `put_ascii(byte, out)` and the Latin letters beyond it by `put_latin(code_point, bytes, out)`, which
/// returns where to go on, or null for what ICU must do. Neither may write more than it reads. False when any was left.
template <class PutAscii, class PutLatin>
bool fold_latin(std::string_view text, std::string& result, PutAscii put_ascii, PutLatin put_latin) {
  result.resize(text.size());
  char* out = result.data();
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      *out++ = put_ascii(text[at++]);
    } else {
      if (!is_two_byte_latin(text, at)) return false;
      out = put_latin(two_byte_value(text[at], text[at + 1]), text.data() + at, out);
      if (out == nullptr) return false;
      at += 2;
    }
  }
  result.resize(static_cast<std::size_t>(out - result.data()));
  return true;
}

char* put_two_bytes(char32_t c, char* out) {
  *out++ = static_cast<char>(0xC0U | (c >> 6U));
  *out++ = static_cast<char>(0x80U | (c & 0x3FU));
  return out;
}

/// ICU is asked beyond the Latin letters only.
bool is_white_space(char32_t c) {
  constexpr char32_t kFirstBeyondLatin = 0x1680;
  if (c < kFirstBeyondLatin) return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0;
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_WHITE_SPACE) != 0;
}

/// Runs of white space become one space; none at the ends.
std::string squeeze(std::string text) {
  std::size_t end = 0;
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const CodePoint point = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text, at);
    if (is_white_space(point.value)) {
      pending = end > 0;
      at += point.length;
      continue;
    }
    if (pending) text[end++] = ' ';
    pending = false;
    for (std::uint32_t i = 0; i < point.length; ++i) text[end++] = text[at++];
  }
  text.resize(end);
  return text;
}

}  // namespace

std::string fold_case(std::string_view text) {
  const LatinTable& table = latin_table();
  const auto lower_ascii = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  };
  const auto lower = [&](char32_t c, const char*, char* out) {
    return (table.flags[c] & kSlow) != 0 ? nullptr : put_two_bytes(table.lower[c], out);
  };
  std::string out;
  return fold_latin(text, out, lower_ascii, lower) ? out : fold_case_slow(text);
}

std::string fold_diacritics(std::string_view text) {
  const LatinTable& table = latin_table();
  const auto same = [](char c) { return c; };
  const auto unmark = [&](char32_t c, const char* bytes, char* out) {
    const bool marked = (table.flags[c] & kMarked) != 0;
    const char first = marked ? table.base[c][0] : bytes[0];
    const char second = marked ? table.base[c][1] : bytes[1];
    *out++ = first;
    if (second != '\0') *out++ = second;
    return first == '\0' ? nullptr : out;
  };
  std::string out;
  return fold_latin(text, out, same, unmark) ? out : fold_diacritics_slow(text);
}

std::string fold_key(std::string_view text) {
  return squeeze(fold_diacritics(fold_case(text)));
}

bool has_diacritics(std::string_view text) {
  const LatinTable& table = latin_table();
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
    } else if (is_two_byte_latin(text, at)) {
      if ((table.flags[two_byte_value(text[at], text[at + 1])] & kMarked) != 0) return true;
      at += 2;
    } else {
      std::string composed;
      icu::append_utf8(composed, icu::normalize(icu::nfc(), icu::to_utf16(text)));
      return fold_diacritics_slow(text) != composed;
    }
  }
  return false;
}

}  // namespace tvar::text
