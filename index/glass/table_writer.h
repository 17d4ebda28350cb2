// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A table of a glass database, written in the order of its keys: blocks are filled one after the other and appended
/// to the file, nothing is read, moved or split. The result is what Xapian's own compaction would write.
///
///   block   revision 4, level 1, free 2, free 2, end of directory 2 │ directory: offset 2 for each item │ free │ items
///   leaf    size and flags 2, length of the key 1, key, [number of the part 2], tag or part of it
///   branch  block 4, length of the key 1, key, number of the part 2; the key separates this block from the one before
///
/// Numbers are big-endian, offsets in bytes. Tags that are large are cut into parts with the same key.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "index/output_file.h"

namespace tvar::store::glass {

/// Longest key that a table can hold, bytes.
inline constexpr std::size_t kMaxKeyBytes = 255;

/// Where the root of a table is, and what else the version file says of it.
struct TableInfo {
  std::uint32_t root = 0;
  std::uint32_t level = 0;    ///< of the root; leaves are 0
  std::uint64_t entries = 0;  ///< keys
  std::uint32_t blocks = 0;   ///< in the file; 0: there is none
};

class TableWriter {
 public:
  /// @throws Error io, disk_full, also by the other functions
  explicit TableWriter(const std::filesystem::path& path);

  /// @param key  1 to kMaxKeyBytes bytes, greater than all before
  /// @param tag  up to 128 MB
  /// @param compressed  the tag is a raw deflate stream, to be unpacked by whoever reads it
  void add(std::string_view key, std::string_view tag, bool compressed = false);

  /// The table is complete; call once.
  TableInfo finish();

 private:
  static constexpr std::size_t kBlockBytes = 8192;
  struct Block {
    std::array<char, kBlockBytes> bytes{};
    std::size_t directory_end = 0;
    std::size_t items_begin = 0;
  };
  struct Level {
    Block block;
    std::string separator;  // key and part, as a branch above would hold them; of the first item
  };
  static void clear(Block& block);
  static char* put(Block& block, std::size_t size);
  [[nodiscard]] std::size_t leaf_room() const;
  void add_part(std::string_view key, std::size_t number, std::string_view part, bool last, bool compressed);
  void next_leaf(std::string_view key, std::size_t number);
  std::uint32_t write(std::size_t level);
  void close_block(std::size_t level);
  void add_child(std::size_t level, const std::string& separator, std::uint32_t child);

  OutputFile file_;
  std::vector<Level> levels_;
  std::string last_key_;
  TableInfo info_;
};

}  // namespace tvar::store::glass
