// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Private to lib/text: ICU's C API with owners for its handles. UTF-16 does not leave this folder.
#pragma once

#ifndef U_SHOW_CPLUSPLUS_API
#define U_SHOW_CPLUSPLUS_API 0
#endif

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <memory>
#include <string>
#include <string_view>

namespace tvar::text::icu {

template <auto close>
struct Closer {
  template <class Handle>
  void operator()(Handle* handle) const noexcept {
    close(handle);
  }
};

using BreakIterator = std::unique_ptr<UBreakIterator, Closer<ubrk_close>>;
using Collator = std::unique_ptr<UCollator, Closer<ucol_close>>;
using Converter = std::unique_ptr<UConverter, Closer<ucnv_close>>;

/// Throws tvar::Error when ICU failed: its data files are missing or damaged. `what` names the attempt.
void check(UErrorCode status, const char* what);

/// UTF-16 of a UTF-8 text; malformed bytes become U+FFFD. At most 1 GiB.
std::u16string to_utf16(std::string_view text);

/// Appends a UTF-16 text as UTF-8.
void append_utf8(std::string& out, std::u16string_view text);

/// The shared, immutable normalisers of ICU.
const UNormalizer2* nfc();
const UNormalizer2* nfd();
const UNormalizer2* nfkc();

/// Normalises by one of them.
std::u16string normalize(const UNormalizer2* form, std::u16string_view text);

/// A word iterator by the rules for Czech.
BreakIterator open_word_iterator();

}  // namespace tvar::text::icu
