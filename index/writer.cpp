// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <utility>

#include "index/format.h"
#include "index/store.h"
#include "index/store_error.h"

namespace tvar::store {

void PreparedDocument::clear() {
  id.clear();
  data.clear();
  bytes_.clear();
  occurrences_.clear();
  values_.clear();
}

void PreparedDocument::add(std::string_view term, std::uint32_t position, Kind kind) {
  occurrences_.push_back({bytes_.size(), static_cast<std::uint32_t>(term.size()), position, kind});
  bytes_ += term;
}

void PreparedDocument::add_posting(std::string_view term, std::uint32_t position) {
  add(term, position, Kind::posting);
}

void PreparedDocument::add_term(std::string_view term) {
  add(term, 0, Kind::term);
}

void PreparedDocument::add_boolean_term(std::string_view term) {
  add(term, 0, Kind::boolean_term);
}

void PreparedDocument::set_value(Slot slot, std::string value) {
  values_.emplace_back(slot, std::move(value));
}

// Everything happens inside a transaction of the backend: it may write blocks out when its memory fills up, but
// nothing becomes visible or lasting before commit_transaction.
struct Writer::Impl {
  std::filesystem::path path;
  Xapian::WritableDatabase database;
  IndexInfo info;

  template <class Call>
  auto guarded(std::string_view doing, const Call& call) -> decltype(call()) {
    try {
      return call();
    } catch (...) {
      rethrow_as_error(path, doing);
    }
  }

  void create(const IndexInfo& new_info);
  void open();
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
    if (name != "gen-1" && name != manifest_path("").string() + ".new") return false;
  }
  return true;
}

}  // namespace

void Writer::Impl::create(const IndexInfo& new_info) {
  if (has_other_files(path) && !is_leftover(path)) {
    throw Error(ErrorCode::already_exists, path.string() + ": not empty and not a tvar index",
                "Choose a new directory for the index.");
  }
  std::filesystem::create_directories(path);
  const Manifest manifest;
  database = Xapian::WritableDatabase(generation_path(path, manifest).string(), Xapian::DB_CREATE_OR_OPEN);
  write_info(database, new_info);
  database.commit();
  write_manifest(path, manifest);
}

void Writer::Impl::open() {
  const Manifest manifest = read_manifest(path);
  database = Xapian::WritableDatabase(generation_path(path, manifest).string(), Xapian::DB_OPEN);
}

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Writer::~Writer() {
  if (!impl_) return;
  try {
    impl_->database.cancel_transaction();
  } catch (const Xapian::Error&) {
    // Nothing was committed, and nothing can be reported from here.
    return;
  }
}

Writer Writer::open(const std::filesystem::path& index, const IndexInfo& info) {
  auto impl = std::make_unique<Impl>();
  impl->path = index;
  impl->guarded("open the index for writing", [&] {
    if (is_index(index)) {
      impl->open();
    } else {
      impl->create(info);
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
    Xapian::Document document;
    for (const PreparedDocument::Occurrence& occurrence : prepared.occurrences_) {
      const std::string term = prepared.bytes_.substr(occurrence.begin, occurrence.size);
      switch (occurrence.kind) {
        case PreparedDocument::Kind::posting:
          document.add_posting(term, occurrence.position);
          break;
        case PreparedDocument::Kind::term:
          document.add_term(term);
          break;
        case PreparedDocument::Kind::boolean_term:
          document.add_boolean_term(term);
          break;
      }
    }
    for (const auto& [slot, value] : prepared.values_) document.add_value(slot, value);
    document.add_value(kIdSlot, prepared.id);
    document.set_data(prepared.data);
    const std::string term = id_term(prepared.id);
    document.add_boolean_term(term);
    impl_->database.replace_document(term, document);
  });
}

bool Writer::remove(std::string_view id) {
  const std::string term = id_term(id);
  return impl_->guarded("remove a document", [&] {
    if (!impl_->database.term_exists(term)) return false;
    impl_->database.delete_document(term);
    return true;
  });
}

void Writer::commit() {
  impl_->guarded("commit", [&] {
    impl_->database.commit_transaction();
    impl_->database.begin_transaction(true);
  });
}

std::uint64_t Writer::document_count() const {
  return impl_->database.get_doccount();
}

}  // namespace tvar::store
