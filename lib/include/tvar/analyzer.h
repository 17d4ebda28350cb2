// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From text to terms: the one place where it is decided which words are equal. Documents and queries meet here.
///
/// Programs that only index and search never need it. It is public so that people can see why a page was found,
/// and so that other tools can use Tvar's Czech.
///
///     tvar::Analyzer analyzer({.stemmer = "czech_light"});
///     for (const tvar::AnalyzedToken& token : analyzer.analyze("V azylových domech", tvar::Purpose::document))
///       …   // token.range of "azylových" is [2, 13); token.terms holds "azylov"
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/export.h"
#include "tvar/schema.h"
#include "tvar/stemmer.h"
#include "tvar/text_range.h"

namespace tvar {
inline namespace v1 {

/// Why a text is analysed. A document is indexed under every probable reading of a word; a query looks for those
/// that it was meant to find.
enum class Purpose : std::uint8_t { document, query };

struct AnalyzerOptions {
  std::string stemmer = std::string(Schema::default_stemmer());
  bool merge_negation = false;  ///< see Schema::merge_negation
  /// The compiled lexicon. Empty: `share/tvar/czech.lexicon` relative to the library, or the build tree's.
  std::filesystem::path lexicon;
};

/// One term of a token, in the form in which the index stores it: guesses begin with '~', folded stems with '^',
/// exact forms with '='; lemmas and stems have no mark.
struct AnalyzedTerm {
  std::string text;
  ReadingKind kind = ReadingKind::lemma;
  float weight = 1.0F;  ///< probability of the reading among those of the word, in (0, 1]
};

/// One token of the text with its terms.
struct AnalyzedToken {
  std::string text;  ///< normalised: NFC, lower case, soft hyphens removed
  TextRange range;   ///< where it stands in the original text
  std::size_t
      position;  ///< ordinal of the word; a date and its parts, or a compound and its parts, may share one
  std::string exact;                ///< the exact-form term
  std::vector<AnalyzedTerm> terms;  ///< best reading first
};

/// Facts about a word that the lexicon knows, for people who wonder.
struct WordInfo {
  std::vector<AnalyzedTerm> readings;  ///< as analyze() gives them
  struct Lemma {
    std::string lemma;                     ///< plain dictionary form
    std::vector<std::string> forms;        ///< all forms that the lexicon has for it, sorted by code point
    std::vector<std::string> derivations;  ///< other words of its root (Brno: brněnský)
  };
  std::vector<Lemma> lemmas;  ///< one for each reading from the lexicon
};

/// Immutable and movable; any number of threads may use one object at once. One that was moved from can only be
/// assigned to or destroyed.
class TVAR_EXPORT Analyzer {
 public:
  /// @throws Error invalid_argument for an unknown stemmer, not_found or corrupt for the lexicon
  explicit Analyzer(const AnalyzerOptions& options = {});
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  /// Tokens in the order of the text. Any bytes are accepted: what is not UTF-8 is skipped over.
  [[nodiscard]] std::vector<AnalyzedToken> analyze(std::string_view text, Purpose purpose) const;

  /// The fast path for long lists of words: replaces `out` by the terms of all tokens of `word`, each once, best
  /// reading first, without the exact forms. Two words are equal for a search when they share one. `out` keeps its
  /// memory; empty when there is no token. The same as analyze() otherwise, so that for Purpose::query a word
  /// without diacritics is a query typed without them.
  void terms_of_word(std::string_view word, Purpose purpose, std::vector<std::string>& out) const;

  /// What is known about one word (its first token).
  [[nodiscard]] WordInfo explain(std::string_view word) const;

  /// Versions of the analysis, the stemmer and its lexicon in one string: what an index records and compares.
  [[nodiscard]] std::string id() const;

  struct Impl;
  /// For the library itself: the working parts, valid as long as the analyzer.
  [[nodiscard]] const Impl& impl() const noexcept { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace v1
}  // namespace tvar
