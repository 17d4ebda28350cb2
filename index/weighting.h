// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// How terms are weighted: BM25 as in S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond
/// (2009), with the k1 that is usual. docs/ranking.md says what other values of b give.
#pragma once

#include <xapian.h>

namespace tvar::store {

inline Xapian::BM25Weight weighting() {
  constexpr double kK1 = 1.2;
  constexpr double kQueryK2 = 0.0;
  constexpr double kQueryK3 = 1.0;
  constexpr double kB = 0.5;
  // Shorter documents than half the average count as half of it, as Xapian has it by default.
  constexpr double kMinNormLength = 0.5;
  return {kK1, kQueryK2, kQueryK3, kB, kMinNormLength};
}

}  // namespace tvar::store
