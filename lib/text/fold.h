// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Folding: removing the distinctions of case and of diacritics. Input is valid UTF-8, output is NFC.
///
///     fold_case("DOMŮ")            "domů"
///     fold_diacritics("Břeclav")   "Breclav"
///     fold_key("  Ústí nad  Labem ")  "usti nad labem"
///
/// None of these depends on a locale. All are safe to call from several threads.
#pragma once

#include <string>
#include <string_view>

namespace tvar::text {

/// Lower case by Unicode's default full mapping (no locale: Czech needs none), then NFC.
[[nodiscard]] std::string fold_case(std::string_view text);

/// The letters without their marks: canonical decomposition, marks (Mn) dropped, NFC; and the letters that
/// Unicode does not decompose: đ → d, ħ → h, ł → l, ø → o, ŧ → t, ß → ss, æ → ae, œ → oe, þ → th, ð → d,
/// ı → i. Case is kept. The marks of scripts other than Latin, Greek and Cyrillic are letters there
/// (vowel signs) and stay.
[[nodiscard]] std::string fold_diacritics(std::string_view text);

/// Both, and white space squeezed to single spaces and trimmed: what facet values are compared by.
[[nodiscard]] std::string fold_key(std::string_view text);

/// True when `fold_diacritics` would change the NFC text: "dům" yes, "dum" no, "жираф" no.
[[nodiscard]] bool has_diacritics(std::string_view text);

}  // namespace tvar::text
