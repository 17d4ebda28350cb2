// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Towns that act: "Město Kolín vyhlásilo konkurz" names an organisation, "ve městě Kolín" a place.
#pragma once

#include "lib/facts/fact_sink.h"

namespace tvar::facts {

/// Adds "město Kolín", "obec Lhota", "městys Svitávka" as organisations where they are the subject of a verb that tells what
/// somebody does, or somebody works with them; and "Rada města Mostu", "Zastupitelstvo Zlínského kraje". Runs after the organisations, whose words it leaves alone.
class TownBodyExtractor {
 public:
  void extract(Page& page, FactSink& sink) const;
};

}  // namespace tvar::facts
