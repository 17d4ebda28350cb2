// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What is in a zip, a tar or a compressed file, one after the other. The only place that knows libarchive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>

namespace tvar::readers {

enum class ArchiveKind : std::uint8_t {
  zip,
  tar,         ///< compressed by gzip, bzip2, xz or zstd, or not
  compressed,  ///< one file, compressed by one of these
};

/// The files of an archive. Nothing is written to the disk: names are names and lead nowhere.
class ArchiveMembers {
 public:
  /// @param file  must outlive the object; a zip is read by seeking when the stream can seek
  /// @param max_bytes  unpacked, all members together
  ArchiveMembers(std::istream& file, ArchiveKind kind, std::uint64_t max_bytes);
  ~ArchiveMembers();
  ArchiveMembers(const ArchiveMembers&) = delete;
  ArchiveMembers& operator=(const ArchiveMembers&) = delete;

  /// The next member that is a file. False behind the last one, and when the archive is broken: see error().
  bool next();

  /// Its path in the archive, with '/', valid UTF-8.
  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] bool encrypted() const;
  /// Its bytes, which can be read once; valid until next(). When they can't be read, errno is EIO.
  [[nodiscard]] std::istream& content();

  /// Why nothing more comes, as "is broken: …"; empty when all is well.
  [[nodiscard]] const std::string& error() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tvar::readers
