// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Corrected spelling: the words of the index that a word nobody wrote was probably meant to be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/store.h"
#include "tvar/schema.h"

namespace tvar::search {

/// The code points of a text.
std::u32string letters_of(std::string_view utf8);

/// What it costs to have typed `typed` for `meant`, both lower-cased NFC: the cheapest sequence of insertions, deletions,
/// substitutions and swaps of neighbours (optimal string alignment; Damerau 1964), where the slips that are usual in
/// Czech cost less than a whole letter: a missing or wrong mark, i for y, s for z, je for ě, a letter doubled, a
/// neighbouring key. Costs above `limit` come back as infinity.
double typing_cost(std::u32string_view typed, std::u32string_view meant, double limit);

/// The most that a typing error in a word of `letters` may cost: next to nothing in a short word, where every slip makes
/// another word of the language.
double allowed_cost(std::size_t letters);

/// A form that stands in the index, for a word as it was typed.
struct SpellingCandidate {
  std::string form;  ///< lower case
  double cost = 0.0;
  std::uint64_t documents = 0;  ///< that contain the form, about
};

/// The forms of an index, read when the first correction is asked for: a walk over its terms. One thread at a time.
class Spelling {
 public:
  /// Both must outlive it.
  Spelling(const Schema& schema, const store::Reader& reader) : schema_(schema), reader_(reader) {}

  /// The most probable first, at most `most`; none when nothing is near. `word` is lower-cased NFC.
  [[nodiscard]] std::vector<SpellingCandidate> candidates(std::string_view word, std::size_t most);

  /// Forgets the forms, after the index has changed.
  void reset() {
    forms_.clear();
    letters_.clear();
    is_read_ = false;
  }

 private:
  struct Form {
    std::uint64_t documents = 0;
    std::uint32_t begin = 0;  // in letters_
    std::uint32_t length = 0;
    std::uint32_t signature = 0;  // which letters occur, marks apart
  };
  void read();
  void add_terms(const std::string& prefix, const std::string& from);

  const Schema& schema_;
  const store::Reader& reader_;
  std::vector<Form> forms_;
  std::u32string letters_;  // of all forms
  bool is_read_ = false;
};

}  // namespace tvar::search
