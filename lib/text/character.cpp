// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/character.h"

#include "lib/text/icu.h"

namespace tvar::text {

bool is_upper(char32_t code_point) noexcept {
  const auto c = static_cast<UChar32>(code_point);
  return u_isUUppercase(c) != 0 || u_istitle(c) != 0;
}

bool is_lower(char32_t code_point) noexcept {
  return u_isULowercase(static_cast<UChar32>(code_point)) != 0;
}

bool is_letter(char32_t code_point) noexcept {
  return u_isUAlphabetic(static_cast<UChar32>(code_point)) != 0;
}

bool is_digit(char32_t code_point) noexcept {
  return u_isdigit(static_cast<UChar32>(code_point)) != 0;
}

bool is_space(char32_t code_point) noexcept {
  return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0;
}

}  // namespace tvar::text
