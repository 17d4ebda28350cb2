// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What kind of character is this?
#pragma once

namespace tvar::text {

[[nodiscard]] bool is_upper(char32_t code_point) noexcept;  ///< upper or title case
[[nodiscard]] bool is_lower(char32_t code_point) noexcept;
[[nodiscard]] bool is_letter(char32_t code_point) noexcept;  ///< Alphabetic
[[nodiscard]] bool is_digit(char32_t code_point) noexcept;   ///< decimal, of any script
[[nodiscard]] bool is_space(char32_t code_point) noexcept;   ///< White_Space, line ends included

}  // namespace tvar::text
