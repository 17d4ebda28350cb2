// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/byte_lists.h"

#include <algorithm>
#include <cstring>

namespace tvar::store {

void ByteStream::read(std::size_t size, std::string& out) {
  while (size > 0) {
    if (at_ == end_) refill();
    const std::size_t count = std::min(size, static_cast<std::size_t>(end_ - at_));
    out.append(at_, count);
    at_ += count;
    size -= count;
  }
}

void ByteStream::skip(std::size_t size) {
  while (size > 0) {
    if (at_ == end_) refill();
    const std::size_t count = std::min(size, static_cast<std::size_t>(end_ - at_));
    at_ += count;
    size -= count;
  }
}

std::size_t ByteLists::slice_bytes(std::uint16_t number) {
  return std::size_t{12} << std::min<unsigned>(number, 8U);
}

void ByteLists::extend(List& list) {
  const std::size_t size = slice_bytes(list.slices);
  if (used_ % kChunkBytes + size + kLinkBytes > kChunkBytes || used_ == chunks_.size() * kChunkBytes) {
    used_ = chunks_.size() * kChunkBytes;
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(kChunkBytes));
  }
  const auto place = static_cast<std::uint32_t>(used_);
  used_ += size + kLinkBytes;
  if (list.slices == 0) {
    list.head = place;
  } else {
    std::memcpy(at(list.tail), &place, kLinkBytes);
  }
  list.tail = place;
  list.room = static_cast<std::uint16_t>(size);
  ++list.slices;
}

void ByteLists::append(List& list, std::string_view bytes) {
  list.size += static_cast<std::uint32_t>(bytes.size());
  while (!bytes.empty()) {
    if (list.room == 0) extend(list);
    const std::size_t count = std::min<std::size_t>(list.room, bytes.size());
    std::memcpy(at(list.tail), bytes.data(), count);
    list.tail += static_cast<std::uint32_t>(count);
    list.room = static_cast<std::uint16_t>(list.room - count);
    bytes.remove_prefix(count);
  }
}

void ByteLists::append_number(List& list, std::uint64_t number) {
  std::array<char, 10> bytes{};
  std::size_t size = 0;
  for (; number >= 128; number >>= 7U) {
    bytes[size++] = static_cast<char>(static_cast<unsigned char>(number | 128U));
  }
  bytes[size++] = static_cast<char>(number);
  append(list, {bytes.data(), size});
}

void ByteLists::clear() {
  if (chunks_.size() > 4) chunks_.resize(4);
  used_ = 0;
}

void ByteLists::Reader::start(const ByteLists& lists, const List& list) {
  lists_ = &lists;
  next_ = list.head;
  left_ = list.size;
  slices_ = 0;
  at_ = end_ = nullptr;
}

void ByteLists::Reader::refill() {
  const auto size = static_cast<std::uint32_t>(slice_bytes(slices_++));
  at_ = lists_->at(next_);
  end_ = at_ + std::min(size, left_);
  left_ -= std::min(size, left_);
  if (left_ > 0) std::memcpy(&next_, end_, kLinkBytes);
}

}  // namespace tvar::store
