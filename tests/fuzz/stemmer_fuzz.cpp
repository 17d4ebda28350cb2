// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a word for every stemmer: terms are bounded, not empty, and UTF-8 when the word is; a folded query of
// a word meets the word itself in a document.
#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/fold.h"
#include "stemmers/lexicon/alphabet.h"
#include "stemmers/registry.h"

namespace {

using tvar::Reading;
using tvar::Readings;
using tvar::StemMode;

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (tvar::stemmers::lexicon::next_code_point(text, at) == tvar::stemmers::lexicon::kInvalid) return false;
  }
  return true;
}

void check_readings(std::string_view word, const Readings& readings) {
  assert(readings.empty() == word.empty());
  for (const Reading& reading : readings) {
    assert(!reading.term.empty() && reading.term.size() <= 200);
    assert(reading.weight > 0.0F && reading.weight <= 1.0001F);
    assert(is_utf8(reading.term) || !is_utf8(word));
  }
}

bool meet(const Readings& a, const Readings& b) {
  return std::any_of(a.begin(), a.end(), [&](const Reading& x) {
    return std::any_of(b.begin(), b.end(),
                       [&](const Reading& y) { return x.kind == y.kind && x.term == y.term; });
  });
}

const std::vector<std::unique_ptr<const tvar::Stemmer>>& stemmers() {
  static const auto all = [] {
    std::vector<std::unique_ptr<const tvar::Stemmer>> list;
    for (const auto& entry : tvar::stemmers::registry())
      list.push_back(entry.make({.lexicon = TVAR_LEXICON_IMAGE}));
    return list;
  }();
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view word(reinterpret_cast<const char*>(data), size);
  for (const auto& stemmer : stemmers()) {
    Readings document;
    stemmer->stem(word, StemMode::document, document);
    check_readings(word, document);
    Readings query;
    for (const StemMode mode : {StemMode::query, StemMode::folded_document, StemMode::folded_query}) {
      stemmer->stem(word, mode, query);
      check_readings(word, query);
      assert(word.empty() || mode != StemMode::query || meet(document, query));
    }
  }
  return 0;
}
