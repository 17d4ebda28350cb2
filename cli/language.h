// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The two languages in which the tool speaks, and a text in both.
#pragma once

#include <cstdint>
#include <string_view>

namespace tvar::cli {

enum class Language : std::uint8_t { english, czech };

/// One text in both languages. Neither is empty; a test looks.
struct Text {
  std::string_view english;
  std::string_view czech;

  [[nodiscard]] constexpr std::string_view in(Language language) const noexcept {
    return language == Language::czech ? czech : english;
  }
};

}  // namespace tvar::cli
