// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The data of documents that are too large to be read whole for every hit that shows a few lines of them.
///
/// The beginning is stored as the data of the backend's document, and all of it in parts, each compressed, in value slots
/// of its own: these belong to the document whatever happens to it (replaced, removed, merged, served to others), and
/// reading one does not read the others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "index/field_map.h"

namespace tvar::store {

/// Longer data is stored in parts of so many bytes.
inline constexpr std::size_t kMostWholeData = std::size_t{1} << 20U;
inline constexpr std::size_t kPartBytes = std::size_t{64} << 10U;

/// Behind the slots of all fields.
inline constexpr Slot kDataSizeSlot = 0xFF000000U;  ///< bytes in all, decimal; empty when the data is whole
inline constexpr Slot kTextPlacesSlot =
    0xFF000001U;  ///< for the user of the store: which position is where in the text
inline constexpr Slot kFirstPartSlot = 0xFF000010U;

[[nodiscard]] constexpr std::size_t part_count(std::size_t data_bytes) {
  return data_bytes <= kMostWholeData ? 0 : (data_bytes + kPartBytes - 1) / kPartBytes;
}

/// A part as a value; `part` is below part_count().
[[nodiscard]] std::string packed_part(std::string_view data, std::size_t part);
/// @throws Error corrupt
[[nodiscard]] std::string unpacked_part(std::string_view value);

/// What a search gives of such data: pieces of it. Valid until the reader is reopened or gone; a writer that has gone on
/// twice makes the calls throw Error changed.
struct LongData {
  std::size_t size = 0;     ///< bytes
  std::string text_places;  ///< kTextPlacesSlot
  /// Bytes from `begin` on, fewer at the end.
  std::function<std::string(std::size_t begin, std::size_t bytes)> read;
  /// The first positions of a term in the document, at most `most`, ascending.
  std::function<std::vector<std::uint32_t>(const std::string& term, std::size_t most)> positions;
};

}  // namespace tvar::store
