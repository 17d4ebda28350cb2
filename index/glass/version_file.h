// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The file that makes a directory a glass database: version of the format, roots of the tables, statistics.
#pragma once

#include <filesystem>

#include "index/glass/statistics.h"
#include "index/glass/table_writer.h"

namespace tvar::store::glass {

struct Tables {
  TableInfo postlist;
  TableInfo docdata;
  TableInfo termlist;
  TableInfo position;
};

/// Documents have the ids 1 to statistics.documents. The database has a new UUID. @throws Error io, disk_full
void write_version_file(const std::filesystem::path& directory, const Tables& tables,
                        const Statistics& statistics);

}  // namespace tvar::store::glass
