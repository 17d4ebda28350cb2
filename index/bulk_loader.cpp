// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/bulk_loader.h"

#include <algorithm>
#include <system_error>

#include "index/document_builder.h"
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

std::size_t fanout(std::size_t level) {
  return level == 0 ? 16 : 128;
}

Xapian::Database open_all(const std::vector<fs::path>& paths) {
  Xapian::Database all;
  for (const fs::path& path : paths) all.add_database(Xapian::Database(path.string()));
  return all;
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

void copy_metadata(const Xapian::Database& from, Xapian::WritableDatabase& to) {
  for (auto key = from.metadata_keys_begin(); key != from.metadata_keys_end(); ++key) {
    to.set_metadata(*key, from.get_metadata(*key));
  }
}

// The documents that stay, as a database of their own: less work than deleting the others when those are most.
void copy_kept(const Xapian::Database& base, const Xapian::Database& load,
               const std::vector<std::string>& removed, const fs::path& path) {
  Xapian::WritableDatabase kept(path.string(), kScratchFlags);
  copy_metadata(base, kept);
  std::size_t copied = 0;
  for_each_id(base, [&](const std::string& term, Xapian::doccount) {
    if (load.term_exists(term) || std::binary_search(removed.begin(), removed.end(), term)) return;
    kept.add_document(base.get_document(*base.postlist_begin(term)));
    if (++copied % kDocumentsAFlush == 0) kept.commit();
  });
  kept.commit();
}

// Merging keeps the order of documents, the base before the load, so the version that counts is the last one.
void delete_stale(Xapian::WritableDatabase& merged, const Xapian::Database& load,
                  const std::vector<std::string>& removed) {
  std::size_t deleted = 0;
  const auto remove = [&](Xapian::docid id) {
    merged.delete_document(id);
    if (++deleted % kDocumentsAFlush == 0) merged.commit();
  };
  for_each_id(load, [&](const std::string& term, Xapian::doccount) {
    if (merged.get_termfreq(term) < 2) return;
    std::vector<Xapian::docid> versions(merged.postlist_begin(term), merged.postlist_end(term));
    versions.pop_back();
    for (const Xapian::docid id : versions) remove(id);
  });
  for (const std::string& term : removed) {
    if (!load.term_exists(term) && merged.term_exists(term)) remove(*merged.postlist_begin(term));
  }
  merged.commit();
}

}  // namespace

fs::path SegmentTree::path(std::size_t level, std::size_t ordinal) const {
  return scratch_ / ("segment-" + std::to_string(level) + "-" + std::to_string(ordinal));
}

// Whether this was the last of its siblings, which are then taken out of the table.
bool SegmentTree::put(Place place, bool empty, std::vector<Place>& siblings) {
  const auto [level, ordinal] = place;
  const std::size_t first = ordinal - ordinal % fanout(level);
  const std::lock_guard<std::mutex> lock(mutex_);
  parts_.emplace(place, empty);
  const auto begin = parts_.lower_bound({level, first});
  const auto end = parts_.lower_bound({level, first + fanout(level)});
  if (static_cast<std::size_t>(std::distance(begin, end)) < fanout(level)) return false;
  for (auto part = begin; part != end; ++part) {
    if (!part->second) siblings.push_back(part->first);
  }
  parts_.erase(begin, end);
  return true;
}

void SegmentTree::complete(std::size_t number, bool empty) {
  Place place{0, number};
  std::vector<Place> siblings;
  while (put(place, empty, siblings)) {
    place = {place.first + 1, place.second / fanout(place.first)};
    empty = siblings.empty();
    std::vector<fs::path> sources;
    for (const auto& [level, ordinal] : siblings) sources.push_back(path(level, ordinal));
    if (!empty) {
      open_all(sources).compact(path(place.first, place.second).string(), Xapian::DBCOMPACT_SINGLE_FILE);
    }
    for (const fs::path& source : sources) fs::remove_all(source);
    siblings.clear();
  }
}

std::vector<fs::path> SegmentTree::databases() const {
  // By the number of the first segment of level 0 that went into each.
  std::map<std::size_t, fs::path> ordered;
  const std::lock_guard<std::mutex> lock(mutex_);
  for (const auto& [place, empty] : parts_) {
    std::size_t first = place.second;
    for (std::size_t level = place.first; level > 0; --level) first *= fanout(level - 1);
    if (!empty) ordered.emplace(first, path(place.first, place.second));
  }
  std::vector<fs::path> paths;
  for (auto& [first, path] : ordered) paths.push_back(std::move(path));
  return paths;
}

BulkLoad::Impl::Impl(const fs::path& index_path) : index(index_path), tree(scratch_path(index_path)) {
  fs::create_directories(scratch_path(index));
}

BulkLoad::Impl::~Impl() {
  remove_scratch(index);
}

void BulkLoad::Impl::merge(const Xapian::Database& base, const fs::path& output) {
  std::sort(removed.begin(), removed.end());
  std::vector<fs::path> paths = tree.databases();
  const Xapian::Database load = open_all(paths);
  const Overlap overlap = overlap_of(base, load, removed);
  const bool copies = overlap.replaced > base.get_doccount() / 2;
  Xapian::Database all;
  if (copies) {
    const fs::path kept = scratch_path(index) / "segment-kept";
    copy_kept(base, load, removed, kept);
    all.add_database(Xapian::Database(kept.string()));
  } else {
    all.add_database(base);
  }
  for (const fs::path& path : paths) all.add_database(Xapian::Database(path.string()));
  all.compact(output.string());
  if (!overlap.repeated && (copies || overlap.replaced == 0)) return;
  Xapian::WritableDatabase merged(output.string(),
                                  Xapian::DB_OPEN | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
  delete_stale(merged, load, removed);
}

void BulkLoad::Impl::merge_alone(const Xapian::Database& base, const IndexInfo& info,
                                 const fs::path& output) {
  const fs::path head = scratch_path(index) / "segment-head";
  {
    Xapian::WritableDatabase database(head.string(), kScratchFlags);
    copy_metadata(base, database);
    write_info(database, info);
    database.commit();
  }
  std::vector<fs::path> paths = tree.databases();
  paths.insert(paths.begin(), head);
  open_all(paths).compact(output.string());
}

BulkLoad::BulkLoad(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
BulkLoad::BulkLoad(BulkLoad&&) noexcept = default;
BulkLoad& BulkLoad::operator=(BulkLoad&&) noexcept = default;
BulkLoad::~BulkLoad() = default;

void BulkLoad::remove(std::string_view id) {
  impl_->removed.push_back(id_term(id));
}

BulkLoad::Segment BulkLoad::segment(std::size_t number) {
  return Segment(std::make_unique<Segment::Impl>(Segment::Impl{*impl_, number}));
}

BulkLoad::Segment::Segment(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
BulkLoad::Segment::Segment(Segment&&) noexcept = default;
BulkLoad::Segment& BulkLoad::Segment::operator=(Segment&&) noexcept = default;
BulkLoad::Segment::~Segment() = default;

void BulkLoad::Segment::add(const PreparedDocument& prepared) {
  try {
    if (impl_->ids.empty()) {
      impl_->database =
          Xapian::WritableDatabase(impl_->load.tree.path_of(impl_->number).string(), kScratchFlags);
    }
    const auto [known, is_new] = impl_->ids.try_emplace(id_term(prepared.id), 0);
    if (is_new) {
      known->second = impl_->database.add_document(DocumentBuilder::build(prepared));
    } else {
      impl_->database.replace_document(known->second, DocumentBuilder::build(prepared));
    }
  } catch (...) {
    rethrow_as_error(impl_->load.index, "write a segment");
  }
}

void BulkLoad::Segment::finish() {
  try {
    const bool empty = impl_->ids.empty();
    if (!empty) {
      impl_->database.commit();
      impl_->database.close();
    }
    impl_->load.tree.complete(impl_->number, empty);
  } catch (...) {
    rethrow_as_error(impl_->load.index, "merge segments");
  }
}

}  // namespace tvar::store
