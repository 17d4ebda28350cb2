// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Private to lib/text: facts of written Czech that cutting texts needs. All words are lower case, NFC.
#pragma once

#include <string_view>

namespace tvar::text {

/// Letters that are written with a dot each and read as one word: legal forms (ops, sro, zú) and common
/// abbreviations (čp, čj, mnm). Also without diacritics (zu).
[[nodiscard]] bool is_letter_abbreviation(std::string_view letters);

/// The legal forms among them.
[[nodiscard]] bool is_legal_form(std::string_view letters);

/// The longest of them, in letters.
inline constexpr std::size_t kMaxAbbreviationLetters = 4;

/// Legal forms that are also written without dots and are no other word: sro, ops, vvi.
[[nodiscard]] bool is_bare_legal_form(std::string_view word);

/// Words that end with a dot because they are cut short: tzv, např, mgr, ing, odst.
[[nodiscard]] bool is_abbreviation(std::string_view word);

/// Abbreviations that something must follow (titles, č., str., ul.), so that no sentence ends behind them;
/// after others (atd., apod., s. r. o.) one may.
[[nodiscard]] bool never_ends_sentence(std::string_view word);

/// The month of a form of its name (leden, ledna, lednu, …; also without diacritics), 1 to 12, else 0.
[[nodiscard]] int month_number(std::string_view word);

/// Units of measure that are written directly behind a number: km, kg, kč.
[[nodiscard]] bool is_unit(std::string_view letters);

/// Endings of ordinals and numbers behind digits: tých, ti, mi, ého (60-tých, 5ti).
[[nodiscard]] bool is_numeral_ending(std::string_view letters);

/// Pairs that are one word with or without the hyphen: on-line, wi-fi.
[[nodiscard]] bool is_joined_pair(std::string_view first, std::string_view second);

/// Top-level domains that are recognised without www or http before them.
[[nodiscard]] bool is_known_domain(std::string_view label);

}  // namespace tvar::text
