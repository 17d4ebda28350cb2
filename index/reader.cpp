// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <algorithm>
#include <utility>

#include "index/facet_counter.h"
#include "index/field_order.h"
#include "index/format.h"
#include "index/match_data.h"
#include "index/query_builder.h"
#include "index/store.h"
#include "index/store_error.h"
#include "index/weighting.h"

namespace tvar::store {

struct Reader::Impl {
  std::filesystem::path path;
  Manifest manifest;
  Xapian::Database database;
  bool is_stub = false;  // a file that names other databases, perhaps on other machines
  IndexInfo info;

  // A bulk load may switch to the next generation, and remove this one, between the reading of the manifest and the
  // opening of the database.
  void open() {
    for (;;) {
      manifest = read_manifest(path);
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
    if (read_manifest(path).generation == manifest.generation) {
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

// Only orders by a slot, which stock remote shards know too. Each sortable field has one slot for each direction, so
// that documents without a value come last in both.
void set_order(Xapian::Enquire& enquire, const MatchRequest& request) {
  if (request.limit == 0) {
    // Of counts alone there is no order, and looking up the id of every match would cost more than finding it.
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
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

}  // namespace

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
  const Xapian::Query query = build_query(request.query);
  return impl_->with_reopen("search", [&] {
    Xapian::Enquire enquire(impl_->database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(weighting());
    set_order(enquire, request);
    if (request.collapse_slot) enquire.set_collapse_key(*request.collapse_slot);
    FacetCounter counter(request.count_slots);
    const bool counts_apart = impl_->is_stub && request.limit > 0 && !request.count_slots.empty();
    if (!counts_apart) counter.add_to(enquire);
    const Xapian::doccount all = impl_->database.get_doccount();
    const auto offset = static_cast<Xapian::doccount>(std::min<std::size_t>(request.offset, all));
    const auto limit = static_cast<Xapian::doccount>(std::min<std::size_t>(request.limit, all));
    // Which of several equal documents stands for a collapsed value is the backend's choice, and so is their order.
    const bool settles = request.sort_slot && !request.collapse_slot && limit > 0;
    const FieldOrder::Window window =
        settles ? FieldOrder::window(offset, limit) : FieldOrder::Window{offset, limit};
    const Xapian::MSet found = enquire.get_mset(window.begin, window.size, request.exact_total ? all : 0);
    MatchResult result;
    // Not fetch() of the whole set, which crashes on a set with an offset (seen with Xapian 1.4.22).
    if (request.with_data && !found.empty()) found.fetch(found.begin(), found.end());
    if (settles) {
      result.matches = FieldOrder(impl_->database, query, request).page(found, offset, limit);
    } else {
      for (auto hit = found.begin(); hit != found.end(); ++hit)
        result.matches.push_back(to_match(impl_->database, hit, request.with_data));
      if (!request.sort_slot) settle_ties(result.matches);
    }
    result.lower = found.get_matches_lower_bound();
    result.estimate = found.get_matches_estimated();
    result.upper = found.get_matches_upper_bound();
    if (counts_apart) {
      // Of several remote shards Xapian 1.4 counts those that may become hits twice, but in the first shard.
      counter.add_to(enquire);
      enquire.get_mset(0, 0, all);
    }
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
  // After a reopen the walk goes on behind the last term that was handed out.
  std::string next(std::max(prefix, from));
  bool skip_next = false;
  impl_->with_reopen("read the terms", [&] {
    auto term = impl_->database.allterms_begin(std::string(prefix));
    const auto end = impl_->database.allterms_end(std::string(prefix));
    // Skipping to the empty text would stop before the first term.
    if (next > prefix) term.skip_to(next);
    for (; term != end; ++term) {
      const std::string text = *term;
      if (skip_next && text == next) continue;
      next = text;
      skip_next = true;
      if (!visit(text, term.get_termfreq())) return 0;
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
                            [&] { return impl_->database.get_termfreq(std::string(term)); });
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
  std::uint64_t bytes = 0;
  try {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(impl_->path)) {
      if (entry.is_regular_file()) bytes += entry.file_size();
    }
  } catch (...) {
    rethrow_as_error(impl_->path, "measure the index");
  }
  return bytes;
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
