// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The order of the Czech alphabet (ČSN 97 6030: ch behind h, č ř š ž letters of their own, á é í sorted with
/// a e i unless all else is equal).
#pragma once

#include <string>
#include <string_view>

namespace tvar::text {

/// A key whose bytes compare (as unsigned, `std::string` operator<) in the order of the Czech alphabet.
///
/// Tertiary strength: letters first, then diacritics, then case with lower case before upper. Equal texts
/// (also in different normalisation forms) give equal keys. The key holds no NUL byte. Keys made by
/// different versions of ICU must not be compared, see `collation_version`. Safe to call from several threads.
/// @param text  UTF-8; malformed bytes sort as U+FFFD
[[nodiscard]] std::string collation_key(std::string_view text);

/// Names the rules that keys are made by, for example "153.120.42"; keys that are kept must be kept with it.
[[nodiscard]] std::string collation_version();

}  // namespace tvar::text
