// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Lists of members: a heading that says so, and what stands below it, one a line, in a table, or parted by commas.
///
///     Členové lokálního partnerství:             Členy partnerství jsou město Most, úřad práce a Charita.
///      • město Most
///      • Člověk v tísni, o.p.s.                  Člen partnerství | Zástupce
///                                                Město Most | Jana Malá
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/fact_sink.h"

namespace tvar::facts {

/// Runs after the persons are marked: of "Město Most – Mgr. Jana Malá" the town is the member. Marks the words of the
/// members, so that they are not counted as mentions in running text.
class MemberExtractor {
 public:
  void extract(Page& page, FactSink& sink) const;
};

}  // namespace tvar::facts
