// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Lines of a file or of stdin, read in large pieces.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tvar::cli {

/// A file can't be opened or read.
struct ReadFailure {
  std::string file;
  std::string reason;  ///< the system's
};

/// Reads lines without their ends, "\n" or "\r\n". A last line without an end is a line, too; a line may hold
/// any bytes and be of any length.
class LineReader {
 public:
  /// "-" and "" are stdin. @throws ReadFailure
  explicit LineReader(const std::string& file);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// The next line, valid until the next call. @return whether there was one. @throws ReadFailure
  bool next(std::string_view& line);

  /// All that is left. @throws ReadFailure
  [[nodiscard]] std::string rest();

 private:
  bool fill();

  std::string file_;
  int descriptor_;
  std::string buffer_;
  std::size_t begin_ = 0;    // of the next line in buffer_
  std::size_t scanned_ = 0;  // up to here there is no line end behind begin_
};

}  // namespace tvar::cli
