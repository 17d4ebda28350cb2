// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Who is named: title or first name, and surname. Marks the words that it takes, so that Pavel Písek is no town.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lib/facts/fact_sink.h"
#include "lib/facts/person_names.h"

namespace tvar::facts {

/// The words of a name, and what they are.
struct NameWords {
  std::size_t first = 0;
  std::size_t surname = 0;        ///< the first word behind first name and initial
  std::size_t first_surname = 0;  ///< of two; behind the last word when there is one
  std::size_t last = 0;
};

class PersonExtractor {
 public:
  void extract(Page& page, FactSink& sink);

 private:
  struct Found {
    std::string name;
    std::size_t first = 0;  // words
    std::size_t last = 0;
    double confidence = 0;
    bool is_nominative = true;
  };
  std::optional<Found> name_at(const AnnotatedText& text, std::size_t i, const Stemmer& stemmer);
  std::optional<Found> first_name_and_surname(const AnnotatedText& text, std::size_t i, bool has_evidence,
                                              const Stemmer& stemmer);
  void find_last_word(const AnnotatedText& text, const std::vector<GivenName>& readings, NameWords& words);
  std::optional<Found> surname_first(const AnnotatedText& text, std::size_t i);
  static std::optional<Found> unknown_name_of_woman(const AnnotatedText& text, std::size_t i);
  std::vector<std::string> couple_at(const AnnotatedText& text, std::size_t i, const Stemmer& stemmer);
  std::vector<GivenName> given_;
  std::vector<GivenName> readings_;  // of the first name at hand
};

}  // namespace tvar::facts
