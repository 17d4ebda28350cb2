// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/isolated/sandbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <new>
#include <string>

namespace tvar::readers {
namespace {

/// Runs in a process of its own, which exits with 0 when all is refused, else with the number of what was not.
[[noreturn]] void try_everything() {
  std::string path = "/tmp/tvar-sandbox-XXXXXX";
  const int file = ::mkstemp(path.data());
  ::unlink(path.c_str());
  // A name that goes with the process.
  const std::string kept = "/proc/self/fd/" + std::to_string(file);
  enter_sandbox(std::uint64_t{1} << 30U, 10);
  if (file >= 0 && ::write(file, "a", 1) == 1) std::_Exit(1);
#if defined(__linux__) && !defined(TVAR_SANITIZED)
  if (::socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM) std::_Exit(2);
  if (::unlink(path.c_str()) == 0 || errno != EPERM) std::_Exit(3);
  ::execl("/bin/true", "true", nullptr);
  if (errno != EPERM) std::_Exit(4);
  // Not even by emptying a file could a reader harm anybody.
  if (::open(kept.c_str(), O_RDONLY | O_TRUNC) >= 0 || errno != EPERM) std::_Exit(6);
  if (::open(kept.c_str(), O_WRONLY) >= 0 || errno != EPERM) std::_Exit(7);
  if (::open(kept.c_str(), O_RDWR) >= 0 || errno != EPERM) std::_Exit(8);
  if (::open((path + "-new").c_str(), O_RDONLY | O_CREAT, 0600) >= 0 || errno != EPERM) std::_Exit(9);
  if (::ftruncate(file, 0) == 0 || errno != EPERM) std::_Exit(10);
  if (::syscall(SYS_openat2, AT_FDCWD, kept.c_str(), nullptr, 0) >= 0 || errno != ENOSYS) std::_Exit(11);
  if (::open(kept.c_str(), O_RDONLY) < 0) std::_Exit(12);
  if (::operator new (std::size_t{2} << 30U, std::nothrow) != nullptr) std::_Exit(5);
#endif
  std::_Exit(0);
}

TEST(SandboxDeathTest, RefusesWhatReadersNeverDo) {
  ::testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(try_everything(), ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace tvar::readers
