// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Raw deflate streams, as glass tables hold their larger tags. One for each thread.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tvar::store::glass {

class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  /// Appends the compressed bytes when that makes them smaller, otherwise the bytes as they are.
  /// @return whether they were compressed
  bool append(std::string_view bytes, std::string& out);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

/// Replaces `out` by what such a stream holds, at most `most` bytes. False when it holds more, or is none.
[[nodiscard]] bool inflate(std::string_view stream, std::size_t most, std::string& out);

}  // namespace tvar::store::glass
