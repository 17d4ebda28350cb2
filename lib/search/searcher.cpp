// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/searcher.h"

#include <algorithm>
#include <utility>

#include "index/store.h"
#include "lib/analysis/analyzer_impl.h"
#include "lib/indexing/document_codec.h"
#include "lib/indexing/document_preparer.h"
#include "lib/indexing/open_analyzer.h"
#include "lib/search/explanation.h"
#include "lib/search/facets.h"
#include "lib/search/known_boilerplate.h"
#include "lib/search/long_document.h"
#include "lib/search/match_marker.h"
#include "lib/search/match_request.h"
#include "lib/search/partial_matches.h"
#include "lib/search/query_budget.h"
#include "lib/search/query_compiler.h"
#include "lib/search/ranking.h"
#include "lib/search/result_access.h"
#include "lib/search/similar_documents.h"
#include "lib/search/snippet.h"
#include "lib/search/suggester.h"
#include "tvar/analyzer.h"
#include "tvar/error.h"

namespace tvar {
inline namespace v1 {

using store::Node;

struct Searcher::Impl {
  Impl(store::Reader&& opened, Analyzer&& made)
      : reader(std::move(opened)),
        analyzer(std::move(made)),
        places(reader.info().schema),
        compiler(reader.info().schema, *analyzer.impl().stemmer, reader),
        text_analyzer(*analyzer.impl().stemmer) {}

  [[nodiscard]] const Schema& schema() const { return reader.info().schema; }
  [[nodiscard]] Snippet snippet(const Document& document, StemMode mode, search::MatchMarker& marker,
                                std::size_t words, const SearchOptions& options) const;
  [[nodiscard]] Hit make_hit(const store::Match& match, std::size_t rank, const search::CompiledQuery& query,
                             search::MatchMarker& marker, const SearchOptions& options) const;
  void fill_page(const store::MatchResult& found, const search::CompiledQuery& query,
                 const SearchOptions& options, ResultPage& page) const;
  void add_partial_hits(const search::PartialMatches& found, double scale, const search::CompiledQuery& query,
                        const SearchOptions& options, ResultPage& page) const;
  [[nodiscard]] std::vector<search::WordCorrection> corrections(const Query& query, bool nothing_found) const;

  store::Reader reader;
  Analyzer analyzer;
  store::FieldMap places;
  mutable search::QueryCompiler compiler;
  mutable analysis::TextAnalyzer text_analyzer;  // of the texts of hits
  mutable search::KnownBoilerplate boilerplate{reader};
  mutable search::Spelling spelling{reader.info().schema, reader};
};

namespace {

// Takes `heading` off the beginning of the text, and its matches with it, unless nothing follows.
void drop_heading(std::string_view heading, std::string_view& text,
                  std::vector<search::MatchedToken>& matches) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (heading.empty() || begin == std::string_view::npos || !text.substr(begin).starts_with(heading)) return;
  const std::size_t end = begin + heading.size();
  if (text.find_first_not_of(kSpace, end) == std::string_view::npos) return;
  text.remove_prefix(end);
  std::erase_if(matches, [end](const search::MatchedToken& match) { return match.begin < end; });
  for (search::MatchedToken& match : matches) {
    match.begin -= end;
    match.end -= end;
  }
}

// The conditions of all filters around the query, but for those that only narrow to values of `spared`.
Node filtered(Node query, const std::vector<search::Condition>& filters, std::string_view spared = {}) {
  std::vector<Node> wanted = {std::move(query)};
  std::vector<Node> unwanted;
  for (const search::Condition& filter : filters) {
    if (filter.exclude) {
      unwanted.push_back(filter.node);
    } else if (filter.field != spared || spared.empty()) {
      wanted.push_back(filter.node);
    }
  }
  Node node =
      wanted.size() == 1 ? std::move(wanted.front()) : Node::make(Node::Op::filter, std::move(wanted));
  if (unwanted.empty()) return node;
  unwanted.insert(unwanted.begin(), std::move(node));
  return Node::make(Node::Op::and_not, std::move(unwanted));
}

}  // namespace

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Searcher Searcher::open(const std::filesystem::path& index, const SearcherOptions& options) {
  store::Reader reader = store::Reader::open(index);
  Analyzer analyzer = indexing::open_analyzer(reader.info(), index, options.lexicon);
  return Searcher(std::make_unique<Impl>(std::move(reader), std::move(analyzer)));
}

const Schema& Searcher::schema() const noexcept {
  return impl_->schema();
}

bool Searcher::reopen() {
  const bool changed = impl_->reader.reopen();
  if (changed) {
    impl_->spelling.reset();
    impl_->boilerplate.reset();
  }
  return changed;
}

std::optional<Document> Searcher::find(std::string_view id) const {
  const std::optional<std::string> bytes = impl_->reader.find(id);
  if (!bytes) return std::nullopt;
  return indexing::decode_document(id, *bytes, impl_->schema());
}

Document Searcher::without_boilerplate(Document document) const {
  impl_->boilerplate.blank(document);
  return document;
}

std::vector<BoilerplateLine> Searcher::boilerplate() const {
  return impl_->boilerplate.lines();
}

IndexStats Searcher::stats() const {
  IndexStats stats;
  stats.documents = impl_->reader.document_count();
  stats.bytes_on_disk = impl_->reader.bytes_on_disk();
  impl_->reader.terms("", "", [&](std::string_view, std::uint64_t) {
    ++stats.terms;
    return true;
  });
  stats.average_length = impl_->reader.average_length();
  stats.format = impl_->reader.info().format;
  stats.analyzer = impl_->reader.info().analyzer;
  stats.program = impl_->reader.info().program;
  stats.schema = impl_->schema();
  return stats;
}

ResultPage Searcher::search(std::string_view query, const SearchOptions& options) const {
  ParsedQuery parsed = parse_query(query, impl_->schema());
  if (parsed.error) {
    ResultPage page;
    ResultPageAccess::query_error(page) = std::move(parsed.error);
    return page;
  }
  ResultPage page = search(parsed.query, options);
  std::vector<QueryNote>& notes = ResultPageAccess::notes(page);
  notes.insert(notes.begin(), parsed.notes.begin(), parsed.notes.end());
  return page;
}

// Words that the index does not have. When it has them all and still nothing is found, one of them may be a slip that
// happens to be a word: each is searched together with much more frequent neighbours.
std::vector<search::WordCorrection> Searcher::Impl::corrections(const Query& query,
                                                                bool nothing_found) const {
  constexpr std::uint64_t kMuchMoreFrequent = 4;
  std::vector<search::WordCorrection> corrections;
  const auto correct = [&](const search::QueryCompiler::Word& word) {
    std::vector<search::SpellingCandidate> near =
        spelling.candidates(word.text, search::ranking::kCandidates);
    std::erase_if(near, [&](const auto& c) { return c.documents < kMuchMoreFrequent * word.documents; });
    if (!near.empty()) corrections.push_back({word.text, std::move(near), word.documents > 0});
  };
  const std::vector<search::QueryCompiler::Word> words = compiler.words(query);
  if (words.size() > search::ranking::kMostWords) return {};
  for (const search::QueryCompiler::Word& word : words) {
    if (word.documents == 0 && !word.in_lexicon) correct(word);
  }
  if (!corrections.empty() || !nothing_found || words.size() > search::ranking::kMostDoubted)
    return corrections;
  for (const search::QueryCompiler::Word& word : words) {
    // A single word of the language that the index does not have is just not there.
    if (word.documents > 0 || words.size() > 1) correct(word);
  }
  return corrections;
}

/// One search on its way: the strict reading first, then each relaxation that is allowed and needed.
class Searcher::Search {
 public:
  Search(const Impl& impl, const Query& query, const SearchOptions& options)
      : impl_(impl),
        query_(query),
        options_(options),
        request_(search::make_request(options, impl.schema(), impl.places)) {}

  ResultPage run() {
    ResultPage page;
    impl_.compiler.values().reset();
    if (auto error = impl_.compiler.values().compile_filters(options_.filters, filters_)) {
      ResultPageAccess::query_error(page) = std::move(error);
      return page;
    }
    compiled_ = compile(options_.match == Match::any);
    if (compiled_.error) {
      ResultPageAccess::query_error(page) = std::move(compiled_.error);
      return page;
    }
    found_ = match(compiled_.node);
    if (options_.correct_spelling) correct(page);
    const bool relaxable = options_.match == Match::automatic && compiled_.wanted > 1;
    if (relaxable && found_.upper == 0) relax(page);
    ResultPageAccess::notes(page) = compiled_.notes;
    impl_.compiler.values().check_nodes(options_.facets);
    ResultPageAccess::unknown_values(page) = impl_.compiler.values().unknown_values();
    widen_own_counts();
    const bool is_joined = relaxable && has_few() && !page.any_word();
    if (is_joined) join_partial();
    impl_.fill_page(found_, compiled_, options_, page);
    search::add_coverage(std::move(coverage_), ResultPageAccess::hits(page));
    if (options_.explain) explain(compiled_, found_, ResultPageAccess::hits(page));
    if (is_joined) add_partial(page);
    return page;
  }

 private:
  search::CompiledQuery compile(bool any, bool incomplete = false) {
    return impl_.compiler.compile(query_, {.any = any,
                                           .incomplete = incomplete,
                                           .derivations = options_.derivations,
                                           .explain = options_.explain,
                                           .corrections = corrections_,
                                           .looked_up = &looked_up_});
  }

  store::MatchResult match(const Node& node) {
    request_.query = filtered(node, filters_);
    return impl_.reader.match(request_);
  }

  void correct(ResultPage& page) {
    if (found_.upper > 0 && options_.match != Match::any) return;
    // Words that the index has are not slips because what they find is excluded.
    corrections_ = impl_.corrections(query_, found_.upper == 0 && !compiled_.excludes);
    if (corrections_.empty()) return;
    search::CompiledQuery corrected = compile(options_.match == Match::any);
    store::MatchResult more = match(corrected.node);
    // Without hits they are kept all the same: with fewer words there may be some.
    if (more.upper <= found_.upper && found_.upper > 0) return corrections_.clear();
    found_ = std::move(more);
    compiled_ = std::move(corrected);
    for (const search::WordCorrection& correction : corrections_) {
      ResultPageAccess::corrections(page).push_back({correction.word, correction.candidates.front().form});
    }
  }

  void relax(ResultPage& page) {
    compiled_ = compile(true, true);
    request_.query = filtered(compiled_.node, filters_);
    search::PartialMatches partial = search::find_partial(impl_.reader, request_, compiled_);
    found_ = std::move(partial.found);
    coverage_ = std::move(partial.coverage);
    ResultPageAccess::any_word(page) = found_.upper > 0;
    if (found_.upper == 0) ResultPageAccess::corrections(page).clear();
  }

  // A facet that is filtered by is counted once more without its own filter.
  void widen_own_counts() {
    for (std::size_t i = 0; i < options_.facets.size(); ++i) {
      const std::string& name = options_.facets[i].field;
      const bool narrowed = std::any_of(filters_.begin(), filters_.end(), [&](const auto& filter) {
        return filter.field == name && !filter.exclude;
      });
      if (!narrowed) continue;
      store::MatchRequest counting = request_;
      counting.query = filtered(compiled_.node, filters_, name);
      counting.offset = counting.limit = 0;
      counting.count_slots = {request_.count_slots[i]};
      found_.counts[i] = std::move(impl_.reader.match(counting).counts.front());
    }
  }

  [[nodiscard]] bool has_few() const {
    return found_.upper > 0 && found_.upper < search::ranking::kFewHits && options_.limit > 0 &&
           options_.sort.field.empty() && options_.collapse.empty();
  }

  // All hits that have all words, as they are few, and of those that have some the ones that may stand among them on this page.
  void join_partial() {
    if (found_.matches.size() < found_.upper) {
      request_.query = filtered(compiled_.node, filters_);
      request_.offset = 0;
      request_.limit = search::ranking::kFewHits;
      std::vector<store::SlotCounts> counts = std::move(found_.counts);
      found_ = impl_.reader.match(request_);
      found_.counts = std::move(counts);
    }
    relaxed_ = compile(true, true);
    request_.count_slots.clear();
    const std::size_t skipped =
        options_.offset - std::min<std::size_t>(options_.offset, found_.matches.size());
    request_.offset = skipped;
    request_.limit = options_.offset + options_.limit - skipped;
    request_.query = filtered(Node::make(Node::Op::and_not, {relaxed_.node, compiled_.node}), filters_);
    partial_ = search::find_partial(impl_.reader, request_, relaxed_);
    if (!found_.matches.empty() && !partial_.by_coverage) set_scale(best_partial_score());
    joined_ = search::join(found_.matches, partial_, scale_, skipped, options_.offset,
                           options_.offset + options_.limit);
  }

  // Of those on all pages.
  double best_partial_score() {
    if (request_.offset > 0) {
      request_.offset = 0;
      request_.limit = 1;
      request_.with_data = false;
      const std::vector<store::Match> best = impl_.reader.match(request_).matches;
      return best.empty() ? 0.0 : best.front().score;
    }
    return partial_.found.matches.empty() ? 0.0 : partial_.found.matches.front().score;
  }

  // What lacks one of two words must not score higher than what has both.
  void set_scale(double best) {
    const double ceiling = found_.matches.back().score;
    if (best > ceiling && ceiling > 0.0) scale_ = ceiling / best;
  }

  // Of more words, those that have some stand among those that have all, by their scores.
  void add_partial(ResultPage& page) {
    ResultPageAccess::partial_total(page) = {partial_.found.lower, partial_.found.estimate,
                                             partial_.found.upper};
    std::vector<Hit>& whole = ResultPageAccess::hits(page);
    std::vector<Hit>& partial = ResultPageAccess::partial_hits(page);
    impl_.add_partial_hits(partial_, scale_, relaxed_, options_, page);
    search::add_coverage(std::move(partial_.coverage), partial);
    for (std::size_t i = 0; i < whole.size(); ++i) whole[i].rank = joined_.whole[i];
    for (std::size_t i = 0; i < partial.size(); ++i) partial[i].rank = joined_.partial[i];
    if (options_.explain) explain(relaxed_, partial_.found, partial);
  }

  void explain(const search::CompiledQuery& query, const store::MatchResult& found, std::vector<Hit>& hits) {
    search::explain_hits(query, found, impl_.reader, impl_.text_analyzer, impl_.boilerplate, hits);
  }

  const Impl& impl_;
  const Query& query_;
  const SearchOptions& options_;
  store::MatchRequest request_;
  std::vector<search::Condition> filters_;
  std::vector<search::WordCorrection> corrections_;
  search::LookedUp looked_up_;
  search::CompiledQuery compiled_;
  store::MatchResult found_;
  std::vector<search::Coverage> coverage_;  // of the matches, when any word was enough
  search::CompiledQuery relaxed_;           // what few hits are joined by, and where all of them stand
  search::PartialMatches partial_;
  double scale_ = 1.0;
  search::Joined joined_;
};

ResultPage Searcher::search(const Query& query, const SearchOptions& options) const {
  return Search(*impl_, query, options).run();
}

std::vector<Suggestion> Searcher::suggest(std::string_view prefix, const SuggestOptions& options) const {
  constexpr std::size_t kMostSuggestions = 100;
  if (options.limit > kMostSuggestions) {
    throw Error(ErrorCode::invalid_argument,
                "the limit of " + std::to_string(options.limit) + " suggestions is too high",
                "Ask for at most 100.");
  }
  search::Suggester suggester(schema(), impl_->places, impl_->reader, impl_->compiler, impl_->text_analyzer,
                              impl_->boilerplate);
  return suggester.suggest(prefix, options.limit);
}

ResultPage Searcher::similar(std::string_view id, const SearchOptions& options) const {
  const auto terms = impl_->reader.document_terms(id);
  if (!terms) {
    throw Error(ErrorCode::not_found, "there is no document '" + std::string(id) + "'",
                "Ids are compared byte by byte; each hit of a search has its own.");
  }
  ResultPage page;
  store::MatchRequest request = search::make_request(options, impl_->schema(), impl_->places);
  std::vector<search::Condition> filters;
  impl_->compiler.values().reset();
  if (auto error = impl_->compiler.values().compile_filters(options.filters, filters)) {
    ResultPageAccess::query_error(page) = std::move(error);
    return page;
  }
  const auto bytes = impl_->reader.find(id);
  const Document given = bytes ? indexing::decode_given(id, *bytes, schema()) : Document{};
  search::CompiledQuery query =
      search::compile_similar(id, *terms, search::label_terms(given, schema(), impl_->text_analyzer),
                              impl_->reader.document_count(), schema(), impl_->places);
  search::fit_into_budget(query.node, impl_->reader);
  request.query = filtered(query.node, filters);
  impl_->fill_page(impl_->reader.match(request), query, options, page);
  impl_->compiler.values().check_nodes(options.facets);
  ResultPageAccess::unknown_values(page) = impl_->compiler.values().unknown_values();
  return page;
}

void Searcher::Impl::add_partial_hits(const search::PartialMatches& partial, double scale,
                                      const search::CompiledQuery& query, const SearchOptions& options,
                                      ResultPage& page) const {
  search::MatchMarker marker(query.marks, text_analyzer);
  for (const store::Match& match : partial.found.matches) {
    Hit hit = make_hit(match, 0, query, marker, options);
    hit.score *= scale;
    ResultPageAccess::partial_hits(page).push_back(std::move(hit));
  }
}

void Searcher::Impl::fill_page(const store::MatchResult& found, const search::CompiledQuery& query,
                               const SearchOptions& options, ResultPage& page) const {
  search::MatchMarker marker(query.marks, text_analyzer);
  std::size_t rank = options.offset;
  for (const store::Match& match : found.matches) {
    ResultPageAccess::hits(page).push_back(make_hit(match, rank++, query, marker, options));
  }
  ResultPageAccess::total(page) = {found.lower, found.estimate, found.upper};
  for (std::size_t i = 0; i < options.facets.size(); ++i) {
    const FacetRequest& wanted = options.facets[i];
    const Field& field = *schema().find(wanted.field);
    ResultPageAccess::facets(page).push_back(search::make_facet(field, wanted, found.counts[i], options));
  }
}

Hit Searcher::Impl::make_hit(const store::Match& match, std::size_t rank, const search::CompiledQuery& query,
                             search::MatchMarker& marker, const SearchOptions& options) const {
  Hit hit;
  hit.id = match.id;
  hit.score = query.scores ? match.score : 0.0;
  hit.rank = rank;
  hit.collapsed = match.collapsed;
  if (match.data.empty()) return hit;
  auto [document, mode] = search::excerpt_of(match, schema(), places, query.marks, boilerplate);
  if (options.snippet_length > 0) hit.snippet = snippet(document, mode, marker, query.marks.size(), options);
  if (!options.fields) return hit;
  const std::string& text_name = schema().fields[places.main_field()].name;
  std::erase_if(document.fields, [&](const FieldValue& field) { return field.name == text_name; });
  hit.fields = std::move(document.fields);
  return hit;
}

// From the text; from the first other text field when there is none. A title that stands above the text is shown as a
// field already.
Snippet Searcher::Impl::snippet(const Document& document, StemMode mode, search::MatchMarker& marker,
                                std::size_t words, const SearchOptions& options) const {
  std::size_t ordinal = places.main_field();
  std::string_view text = document.value(schema().fields[ordinal].name);
  for (std::size_t i = 0; text.empty() && i < schema().fields.size(); ++i) {
    if (schema().fields[i].kind != FieldKind::text) continue;
    ordinal = i;
    text = document.value(schema().fields[i].name);
  }
  std::vector<search::MatchedToken> matches = marker.find(text, ordinal, mode);
  for (std::size_t i = 0; i < schema().fields.size(); ++i) {
    if (schema().fields[i].kind != FieldKind::text || i == ordinal) continue;
    drop_heading(document.value(schema().fields[i].name), text, matches);
  }
  return search::make_snippet(
      text, matches,
      {.max_code_points = options.snippet_length, .query_words = static_cast<std::uint32_t>(words)});
}

}  // namespace v1
}  // namespace tvar
