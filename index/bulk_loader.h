// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What is behind store::BulkLoad: a database of the documents of the load, which DatabaseBuilder writes beside the index, and
/// what becomes of it at the end. When the index has no documents, it is the next generation. Otherwise the two are merged
/// by the backend's compaction, and documents of which there are several versions lose the older ones.
///
/// Ids of documents follow the numbers of segments alone, never which thread was faster, so that a load gives the
/// same index every time.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "index/glass/database_builder.h"
#include "index/store.h"

namespace tvar::store {

struct BulkLoad::Impl {
  std::filesystem::path index;
  std::unique_ptr<glass::DatabaseBuilder> builder;
  std::vector<std::string> removed;  // id terms

  Impl(const std::filesystem::path& index_path, const LoadLimits& limits);
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl();

  /// Writes the documents of `base` without those that are replaced or removed, and all of the load, as the database
  /// `output`. Not durable yet.
  void merge(const Xapian::Database& base, const std::filesystem::path& output, const Tick& tick);
  /// The same without any document of `base`.
  void merge_alone(const Xapian::Database& base, const IndexInfo& info, const std::filesystem::path& output,
                   const Tick& tick);

 private:
  void become(const glass::Metadata& metadata, const std::filesystem::path& output, const Tick& tick);
};

struct BulkLoad::Segment::Impl {
  BulkLoad::Impl& load;
  glass::DatabaseBuilder::Batch batch;
};

}  // namespace tvar::store
