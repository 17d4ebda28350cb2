// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The two ways out: data to stdout, messages to stderr.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tvar::cli {

/// Whoever read stdout has gone away. Not a failure: `tvar search … | head -1` got what it wanted.
struct BrokenPipe {};

/// stdout can't be written; what() is the system's reason.
class WriteFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A buffer in front of a file descriptor. What is not flushed when the object dies is lost: `main` flushes at
/// the end of a run, so that failures are seen.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// @throws BrokenPipe, WriteFailure
  void write(std::string_view text);
  void line(std::string_view text = {});
  void flush();

  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

 private:
  int descriptor_;
  std::string buffer_;
};

/// Writes messages to a descriptor, each line behind "tvar: ". Failures are ignored: there is nobody left to tell.
class Diagnostics {
 public:
  explicit Diagnostics(int descriptor) : descriptor_(descriptor) {}

  /// One message, made printable.
  void message(std::string_view text) const;
  /// A line as it is, without the prefix.
  void raw(std::string_view text) const;

  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace tvar::cli
