// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Terms numbered from 0 in the order in which they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::store {

class TermTable {
 public:
  /// The number of the term, which is size() before the call when it is new.
  std::uint32_t intern(std::string_view term);
  /// The number of a term that may have come.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view term) const;
  /// Valid until the next call of intern() or clear().
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const {
    return {bytes_.data() + entries_[number].begin, entries_[number].size};
  }
  [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
  /// All numbers, in the order of the bytes of their terms.
  void sorted(std::vector<std::uint32_t>& numbers) const;
  /// Forgets all terms, and gives memory back when there were many.
  void clear();
  /// Memory that it takes.
  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  struct Entry {
    std::uint64_t beginning;  // of the term, first byte highest: settles most comparisons
    std::size_t begin;
    std::uint32_t size;
    std::uint32_t hash;
  };
  struct Slot {
    std::uint32_t hash;
    std::uint32_t number_plus_1;  // 0: free
  };
  struct Place {
    std::size_t slot = 0;  // that has the term, or is free for it
    std::uint32_t hash = 0;
    std::uint64_t beginning = 0;
  };
  [[nodiscard]] Place place_of(std::string_view term) const;
  void grow();

  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
};

}  // namespace tvar::store
