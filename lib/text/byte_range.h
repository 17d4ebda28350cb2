// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A range of bytes in a UTF-8 text.
#pragma once

#include <cstddef>
#include <string_view>

namespace tvar::text {

/// Bytes `[begin, end)` of a UTF-8 text, both on code-point boundaries.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  /// The bytes themselves; `text` must be the text that the range was taken from.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  friend constexpr bool operator==(const ByteRange&, const ByteRange&) = default;
};

}  // namespace tvar::text
