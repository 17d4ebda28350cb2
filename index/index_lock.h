// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// One writer at a time. The backend locks a generation; an index that moves from one generation to the next needs a
/// lock of its own, which also says who holds it.
#pragma once

#include <filesystem>

namespace tvar::store {

/// Held by an open file, INDEX/lock, and let go with it, also when the process is killed. The file stays and holds the id
/// of the last process that wrote.
class IndexLock {
 public:
  IndexLock() = default;
  /// The directory must exist. @throws Error locked, io
  static IndexLock take(const std::filesystem::path& index);
  IndexLock(IndexLock&& other) noexcept;
  IndexLock& operator=(IndexLock&& other) noexcept;
  ~IndexLock();

 private:
  explicit IndexLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace tvar::store
