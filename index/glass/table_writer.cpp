// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass/table_writer.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace tvar::store::glass {
namespace {

constexpr std::size_t kDirectoryBegin = 11;
constexpr std::size_t kOffsetBytes = 2;
// An update splits a block in two and must find room then: four items fit into any block.
constexpr std::size_t kMaxItemBytes = (8192 - kDirectoryBegin - 4 * kOffsetBytes) / 4;
constexpr std::size_t kPartNumberBytes = 2;
// A part of a tag at the end of a block must be worth the second item that it costs.
constexpr std::size_t kLeastPartBytes = 64;
constexpr unsigned kCompressed = 0x8000;
constexpr unsigned kLastPart = 0x4000;
constexpr unsigned kFirstPart = 0x2000;
constexpr std::uint32_t kRevision = 1;

char* put_number(char* at, std::uint64_t number, unsigned bytes) {
  while (bytes-- > 0) *at++ = static_cast<char>(static_cast<unsigned char>(number >> (8 * bytes)));
  return at;
}

char* put_bytes(char* at, std::string_view bytes) {
  if (!bytes.empty()) std::memcpy(at, bytes.data(), bytes.size());
  return at + bytes.size();
}

// The shortest key that is greater than `before` and not greater than `key`, and the part.
std::string make_separator(std::string_view before, std::string_view key, std::size_t part) {
  const auto [first, second] = std::mismatch(before.begin(), before.end(), key.begin(), key.end());
  const auto common = static_cast<std::size_t>(second - key.begin());
  std::string separator(key.substr(0, std::min(common + 1, key.size())));
  separator += static_cast<char>(part >> 8U);
  separator += static_cast<char>(static_cast<unsigned char>(part));
  return separator;
}

}  // namespace

TableWriter::TableWriter(const std::filesystem::path& path) : file_(path), levels_(1) {
  clear(levels_[0].block);
  // Every table begins with an item that has no key and no tag.
  char* at = put_number(put(levels_[0].block, 3), kFirstPart | kLastPart, 2);
  put_number(at, 0, 1);
}

void TableWriter::clear(Block& block) {
  block.bytes.fill(0);
  block.directory_end = kDirectoryBegin;
  block.items_begin = kBlockBytes;
}

// Makes room for an item; items stand at the end of a block, the first one last.
char* TableWriter::put(Block& block, std::size_t size) {
  block.items_begin -= size;
  put_number(block.bytes.data() + block.directory_end, block.items_begin, 2);
  block.directory_end += kOffsetBytes;
  return block.bytes.data() + block.items_begin;
}

std::size_t TableWriter::leaf_room() const {
  const std::size_t free = levels_[0].block.items_begin - levels_[0].block.directory_end;
  return free < kOffsetBytes ? 0 : std::min(free - kOffsetBytes, kMaxItemBytes);
}

void TableWriter::add(std::string_view key, std::string_view tag, bool compressed) {
  assert(!key.empty() && key.size() <= kMaxKeyBytes && key > last_key_);
  ++info_.entries;
  std::size_t head = 3 + key.size();
  for (std::size_t number = 1;; ++number) {
    const std::size_t room = leaf_room();
    if (head + tag.size() <= room) {
      add_part(key, number, tag, true, compressed);
      return;
    }
    // A block that is nearly full takes what it can of a large tag.
    if (room < head + kLeastPartBytes) {
      next_leaf(key, number--);
      continue;
    }
    add_part(key, number, tag.substr(0, room - head), false, compressed);
    tag.remove_prefix(room - head);
    head = 3 + key.size() + kPartNumberBytes;
  }
}

void TableWriter::add_part(std::string_view key, std::size_t number, std::string_view part, bool last,
                           bool compressed) {
  assert(number <= 0xFFFF);
  const std::size_t size = 3 + key.size() + (number > 1 ? kPartNumberBytes : 0) + part.size();
  unsigned flags = number == 1 ? kFirstPart : 0;
  if (last) flags |= kLastPart;
  if (compressed) flags |= kCompressed;
  char* at = put_number(put(levels_[0].block, size), (size - 3) | flags, 2);
  at = put_bytes(put_number(at, key.size(), 1), key);
  if (number > 1) at = put_number(at, number, 2);
  put_bytes(at, part);
  if (number == 1) last_key_ = key;
}

void TableWriter::next_leaf(std::string_view key, std::size_t number) {
  const std::string separator = make_separator(last_key_, key, number);
  close_block(0);
  levels_[0].separator = separator;
}

std::uint32_t TableWriter::write(std::size_t level) {
  Block& block = levels_[level].block;
  const std::size_t free = block.items_begin - block.directory_end;
  char* at = put_number(block.bytes.data(), kRevision, 4);
  at = put_number(at, level, 1);
  at = put_number(at, free, 2);
  at = put_number(at, free, 2);
  put_number(at, block.directory_end, 2);
  file_.append({block.bytes.data(), block.bytes.size()});
  clear(block);
  return info_.blocks++;
}

// Writes the block and names it in the level above.
void TableWriter::close_block(std::size_t level) {
  const std::uint32_t number = write(level);
  add_child(level + 1, std::string(levels_[level].separator), number);
}

void TableWriter::add_child(std::size_t level, const std::string& separator, std::uint32_t child) {
  if (level == levels_.size()) clear(levels_.emplace_back().block);
  constexpr std::size_t kNoKey = 4 + 1 + kPartNumberBytes;
  const std::size_t size = 4 + 1 + separator.size();
  const Block& block = levels_[level].block;
  if (block.directory_end > kDirectoryBegin &&
      block.items_begin - block.directory_end < size + kOffsetBytes) {
    close_block(level);
  }
  Block& open = levels_[level].block;
  if (open.directory_end == kDirectoryBegin) {
    // Everything that is less than the second key is below the first item: its own key says nothing.
    levels_[level].separator = separator;
    put_number(put_number(put(open, kNoKey), child, 4), 0, 3);
    return;
  }
  char* at = put_number(put(open, size), child, 4);
  put_bytes(put_number(at, separator.size() - kPartNumberBytes, 1), separator);
}

TableInfo TableWriter::finish() {
  // The highest level has one block only, the root.
  for (std::size_t level = 0; level + 1 < levels_.size(); ++level) close_block(level);
  info_.level = static_cast<std::uint32_t>(levels_.size() - 1);
  info_.root = write(info_.level);
  file_.close();
  return info_;
}

}  // namespace tvar::store::glass
