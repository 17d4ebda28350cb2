// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Keeps millions of short strings without an allocation each. Views stay valid as long as the arena lives,
/// also when the arena object is moved.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace tvar::stemmers::lexicon {

class StringArena {
 public:
  /// Copies `text` into the arena and returns the copy.
  std::string_view add(std::string_view text) {
    if (text.size() > left_) grow(text.size());
    char* place = blocks_.back().get() + (block_size_ - left_);
    std::memcpy(place, text.data(), text.size());
    left_ -= text.size();
    return {place, text.size()};
  }

 private:
  static constexpr std::size_t kBlockSize = std::size_t{1} << 20U;

  void grow(std::size_t wanted) {
    block_size_ = wanted > kBlockSize ? wanted : kBlockSize;
    blocks_.push_back(std::make_unique<char[]>(block_size_));
    left_ = block_size_;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_size_ = 0;
  std::size_t left_ = 0;
};

}  // namespace tvar::stemmers::lexicon
