// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// When a text was published, of texts that do not say so: what they say of their issue, of their last change, of the meeting
/// that they are the minutes of.
#pragma once

#include "lib/facts/fact_sink.h"

namespace tvar::facts {

/// Adds `published`, at most one.
void add_implied_date(const Page& page, FactSink& sink);

}  // namespace tvar::facts
