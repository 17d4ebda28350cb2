// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/collation.h"

#include "lib/text/icu.h"

namespace tvar::text {
namespace {

icu::Collator open_czech() {
  UErrorCode status = U_ZERO_ERROR;
  icu::Collator collator(ucol_open("cs", &status));
  icu::check(status, "load the Czech collation of ICU");
  ucol_setAttribute(collator.get(), UCOL_STRENGTH, UCOL_TERTIARY, &status);
  ucol_setAttribute(collator.get(), UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  ucol_setAttribute(collator.get(), UCOL_CASE_FIRST, UCOL_LOWER_FIRST, &status);
  icu::check(status, "set up the Czech collation");
  return collator;
}

/// ICU promises that a collator nobody changes may be shared by threads.
const UCollator* czech() {
  static const icu::Collator collator = open_czech();
  return collator.get();
}

}  // namespace

std::string collation_key(std::string_view text) {
  const std::u16string utf16 = icu::to_utf16(text);
  const auto length = static_cast<int32_t>(utf16.size());
  std::string key(text.size() * 3 + 16, '\0');
  for (;;) {
    const int32_t needed =
        ucol_getSortKey(czech(), utf16.data(), length, reinterpret_cast<uint8_t*>(key.data()),
                        static_cast<int32_t>(key.size()));
    const bool fits = static_cast<std::size_t>(needed) <= key.size();
    // The NUL that ICU puts behind a key is no part of it.
    key.resize(static_cast<std::size_t>(fits ? needed - 1 : needed));
    if (fits) return key;
  }
}

std::string collation_version() {
  UVersionInfo version = {};
  ucol_getVersion(czech(), version);
  char text[U_MAX_VERSION_STRING_LENGTH] = {};
  u_versionToString(version, text);
  return text;
}

}  // namespace tvar::text
