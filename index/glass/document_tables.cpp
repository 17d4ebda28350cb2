// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass/document_tables.h"

#include <string_view>
#include <utility>

namespace tvar::store::glass {

DocumentTables::DocumentTables(const std::filesystem::path& directory, std::size_t memory)
    : docdata_path_(directory / "docdata.glass"), memory_(memory), termlist_(directory / "termlist.glass") {}

void DocumentTables::complete(std::size_t number, DocumentRecords&& records) {
  std::unique_lock<std::mutex> lock(mutex_);
  moved_on_.wait(lock, [this, number] {
    return abandoned_ || waiting_bytes_ <= memory_ || number == first_ids_.size();
  });
  if (abandoned_) std::rethrow_exception(abandoned_);
  waiting_bytes_ += records.bytes.size();
  waiting_.emplace(number, std::move(records));
  while (!waiting_.empty() && waiting_.begin()->first == first_ids_.size()) {
    const DocumentRecords next = std::move(waiting_.extract(waiting_.begin()).mapped());
    waiting_bytes_ -= next.bytes.size();
    first_ids_.push_back(next_id_);
    write(next);
  }
  moved_on_.notify_all();
}

void DocumentTables::abandon(std::exception_ptr reason) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (!abandoned_) abandoned_ = std::move(reason);
  moved_on_.notify_all();
}

void DocumentTables::write(const DocumentRecords& records) {
  std::string_view rest = records.bytes;
  const auto take = [&rest](std::size_t size) {
    const std::string_view taken = rest.substr(0, size);
    rest.remove_prefix(size);
    return taken;
  };
  std::string key;
  for (const DocumentRecords::Entry& entry : records.entries) {
    key.clear();
    append_docid(next_id_++, key);
    const std::string_view terms = take(entry.terms);
    const std::string_view slots = take(entry.slots);
    const std::string_view data = take(entry.data);
    termlist_.add(key, terms, entry.terms_compressed);
    if (!data.empty()) {
      if (!docdata_) docdata_ = std::make_unique<TableWriter>(docdata_path_);
      docdata_->add(key, data, entry.data_compressed);
    }
    // The slots that the document has values in stand behind its terms.
    if (!slots.empty()) termlist_.add(key += '\0', slots);
  }
}

TableInfo DocumentTables::finish_docdata() {
  return docdata_ ? docdata_->finish() : TableInfo();
}

}  // namespace tvar::store::glass
