// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/byte_stream.h"

namespace tvar::readers {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10U;

}  // namespace

void ByteStream::fill() {
  if (file_ == nullptr) return;
  failed_ = file_->bad();
  if (!*file_) return;
  buffer_.resize(kPieceBytes);
  file_->read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  piece_ = std::string_view(buffer_).substr(0, static_cast<std::size_t>(file_->gcount()));
  failed_ = file_->bad();
}

}  // namespace tvar::readers
