// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The steps of compile_lexicon (analysis_source.h) with everything in memory, for tests and for distilling.
#pragma once

#include "stemmers/lexicon/analysis_source.h"
#include "stemmers/lexicon/lemma_rules.h"
#include "stemmers/lexicon/tables.h"

namespace tvar::stemmers::lexicon {

/// All readings of all forms, unranked, in no order.
void for_each_reading(const Dictionary& dictionary, const Tables& tables, const LemmaRules::Visitor& visit,
                      const LemmaRules::DerivationVisitor& derive);

/// As compile_lexicon; source_version is left empty.
LexiconData compile_lexicon(const Dictionary& dictionary, const Tables& tables);

}  // namespace tvar::stemmers::lexicon
