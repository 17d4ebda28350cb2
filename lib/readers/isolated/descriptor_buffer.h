// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// An open file as the buffer of a stream, which the standard library has no way to make.
#pragma once

#include <array>
#include <ios>
#include <streambuf>

namespace tvar::readers {

/// Reads and seeks. Does not own the descriptor.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {}

 protected:
  /// @throws std::ios_base::failure when the system can't read
  int_type underflow() override;
  pos_type seekoff(off_type offset, std::ios_base::seekdir from, std::ios_base::openmode which) override;
  pos_type seekpos(pos_type position, std::ios_base::openmode which) override;

 private:
  int descriptor_;
  std::array<char, 1U << 16U> bytes_{};
};

}  // namespace tvar::readers
