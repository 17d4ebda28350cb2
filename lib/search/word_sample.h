// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// How texts write the words that begin with some letters: their forms and capitals, and the words beside them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lib/analysis/text_analyzer.h"
#include "tvar/stemmer.h"

namespace tvar::search {

/// The beginning of a word, and what stands before it.
struct WordBeginning {
  std::string letters;              ///< lower case, NFC, not empty
  bool diacritics = false;          ///< letters with other marks are other letters
  std::vector<std::string> before;  ///< terms of the word before it; empty when there is none
  std::string form_before;          ///< that word, lower case

  /// Whether a lower-case NFC word begins so.
  [[nodiscard]] bool begins(std::string_view word) const;
};

/// A word or phrase in all the forms that were seen.
struct Sighting {
  struct Form {
    std::uint32_t times = 0;
    std::uint32_t agreeing = 0;  ///< times where the word before it was in the form that was typed
    std::uint32_t lower = 0;     ///< times in lower case where nothing asks for a capital
    std::uint32_t written = 0;   ///< times otherwise
    std::string spelling;        ///< one of the latter
  };
  std::string
      lemma;  ///< of its words, joined as they are in texts: what it is when all are in their basic form
  std::map<std::string, Form> forms;  ///< by lower-case text
  std::uint32_t documents = 0;
  std::uint32_t following = 0;  ///< times right behind the word before it; of words
  std::uint32_t last_document = 0;
  bool is_long = false;  ///< a continuation that goes on behind the completed word
};

/// The basic form when texts use it, otherwise the most frequent one. `times`: how often there is each form, at least
/// one.
[[nodiscard]] std::string natural_form(const std::map<std::string, std::uint64_t>& times,
                                       const std::string& lemma);

/// Read texts, then ask. One thread at a time; the arguments must outlive it.
class WordSample {
 public:
  WordSample(const WordBeginning& beginning, analysis::TextAnalyzer& analyzer)
      : beginning_(beginning), analyzer_(analyzer) {}

  /// Texts that are read from now on belong to another document.
  void begin_document() { ++document_; }
  void read(std::string_view text, StemMode mode);
  /// A value of metadata whose words are found with those of the text.
  void read_label(std::string_view value);

  /// By the term of the best reading. Words have one, phrases one for each of their words.
  [[nodiscard]] const std::map<std::string, Sighting>& words() const { return words_; }
  [[nodiscard]] const std::map<std::string, Sighting>& phrases() const { return phrases_; }
  /// Words and phrases together with the word before them, when that is the one that was typed, in any inflection.
  [[nodiscard]] const std::map<std::string, Sighting>& continuations() const { return continuations_; }

  /// Whether metadata had the form and no text had it.
  [[nodiscard]] bool is_label_only(const std::string& form) const;
  /// The form as texts write it: with a capital when most do.
  [[nodiscard]] std::string with_capitals(const std::string& form) const;
  /// The form that goes with the word before it, or else the natural form, with capitals.
  [[nodiscard]] static std::string shown(const Sighting& sighting);

 private:
  struct Row;
  enum class Behind : std::uint8_t { other, word, form };
  Sighting& note(std::map<std::string, Sighting>& map, const Row& row, bool agrees = false);
  void read_word(std::string_view text, std::size_t at, StemMode mode);
  [[nodiscard]] Row row_of(std::string_view text, std::size_t first, std::size_t last, StemMode mode);
  [[nodiscard]] std::size_t phrase_end(std::string_view text, std::size_t first, StemMode mode);
  [[nodiscard]] bool is_verb(const text::Token& token, StemMode mode);
  [[nodiscard]] Behind what_precedes(std::string_view text, std::size_t at, StemMode mode);
  std::string best_term(const text::Token& token, StemMode mode, std::string& lemma);

  const WordBeginning& beginning_;
  analysis::TextAnalyzer& analyzer_;
  std::vector<text::Token> tokens_;  // of the text at hand, without extra ones
  std::map<std::string, Sighting> words_;
  std::map<std::string, Sighting> phrases_;
  std::map<std::string, Sighting> continuations_;
  std::set<std::string> labels_;  // forms, lower case
  std::uint32_t document_ = 0;
};

}  // namespace tvar::search
