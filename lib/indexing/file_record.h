// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What the index remembers of a file, so that the next load can tell whether it changed: a note of the store under
/// store::file_key. Six lines (the version of this layout; size in bytes; time of the last change in nanoseconds since
/// 1970, or 0 when it was so recent that a later change might have the same; hash of the content, empty to have it read
/// again; which ids its documents have; length of its own id), then its id and its absolute path.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace tvar::indexing {

struct FileRecord {
  std::string id;
  std::string path;  ///< absolute, bytes as they are
  std::uint64_t bytes = 0;
  std::int64_t changed = 0;
  std::string hash = {};   ///< of the content; empty when it could not be read
  bool own_id = false;     ///< a document has the id of the file
  bool other_ids = false;  ///< documents have other ids, and the term of the file
};

[[nodiscard]] std::string encode_record(const FileRecord& record);
/// Nothing when it is no record that this program knows: the file is then read anew.
[[nodiscard]] std::optional<FileRecord> decode_record(std::string_view note);

/// 128 bits in hexadecimal; empty when it is no regular file or can't be read.
[[nodiscard]] std::string content_hash(const std::filesystem::path& file);

}  // namespace tvar::indexing
