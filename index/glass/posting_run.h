// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The postings of many documents on their way into a database: collected in memory by key, written to a file when they
/// are too many, and read again in the order of keys and documents, all runs at once.
///
/// A key is what the postlist table will have: an escaped term, kLengthKey for the lengths of documents, or a value slot
/// (see value_key). A posting is a document, a number (occurrences, length) and bytes (positions, value).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/byte_lists.h"
#include "index/glass/encoding.h"
#include "index/output_file.h"
#include "index/term_table.h"

namespace tvar::store::glass {

inline constexpr std::string_view kLengthKey{"\0\xe0", 2};
std::string value_key(std::uint32_t slot);
/// Whether a key is that of a value slot.
inline bool is_value_key(std::string_view key) {
  return key.substr(0, 2) == std::string_view{"\0\xd8", 2};
}

/// Reads the keys of one run in order, with the postings of each.
class RunCursor {
 public:
  virtual ~RunCursor() = default;
  /// Moves to the next key; the postings of the one before need not have been read.
  virtual bool next() = 0;
  [[nodiscard]] std::string_view key() const { return key_; }
  std::uint32_t documents = 0;
  std::uint64_t occurrences = 0;
  std::size_t size = 0;  ///< of the postings, bytes
  ByteStream* postings =
      nullptr;  ///< of this key: difference of serials, number, flag and size of bytes, bytes

 protected:
  std::string_view key_;
};

/// One run in memory. Used by one thread at a time.
class PostingRun {
 public:
  /// Documents that follow belong to batch `number`, greater than all before.
  void begin_batch(std::size_t number);
  [[nodiscard]] bool may_begin(std::size_t number) const {
    return batches_.empty() || batches_.back().number < number;
  }
  void add_document() { ++documents_; }
  /// A posting of the document that was added last. Once for each key.
  void add(std::string_view key, std::uint32_t number, std::string_view bytes);
  /// Memory that it takes.
  [[nodiscard]] std::size_t bytes() const;
  [[nodiscard]] bool empty() const noexcept { return documents_ == 0; }
  /// Prepares for cursors.
  void sort() { keys_.sorted(order_); }
  /// Several may be in use at once, after sort().
  [[nodiscard]] std::unique_ptr<RunCursor> cursor() const;

  /// Which documents are whose: the first serial number of each batch.
  struct BatchStart {
    std::uint32_t serial;
    std::size_t number;
  };
  [[nodiscard]] const std::vector<BatchStart>& batches() const noexcept { return batches_; }

 private:
  class Cursor;
  struct Postings {
    ByteLists::List list;
    std::uint32_t last_serial = 0;
    std::uint32_t documents = 0;
    std::uint64_t occurrences = 0;
  };
  TermTable keys_;
  std::vector<Postings> postings_;  // of each key
  ByteLists lists_;
  std::vector<std::uint32_t> order_;
  std::vector<BatchStart> batches_;
  std::uint32_t documents_ = 0;
};

/// All runs of a load, those in memory and those in the file.
class PostingRuns {
 public:
  /// @param file  where runs go that memory has no room for; made when the first one does
  PostingRuns(std::filesystem::path file, std::size_t memory) : path_(std::move(file)), memory_(memory) {}

  /// A run for the documents of a batch. Any thread.
  std::unique_ptr<PostingRun> take(std::size_t batch);
  /// Gives it back; writes it to the file when it has become large.
  void put_back(std::unique_ptr<PostingRun> run);

  /// No more documents come. Sorts what is in memory on so many threads.
  void close(unsigned threads);
  /// One for each run, and the batches of that run. Any thread, after close().
  [[nodiscard]] std::vector<std::unique_ptr<RunCursor>> cursors() const;
  [[nodiscard]] std::vector<const std::vector<PostingRun::BatchStart>*> batches() const;

 private:
  class FileCursor;
  struct Written {
    std::uint64_t begin;
    std::uint64_t end;
    std::vector<PostingRun::BatchStart> batches;
  };
  void write(PostingRun& run);

  std::filesystem::path path_;
  std::size_t memory_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<PostingRun>> idle_;
  std::size_t open_ = 0;  // runs in memory, idle or taken
  std::mutex file_mutex_;
  std::unique_ptr<OutputFile> file_;
  std::vector<Written> written_;
};

/// The keys of all runs in order, and the postings of each by document.
class MergedPostings {
 public:
  /// @param first_ids  id of the first document of each batch
  MergedPostings(const PostingRuns& runs, const std::vector<DocId>& first_ids);

  bool next_key();
  [[nodiscard]] const std::string& key() const noexcept { return key_; }
  [[nodiscard]] std::uint32_t documents() const noexcept { return documents_; }
  [[nodiscard]] std::uint64_t occurrences() const noexcept { return occurrences_; }

  bool next_posting();
  [[nodiscard]] DocId id() const noexcept { return id_; }
  [[nodiscard]] std::uint32_t number() const noexcept { return number_; }
  /// Appends the bytes of the posting. Once.
  void read_bytes(std::string& out);

 private:
  struct Source {
    std::unique_ptr<RunCursor> cursor;
    const std::vector<PostingRun::BatchStart>* batches;
    std::size_t batch = 0;  // that the serial is in
    std::uint32_t serial = 0;
    std::uint32_t left = 0;  // postings of the key
    DocId id = 0;
    std::uint32_t number = 0;
    std::size_t bytes = 0;  // not read yet
  };
  void start(Source& source);
  void advance(Source& source);

  const std::vector<DocId>& first_ids_;
  std::vector<Source> sources_;
  std::vector<std::size_t> by_key_;  // heap of sources
  std::vector<std::size_t> by_id_;   // heap of those that have the key
  std::string key_;
  std::uint32_t documents_ = 0;
  std::uint64_t occurrences_ = 0;
  Source* current_ = nullptr;
  DocId id_ = 0;
  std::uint32_t number_ = 0;
};

}  // namespace tvar::store::glass
