// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The stemmer: one word in, the terms that make it equal to its other forms out.
///
/// A stemmer knows nothing of fields, positions, queries or the index. It gets one word that the analyzer has
/// already normalised (Unicode NFC, lower case, no soft hyphens) and answers with *readings*: each is a term and
/// where it comes from. Two words are equal for a search when they share a reading of the same kind.
///
///     tvar::Readings readings;
///     stemmer.stem("domech", tvar::StemMode::document, readings);
///     for (const tvar::Reading& reading : readings) …        // "dům", lexicon, 1.0
///
/// Stemmers are immutable after construction: any number of threads may call `stem` on one object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/export.h"

namespace tvar {
inline namespace v1 {

/// Where a reading comes from. Each kind is a name space of its own in the index: a guess never meets a lemma.
/// The values are stored nowhere; the marks that keep the spaces apart belong to the analyzer.
enum class ReadingKind : std::uint8_t {
  lemma,        ///< a form that the dictionary has as a lemma, or the stem of an algorithm without dictionary
  guess,        ///< a dictionary form guessed for a word that the lexicon does not know
  folded_stem,  ///< a stem without diacritics, for words that no dictionary knows or for queries typed without
};

/// What the word is stemmed for. `folded_…` means that the text it stands in is written without diacritics, so
/// "dum" may stand for "dům"; without it, a word binds as it is written.
enum class StemMode : std::uint8_t { document, query, folded_document, folded_query };

/// One way to read a word.
struct Reading {
  std::string term;                       ///< UTF-8, lower case, not empty, at most 200 bytes
  float weight = 1.0F;                    ///< how probable the reading is among those of the word, in (0, 1]
  ReadingKind kind = ReadingKind::lemma;  ///< the name space of the term
};

/// The readings of one word, best first. Reuse one object for many words: `clear` keeps the memory of the
/// strings, so that stemming a text allocates almost nothing.
class Readings {
 public:
  void clear() noexcept { size_ = 0; }

  /// Appends a reading and returns it with an empty term. The reference is valid until the next `add`.
  Reading& add(ReadingKind kind, float weight) {
    if (size_ == items_.size()) items_.emplace_back();
    Reading& reading = items_[size_++];
    reading.term.clear();
    reading.weight = weight;
    reading.kind = kind;
    return reading;
  }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] const Reading& operator[](std::size_t i) const { return items_[i]; }
  [[nodiscard]] Reading& operator[](std::size_t i) { return items_[i]; }
  [[nodiscard]] const Reading* begin() const { return items_.data(); }
  [[nodiscard]] const Reading* end() const { return items_.data() + size_; }
  [[nodiscard]] Reading* begin() { return items_.data(); }
  [[nodiscard]] Reading* end() { return items_.data() + size_; }
  /// Drops all readings from index `size` on; larger sizes are ignored.
  void truncate(std::size_t size) noexcept { size_ = size < size_ ? size : size_; }

 private:
  std::vector<Reading> items_;
  std::size_t size_ = 0;
};

/// How a related term is made from the one asked for.
enum class Relation : std::uint8_t {
  adverb,         ///< sociální → sociálně
  ost_noun,       ///< společný → společnost
  possessive,     ///< otec → otcův
  ski_adjective,  ///< Brno → brněnský
};

/// A term of kind lemma that is derived from another one. Never the same term: of use as a low-weight expansion.
struct RelatedTerm {
  std::string term;
  Relation relation = Relation::adverb;
};

/// Interface of all stemmers. Names and versions are recorded in every index: an index built with another
/// version of its stemmer is refused, because its terms could not be found any more.
class TVAR_EXPORT Stemmer {
 public:
  Stemmer() = default;
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  virtual ~Stemmer();

  /// The registry name, for example "czech_light".
  [[nodiscard]] virtual std::string_view name() const noexcept = 0;

  /// Name, rule version and data version, for example "czech_light/1". Differs whenever any output could differ.
  [[nodiscard]] virtual std::string_view id() const noexcept = 0;

  /// Replaces `out` by the readings of `word`, best first.
  ///
  /// @param word  UTF-8, NFC, lower case; any bytes are survived, and what is not a word comes back as itself
  /// @param mode  see StemMode
  /// @param out   cleared first; empty only when `word` is empty
  virtual void stem(std::string_view word, StemMode mode, Readings& out) const = 0;

  // For people who want to know what a term stands for. A stemmer without a dictionary knows nothing: the term
  // itself and empty lists.

  /// The dictionary form that `term` (of kind lemma or guess) stands for, without the marks a term may carry.
  [[nodiscard]] virtual std::string lemma_of(std::string_view term) const;

  /// All word forms that the dictionary has of `term` (of kind lemma), sorted by code point. Not made for speed.
  [[nodiscard]] virtual std::vector<std::string> forms_of(std::string_view term) const;

  /// The terms that are derived from `term` (of kind lemma).
  [[nodiscard]] virtual std::vector<RelatedTerm> related_to(std::string_view term) const;

  /// The terms that are made from the same root as `term` (of kind lemma), in either direction: vkládání and vklad for
  /// vkládat. Related in form, often in meaning: of use as a signal for ranking.
  [[nodiscard]] virtual std::vector<std::string> family_of(std::string_view term) const;
};

}  // namespace v1
}  // namespace tvar
