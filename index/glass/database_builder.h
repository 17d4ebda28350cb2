// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A new glass database from many documents, whose files we write ourselves: see docs/index-format.md for why, and the
/// other headers of this folder for how. Memory is bounded, however many documents there are.
///
///   thread     documents → postings in memory (PostingRun), compressed termlists and data
///   meanwhile  termlists and data of finished batches → termlist.glass, docdata.glass; postings that are too many → a file
///   finish     all postings merged → postlist.glass and, on a second thread, position.glass; then the version file
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "index/glass/deflater.h"
#include "index/glass/document_tables.h"
#include "index/glass/posting_run.h"
#include "index/glass/posting_tables.h"
#include "index/glass/statistics.h"
#include "index/glass/version_file.h"
#include "index/store.h"

namespace tvar::store::glass {

class DatabaseBuilder {
 public:
  /// @param directory  where the database is to be; made, and must not have been there
  /// @param runs  where postings are kept that do not fit into memory
  DatabaseBuilder(const std::filesystem::path& directory, const std::filesystem::path& runs,
                  const LoadLimits& limits);

  /// A run of documents that one thread adds. Ids of documents follow the numbers of batches.
  class Batch {
   public:
    /// @throws Error invalid_argument when the store can't hold the document; nothing of it is added then
    Batch(DatabaseBuilder& builder, std::size_t number) : builder_(builder), number_(number) {}
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;
    /// One that was not finished ends the load for all.
    ~Batch();
    void add(const PreparedDocument& document);
    void finish();

   private:
    void add_term(std::string_view term, std::uint32_t occurrences,
                  const std::vector<std::uint32_t>& positions);
    void add_terms(const PreparedDocument& document, const std::string& id_term);
    void add_values(const PreparedDocument& document, std::string& slots);

    DatabaseBuilder& builder_;
    std::size_t number_;
    std::unique_ptr<PostingRun> run_;
    Deflater deflater_;
    DocumentRecords records_;
    Statistics statistics_;
    bool finished_ = false;
    // Of the document at hand.
    std::uint32_t length_ = 0;
    std::string termlist_;
    std::string last_term_;
    std::string key_;
    std::string bytes_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> positions_;
  };

  /// What was found on the way.
  struct Summary {
    std::uint32_t documents = 0;
    std::vector<std::string> repeated;  ///< id terms that several documents have
  };
  /// Writes what is missing; not synced. After the last Batch::finish().
  /// @param tick  called now and then, to give the load up by throwing
  Summary finish(const Metadata& metadata, const std::function<void()>& tick);

 private:
  std::filesystem::path directory_;
  LoadLimits limits_;
  DocumentTables documents_;
  PostingRuns postings_;
  std::mutex mutex_;
  Statistics statistics_;
};

}  // namespace tvar::store::glass
