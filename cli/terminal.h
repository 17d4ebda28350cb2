// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What is known about a terminal, and the escape sequences that are used.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tvar::cli {

[[nodiscard]] bool is_terminal(int descriptor);

/// Columns of the terminal; 80 when it does not say, or is none.
[[nodiscard]] std::size_t terminal_width(int descriptor);

/// Marks text by ANSI escape sequences (ECMA-48, SGR), or not at all.
class Style {
 public:
  explicit Style(bool color) : color_(color) {}

  [[nodiscard]] std::string title(std::string_view text) const { return wrap("\x1b[1m", text); }
  [[nodiscard]] std::string detail(std::string_view text) const { return wrap("\x1b[36m", text); }
  [[nodiscard]] std::string match(std::string_view text) const { return wrap("\x1b[1;31m", text); }

 private:
  [[nodiscard]] std::string wrap(std::string_view begin, std::string_view text) const {
    if (!color_) return std::string(text);
    return std::string(begin) + std::string(text) + "\x1b[0m";
  }
  bool color_;
};

}  // namespace tvar::cli
