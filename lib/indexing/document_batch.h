// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What one thread is given to do in a load, and what it says when it has done it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "index/store.h"
#include "lib/indexing/document_preparer.h"
#include "lib/indexing/file_walk.h"
#include "tvar/reader.h"

namespace tvar::indexing {

/// A piece of work, with the file that it belongs to.
struct BatchItem {
  struct Placed {
    Document document;
    std::string where;           ///< for problems
    std::string file_term = {};  ///< that it has in the index already
  };
  /// The end of a file that was handed out piece by piece.
  struct FileEnd {};
  /// A file to be read, a document of one that was read, a problem that its reader had, or its end.
  struct Unread {};
  std::variant<Unread, Placed, ReadProblem, FileEnd> what;
  const FoundFile* file;
  std::size_t number;  ///< of the file
};

/// A run of documents, in the order of the load: one segment of the index.
struct Batch {
  std::size_t number = 0;
  std::vector<BatchItem> items;
  std::uint64_t bytes = 0;  ///< of the files and documents in it, about
};

/// What became of the part of a file that was in a batch.
struct FileOutcome {
  std::size_t file = 0;
  std::uint64_t documents = 0;  ///< taken by the index
  bool failed = false;          ///< some of it is an error
  bool complete = false;        ///< nothing of the file comes after this
  bool own_id = false;          ///< a document has the id of the file
  bool other_ids = false;       ///< a document has another one
};

struct BatchResult {
  std::size_t number = 0;
  std::uint64_t bytes = 0;            ///< as in the batch
  std::vector<FileOutcome> files;     ///< in order
  std::vector<ReadProblem> problems;  ///< in order
};

/// Where the prepared documents go.
using PreparedSink = std::function<void(const store::PreparedDocument&)>;

/// Reads what is to be read and prepares all documents. One for each thread.
class BatchProcessor {
 public:
  /// Refers to its arguments.
  /// @param boilerplate  see DocumentPreparer
  /// @param max_document_bytes  of a file or a line; the terms of a document may take a little more
  /// @param helper  the program that reads isolated formats; see ReadOptions::reader
  /// @param marked  documents get the term of their file, so that they are found when it changes
  BatchProcessor(const Schema& schema, const Stemmer& stemmer, const BoilerplateLines& boilerplate,
                 std::uint64_t max_document_bytes, bool marked, const std::filesystem::path& helper = {});
  /// Documents in the batch are emptied as they are done.
  /// @throws what `sink` throws; a bad file or document is a problem in the result
  [[nodiscard]] BatchResult process(Batch& batch, const PreparedSink& sink);

 private:
  void read(const FoundFile& file, const PreparedSink& sink);
  void take(BatchItem::Placed&& placed, const FoundFile& file, const PreparedSink& sink);
  void take(ReadProblem problem);

  DocumentPreparer preparer_;
  std::uint64_t max_document_bytes_;
  bool marked_;
  std::filesystem::path helper_;
  store::PreparedDocument prepared_;
  BatchResult result_;
};

}  // namespace tvar::indexing
