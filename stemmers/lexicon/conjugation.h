// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The regular half of Czech conjugation: from one principal part all forms that it stands for.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tvar::stemmers::lexicon {

/// Forms with the place each has in the paradigm (the ending, in a fixed spelling).
using CellForms = std::vector<std::pair<std::string, std::string>>;

/// Present of a verb from its first person, "vedu", "stojím", "mám", "píši". A second part after "/" gives the third
/// person when its consonant differs ("mohu/může"), a third one the third plural.
CellForms present_forms(const std::string& part);

/// Past participle from the masculine "vedl"; "šel|šl" gives the stem of the other forms after the bar.
CellForms past_forms(const std::string& part);

/// Short passive participle from the masculine "veden".
CellForms passive_forms(const std::string& part);

/// Imperative from the second person singular "veď", "řekni".
CellForms imperative_forms(const std::string& part);

/// Transgressive from the masculine: "veda" → veda, vedouc, vedouce; "přived" → přived, přivedši, přivedše.
CellForms transgressive_forms(const std::string& part);

/// Present and past transgressives of a regular verb: dělat → dělaje, dělajíc, dělajíce, dělav, dělavši, dělavše. The
/// aspect of the verb decides which of them are in use; it is not asked.
std::vector<std::string> regular_transgressives(const std::string& infinitive);

}  // namespace tvar::stemmers::lexicon
