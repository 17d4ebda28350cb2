// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The Czech stemmer: lemmas from the lexicon, guesses for words it does not have.
///
/// Readings of a word, by mode:
///
/// | mode            | word of the lexicon                      | unknown word                               |
/// |-----------------|------------------------------------------|--------------------------------------------|
/// | document        | lemmas with >= 10 % of the best's share  | guesses, folded stems                      |
/// | query           | the same                                 | guesses; folded stems unless a guess is sure |
/// | folded_document | lemmas of all forms that fold to it,     | guesses, folded stems, lemmas that fold so |
/// |                 | >= 2 % of the best by frequency          |                                            |
/// | folded_query    | the same; folded stems with low weight   | folded stems, lemmas that fold so          |
///
/// A word that bears a diacritic binds as it is written in every mode. What is no word (a number, an address) is
/// its own lemma. A guess that the lexicon has as a lemma is a reading of kind lemma: the lexicon lacks many a form
/// of a name that it has. The folded stems are the guesses for the word without its diacritics and its light stem;
/// they are a function of the folded word, so that the word typed without diacritics has the same ones.
///
/// Terms. A nominal's term is its lemma. A verb's term is its lemma with "/v" behind it, so that stát (to stand)
/// does not meet stát (the state). Verbs lose the negative prefix (nedělám → dělat/v), nominals keep it
/// (nezaměstnaný) unless StemmerOptions::merge_negation is set.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/guesser.h"
#include "stemmers/lexicon/lexicon.h"
#include "stemmers/registry.h"
#include "stemmers/word_family.h"
#include "tvar/stemmer.h"

namespace tvar::stemmers {

class Czech final : public Stemmer {
 public:
  /// @param image  an opened lexicon
  /// @param merge_negation  see StemmerOptions
  Czech(lexicon::Image image, bool merge_negation);

  [[nodiscard]] std::string_view name() const noexcept override { return "czech"; }
  /// "czech/1+" and the content hash of the image, and "+merge_negation" with that option.
  [[nodiscard]] std::string_view id() const noexcept override { return id_; }
  void stem(std::string_view word, StemMode mode, Readings& out) const override;

  [[nodiscard]] std::string lemma_of(std::string_view term) const override;
  [[nodiscard]] std::vector<std::string> forms_of(std::string_view term) const override;
  [[nodiscard]] std::vector<RelatedTerm> related_to(std::string_view term) const override;
  [[nodiscard]] std::vector<std::string> family_of(std::string_view term) const override;

  static std::unique_ptr<const Stemmer> make(const StemmerOptions& options);

 private:
  using Codes = std::span<const std::uint8_t>;

  struct Unknown;
  enum class FoldedGuesses : std::uint8_t { alone, with_lemmas, beside_lemmas };
  static Unknown split_prefix(std::string_view word, const lexicon::Letters& letters);

  void add_term(const lexicon::Hit& hit, Codes form, Reading& reading) const;
  bool add_known(std::string_view word, const lexicon::Letters& letters, Readings& out) const;
  bool add_folded(Codes word, Readings& out) const;
  void add_unknown(std::string_view word, const lexicon::Letters& letters, Readings& out) const;
  bool add_known_tail(const Unknown& unknown, std::size_t head, Readings& out) const;
  bool add_transgressive(const Unknown& unknown, Readings& out) const;
  bool add_compound(const Unknown& unknown, Readings& out) const;
  void add_guesses(const Unknown& unknown, Readings& out) const;
  void add_folded_guesses(std::string_view word, FoldedGuesses scheme, Readings& out) const;
  void add_folded_lemmas(std::string_view lemma, const Guess& guess, Readings& out) const;

  lexicon::Lexicon lexicon_;
  Guesser guesser_;
  Guesser folded_guesser_;
  WordFamilies families_;
  bool merge_negation_;
  std::string id_;
};

}  // namespace tvar::stemmers
