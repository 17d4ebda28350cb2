// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/term_table.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tvar::store {
namespace {

constexpr std::size_t kFirstSlots = 1024;
// What one large document needed is not kept for the small ones that follow it.
constexpr std::size_t kKeptSlots = std::size_t{1} << 15U;

template <class Word>
std::uint64_t read(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Up to eight bytes as a number, the first one lowest, without a loop: larger pieces overlap where the size is odd.
std::uint64_t load(const char* bytes, std::size_t size) {
  static_assert(std::endian::native == std::endian::little);
  if (size >= 8) return read<std::uint64_t>(bytes);
  if (size >= 4)
    return read<std::uint32_t>(bytes) | read<std::uint32_t>(bytes + size - 4) << (8 * (size - 4));
  if (size == 0) return 0;
  const auto byte = [bytes](std::size_t i) {
    return std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

// Eight bytes at a time, each mixed in by a multiplication whose upper half is folded down. Not for hostile input: nobody
// gains by making one load slow.
std::uint32_t hash_of(std::string_view term) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  std::uint64_t state = term.size() * kOdd;
  const char* at = term.data();
  std::size_t rest = term.size();
  for (; rest > 8; rest -= 8, at += 8) {
    state = (state ^ load(at, 8)) * kOdd;
    state ^= state >> 29U;
  }
  state = (state ^ load(at, rest)) * kOdd;
  state ^= state >> 32U;
  state *= kOdd;
  return static_cast<std::uint32_t>(state >> 32U);
}

// So that numbers are ordered as the terms are.
std::uint64_t beginning_of(std::string_view term) {
  return __builtin_bswap64(load(term.data(), term.size()));
}

}  // namespace

TermTable::Place TermTable::place_of(std::string_view term) const {
  Place place{.hash = hash_of(term), .beginning = beginning_of(term)};
  const std::size_t mask = slots_.size() - 1;
  for (place.slot = place.hash & mask;; place.slot = (place.slot + 1) & mask) {
    const Slot& slot = slots_[place.slot];
    if (slot.number_plus_1 == 0) return place;
    if (slot.hash != place.hash) continue;
    const Entry& entry = entries_[slot.number_plus_1 - 1];
    if (entry.beginning != place.beginning || entry.size != term.size()) continue;
    if (term.size() <= 8 || (*this)[slot.number_plus_1 - 1] == term) return place;
  }
}

std::uint32_t TermTable::intern(std::string_view term) {
  if (entries_.size() * 2 >= slots_.size()) grow();
  const Place place = place_of(term);
  Slot& slot = slots_[place.slot];
  if (slot.number_plus_1 == 0) {
    slot = {place.hash, static_cast<std::uint32_t>(entries_.size() + 1)};
    entries_.push_back({place.beginning, bytes_.size(), static_cast<std::uint32_t>(term.size()), place.hash});
    bytes_ += term;
  }
  return slot.number_plus_1 - 1;
}

std::optional<std::uint32_t> TermTable::find(std::string_view term) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[place_of(term).slot];
  if (slot.number_plus_1 == 0) return std::nullopt;
  return slot.number_plus_1 - 1;
}

void TermTable::grow() {
  slots_.assign(std::max(kFirstSlots, slots_.size() * 2), {0, 0});
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t place = entries_[i].hash & mask;
    while (slots_[place].number_plus_1 != 0) place = (place + 1) & mask;
    slots_[place] = {entries_[i].hash, static_cast<std::uint32_t>(i + 1)};
  }
}

void TermTable::sorted(std::vector<std::uint32_t>& numbers) const {
  struct Key {
    std::uint64_t beginning;
    std::uint32_t number;
  };
  std::vector<Key> keys;
  keys.reserve(entries_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) keys.push_back({entries_[i].beginning, i});
  std::sort(keys.begin(), keys.end(), [this](const Key& a, const Key& b) {
    return a.beginning != b.beginning ? a.beginning < b.beginning : (*this)[a.number] < (*this)[b.number];
  });
  numbers.clear();
  numbers.reserve(keys.size());
  for (const Key& key : keys) numbers.push_back(key.number);
}

void TermTable::clear() {
  if (slots_.size() > kKeptSlots) {
    *this = TermTable();
    return;
  }
  bytes_.clear();
  entries_.clear();
  std::fill(slots_.begin(), slots_.end(), Slot{0, 0});
}

std::size_t TermTable::bytes() const noexcept {
  return bytes_.capacity() + entries_.capacity() * sizeof(Entry) + slots_.capacity() * sizeof(Slot);
}

}  // namespace tvar::store
