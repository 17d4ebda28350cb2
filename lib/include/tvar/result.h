// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What a search gives back. All of it is plain values, fetched already: reading a page can't fail, and a page
/// stays valid when the searcher or the index is gone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/document.h"
#include "tvar/export.h"
#include "tvar/query.h"
#include "tvar/text_range.h"

namespace tvar {
inline namespace v1 {

/// A piece of a document with the matching words marked.
struct TVAR_EXPORT Snippet {
  std::string text;                   ///< UTF-8; "… " and " …" where it was cut out of a longer text
  std::vector<TextRange> highlights;  ///< bytes in `text`, ascending, not overlapping

  /// The text with &, <, >, " and ' escaped and each highlight between `open` and `close`, which are not escaped.
  [[nodiscard]] std::string to_html(std::string_view open = "<mark>",
                                    std::string_view close = "</mark>") const;
};

/// As what a part of the query matched.
enum class MatchKind : std::uint8_t {
  lemma,        ///< a form of a word of the lexicon
  guess,        ///< a form of a word that the lexicon does not know, by its ending
  folded_stem,  ///< the same without diacritics
  restored,  ///< a form of a word of the lexicon that was typed without its diacritics: azylový for azylovy
  exact,     ///< the form as it was typed: on top of its lemma, or alone when it was asked for in quotes
  synonym,   ///< a long form for its abbreviation, or the other way round
  spelling,  ///< a word near to one that was not found as it was typed
  derivation,  ///< a word derived from the same one
  family,      ///< the word together with the words of its root, as one: on top of its lemma
  prefix,      ///< a word that begins so
  fuzzy,       ///< a word spelled nearly so
  phrase,      ///< the words in a row or near each other: asked for, or on top of the words
  all_words,   ///< a document with all the words, where any was enough
  other,       ///< what is left of the score, positive or negative
};

/// What one part of a query gave to the score of a hit.
struct ScorePart {
  std::string word = {};  ///< of the query: lower-cased word, or text of a phrase as typed; empty for other
  MatchKind kind = MatchKind::other;
  std::string field = {};  ///< where it matched; empty for all_words and other
  std::vector<std::string> forms =
      {};  ///< that the field has, lower-cased, most frequent first, then by bytes; at most five
  std::size_t occurrences = 0;  ///< in the field. 0 for words near each other but not in a row
  double score = 0.0;           ///< share of Hit::score
};

/// One result.
struct Hit {
  std::string id;
  double score = 0.0;    ///< relevance; comparable within one page only. 0 for filters without words
  std::size_t rank = 0;  ///< 0-based, counted from the first page
  std::vector<FieldValue> fields;  ///< all stored fields but the text itself
  Snippet snippet;
  /// Further matches with the same value of SearchOptions::collapse. A lower bound when the total is not exact.
  std::uint64_t collapsed = 0;
  /// With SearchOptions::explain: the words of the query, then what stands on top of them, then the rest, if any. The
  /// shares add up to `score`. Empty when there is no score.
  std::vector<ScorePart> explanation;
  /// Words, phrases and alternatives of the query that the document lacks, as typed: of a document that was found by
  /// some of the words (ResultPage::partial_hits, ResultPage::any_word), unless a hundred better ones were.
  std::vector<std::string> missing;
};

/// A word of the query that the index does not have, and what was searched in its place.
struct SpellingCorrection {
  std::string typed;  ///< lower-cased
  std::string used;   ///< the most probable form, lower-cased; other near ones were searched as well
  friend bool operator==(const SpellingCorrection&, const SpellingCorrection&) = default;
};

/// How many documents match. All three are equal when the number is known exactly.
struct TotalHits {
  std::uint64_t lower = 0;
  std::uint64_t estimate = 0;
  std::uint64_t upper = 0;
  [[nodiscard]] bool exact() const noexcept { return lower == upper; }
};

/// A facet value and how many of the matching documents have it. A document with several values of a field
/// counts once for each of them, and once for a value that it has twice.
struct FacetCount {
  std::string value;  ///< as spelled in the documents; a node of a hierarchy as its path from the top
  std::uint64_t count = 0;
  friend bool operator==(const FacetCount&, const FacetCount&) = default;
};

/// The counts of one field, highest first, equal counts in Czech alphabetical order (numbers and dates by value).
/// Groups of a histogram and ranges stand in their own order, and those without a document are among them.
struct FacetResult {
  std::string field;
  std::vector<FacetCount> values;  ///< at most SearchOptions::facet_limit; each value can be filtered by
  std::size_t distinct = 0;        ///< how many values there are, also those that were cut off
  bool exact = true;               ///< false: the counts are lower bounds
  std::string request =
      {};  ///< FacetRequest::to_string: the field alone when its values are counted one by one
  /// Documents that a histogram by month leaves out since their date is a year only.
  std::uint64_t imprecise = 0;
};

/// A value of a filter, or of the query, that no document of the index has.
struct UnknownValue {
  std::string field;
  std::string value;                 ///< as it was given
  std::vector<std::string> nearest;  ///< that the index has, the likeliest first, at most five; may be empty
  friend bool operator==(const UnknownValue&, const UnknownValue&) = default;
};

/// The hits `[offset, offset + limit)` of a search with totals and facets.
class TVAR_EXPORT ResultPage {
 public:
  /// Deleted for temporaries: `for (auto& hit : searcher.search(q).hits())` would read freed memory.
  [[nodiscard]] const std::vector<Hit>& hits() const& noexcept { return hits_; }
  const std::vector<Hit>& hits() const&& = delete;
  [[nodiscard]] const std::vector<FacetResult>& facets() const& noexcept { return facets_; }
  const std::vector<FacetResult>& facets() const&& = delete;
  /// The facet that was asked for so (FacetResult::request), or nullptr. Valid as long as the page.
  [[nodiscard]] const FacetResult* facet(std::string_view request) const& noexcept;
  const FacetResult* facet(std::string_view request) const&& = delete;

  [[nodiscard]] const TotalHits& total() const noexcept { return total_; }

  /// Nothing had all words of the query, so documents with any of them were searched instead.
  [[nodiscard]] bool any_word() const noexcept { return any_word_; }

  /// Set when the query or a filter value is wrong; the page is empty then. Valid as long as the page, as are totals.
  [[nodiscard]] const std::optional<QueryError>& query_error() const noexcept { return query_error_; }

  /// With Match::automatic and order by score, fewer than ten hits are joined by documents that have some of the words
  /// only. For a query of two words they are ranked behind the hits, for a longer one they stand among them (Hit::rank)
  /// when their scores are as high; but what has all words is always among the first ten. A page has what is of its
  /// ranks, whatever its size. They are neither in `total` nor in the facets.
  [[nodiscard]] const std::vector<Hit>& partial_hits() const& noexcept { return partial_hits_; }
  const std::vector<Hit>& partial_hits() const&& = delete;
  /// How many such documents there are.
  [[nodiscard]] const TotalHits& partial_total() const noexcept { return partial_total_; }

  /// Words that were searched as if they had been spelled otherwise, since nothing was found for them as typed.
  [[nodiscard]] const std::vector<SpellingCorrection>& corrections() const& noexcept { return corrections_; }
  const std::vector<SpellingCorrection>& corrections() const&& = delete;

  /// Values that were asked for, or excluded, and that no document of the whole index has.
  [[nodiscard]] const std::vector<UnknownValue>& unknown_values() const& noexcept { return unknown_values_; }
  const std::vector<UnknownValue>& unknown_values() const&& = delete;

  /// How doubtful places of the query were read.
  [[nodiscard]] const std::vector<QueryNote>& notes() const& noexcept { return notes_; }
  const std::vector<QueryNote>& notes() const&& = delete;

 private:
  friend struct ResultPageAccess;
  std::vector<Hit> hits_;
  std::vector<Hit> partial_hits_;
  std::vector<FacetResult> facets_;
  std::vector<QueryNote> notes_;
  std::vector<SpellingCorrection> corrections_;
  std::vector<UnknownValue> unknown_values_;
  TotalHits total_;
  TotalHits partial_total_;
  std::optional<QueryError> query_error_;
  bool any_word_ = false;
};

}  // namespace v1
}  // namespace tvar
