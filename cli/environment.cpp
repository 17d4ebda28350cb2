// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/environment.h"

#include <cstdlib>
#include <initializer_list>

namespace tvar::cli {
namespace {

bool is_set(const char* value) {
  return value != nullptr && *value != '\0';
}

}  // namespace

Language choose_language(const char* lc_all, const char* lc_messages, const char* lang) {
  for (const char* value : {lc_all, lc_messages, lang}) {
    if (is_set(value)) {
      return std::string_view(value).substr(0, 2) == "cs" ? Language::czech : Language::english;
    }
  }
  return Language::english;
}

Environment read_environment() {
  Environment environment;
  if (const char* index = std::getenv("TVAR_INDEX"); is_set(index)) environment.index = index;
  environment.language =
      choose_language(std::getenv("LC_ALL"), std::getenv("LC_MESSAGES"), std::getenv("LANG"));
  environment.no_color = is_set(std::getenv("NO_COLOR"));
  const char* term = std::getenv("TERM");
  environment.dumb_terminal = !is_set(term) || std::string_view(term) == "dumb";
  return environment;
}

}  // namespace tvar::cli
