// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The two tables whose keys are documents, termlist and docdata. They are written while the load runs: threads finish their
/// batches as they please, and each is appended as soon as those before it are.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "index/glass/encoding.h"
#include "index/glass/table_writer.h"

namespace tvar::store::glass {

/// The documents of a batch: sizes of what stands in `bytes`, one document after the other.
struct DocumentRecords {
  struct Entry {
    std::size_t terms = 0;
    std::size_t slots = 0;
    std::size_t data = 0;
    bool terms_compressed = false;
    bool data_compressed = false;
  };
  std::vector<Entry> entries;
  std::string bytes;
};

class DocumentTables {
 public:
  /// @param memory  bytes of batches that wait for an earlier one
  DocumentTables(const std::filesystem::path& directory, std::size_t memory);

  /// Batch `number` is complete. Waits while too much is ahead of an earlier one, which another thread must be at.
  void complete(std::size_t number, DocumentRecords&& records);
  /// The load is given up: complete() waits no more, and throws `reason`. Only the first reason counts.
  void abandon(std::exception_ptr reason);

  /// Id of the first document of each batch. After the last complete().
  [[nodiscard]] const std::vector<DocId>& first_ids() const noexcept { return first_ids_; }
  [[nodiscard]] TableInfo finish_termlist() { return termlist_.finish(); }
  /// Without a file when no document has data.
  [[nodiscard]] TableInfo finish_docdata();

 private:
  void write(const DocumentRecords& records);

  std::filesystem::path docdata_path_;
  std::size_t memory_;
  TableWriter termlist_;
  std::unique_ptr<TableWriter> docdata_;
  std::mutex mutex_;
  std::condition_variable moved_on_;
  std::map<std::size_t, DocumentRecords> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::vector<DocId> first_ids_;
  DocId next_id_ = 1;
  std::exception_ptr abandoned_;  // why
};

}  // namespace tvar::store::glass
