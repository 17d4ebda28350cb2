// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/index_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <utility>

#include "index/store_error.h"

namespace tvar::store {
namespace {

// "process 1234", or nothing when the holder has not written its id yet.
std::string holder(int fd) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(fd, text.data(), text.size(), 0);
  std::string id;
  for (ssize_t i = 0; i < size && text[static_cast<std::size_t>(i)] != '\n'; ++i) {
    id += text[static_cast<std::size_t>(i)];
  }
  const bool is_number = !id.empty() && id.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? " (process " + id + ")" : "";
}

}  // namespace

// flock and not fcntl: the lock belongs to the open file, so that two writers of one process exclude each other too.
IndexLock IndexLock::take(const std::filesystem::path& index) {
  const std::filesystem::path path = index / "lock";
  IndexLock lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (lock.fd_ < 0) throw system_error(path, "open", errno);
  while (::flock(lock.fd_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) throw system_error(path, "lock", errno);
    throw Error(ErrorCode::locked,
                index.string() + ": can't open the index for writing: another program is writing to it" +
                    holder(lock.fd_),
                "Wait until it has finished, or stop it.");
  }
  // Who holds it is a courtesy: a full disk must not keep documents from being deleted.
  const std::string id = std::to_string(::getpid()) + "\n";
  if (::ftruncate(lock.fd_, 0) == 0 && ::pwrite(lock.fd_, id.data(), id.size(), 0) < 0) return lock;
  return lock;
}

IndexLock::IndexLock(IndexLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

IndexLock& IndexLock::operator=(IndexLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

IndexLock::~IndexLock() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace tvar::store
