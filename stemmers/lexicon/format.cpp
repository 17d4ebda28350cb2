// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/format.h"

#include <bit>
#include <cstring>

namespace tvar::stemmers::lexicon {
namespace {

// Odd numbers without a pattern: the fractional parts of the square roots of 2, 3, 5 and 7.
constexpr std::array<std::uint64_t, 4> kSeeds = {0x6A09E667F3BCC909U, 0xBB67AE8584CAA73BU,
                                                 0x3C6EF372FE94F82BU, 0xA54FF53A5F1D36F1U};

// One round is a bijection of the lane for every word, and of the word for every lane: no change is lost.
std::uint64_t mix(std::uint64_t lane, std::uint64_t word) noexcept {
  return std::rotl((lane ^ word) * kSeeds[1], 29) + kSeeds[0];
}

std::uint64_t finish(std::uint64_t value) noexcept {
  value = (value ^ (value >> 32U)) * kSeeds[3];
  return value ^ (value >> 29U);
}

}  // namespace

std::uint64_t hash_bytes(const void* data, std::size_t size) noexcept {
  const auto* bytes = static_cast<const unsigned char*>(data);
  std::array<std::uint64_t, 4> lanes = kSeeds;
  const std::size_t total = size;
  std::array<std::uint64_t, 4> words{};
  for (; size >= sizeof(words); size -= sizeof(words), bytes += sizeof(words)) {
    std::memcpy(words.data(), bytes, sizeof(words));
    for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] = mix(lanes[i], words[i]);
  }
  words = {};
  if (size > 0) std::memcpy(words.data(), bytes, size);
  std::uint64_t result = total;
  for (std::size_t i = 0; i < lanes.size(); ++i) result = mix(result, finish(mix(lanes[i], words[i])));
  return finish(result);
}

}  // namespace tvar::stemmers::lexicon
