// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A file in pieces, for readers that take one line or one row of it at a time, whatever the size of the whole.
#pragma once

#include <istream>
#include <string>
#include <string_view>

namespace tvar::readers {

class ByteStream {
 public:
  /// A text that is in memory already and outlives the object.
  explicit ByteStream(std::string_view text) : piece_(text) {}
  /// What is read of `file` from where it stands, behind `head`, which was read before. Both must outlive the object.
  ByteStream(std::string_view head, std::istream& file) : piece_(head), file_(&file) {}
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// The bytes at hand: empty at the end of the file only. Valid until the next call of a function of this object.
  [[nodiscard]] std::string_view piece() {
    if (piece_.empty()) fill();
    return piece_;
  }
  /// Whether there is no byte left. True also when the rest could not be read.
  [[nodiscard]] bool at_end() { return piece().empty(); }
  /// The next byte. @pre !at_end()
  [[nodiscard]] char peek() { return piece().front(); }
  /// Passes over bytes of the piece at hand.
  void skip(std::size_t bytes) { piece_.remove_prefix(bytes); }
  /// Reading has failed; errno says why.
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  void fill();

  std::string_view piece_;
  std::istream* file_ = nullptr;
  std::string buffer_;
  bool failed_ = false;
};

}  // namespace tvar::readers
