// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <cassert>
#include <optional>
#include <utility>

#include "index/bulk_loader.h"
#include "index/document_builder.h"
#include "index/format.h"
#include "index/generations.h"
#include "index/index_lock.h"
#include "index/store.h"
#include "index/store_error.h"

namespace tvar::store {

// Everything happens inside a transaction of the backend: it may write blocks out when its memory fills up, but
// nothing becomes visible or lasting before commit_transaction. After a bulk load it happens in a generation that the
// manifest does not name yet.
struct Writer::Impl {
  std::filesystem::path path;
  IndexLock lock;
  Manifest current;  // what readers see
  Manifest working;  // what the database is
  std::optional<Manifest> set_aside;
  Xapian::WritableDatabase database;
  IndexInfo info;
  bool changed = false;  // in the transaction

  template <class Call>
  auto guarded(std::string_view doing, const Call& call) -> decltype(call()) {
    try {
      return call();
    } catch (...) {
      rethrow_as_error(path, doing);
    }
  }

  void create(const IndexInfo& new_info, SetAside kept);
  void open(SetAside kept);
  void work_on(const Manifest& generation);
  template <class Merge>
  void build_next(const Merge& merge);
  void publish();
};

namespace {

bool has_other_files(const std::filesystem::path& directory) {
  return std::filesystem::exists(directory) &&
         (!std::filesystem::is_directory(directory) ||
          std::filesystem::directory_iterator(directory) != std::filesystem::directory_iterator());
}

bool is_leftover(const std::filesystem::path& directory) {
  // A creation that was cut short leaves the first generation without a manifest.
  if (!std::filesystem::is_directory(directory)) return false;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    if (name != "gen-1" && name != "lock" && name != manifest_path("").string() + ".new") return false;
  }
  return true;
}

}  // namespace

void Writer::Impl::create(const IndexInfo& new_info, SetAside kept) {
  if (has_other_files(path) && !is_leftover(path)) {
    throw Error(ErrorCode::already_exists, path.string() + ": not empty and not a tvar index",
                "Choose a new directory for the index.");
  }
  std::filesystem::create_directories(path);
  lock = IndexLock::take(path);
  // Somebody else may have made it since we looked.
  if (is_index(path)) return open(kept);
  // Without a manifest, whatever is there was never finished, and half a database can't even be opened.
  const std::filesystem::path first = generation_path(path, current);
  std::filesystem::remove_all(first);
  database = Xapian::WritableDatabase(first.string(), Xapian::DB_CREATE);
  write_info(database, new_info);
  database.commit();
  write_manifest(path, current);
}

void Writer::Impl::open(SetAside kept) {
  current = working = read_manifest(path);
  if (names_databases(generation_path(path, current))) {
    throw Error(ErrorCode::unsupported, path.string() + ": can't write to an index that is made of others",
                "Write to the indexes that it is made of.");
  }
  if (kept == SetAside::taken_up) set_aside = find_set_aside(path, current);
  if (set_aside) working = *set_aside;
  remove_leftovers(path, current, working);
  database = Xapian::WritableDatabase(generation_path(path, working).string(), Xapian::DB_OPEN);
}

void Writer::Impl::work_on(const Manifest& generation) {
  Xapian::WritableDatabase next(generation_path(path, generation).string(), Xapian::DB_OPEN);
  next.begin_transaction(true);
  database = std::move(next);
  working = generation;
}

// Readers that have the old generation open keep its files; the others find the new one.
void Writer::Impl::publish() {
  if (working.generation == current.generation) return;
  sync_generation(path, working);
  write_manifest(path, working);
  current = working;
  if (set_aside) unmark_set_aside(path, current);
  set_aside.reset();
  remove_leftovers(path, current, current);
}

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Writer::~Writer() {
  if (!impl_) return;
  try {
    impl_->database.cancel_transaction();
    impl_->database.close();
    if (impl_->working.generation != impl_->current.generation) {
      remove_leftovers(impl_->path, impl_->current, impl_->set_aside.value_or(impl_->current));
    }
  } catch (const std::exception&) {
    // Nothing was committed, and nothing can be reported from here.
    return;
  } catch (const Xapian::Error&) {
    return;
  }
}

Writer Writer::open(const std::filesystem::path& index, const IndexInfo& info, SetAside set_aside) {
  auto impl = std::make_unique<Impl>();
  impl->path = index;
  impl->guarded("open the index for writing", [&] {
    if (is_index(index)) {
      impl->lock = IndexLock::take(index);
      impl->open(set_aside);
    } else {
      impl->create(info, set_aside);
    }
    impl->info = read_info(impl->database, index, Access::write);
    impl->database.begin_transaction(true);
  });
  return Writer(std::move(impl));
}

const IndexInfo& Writer::info() const noexcept {
  return impl_->info;
}

void Writer::upsert(const PreparedDocument& prepared) {
  impl_->guarded("write a document", [&] {
    impl_->changed = true;
    impl_->database.replace_document(id_term(prepared.id), DocumentBuilder::build(prepared));
  });
}

bool Writer::remove(std::string_view id) {
  const std::string term = id_term(id);
  return impl_->guarded("remove a document", [&] {
    if (!impl_->database.term_exists(term)) return false;
    impl_->changed = true;
    impl_->database.delete_document(term);
    return true;
  });
}

void Writer::commit() {
  impl_->guarded("commit", [&] {
    impl_->database.commit_transaction();
    impl_->changed = false;
    impl_->database.begin_transaction(true);
    impl_->publish();
  });
}

bool Writer::set_aside() {
  if (impl_->working.generation == impl_->current.generation) return false;
  impl_->guarded("set a load aside", [&] {
    impl_->database.commit_transaction();
    impl_->changed = false;
    impl_->database.begin_transaction(true);
    sync_generation(impl_->path, impl_->working);
    mark_set_aside(impl_->path, impl_->working);
    impl_->set_aside = impl_->working;
    remove_leftovers(impl_->path, impl_->current, impl_->working);
  });
  return true;
}

bool Writer::resumed() const noexcept {
  return impl_->set_aside.has_value();
}

std::uint64_t Writer::document_count() const {
  return impl_->database.get_doccount();
}

void Writer::set_note(std::string_view key, std::string_view note) {
  impl_->guarded("write a note", [&] {
    // A writer that does not know these would let them become wrong; what others say is advice that it may pass over.
    if (key.starts_with(kFileKeyPrefix)) add_feature(impl_->database, "file_records");
    impl_->changed = true;
    impl_->database.set_metadata(std::string(key), std::string(note));
  });
}

void Writer::notes(std::string_view prefix, const NoteVisitor& visit) const {
  impl_->guarded("read the notes", [&] { read_notes(impl_->database, prefix, visit); });
}

std::vector<std::string> Writer::ids_with(std::string_view term) const {
  return impl_->guarded("read the ids", [&] {
    std::vector<std::string> ids;
    const std::string name(term);
    for (auto id = impl_->database.postlist_begin(name); id != impl_->database.postlist_end(name); ++id) {
      ids.push_back(impl_->database.get_document(*id).get_value(kIdSlot));
    }
    return ids;
  });
}

bool Writer::has_changes() const noexcept {
  return impl_->changed;
}

std::uint64_t Writer::bytes_on_disk() const {
  return impl_->guarded("measure the index",
                        [&] { return directory_bytes(generation_path(impl_->path, impl_->working)); });
}

BulkLoad Writer::begin_load(const LoadLimits& limits) {
  assert(!impl_->changed);
  return impl_->guarded("begin a load",
                        [&] { return BulkLoad(std::make_unique<BulkLoad::Impl>(impl_->path, limits)); });
}

// `merge` writes the next generation from the database it is given.
template <class Merge>
void Writer::Impl::build_next(const Merge& merge) {
  const std::filesystem::path before = generation_path(path, working);
  const Manifest next{working.generation + 1};
  const std::filesystem::path output = generation_path(path, next);
  std::error_code ignored;
  try {
    merge(Xapian::Database(before.string()), output);
    work_on(next);
  } catch (...) {
    std::filesystem::remove_all(output, ignored);
    throw;
  }
  // What was set aside is what remains if this load is cut short, too.
  const bool is_kept = set_aside && set_aside->generation == next.generation - 1;
  if (next.generation - current.generation > 1 && !is_kept) std::filesystem::remove_all(before, ignored);
}

void Writer::finish_load(BulkLoad load, const Tick& tick) {
  impl_->guarded("finish a load", [&] {
    impl_->build_next([&](const Xapian::Database& base, const std::filesystem::path& output) {
      load.impl_->merge(base, output, tick);
    });
  });
}

void Writer::finish_rebuild(BulkLoad load, const IndexInfo& info, const Tick& tick) {
  impl_->guarded("finish a load", [&] {
    impl_->build_next([&](const Xapian::Database& base, const std::filesystem::path& output) {
      load.impl_->merge_alone(base, info, output, tick);
    });
    impl_->info = read_info(impl_->database, impl_->path, Access::write);
  });
}

}  // namespace tvar::store
