// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What there is to do so that the index has what the folders have.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "lib/indexing/file_record.h"
#include "lib/indexing/file_walk.h"
#include "tvar/reader.h"

namespace tvar::indexing {

using FileRecords = std::unordered_map<std::string, FileRecord>;  ///< by id

struct SyncPlan {
  std::vector<FoundFile> files;      ///< to be read
  std::vector<FileRecord> records;   ///< of each of them, as it will be
  std::vector<FileRecord> outdated;  ///< what was known of files that are changed or gone
  std::vector<FileRecord> touched;   ///< unchanged files with another time, as they are now
  std::vector<FileChange> changes;
  std::uint64_t unchanged = 0;
};

/// Compares the files that were found with those that are recorded. Consumes `found.files`.
/// @param now  the time of the walk, nanoseconds since 1970
[[nodiscard]] SyncPlan make_plan(FoundFiles& found, FileRecords records, std::int64_t now);

}  // namespace tvar::indexing
