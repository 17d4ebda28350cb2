// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Everything that one word says to the extractors, looked up once for each word of a text: what the vocabulary has for
/// its readings, and what tables of names have for its form. An extractor that tests a bit passes most words by.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "lib/facts/vocabulary.h"
#include "lib/text/tokenizer.h"
#include "tvar/stemmer.h"

namespace tvar::facts {

/// One for each thread. Remembers the words that were seen lately: a word pushes out the one in its place.
class WordMarker {
 public:
  explicit WordMarker(std::shared_ptr<const Vocabulary> vocabulary);

  /// The classes of a plain token. The bits of names (kGivenName, kTownStart) are set of capitalised ones
  /// only, since nobody asks for them elsewhere.
  [[nodiscard]] WordClass mark(const text::Token& token, const Readings& readings, StemMode mode);

 private:
  static constexpr std::size_t kEntries = 8192;
  struct Entry {
    std::string word;
    WordClass classes = 0;
    StemMode mode = StemMode::document;
    text::TokenKind kind = text::TokenKind::word;
    bool has_names = false;  // the bits of names are known
  };

  std::shared_ptr<const Vocabulary> vocabulary_;
  std::vector<Entry> entries_;
};

}  // namespace tvar::facts
