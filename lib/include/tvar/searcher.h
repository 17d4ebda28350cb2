// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Searching an index.
///
///     tvar::Searcher searcher = tvar::Searcher::open("pages.tvar");
///     tvar::ResultPage page = searcher.search("azylovy dum", {
///         .filters = {{"town", {"Břeclav", "Přerov"}}, {"year", "2008..2012"}},
///         .facets = {"town", "year", "member"},
///         .limit = 10});
///     for (const tvar::Hit& hit : page.hits()) std::puts(hit.snippet.to_html().c_str());
///
/// A searcher sees the index as it was when it was opened, until `reopen`. It never blocks a writer. One object
/// serves one thread at a time; open one for each thread. A searcher that was moved from can only be assigned to or
/// destroyed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tvar/document.h"
#include "tvar/export.h"
#include "tvar/query.h"
#include "tvar/result.h"
#include "tvar/schema.h"
#include "tvar/suggestion.h"

namespace tvar {
inline namespace v1 {

/// Narrows a search to documents whose `field` has any of the values. Values are compared without case, diacritics and
/// the legal form of an organisation ("Člověk v tísni, o.p.s."). For number and date fields "a..b", "a.." and "..b" are
/// ranges, ends included; "a..<b" and "..<b" end before b. A keyword is found by its leading words too: "úřad práce"
/// takes "Úřad práce Broumov". Of a hierarchy a path "Jihomoravský kraj > Břeclav" takes all documents at and below
/// that node, and a name alone, "Břeclav", those of all nodes of that name; "Praha >" is the node at the top only. A
/// value that no document has finds nothing; ResultPage::unknown_values says what is near.
struct Filter {
  std::string field;
  std::vector<std::string> values;
  bool exclude = false;  ///< documents that have any of the values are left out instead

  Filter(std::string field_name, std::string value) : field(std::move(field_name)) {
    values.push_back(std::move(value));
  }
  Filter(std::string field_name, std::initializer_list<std::string_view> list)
      : field(std::move(field_name)), values(list.begin(), list.end()) {}
  Filter(std::string field_name, std::vector<std::string> list)
      : field(std::move(field_name)), values(std::move(list)) {}
};

/// How the values of a facet are put together.
enum class FacetInterval : std::uint8_t {
  none,
  year,  ///< of dates; of numbers the whole part: 2008, or 2008..<2009 where there are others than 2008 itself
  month,  ///< of dates
};

/// A field to count, and how. A plain name counts its values one by one:
///
///     .facets = {"town", FacetRequest::histogram("published", FacetInterval::month),
///                FacetRequest::ranges("year", {"2000", "2005"}),
///                "area", FacetRequest::children("area", "Jihomoravský kraj")}
///
/// Or as text, for parse(): "town", "published/month", "year@2000,2005", "area:Jihomoravský kraj". A document counts
/// once for each group that it has a value in. Of a hierarchy, the plain name counts the nodes at the top, each with
/// what is below it.
struct TVAR_EXPORT FacetRequest {
  std::string field;
  FacetInterval interval = FacetInterval::none;
  /// Ascending values of a number or date field: counted are what is before the first one ("..<2000"), from each to the
  /// next ("2000..<2005"), and from the last on ("2005..").
  std::vector<std::string> edges;
  /// A node of a hierarchy, as in a Filter: counted are the nodes right below it. Of several nodes of one name those
  /// below each. Empty: those at the top.
  std::string node = {};

  // Not explicit: lists of names have always been facets. NOLINTBEGIN(google-explicit-constructor)
  FacetRequest(const char* field_name) : field(field_name) {}
  FacetRequest(std::string field_name) : field(std::move(field_name)) {}
  // NOLINTEND(google-explicit-constructor)
  /// Counts by interval, from the first to the last one that has a document. Those between without one count 0, unless
  /// there are more than 1200 in all.
  [[nodiscard]] static FacetRequest histogram(std::string field_name, FacetInterval interval);
  [[nodiscard]] static FacetRequest ranges(std::string field_name, std::vector<std::string> edges);
  [[nodiscard]] static FacetRequest children(std::string field_name, std::string node);

  /// Reads what to_string writes. @throws Error invalid_argument
  [[nodiscard]] static FacetRequest parse(std::string_view text);
  [[nodiscard]] std::string to_string() const;
};

/// The order of hits, the same on every page. Ties of scores are broken by id; ties of a field by score, then by id.
/// Words sort as in a Czech dictionary, numbers and dates by value, and documents with several values by the first one
/// that they were given.
struct Sort {
  std::string
      field;  ///< empty: by score, best first. Otherwise any keyword, number or date field, or "title"
  bool descending = false;  ///< for fields; documents without a value come last either way
};

/// Which documents match a query of several words.
enum class Match : std::uint8_t {
  automatic,  ///< all words; when few documents have them all, those with some of them stand apart
              ///< (ResultPage::partial_hits); when
              ///< none has, any of them, and ResultPage::any_word says so
  all,        ///< all words
  any,        ///< any word
};

struct SearchOptions {
  std::vector<Filter> filters = {};  ///< a document must pass every one
  /// What to count, each of a field that is a facet of the schema. A filter on a field does not narrow its own counts,
  /// so that the values that could be chosen beside it stay in sight; all other filters do.
  std::vector<FacetRequest> facets = {};
  std::size_t offset = 0;  ///< hits to skip
  std::size_t limit = 10;  ///< hits to return, at most; 0 for counts alone. Up to 100,000
  Sort sort = {};
  /// A keyword, number or date field: of the documents that share its first value (as it is spelled; of long ones the
  /// beginning) only the first in order is a hit, and
  /// Hit::collapsed counts the others. Documents without a value are all kept. The total is of what is left, and exact
  /// only when ResultPage::total says so; facets count every match. There are no ResultPage::partial_hits. Empty: no.
  std::string collapse = {};
  Match match = Match::automatic;
  /// Words that the index does not have are searched as the nearest ones that it has; ResultPage::corrections says so.
  bool correct_spelling = true;
  /// Words derived from those of the query count too, a little: Brno finds brněnský, sociální finds sociálně.
  bool derivations = false;
  /// Fill Hit::explanation: a small query for each hit and each part of the query, so meant for people, not for every
  /// search.
  bool explain = false;
  std::size_t facet_limit = 100;  ///< values of a facet, at most; 0 = all. Not for histograms and ranges
  /// Only values that contain this, case and diacritics apart; of paths the last name.
  std::string facet_contains = {};
  /// In the order of the values (Czech alphabet, numbers, dates), not by count.
  bool facets_by_value = false;
  std::size_t snippet_length = 240;  ///< code points of a snippet, about; 0 = no snippets
  bool fields = true;                ///< fill Hit::fields
};

/// What is in an index.
struct IndexStats {
  std::uint64_t documents = 0;
  std::uint64_t bytes_on_disk = 0;
  std::uint64_t terms = 0;      ///< distinct terms
  double average_length = 0.0;  ///< terms of a document, on average
  int format = 0;               ///< version of the index format
  std::string analyzer;         ///< Analyzer::id of the analyzer it was built with
  std::string program;          ///< version of tvar that created it
  Schema schema;
};

/// A line that was learned to be boilerplate; see tvar::Boilerplate.
struct BoilerplateLine {
  std::string source;  ///< the host or the first folder of the documents' ids; empty: the whole index
  std::string line;    ///< its beginning, when it is long
  std::uint64_t documents = 0;  ///< that were seen with it
  std::uint64_t sample = 0;     ///< documents that were looked at
};

struct SearcherOptions {
  /// The compiled lexicon; see AnalyzerOptions::lexicon.
  std::filesystem::path lexicon = {};
};

class TVAR_EXPORT Searcher {
 public:
  /// @throws Error not_found (no index, or no lexicon), corrupt, format_too_new, format_too_old, analyzer_mismatch or
  ///         io
  [[nodiscard]] static Searcher open(const std::filesystem::path& index, const SearcherOptions& options = {});

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// Parses and runs a query. A wrong query gives an empty page with ResultPage::query_error.
  /// @throws Error invalid_argument for a field in the options that does not exist or is not of the right kind,
  ///         corrupt or io when the index can't be read
  [[nodiscard]] ResultPage search(std::string_view query, const SearchOptions& options = {}) const;
  [[nodiscard]] ResultPage search(const Query& query, const SearchOptions& options = {}) const;

  /// Completes what a person is typing, most useful first: words and phrases in a natural form, titles, and values of
  /// facets. The last word of `prefix` is taken for the beginning of a word, without regard to case; diacritics count
  /// only when some are typed. The words before it are kept, and their documents are the only ones that are looked at.
  /// A kind that has enough to offer gets a quarter of the places at least; completions that follow the words before
  /// them directly come first, then those that find more documents. Empty when nothing begins so, and for an empty
  /// prefix.
  ///
  /// The work is bounded, whatever the size of the index: what is rare among very many completions may be missed.
  /// @throws Error invalid_argument for a limit above 100, corrupt or io when the index can't be read
  [[nodiscard]] std::vector<Suggestion> suggest(std::string_view prefix,
                                                const SuggestOptions& options = {}) const;

  /// Documents that are about the same as the document `id`, most similar first, itself left out:
  ///
  ///     tvar::ResultPage page = searcher.similar("breclav.html", {.filters = {{"year", "2008..2012"}}, .limit = 5});
  ///
  /// They share some of its characteristic words, in any inflection; these are marked in the snippets. Filters, facets,
  /// paging, order and the fields of hits are as in `search`; `match`, `correct_spelling` and `derivations` mean
  /// nothing here. A wrong filter value gives an empty page with ResultPage::query_error.
  /// @throws Error not_found when there is no document `id`, and as `search` does
  [[nodiscard]] ResultPage similar(std::string_view id, const SearchOptions& options = {}) const;

  /// The stored document, or nothing when there is none with this id. @throws Error corrupt, io
  [[nodiscard]] std::optional<Document> find(std::string_view id) const;

  /// The document with a blank for each byte of its boilerplate: what is searched of it. Byte ranges mean the same in
  /// both.
  /// @param document  as `find` gives it
  [[nodiscard]] Document without_boilerplate(Document document) const;
  /// All learned lines, by source, those of most documents first.
  [[nodiscard]] std::vector<BoilerplateLine> boilerplate() const;

  /// Makes commits since `open` visible. @return whether there were any
  bool reopen();

  [[nodiscard]] IndexStats stats() const;
  /// Valid as long as the searcher.
  [[nodiscard]] const Schema& schema() const noexcept;

 private:
  struct Impl;
  class Search;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace v1
}  // namespace tvar
