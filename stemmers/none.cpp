// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/none.h"

#include "stemmers/fold.h"
#include "stemmers/utf8.h"

namespace tvar::stemmers {

void None::stem(std::string_view word, StemMode mode, Readings& out) const {
  out.clear();
  if (word.empty()) return;
  word = cut_to(word, kMaxTermBytes);
  if (mode != StemMode::folded_query) out.add(ReadingKind::lemma, 1.0F).term = word;
  if (mode != StemMode::query) append_folded(word, out.add(ReadingKind::folded_stem, 1.0F).term);
}

std::unique_ptr<const Stemmer> None::make(const StemmerOptions& /*options*/) {
  return std::make_unique<None>();
}

}  // namespace tvar::stemmers
