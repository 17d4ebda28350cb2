// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// When: the years that a text dates something to, when it was published, when its subject was founded.
#pragma once

#include "lib/facts/fact_sink.h"

namespace tvar::facts {

/// Every year that dates something. A number of four digits is one when its neighbours say so (v roce 2008, červen 2008,
/// 2010–2013), or when it is near our time and they do not say otherwise (2000 Kč, č. 2015, 108/2006).
class YearExtractor {
 public:
  void extract(const Page& page, FactSink& sink) const;
};

/// The dateline ("Brno, 14. 4. 2016 –", "V Brně dne 3. května 2015"), or a line that says so ("Zveřejněno: 1. 2. 2015").
class PublishedExtractor {
 public:
  void extract(const Page& page, FactSink& sink) const;
};

/// The first sentence that has a founding verb, a date, and a word of the title or nothing that would be the subject
/// instead.
class FoundedExtractor {
 public:
  void extract(const Page& page, FactSink& sink) const;
};

}  // namespace tvar::facts
