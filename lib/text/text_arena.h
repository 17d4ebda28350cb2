// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Private to lib/text: memory for the texts of tokens. Views stay valid while more is stored.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace tvar::text {

/// Blocks that only grow; `clear` keeps one of ordinary size for the next text.
class TextArena {
 public:
  char* allocate(std::size_t size) {
    if (blocks_.empty() || size > blocks_.back().size - used_) add_block(size);
    char* const result = blocks_.back().data.get() + used_;
    used_ += size;
    return result;
  }

  std::string_view store(std::string_view text) {
    if (text.empty()) return {};
    char* const copy = allocate(text.size());
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  void clear() noexcept {
    if (blocks_.size() > 1) blocks_.resize(1);
    used_ = 0;
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{128} << 10U;

  struct Block {
    std::unique_ptr<char[]> data;
    std::size_t size = 0;
  };

  void add_block(std::size_t size) {
    const std::size_t block = std::max(size, kBlock);
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(block), block});
    used_ = 0;
  }

  std::vector<Block> blocks_;
  std::size_t used_ = 0;  // of the last block
};

}  // namespace tvar::text
