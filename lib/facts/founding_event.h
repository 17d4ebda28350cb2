// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Foundings whose day stands elsewhere: "dnes podepsaly memorandum o založení", "Tak vznikla síť" behind the sentence that has
/// the date, and agreements, which found what they are about on the day that they are signed.
#pragma once

#include "lib/facts/fact_sink.h"
#include "lib/facts/founding_sentence.h"

namespace tvar::facts {

/// Adds the day of a founding that the sentence tells of without a date.
void add_founded_by_event(Sentence s, const YearReader& years, const Page& page, const Section& section,
                          FactSink& sink);

/// Adds the day of the page when it is an agreement by which something is founded.
void add_founded_by_agreement(const Page& page, FactSink& sink);

}  // namespace tvar::facts
