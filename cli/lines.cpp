// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/lines.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tvar::cli {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16U;

int open_file(const std::string& file) {
  if (file.empty() || file == "-") return STDIN_FILENO;
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw ReadFailure{file, std::strerror(errno)};
  return descriptor;
}

}  // namespace

LineReader::LineReader(const std::string& file) : file_(file), descriptor_(open_file(file)) {}

LineReader::~LineReader() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

// Appends a piece to the buffer. Returns false at the end of the file.
bool LineReader::fill() {
  buffer_.erase(0, begin_);
  scanned_ -= begin_;
  begin_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kPiece);
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, buffer_.data() + size, kPiece);
  } while (count < 0 && errno == EINTR);
  buffer_.resize(size + static_cast<std::size_t>(count > 0 ? count : 0));
  if (count < 0) throw ReadFailure{file_.empty() ? "-" : file_, std::strerror(errno)};
  return count > 0;
}

bool LineReader::next(std::string_view& line) {
  std::size_t end = buffer_.find('\n', scanned_);
  while (end == std::string::npos) {
    scanned_ = buffer_.size();
    if (!fill()) break;
    end = buffer_.find('\n', scanned_);
  }
  if (end == std::string::npos && begin_ == buffer_.size()) return false;
  const bool ended = end != std::string::npos;
  line = buffer_;
  line = line.substr(begin_, (ended ? end : buffer_.size()) - begin_);
  begin_ = scanned_ = ended ? end + 1 : buffer_.size();
  if (ended && !line.empty() && line.back() == '\r') line.remove_suffix(1);
  return true;
}

std::string LineReader::rest() {
  while (fill()) {
  }
  return buffer_.substr(begin_);
}

}  // namespace tvar::cli
