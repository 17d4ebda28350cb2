// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Xapian's server of one database, on loopback, at a port that was free a moment ago.
#pragma once

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>

namespace tvar::testing {

class TcpServer {
 public:
  explicit TcpServer(const std::filesystem::path& database) {
    for (int attempt = 0; attempt < 20; ++attempt) {
      port_ = static_cast<std::uint16_t>(20'000U + std::random_device()() % 20'000U);
      std::array<std::string, 7> words{"xapian-tcpsrv",  "--quiet", "--interface",
                                       "127.0.0.1",      "--port",  std::to_string(port_),
                                       database.string()};
      std::array<char*, 8> arguments{};
      for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
      // A group of its own: told to end, it ends its whole group.
      posix_spawnattr_t attributes;
      ::posix_spawnattr_init(&attributes);
      ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
      // It complains of whoever hangs up, as this one does once it has answered.
      posix_spawn_file_actions_t actions;
      ::posix_spawn_file_actions_init(&actions);
      ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
      ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
      const int failed =
          ::posix_spawnp(&pid_, "xapian-tcpsrv", &actions, &attributes, arguments.data(), environ);
      ::posix_spawn_file_actions_destroy(&actions);
      ::posix_spawnattr_destroy(&attributes);
      if (failed != 0) break;
      if (answers()) return;
      stop();
    }
    throw std::runtime_error("xapian-tcpsrv does not answer");
  }
  TcpServer(const TcpServer&) = delete;
  TcpServer& operator=(const TcpServer&) = delete;
  ~TcpServer() { stop(); }

  [[nodiscard]] std::uint16_t port() const { return port_; }

 private:
  [[nodiscard]] bool answers() const {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (std::chrono::steady_clock::now() < end && ::waitpid(pid_, nullptr, WNOHANG) == 0) {
      if (connects()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }
  // Its first message is the protocol's version: a port that somebody else has taken meanwhile says nothing.
  [[nodiscard]] bool connects() const {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return false;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{.tv_sec = 5, .tv_usec = 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    char greeting = 0;
    const bool greeted =
        ::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        ::recv(descriptor, &greeting, 1, 0) == 1;
    ::close(descriptor);
    return greeted;
  }
  void stop() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }
  pid_t pid_ = 0;
  std::uint16_t port_ = 0;
};

}  // namespace tvar::testing
