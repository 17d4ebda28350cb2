// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/text.h"

namespace tvar::cli {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 16U;

// 0 or the errno of the failure.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBufferSize) flush();
}

void Output::line(std::string_view text) {
  write(text);
  write("\n");
}

void Output::flush() {
  const int failure = write_all(descriptor_, buffer_);
  buffer_.clear();
  if (failure == EPIPE) throw BrokenPipe();
  if (failure != 0) throw WriteFailure(std::strerror(failure));
}

void Diagnostics::message(std::string_view text) const {
  raw("tvar: " + printable(text) + "\n");
}

void Diagnostics::raw(std::string_view text) const {
  static_cast<void>(write_all(descriptor_, text));
}

}  // namespace tvar::cli
