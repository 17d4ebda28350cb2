// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Which position is where in a long text, every 64 KB, so that a search can look at the place of a match alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::indexing {

/// A piece of the text begins at this byte, and its first token has this position.
struct TextPlace {
  std::uint32_t position = 0;
  std::size_t byte = 0;
  friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

/// Bytes from one place to the next, at least.
inline constexpr std::size_t kPlaceBytes = std::size_t{64} << 10U;

/// Differences to the place before, as LEB128; the first place, at the beginning, is not written.
void append_place(const TextPlace& place, const TextPlace& before, std::string& out);

/// The places with the first one. Stops at what does not fit.
[[nodiscard]] std::vector<TextPlace> decode_places(std::string_view bytes);

}  // namespace tvar::indexing
