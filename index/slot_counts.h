// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// How many documents have which content of a value slot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "index/term_table.h"

namespace tvar::store {

/// Contents are numbered from 0 in the order in which they come.
class SlotCounts {
 public:
  void add(std::string_view content, std::uint64_t documents = 1) {
    const std::uint32_t number = contents_.intern(content);
    if (number == documents_.size()) documents_.push_back(0);
    documents_[number] += documents;
  }
  [[nodiscard]] std::size_t size() const noexcept { return documents_.size(); }
  /// Valid until the next add().
  [[nodiscard]] std::string_view content(std::uint32_t number) const { return contents_[number]; }
  [[nodiscard]] std::uint64_t documents(std::uint32_t number) const { return documents_[number]; }

 private:
  TermTable contents_;
  std::vector<std::uint64_t> documents_;
};

}  // namespace tvar::store
