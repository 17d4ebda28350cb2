// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Text → tokens → readings, the way in and the way out alike. Documents, queries and snippets all pass here, so
/// whatever makes two words equal is decided behind this header.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/text/tokenizer.h"
#include "tvar/stemmer.h"

namespace tvar::analysis {

/// Raised whenever tokens or marks change, so that an index built before is refused.
inline constexpr int kAnalysisVersion = 2;

/// The marks that keep the name spaces of terms apart. Tokens never begin with one of them.
inline constexpr char kGuessMark = '~';
inline constexpr char kFoldedMark = '^';
inline constexpr char kExactMark = '=';
/// Before a term, its mark included, that only says where a lemma stands; see lib/indexing/form_positions.h.
inline constexpr char kMixedMark = '!';

/// Appends the term of a reading as the index stores it.
void append_term(const Reading& reading, std::string& out);
/// Appends the term of the exact form of a token.
void append_exact_term(std::string_view token, std::string& out);

/// Whether a text is written without diacritics, so that its words may stand for accented ones. True only for texts
/// long enough that ordinary Czech would have shown a mark.
bool is_written_without_diacritics(std::string_view text);

/// Replaces `out` by the readings of a token: the stemmer's for words, the token itself for numbers and the like.
void read_token(const Stemmer& stemmer, const text::Token& token, StemMode mode, Readings& out);

/// Whether the readings of such a token are the stemmer's.
bool is_stemmed(text::TokenKind kind);

/// As what kind of token a form is read by read_form().
text::TokenKind kind_of_form(std::string_view form);
/// How the words of a query are read: as they are typed when one of them bears a mark (a diacritic), with marks restored
/// when none does. One mark is not enough when another word is none as it stands but is with marks: "azylovy dum Hájková"
/// was typed without marks by somebody who put them on a name. A word that bears marks is read as typed in any case.
/// Texts of more than 64 words are not typed but pasted: one mark tells that they have them all.
/// @param parts  the texts of the query
StemMode query_mode(const Stemmer& stemmer, std::span<const std::string_view> parts);

/// The readings that a form, the text of a token, has in texts with diacritics when nothing but its letters is known.
void read_form(const Stemmer& stemmer, std::string_view form, Readings& out);

/// Remembers the readings of words that were seen lately. A few thousand word forms make up most of any text, and looking
/// one of them up here costs a fraction of stemming it. Direct-mapped: a word pushes out the one in its place.
class WordCache {
 public:
  /// The readings of the token, from the cache or from the stemmer. Valid until the next call.
  const Readings& readings(const Stemmer& stemmer, const text::Token& token, StemMode mode);
  /// A number beside the readings that were asked for last, 0 when they came from the stemmer.
  [[nodiscard]] std::uint64_t& note() { return entries_[last_].note; }

 private:
  static constexpr std::size_t kEntries = 8192;
  struct Entry {
    std::string word;
    Readings readings;
    StemMode mode = StemMode::document;
    text::TokenKind kind = text::TokenKind::word;
    std::uint64_t note = 0;
  };
  std::vector<Entry> entries_;
  std::size_t last_ = 0;
};

/// The working analyzer: one for each thread, reuses its buffers. The stemmer must outlive it.
class TextAnalyzer {
 public:
  explicit TextAnalyzer(const Stemmer& stemmer) : stemmer_(stemmer) {}

  /// Called for each token with its readings; both are valid during the call. False stops.
  using Sink = std::function<bool(const text::Token&, const Readings&)>;

  /// Any bytes, any size: memory does not grow with the text.
  void analyze(std::string_view utf8, StemMode mode, const Sink& sink);
  /// For the sink, a number that is kept with the word at hand as long as the cache remembers it, and 0 at first. Whoever finds
  /// out something about each word need not do so again. Valid during the call.
  [[nodiscard]] std::uint64_t& note() { return cache_.note(); }

  /// All tokens at once, for short texts. Valid until the next call.
  const std::vector<text::Token>& tokens(std::string_view utf8);
  /// What two spellings of a name have in common: the best reading of each plain token, without diacritics, joined by
  /// spaces. For looking up long forms of abbreviations.
  std::string name_key(std::string_view utf8, StemMode mode);

  /// The readings of one token. Valid until the next call.
  const Readings& readings(const text::Token& token, StemMode mode);
  /// How the words of a query that is one text are read; see analysis::query_mode.
  [[nodiscard]] StemMode query_mode(std::string_view utf8) const;
  /// What a reading is a form of, as a dictionary has it.
  [[nodiscard]] std::string lemma(const Reading& reading) const;
  /// Whether a reading is of a verb, whose terms carry a mark.
  [[nodiscard]] bool is_verb(const Reading& reading) const;

 private:
  const Stemmer& stemmer_;
  text::Tokenizer tokenizer_;
  std::vector<text::Token> tokens_;
  Readings readings_;
  WordCache cache_;  // for texts; a word on its own does not pay for filling it
};

}  // namespace tvar::analysis
