// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "index/collapsed_order.h"
#include "index/document_set.h"
#include "index/facet_counter.h"
#include "index/field_order.h"
#include "index/format.h"
#include "index/generations.h"
#include "index/match_data.h"
#include "index/query_builder.h"
#include "index/ranked_match.h"
#include "index/store.h"
#include "index/store_error.h"
#include "index/term_frequencies.h"
#include "index/weighting.h"

namespace tvar::store {

struct Reader::Impl {
  std::filesystem::path path;
  Manifest manifest;
  Xapian::Database database;
  bool is_stub = false;  // a file that names other databases, perhaps on other machines
  IndexInfo info;
  mutable TermFrequencies frequencies;
  std::uint64_t snapshot = 0;  // documents have the numbers of this one

  struct Found {
    Xapian::MSet all;   // how many there are
    Xapian::MSet page;  // those that are asked for
  };
  RankedQuery build(const Node& node) const {
    // To ask servers for terms takes longer than to send them what they don't have.
    if (is_stub) return build_query(node);
    return build_query(node, [this](const std::string& term) { return frequencies.of(database, term) > 0; });
  }
  bool knows_numbers(const std::vector<Match>& matches) const;
  Xapian::Query any_of(const std::vector<Match>& matches, std::optional<DocumentSet>& documents) const;
  std::uint64_t most_found(const Node& node) const;
  bool finds_nothing(const Node& query) const;
  Found run(const RankedQuery& query, const MatchRequest& request, FacetCounter& counter) const;
  std::vector<Match> matches(const Found& found, const RankedQuery& query, const MatchRequest& request) const;

  // A bulk load may switch to the next generation, and remove this one, between the reading of the manifest and the
  // opening of the database.
  void open() {
    for (;;) {
      manifest = read_manifest(path);
      frequencies.clear();
      try {
        const std::filesystem::path place = generation_path(path, manifest);
        database = Xapian::Database(place.string());
        is_stub = names_databases(place);
        break;
      } catch (const Xapian::DatabaseError&) {
        if (read_manifest(path).generation == manifest.generation) throw;
      }
    }
    info = read_info(database, path, Access::read);
  }

  // @return whether there was something newer
  bool reopen() {
    ++snapshot;
    if (read_manifest(path).generation == manifest.generation) {
      frequencies.clear();
      try {
        return database.reopen();
      } catch (const Xapian::DatabaseError&) {
        if (read_manifest(path).generation == manifest.generation) throw;
      }
    }
    const IndexInfo before = info;
    open();
    if (before.analyzer == info.analyzer && before.schema == info.schema) return true;
    throw Error(ErrorCode::changed, path.string() + ": the index was built anew in another way",
                "Open it again.");
  }

  // Does `call`, again after a reopen when a writer has taken the blocks away that this snapshot reads, which it does
  // when it commits twice. A few rounds are enough unless the writer commits faster than one search takes.
  template <class Call>
  auto with_reopen(std::string_view doing, const Call& call) -> decltype(call()) {
    constexpr int kRounds = 8;
    try {
      for (int round = 1;; ++round) {
        try {
          return call();
        } catch (const Xapian::DatabaseModifiedError&) {
          if (round == kRounds) throw;
          reopen();
        }
      }
    } catch (...) {
      rethrow_as_error(path, doing);
    }
  }
};

namespace {

// Whether all scores are zero.
bool only_filters(const Node& node) {
  switch (node.op) {
    case Node::Op::everything:
    case Node::Op::value_range:
      return true;
    case Node::Op::filter:
    case Node::Op::and_not:
    case Node::Op::scale:
      return !node.children.empty() && only_filters(node.children.front());
    default:
      return false;
  }
}

// Only orders by a slot, which stock remote shards know too. Each sortable field has one slot for each direction, so
// that documents without a value come last in both.
void set_order(Xapian::Enquire& enquire, const MatchRequest& request) {
  if (request.among != nullptr) {
    enquire.set_sort_by_relevance();  // all are asked for
  } else if (request.limit == 0) {
    // Of counts alone there is no order, and looking up the id of every match would cost more than finding it.
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  } else if (!request.exact_total && !request.sort_slot && only_filters(request.query)) {
    // Some of them are enough. They come as they were added, so that the backend stops when it has them.
    enquire.set_sort_by_relevance();
  } else if (!request.sort_slot) {
    enquire.set_sort_by_relevance_then_value(kIdSlot, false);
  } else {
    enquire.set_sort_by_value_then_relevance(*request.sort_slot, request.descending);
  }
}

// Shards add up the parts of a score in different orders, and then documents that are equal differ in the sixteenth digit.
// What is equal is in the order of ids.
void settle_ties(std::vector<Match>& matches) {
  constexpr double kRounding = 1e-12;
  for (auto begin = matches.begin(); begin != matches.end();) {
    auto end = begin + 1;
    while (end != matches.end() && (end - 1)->score - end->score <= kRounding * end->score) ++end;
    std::sort(begin, end, [](const Match& a, const Match& b) { return a.id < b.id; });
    begin = end;
  }
}

Xapian::Query unscored(const Xapian::Query& query) {
  return {Xapian::Query::OP_SCALE_WEIGHT, query, 0.0};
}

// The conjunction that all matches have to be in, or nothing.
const Node* conjunction_of(const Node& node) {
  switch (node.op) {
    case Node::Op::all_of:
      return &node;
    case Node::Op::filter:
    case Node::Op::and_not:
    case Node::Op::and_maybe:
    case Node::Op::scale:
      return node.children.empty() ? nullptr : conjunction_of(node.children.front());
    default:
      return nullptr;
  }
}

bool settles_order(const MatchRequest& request) {
  return request.sort_slot && !request.collapse_slot && request.limit > 0;
}

}  // namespace

// Servers don't, and another snapshot may have other documents under these numbers.
bool Reader::Impl::knows_numbers(const std::vector<Match>& matches) const {
  return !is_stub && std::all_of(matches.begin(), matches.end(),
                                 [this](const Match& match) { return match.snapshot == snapshot; });
}

// Numbers spare the backend a look-up of each id.
Xapian::Query Reader::Impl::any_of(const std::vector<Match>& matches,
                                   std::optional<DocumentSet>& documents) const {
  if (knows_numbers(matches)) {
    std::vector<Xapian::docid> numbers;
    for (const Match& match : matches) numbers.push_back(match.number);
    return Xapian::Query(&documents.emplace(std::move(numbers)));
  }
  std::vector<Xapian::Query> ids;
  for (const Match& match : matches) ids.emplace_back(id_term(match.id));
  return {Xapian::Query::OP_OR, ids.begin(), ids.end()};
}

// No more documents than this have what the node asks for.
std::uint64_t Reader::Impl::most_found(const Node& node) const {
  if (node.op == Node::Op::term) return frequencies.of(database, node.term);
  if (node.op == Node::Op::everything || node.op == Node::Op::value_range) return database.get_doccount();
  std::uint64_t most = 0;
  for (const Node& child : node.children) most += most_found(child);
  return most;
}

// Of several words that are all required, such as those of a pasted page, a few rare ones are hardly ever together. The backend
// begins with every posting list before it looks for that, those that only add to scores included.
bool Reader::Impl::finds_nothing(const Node& query) const {
  constexpr std::size_t kRarest = 4;
  const Node* const all = is_stub ? nullptr : conjunction_of(query);
  if (all == nullptr || all->children.size() < kRarest) return false;
  std::vector<std::pair<std::uint64_t, const Node*>> parts;
  for (const Node& part : all->children) parts.emplace_back(most_found(part), &part);
  std::partial_sort(parts.begin(), parts.begin() + kRarest, parts.end());
  std::vector<Xapian::Query> rarest;
  for (std::size_t i = 0; i < kRarest; ++i) rarest.push_back(build(*parts[i].second).found);
  Xapian::Enquire enquire(database);
  enquire.set_query(unscored({Xapian::Query::OP_AND, rarest.begin(), rarest.end()}));
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  return enquire.get_mset(0, 1).empty();
}

Reader::Impl::Found Reader::Impl::run(const RankedQuery& query, const MatchRequest& request,
                                      FacetCounter& counter) const {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting());
  set_order(enquire, request);
  if (request.collapse_slot) enquire.set_collapse_key(*request.collapse_slot);
  const bool counts_apart = is_stub && request.limit > 0 && !request.count_slots.empty();
  if (!counts_apart) counter.add_to(enquire);
  const Xapian::doccount documents = database.get_doccount();
  FieldOrder::Window window{static_cast<Xapian::doccount>(std::min<std::size_t>(request.offset, documents)),
                            static_cast<Xapian::doccount>(std::min<std::size_t>(request.limit, documents))};
  if (settles_order(request)) window = FieldOrder::window(window.begin, window.size);

  if (request.among == nullptr && finds_nothing(request.query)) return {};
  const bool by_score = !request.sort_slot && !request.collapse_slot;
  if (by_score && !is_stub && request.exact_total && request.among == nullptr) {
    const RankedMatch best(database, frequencies, query, request.query, {});
    if (auto found = best.page(enquire, window.begin, window.size))
      return {std::move(found->all), std::move(found->page)};
  }
  enquire.set_query(request.limit > 0 ? query.whole() : unscored(query.found));
  Found found;
  found.all = enquire.get_mset(window.begin, window.size, request.exact_total ? documents : 0);
  found.page = found.all;
  if (counts_apart) {
    // Of several remote shards Xapian 1.4 counts those that may become hits twice, but in the first shard.
    counter.add_to(enquire);
    enquire.set_query(unscored(query.found));
    enquire.get_mset(0, 0, documents);
  }
  return found;
}

std::vector<Match> Reader::Impl::matches(const Found& found, const RankedQuery& query,
                                         const MatchRequest& request) const {
  const Xapian::MSet& page = found.page;
  const Xapian::doccount documents = database.get_doccount();
  const auto offset = static_cast<Xapian::doccount>(std::min<std::size_t>(request.offset, documents));
  const auto limit = static_cast<Xapian::doccount>(std::min<std::size_t>(request.limit, documents));
  if (request.sort_slot && request.collapse_slot && limit > 0)
    return CollapsedOrder(database, query, request).page(offset, limit);
  // Not fetch() of the whole set, which crashes on a set with an offset (seen with Xapian 1.4.22).
  if (request.with_data && !page.empty()) page.fetch(page.begin(), page.end());
  if (settles_order(request)) return FieldOrder(database, query, request).page(page, offset, limit);
  std::map<std::uint32_t, const std::string*> ids;
  if (request.among != nullptr && knows_numbers(*request.among)) {
    for (const Match& match : *request.among) ids.emplace(match.number, &match.id);
  }
  std::vector<Match> matches;
  for (auto hit = page.begin(); hit != page.end(); ++hit) {
    const auto id = ids.find(*hit);
    matches.push_back(to_match(database, hit, request.with_data, id == ids.end() ? nullptr : id->second));
  }
  if (!request.sort_slot && !only_filters(request.query)) settle_ties(matches);
  return matches;
}

Reader::Reader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Reader Reader::open(const std::filesystem::path& index) {
  auto impl = std::make_unique<Impl>();
  impl->path = index;
  try {
    impl->open();
  } catch (...) {
    rethrow_as_error(index, "open the index");
  }
  return Reader(std::move(impl));
}

const IndexInfo& Reader::info() const noexcept {
  return impl_->info;
}

MatchResult Reader::match(const MatchRequest& request) const {
  return impl_->with_reopen("search", [&] {
    RankedQuery query = impl_->build(request.query);
    std::optional<DocumentSet> documents;
    if (request.among != nullptr) {
      query.found = {Xapian::Query::OP_FILTER, query.found, impl_->any_of(*request.among, documents)};
    }
    FacetCounter counter(impl_->database, !impl_->is_stub, request.count_slots);
    const Impl::Found found = impl_->run(query, request, counter);
    MatchResult result;
    result.matches = impl_->matches(found, query, request);
    for (Match& match : result.matches) match.snapshot = impl_->snapshot;
    result.lower = found.all.get_matches_lower_bound();
    result.estimate = found.all.get_matches_estimated();
    result.upper = found.all.get_matches_upper_bound();
    result.counts = counter.counts();
    return result;
  });
}

std::optional<std::string> Reader::find(std::string_view id) const {
  const std::string term = id_term(id);
  return impl_->with_reopen("read a document", [&]() -> std::optional<std::string> {
    const auto posting = impl_->database.postlist_begin(term);
    if (posting == impl_->database.postlist_end(term)) return std::nullopt;
    return whole_data(impl_->database.get_document(*posting));
  });
}

void Reader::terms(std::string_view prefix, std::string_view from,
                   const std::function<bool(std::string_view, std::uint64_t)>& visit) const {
  walk_terms(prefix, from, [&](std::string_view term, const std::function<std::uint64_t()>& documents) {
    return TermStep{.stop = !visit(term, documents())};
  });
}

void Reader::walk_terms(std::string_view prefix, std::string_view from, const TermVisitor& visit) const {
  // After a reopen the walk goes on behind the last term that was handed out.
  std::string next(std::max(prefix, from));
  bool skip_next = false;
  impl_->with_reopen("read the terms", [&] {
    auto term = impl_->database.allterms_begin(std::string(prefix));
    const auto end = impl_->database.allterms_end(std::string(prefix));
    const std::function<std::uint64_t()> documents = [&term] { return term.get_termfreq(); };
    // Skipping to the empty text would stop before the first term.
    if (next > prefix) term.skip_to(next);
    while (term != end) {
      std::string text = *term;
      if (!skip_next || text != next) {
        const TermStep step = visit(text, documents);
        if (step.stop) return 0;
        skip_next = step.next <= text;
        next = skip_next ? std::move(text) : step.next;
      }
      if (skip_next) {
        ++term;
      } else {
        term.skip_to(next);
      }
    }
    return 0;
  });
}

std::optional<std::vector<DocumentTerm>> Reader::document_terms(std::string_view id) const {
  using Terms = std::vector<DocumentTerm>;
  const std::string id_of_document = id_term(id);
  return impl_->with_reopen("read a document", [&]() -> std::optional<Terms> {
    const auto posting = impl_->database.postlist_begin(id_of_document);
    if (posting == impl_->database.postlist_end(id_of_document)) return std::nullopt;
    Terms terms;
    const auto end = impl_->database.termlist_end(*posting);
    for (auto term = impl_->database.termlist_begin(*posting); term != end; ++term) {
      terms.push_back({*term, term.get_wdf(), term.get_termfreq()});
    }
    return terms;
  });
}

std::uint64_t Reader::frequency(std::string_view term) const {
  return impl_->with_reopen("read the statistics",
                            [&] { return impl_->frequencies.of(impl_->database, std::string(term)); });
}

void Reader::documents(const std::function<bool(const StoredDocument&)>& visit) const {
  try {
    const std::string prefix = file_term("");
    for (auto id = impl_->database.postlist_begin(""); id != impl_->database.postlist_end(""); ++id) {
      const Xapian::Document document = impl_->database.get_document(*id);
      StoredDocument stored{document.get_value(kIdSlot), whole_data(document), {}};
      auto term = document.termlist_begin();
      term.skip_to(prefix);
      if (term != document.termlist_end() && (*term).rfind(prefix, 0) == 0) stored.file_term = *term;
      if (!visit(stored)) return;
    }
  } catch (...) {
    rethrow_as_error(impl_->path, "read the documents");
  }
}

void Reader::notes(std::string_view prefix, const NoteVisitor& visit) const {
  // Collected first, so that a reopen halfway does not show one twice.
  std::vector<std::pair<std::string, std::string>> found;
  impl_->with_reopen("read the notes", [&] {
    found.clear();
    read_notes(impl_->database, prefix,
               [&found](std::string_view key, std::string_view note) { found.emplace_back(key, note); });
  });
  for (const auto& [key, note] : found) visit(key, note);
}

std::uint64_t Reader::document_count() const {
  return impl_->database.get_doccount();
}

double Reader::average_length() const {
  return impl_->with_reopen("read the statistics", [&] { return impl_->database.get_avlength(); });
}

std::uint64_t Reader::bytes_on_disk() const {
  return directory_bytes(impl_->path);
}

bool Reader::reopen() {
  try {
    return impl_->reopen();
  } catch (...) {
    rethrow_as_error(impl_->path, "reopen the index");
  }
}

bool is_index(const std::filesystem::path& index) {
  std::error_code ignored;
  return std::filesystem::exists(manifest_path(index), ignored);
}

}  // namespace tvar::store
