// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Abbreviations: those that a text defines for itself, and a small table of those that Czech public texts do not define.
///
///     Integrovaný plán rozvoje města (dále jen IPRM)       IPRM: Integrovaný plán rozvoje města
///     Agentura pro sociální začleňování (dále Agentura)    Agentura: Agentura pro sociální začleňování
///     Místní akční skupina (MAS)                           MAS: Místní akční skupina
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/text_range.h"

namespace tvar::analysis {

/// One definition found in a text. Views into that text.
struct AbbreviationDefinition {
  std::string_view abbreviation;
  std::string_view expansion;
};

/// All definitions in the text, in order. The long form of letters is found by aligning them from right to left with
/// the words before the bracket (Schwartz & Hearst 2003, "A simple algorithm for identifying abbreviation definitions
/// in biomedical text"); that of a word by its last occurrence there. Linear in the text.
std::vector<AbbreviationDefinition> find_abbreviations(std::string_view text);

/// One row of the shipped table.
struct KnownAbbreviation {
  std::string_view abbreviation;
  std::string_view expansion;
};

/// Abbreviations of Czech public administration and social work with the names that they stand for. One may stand for
/// several.
std::span<const KnownAbbreviation> known_abbreviations() noexcept;

}  // namespace tvar::analysis
