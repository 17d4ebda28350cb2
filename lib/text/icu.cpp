// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/icu.h"

#include "lib/text/utf8.h"
#include "tvar/error.h"

namespace tvar::text::icu {
namespace {

const UNormalizer2* checked(const UNormalizer2* (*get)(UErrorCode*)) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* form = get(&status);
  check(status, "load the normalisation data of ICU");
  return form;
}

}  // namespace

void check(UErrorCode status, const char* what) {
  if (U_SUCCESS(status)) return;
  throw Error(ErrorCode::internal, std::string("cannot ") + what + ": " + u_errorName(status),
              "reinstall the ICU libraries");
}

std::u16string to_utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.length;
    if (point.value < 0x10000) {
      out.push_back(static_cast<char16_t>(point.value));
    } else {
      out.push_back(static_cast<char16_t>(U16_LEAD(point.value)));
      out.push_back(static_cast<char16_t>(U16_TRAIL(point.value)));
    }
  }
  return out;
}

void append_utf8(std::string& out, std::u16string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    char32_t value = text[at];
    if (U16_IS_LEAD(value) && at + 1 < text.size() && U16_IS_TRAIL(text[at + 1])) {
      value = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(value, text[at + 1]));
      ++at;
    }
    text::append_utf8(out, value);
  }
}

const UNormalizer2* nfc() {
  static const UNormalizer2* const form = checked(unorm2_getNFCInstance);
  return form;
}

const UNormalizer2* nfd() {
  static const UNormalizer2* const form = checked(unorm2_getNFDInstance);
  return form;
}

const UNormalizer2* nfkc() {
  static const UNormalizer2* const form = checked(unorm2_getNFKCInstance);
  return form;
}

std::u16string normalize(const UNormalizer2* form, std::u16string_view text) {
  std::u16string out(text.size() + 8, u'\0');
  for (;;) {
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = unorm2_normalize(form, text.data(), static_cast<int32_t>(text.size()), out.data(),
                                            static_cast<int32_t>(out.size()), &status);
    out.resize(static_cast<std::size_t>(length));
    if (status != U_BUFFER_OVERFLOW_ERROR) {
      check(status, "normalise a text");
      return out;
    }
  }
}

BreakIterator open_word_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  BreakIterator iterator(ubrk_open(UBRK_WORD, "cs", nullptr, 0, &status));
  check(status, "load the word rules of ICU");
  return iterator;
}

}  // namespace tvar::text::icu
