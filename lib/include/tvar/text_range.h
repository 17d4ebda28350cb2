// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A half-open range of bytes in a UTF-8 text, the unit in which the whole library speaks of places in a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace tvar {
inline namespace v1 {

/// Bytes `[begin, end)`. Both ends lie on code-point boundaries of the text they belong to.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  /// The part of `text` that the range covers. `text` must be the text that the range was made for.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const {
    return text.substr(begin, size());
  }
  friend constexpr bool operator==(const TextRange&, const TextRange&) = default;
};

}  // namespace v1
}  // namespace tvar
