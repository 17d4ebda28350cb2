// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What is behind store::BulkLoad.
///
/// A database of a hundred documents is built in the processor's cache, one of a hundred thousand in main memory and
/// on the disk, several times slower. So each thread writes small segments, and merging them is a matter of copying:
///
///   level 0        segment 0 … segment 15   one batch of documents each, written by one thread
///   level 1        16 segments of level 0   merged by the thread that finished the last of them
///   level 2        128 segments of level 1  and so on
///   generation     what is left over, and the generation before, merged by BulkLoad::merge
///
/// Which segments are merged depends on their numbers alone, never on which thread was faster, so that a load gives the same
/// index every time. A merge opens 16 or 128 databases, whatever the size of the load; those of level 1 and above are
/// one file each, so that the limit on open files is far.
#pragma once

#include <xapian.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "index/store.h"

namespace tvar::store {

/// The segments of one load, and their merging. The functions may be called by several threads at once.
class SegmentTree {
 public:
  explicit SegmentTree(std::filesystem::path scratch) : scratch_(std::move(scratch)) {}

  /// Where segment `number` is to be written.
  [[nodiscard]] std::filesystem::path path_of(std::size_t number) const { return path(0, number); }

  /// The segment is complete; an empty one has no database. Merges whatever this completes.
  void complete(std::size_t number, bool empty);

  /// All databases, in the order of their numbers. After the last complete().
  [[nodiscard]] std::vector<std::filesystem::path> databases() const;

 private:
  using Place = std::pair<std::size_t, std::size_t>;  // level, ordinal in the level
  [[nodiscard]] std::filesystem::path path(std::size_t level, std::size_t ordinal) const;
  bool put(Place place, bool empty, std::vector<Place>& siblings);

  std::filesystem::path scratch_;
  mutable std::mutex mutex_;
  std::map<Place, bool> parts_;  // whether it is empty
};

struct BulkLoad::Impl {
  std::filesystem::path index;
  SegmentTree tree;
  std::vector<std::string> removed;  // id terms

  explicit Impl(const std::filesystem::path& index_path);
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl();

  /// Writes the documents of `base` without those that are replaced or removed, and all of the load, as the database
  /// `output`. Not durable yet.
  void merge(const Xapian::Database& base, const std::filesystem::path& output);
  /// The same without any document of `base`.
  void merge_alone(const Xapian::Database& base, const IndexInfo& info, const std::filesystem::path& output);
};

struct BulkLoad::Segment::Impl {
  BulkLoad::Impl& load;
  std::size_t number;
  std::map<std::string, Xapian::docid> ids = {};  // id term
  Xapian::WritableDatabase database = {};
};

}  // namespace tvar::store
