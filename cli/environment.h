// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What the tool takes from its environment. The only place that reads it; the library never does.
#pragma once

#include <string>
#include <string_view>

#include "cli/language.h"

namespace tvar::cli {

struct Environment {
  std::string index;                      ///< $TVAR_INDEX; empty: not set
  Language language = Language::english;  ///< of messages and help
  bool no_color = false;                  ///< $NO_COLOR is set and not empty (no-color.org)
  bool dumb_terminal = false;             ///< $TERM is unset or "dumb"
};

/// Czech when the first of the three that is set and not empty begins with "cs": the order of POSIX, so that
/// LC_ALL=C silences a Czech LANG. Null stands for a variable that is not set.
[[nodiscard]] Language choose_language(const char* lc_all, const char* lc_messages, const char* lang);

[[nodiscard]] Environment read_environment();

}  // namespace tvar::cli
