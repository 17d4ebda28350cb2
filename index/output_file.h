// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A file that is written from its begin to its end, in large pieces.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace tvar::store {

/// Not synced: whoever makes the directory durable syncs what is in it.
class OutputFile {
 public:
  /// Creates or replaces the file. @throws Error io, disk_full
  explicit OutputFile(std::filesystem::path path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  void append(std::string_view bytes);
  /// Writes what is buffered: everything can be read then.
  void flush();
  /// Bytes appended.
  [[nodiscard]] std::uint64_t size() const noexcept { return written_ + buffer_.size(); }
  /// For reading what was flushed; -1 after close().
  [[nodiscard]] int descriptor() const noexcept { return fd_; }
  /// Flushes and closes. What the system says of the last bytes is thrown here.
  void close();

 private:
  std::filesystem::path path_;
  int fd_;
  std::string buffer_;
  std::uint64_t written_ = 0;
};

/// Fills `bytes` from an open file. @throws Error io when there are fewer
void read_at(int fd, std::uint64_t offset, char* bytes, std::size_t size, const std::filesystem::path& path);

}  // namespace tvar::store
