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

/// Applies `put(code_point, bytes)` to each character; false when one is beyond the table.
template <class Put>
bool for_each_latin(std::string_view text, Put put) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      put(char32_t{byte}, text.substr(at, 1));
      ++at;
    } else if (is_two_byte_latin(text, at)) {
      if (!put(two_byte_value(text[at], text[at + 1]), text.substr(at, 2))) return false;
      at += 2;
    } else {
      return false;
    }
  }
  return true;
}

bool lower_latin(const LatinTable& table, char32_t c, std::string_view bytes, std::string& out) {
  const std::uint8_t flags = table.flags[c];
  if ((flags & kSlow) != 0) return false;
  if ((flags & kUpper) == 0) {
    out.append(bytes);
  } else {
    append_utf8(out, table.lower[c]);
  }
  return true;
}

bool unmark_latin(const LatinTable& table, char32_t c, std::string_view bytes, std::string& out) {
  if ((table.flags[c] & kMarked) == 0) {
    out.append(bytes);
    return true;
  }
  if (table.base[c][0] == '\0') return false;
  out.push_back(table.base[c][0]);
  if (table.base[c][1] != '\0') out.push_back(table.base[c][1]);
  return true;
}

/// Runs of white space become one space; none at the ends.
std::string squeeze(std::string_view text) {
  std::string out;
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (u_hasBinaryProperty(static_cast<UChar32>(point.value), UCHAR_WHITE_SPACE) != 0) {
      pending = !out.empty();
    } else {
      if (pending) out.push_back(' ');
      pending = false;
      out.append(text.substr(at, point.length));
    }
    at += point.length;
  }
  return out;
}

}  // namespace

std::string fold_case(std::string_view text) {
  const LatinTable& table = latin_table();
  std::string out;
  out.reserve(text.size());
  const auto put = [&](char32_t c, std::string_view bytes) { return lower_latin(table, c, bytes, out); };
  return for_each_latin(text, put) ? out : fold_case_slow(text);
}

std::string fold_diacritics(std::string_view text) {
  const LatinTable& table = latin_table();
  std::string out;
  out.reserve(text.size());
  const auto put = [&](char32_t c, std::string_view bytes) { return unmark_latin(table, c, bytes, out); };
  return for_each_latin(text, put) ? out : fold_diacritics_slow(text);
}

std::string fold_key(std::string_view text) {
  return squeeze(fold_diacritics(fold_case(text)));
}

bool has_diacritics(std::string_view text) {
  const LatinTable& table = latin_table();
  bool found = false;
  const auto look = [&](char32_t c, std::string_view) {
    found = found || (table.flags[c] & kMarked) != 0;
    return true;
  };
  if (for_each_latin(text, look)) return found;
  std::string composed;
  icu::append_utf8(composed, icu::normalize(icu::nfc(), icu::to_utf16(text)));
  return fold_diacritics_slow(text) != composed;
}

}  // namespace tvar::text
