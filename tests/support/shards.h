// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Makes one index of several, whose databases are then searched together.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace tvar::testing {

/// The directory of the database that an index searches.
inline std::filesystem::path database_of(const std::filesystem::path& index) {
  for (const auto& entry : std::filesystem::directory_iterator(index)) {
    if (entry.is_directory()) return entry.path();
  }
  throw std::runtime_error("no database in " + index.string());
}

/// Moves the databases of all indexes to `directory`. The first index gets a stub file in place of its own, which names
/// them all, one in a line: `line_of` a database is "auto PATH" or "remote HOST:PORT".
inline void join_shards(const std::vector<std::filesystem::path>& indexes,
                        const std::filesystem::path& directory,
                        const std::function<std::string(const std::filesystem::path&)>& line_of) {
  const std::filesystem::path place = database_of(indexes.front());
  std::string lines;
  for (std::size_t i = 0; i < indexes.size(); ++i) {
    const std::filesystem::path moved = directory / ("database" + std::to_string(i));
    std::filesystem::rename(database_of(indexes[i]), moved);
    lines += line_of(moved) + '\n';
  }
  std::filesystem::create_directory(place);
  std::ofstream(place / "XAPIANDB") << lines;
}

/// A line of a database in the file system.
inline std::string local_shard(const std::filesystem::path& database) {
  return "auto " + database.string();
}

}  // namespace tvar::testing
