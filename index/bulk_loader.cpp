// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/bulk_loader.h"

#include <algorithm>
#include <system_error>

#include "index/format.h"
#include "index/generations.h"
#include "index/store_error.h"

namespace tvar::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kIdPrefix = "Q";
// Changes that a database keeps in memory before it writes them out.
constexpr std::size_t kDocumentsAFlush = 1000;
// Segments are lost with the load; syncing them, or keeping their old blocks, would be for nobody.
constexpr int kScratchFlags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

fs::path load_path(const fs::path& index) {
  return scratch_path(index) / "segment-load";
}

/// Lets the backend's compaction be given up, between its tables.
class TickingCompactor : public Xapian::Compactor {
 public:
  explicit TickingCompactor(const Tick& tick) : tick_(tick) {}
  void set_status(const std::string&, const std::string&) override {
    if (tick_) tick_();
  }

 private:
  const Tick& tick_;
};

void compact(const Xapian::Database& database, const fs::path& output, const Tick& tick) {
  TickingCompactor compactor(tick);
  Xapian::Database(database).compact(output.string(), 0, 0, compactor);
}

// Calls `visit` with the id term of each document, once for an id that several documents have, in the order of bytes.
template <class Visit>
void for_each_id(const Xapian::Database& database, const Visit& visit) {
  const std::string prefix(kIdPrefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    visit(*term, term.get_termfreq());
  }
}

// What the load does to the generation before it.
struct Overlap {
  Xapian::doccount replaced = 0;  // documents of the base that are out of date or removed
  bool repeated = false;          // an id occurs more than once in the load
};

Overlap overlap_of(const Xapian::Database& base, const Xapian::Database& load,
                   const std::vector<std::string>& removed) {
  Overlap overlap;
  const bool has_base = base.get_doccount() > 0;
  for_each_id(load, [&](const std::string& term, Xapian::doccount documents) {
    if (documents > 1) overlap.repeated = true;
    if (has_base && base.term_exists(term)) ++overlap.replaced;
  });
  for (const std::string& term : removed) {
    if (base.term_exists(term) && !load.term_exists(term)) ++overlap.replaced;
  }
  return overlap;
}

glass::Metadata metadata_of(const Xapian::Database& database) {
  glass::Metadata metadata;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    metadata[*key] = database.get_metadata(*key);
  }
  return metadata;
}

// The documents that stay, as a database of their own: less work than deleting the others when those are most.
void copy_kept(const Xapian::Database& base, const Xapian::Database& load,
               const std::vector<std::string>& removed, const fs::path& path, const Tick& tick) {
  Xapian::WritableDatabase kept(path.string(), kScratchFlags);
  for (const auto& [key, value] : metadata_of(base)) kept.set_metadata(key, value);
  std::size_t copied = 0;
  for_each_id(base, [&](const std::string& term, Xapian::doccount) {
    if (load.term_exists(term) || std::binary_search(removed.begin(), removed.end(), term)) return;
    kept.add_document(base.get_document(*base.postlist_begin(term)));
    if (++copied % kDocumentsAFlush != 0) return;
    if (tick) tick();
    kept.commit();
  });
  kept.commit();
}

/// Deletes documents of a database that nobody has seen yet.
class Deleter {
 public:
  Deleter(const fs::path& path, const Tick& tick)
      : tick_(tick), database_(path.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS) {}

  // Merging keeps the order of documents, the base before the load, so the version that counts is the last one.
  void older_versions(const std::string& term) {
    if (database_.get_termfreq(term) < 2) return;
    std::vector<Xapian::docid> versions(database_.postlist_begin(term), database_.postlist_end(term));
    versions.pop_back();
    for (const Xapian::docid id : versions) remove(id);
  }
  void all_versions(const std::string& term) {
    const std::vector<Xapian::docid> versions(database_.postlist_begin(term), database_.postlist_end(term));
    for (const Xapian::docid id : versions) remove(id);
  }
  void commit() { database_.commit(); }

 private:
  void remove(Xapian::docid id) {
    database_.delete_document(id);
    if (++deleted_ % kDocumentsAFlush != 0) return;
    if (tick_) tick_();
    database_.commit();
  }
  const Tick& tick_;
  Xapian::WritableDatabase database_;
  std::size_t deleted_ = 0;
};

}  // namespace

BulkLoad::Impl::Impl(const fs::path& index_path, const LoadLimits& limits) : index(index_path) {
  fs::create_directories(scratch_path(index));
  builder = std::make_unique<glass::DatabaseBuilder>(load_path(index),
                                                     scratch_path(index) / "segment-postings", limits);
}

BulkLoad::Impl::~Impl() {
  builder.reset();
  remove_scratch(index);
}

// The load is all there is: nothing to be merged with.
void BulkLoad::Impl::become(const glass::Metadata& metadata, const fs::path& output, const Tick& tick) {
  const glass::DatabaseBuilder::Summary summary = builder->finish(metadata, tick);
  std::error_code elsewhere;
  fs::rename(load_path(index), output, elsewhere);
  // An index that is a mounted disk has its scratch directory on another one.
  if (elsewhere) compact(Xapian::Database(load_path(index).string()), output, tick);
  if (summary.repeated.empty()) return;
  Deleter deleter(output, tick);
  for (const std::string& term : summary.repeated) deleter.older_versions(term);
  deleter.commit();
}

void BulkLoad::Impl::merge(const Xapian::Database& base, const fs::path& output, const Tick& tick) {
  if (base.get_doccount() == 0) return become(metadata_of(base), output, tick);
  std::sort(removed.begin(), removed.end());
  builder->finish({}, tick);
  const Xapian::Database load(load_path(index).string());
  const Overlap overlap = overlap_of(base, load, removed);
  const bool copies = overlap.replaced > base.get_doccount() / 2;
  Xapian::Database all;
  if (copies) {
    const fs::path kept = scratch_path(index) / "segment-kept";
    copy_kept(base, load, removed, kept, tick);
    all.add_database(Xapian::Database(kept.string()));
  } else {
    all.add_database(base);
  }
  if (load.get_doccount() > 0) all.add_database(load);
  compact(all, output, tick);
  if (!overlap.repeated && (copies || overlap.replaced == 0)) return;
  Deleter deleter(output, tick);
  for_each_id(load, [&](const std::string& term, Xapian::doccount) { deleter.older_versions(term); });
  for (const std::string& term : removed) {
    if (!load.term_exists(term)) deleter.all_versions(term);
  }
  deleter.commit();
}

void BulkLoad::Impl::merge_alone(const Xapian::Database& base, const IndexInfo& info, const fs::path& output,
                                 const Tick& tick) {
  glass::Metadata metadata = metadata_of(base);
  for (auto& [key, value] : info_entries(info)) metadata[key] = value;
  become(metadata, output, tick);
}

BulkLoad::BulkLoad(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
BulkLoad::BulkLoad(BulkLoad&&) noexcept = default;
BulkLoad& BulkLoad::operator=(BulkLoad&&) noexcept = default;
BulkLoad::~BulkLoad() = default;

void BulkLoad::remove(std::string_view id) {
  impl_->removed.push_back(id_term(id));
}

BulkLoad::Segment BulkLoad::segment(std::size_t number) {
  return Segment(std::unique_ptr<Segment::Impl>(new Segment::Impl{*impl_, {*impl_->builder, number}}));
}

BulkLoad::Segment::Segment(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
BulkLoad::Segment::Segment(Segment&&) noexcept = default;
BulkLoad::Segment& BulkLoad::Segment::operator=(Segment&&) noexcept = default;
BulkLoad::Segment::~Segment() = default;

void BulkLoad::Segment::add(const PreparedDocument& prepared) {
  try {
    impl_->batch.add(prepared);
  } catch (...) {
    rethrow_as_error(impl_->load.index, "add a document");
  }
}

void BulkLoad::Segment::finish() {
  try {
    impl_->batch.finish();
  } catch (...) {
    rethrow_as_error(impl_->load.index, "write a segment");
  }
}

}  // namespace tvar::store
