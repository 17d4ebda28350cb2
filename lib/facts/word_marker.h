// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Everything that one word says to the extractors, looked up once for each word of a text: what the vocabulary has for
/// its readings, and what tables of names have for its form. An extractor that tests a bit passes most words by.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "lib/facts/vocabulary.h"
#include "lib/text/tokenizer.h"
#include "tvar/stemmer.h"

namespace tvar::facts {

/// One for each thread. Remembers the words that were seen lately.
class WordMarker {
 public:
  static constexpr std::size_t kForManyTexts = 16384;
  static constexpr std::size_t kForOneText = 1024;

  /// @param entries  a power of 2: how many words it remembers
  explicit WordMarker(std::shared_ptr<const Vocabulary> vocabulary, std::size_t entries = kForManyTexts);

  /// The classes of a plain token. The bits of names (kGivenName, kTownStart) are set of capitalised ones
  /// only, since nobody asks for them elsewhere.
  /// @param note  kept by the analyzer with the word, in this mode; 0 when it is new there
  [[nodiscard]] WordClass mark(const text::Token& token, const Readings& readings, StemMode mode,
                               std::uint64_t& note);

 private:
  // A word is known by its hash of 64 bits: a table of the words themselves would push the analyzer's out of the processor's
  // cache, and that two words of a collection share a hash is less probable than that the machine errs.
  struct Entry {
    std::uint64_t hash = 0;  // of the word, its kind and the mode
    WordClass classes = 0;
    bool is_used = false;
    bool has_names = false;  // the bits of names are known
  };

  static constexpr std::size_t kWays = 4;  // places of a word; the oldest of the four gives way
  struct alignas(64) Group {               // what the processor reads at once
    std::array<Entry, kWays> entries;
  };
  [[nodiscard]] Entry& entry_of(const text::Token& token, const Readings& readings, StemMode mode);

  std::shared_ptr<const Vocabulary> vocabulary_;
  std::size_t size_;  // groups
  std::vector<Group> groups_;
};

}  // namespace tvar::facts
