// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The declension of names. A dictionary has the forms of some towns and families; a text may name any of them, and the
/// nominative is known from a list or from elsewhere in the text. So the question is only whether one word can be a form
/// of another, and the endings answer it.
///
///     is_form_of("břeclavi", "břeclav")   true
///     is_form_of("přerova", "přerov")     true
///     is_form_of("dvoře", "dvůr")         true
///     is_form_of("brna", "brňany")        false
#pragma once

#include <cstddef>
#include <string_view>

namespace tvar::facts {

/// Whether `form` can be `nominative` in some case, of the number that the nominative is in. Both in lower case, with
/// diacritics. No memory is allocated.
[[nodiscard]] bool is_form_of(std::string_view form, std::string_view nominative) noexcept;

/// How a word is declined, for those who compare many forms with one nominative.
struct NameDeclension {
  std::size_t stem = 0;    ///< bytes of the nominative that stay
  std::string_view forms;  ///< what may follow them, separated by spaces; valid as long as the program
};

[[nodiscard]] NameDeclension decline(std::string_view nominative) noexcept;

/// What is_form_of() leaves when the last byte of the stem is the same.
[[nodiscard]] bool is_form_of_stem(std::string_view form, std::string_view nominative,
                                   const NameDeclension& declension) noexcept;

/// is_form_of() when the declension of the nominative is known.
[[nodiscard]] inline bool is_form_of(std::string_view form, std::string_view nominative,
                                     const NameDeclension& declension) noexcept {
  const std::size_t stem = declension.stem;
  if (form.size() < stem) return false;
  // The last byte of the stem tells most pairs apart without a call.
  if (stem > 0 && form[stem - 1] != nominative[stem - 1]) return false;
  return is_form_of_stem(form, nominative, declension);
}

/// The same for names of several words, "v Novém Městě na Moravě": what stands behind a preposition does not change.
/// Words are separated by single spaces or hyphens.
[[nodiscard]] bool is_form_of_phrase(std::string_view form, std::string_view nominative) noexcept;

/// Whether the word is a preposition that can stand inside a name: nad, pod, u, v, na, …
[[nodiscard]] bool is_preposition(std::string_view word) noexcept;

}  // namespace tvar::facts
