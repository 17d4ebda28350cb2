// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Czech function words. They are indexed like all words and count inside phrases; in a query of several words they
/// only add to the score and do not decide whether a document is found.
#pragma once

#include <string_view>

namespace tvar::analysis {

/// @param word  a token: NFC, lower case, with diacritics or without
bool is_stop_word(std::string_view word);

}  // namespace tvar::analysis
