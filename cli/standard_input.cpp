// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/standard_input.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <istream>
#include <iterator>
#include <streambuf>

#include "cli/lines.h"

namespace tvar::cli {
namespace {

/// std::cin takes a failure for the end, and does not let an interrupt through.
class InputBuffer : public std::streambuf {
 public:
  explicit InputBuffer(const InterruptGuard& guard) : guard_(guard) {}

  /// errno of what went wrong, or 0.
  [[nodiscard]] int failure() const { return failure_; }

 protected:
  int_type underflow() override {
    const ssize_t count = wait() ? ::read(STDIN_FILENO, buffer_.data(), buffer_.size()) : 0;
    if (count < 0) failure_ = errno;
    setg(buffer_.data(), buffer_.data(), buffer_.data() + std::max<ssize_t>(count, 0));
    return count > 0 ? traits_type::to_int_type(*gptr()) : traits_type::eof();
  }

 private:
  // False when the load was interrupted. In turns, as a signal may come just before poll.
  [[nodiscard]] bool wait() const {
    constexpr int kMilliseconds = 200;
    pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    int ready = 0;
    while (ready == 0 || (ready < 0 && errno == EINTR)) {
      if (guard_.interrupted()) return false;
      ready = ::poll(&input, 1, kMilliseconds);
    }
    return true;
  }

  const InterruptGuard& guard_;
  int failure_ = 0;
  std::array<char, std::size_t{1} << 16U> buffer_{};
};

std::string known_formats() {
  std::string names;
  for (const FileFormat& format : file_formats()) {
    for (const std::string_view extension : format.extensions)
      names.append(names.empty() ? "" : ", ").append(extension.substr(1));
  }
  return names;
}

}  // namespace

std::filesystem::path input_name(const Arguments& arguments) {
  const std::optional<std::string> format = arguments.value(OptionId::input_format);
  if (!format) return "stdin";
  std::filesystem::path name = "stdin." + format->substr(format->find_first_not_of('.') == 1 ? 1 : 0);
  if (!is_readable(name))
    throw UsageError{MessageId::not_a_choice, {"--format", *format, known_formats()}, {}};
  return name;
}

void load_standard_input(IndexWriter& writer, const std::filesystem::path& name, const LoadOptions& options,
                         const InterruptGuard& guard, LoadReport& report) {
  InputBuffer buffer(guard);
  std::istream input(&buffer);
  LoadReport of_input = load_stream(writer, input, name, options);
  if (buffer.failure() != 0) throw ReadFailure{"-", std::strerror(buffer.failure())};
  report.files += of_input.files;
  report.documents += of_input.documents;
  report.bytes += of_input.bytes;
  std::move(of_input.problems.begin(), of_input.problems.end(), std::back_inserter(report.problems));
}

}  // namespace tvar::cli
