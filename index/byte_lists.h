// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Many strings of bytes that all grow at their ends, and streams that read them, or parts of a file, again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::store {

/// Bytes that are read once, in pieces. Reading past the end is the caller's mistake.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  unsigned char get() {
    if (at_ == end_) refill();
    return static_cast<unsigned char>(*at_++);
  }
  /// A number as append_number wrote it.
  std::uint64_t number() {
    std::uint64_t value = get();
    if (value < 128) return value;
    value &= 127U;
    for (unsigned shift = 7;; shift += 7) {
      const std::uint64_t byte = get();
      value |= (byte & 127U) << shift;
      if (byte < 128) return value;
    }
  }
  void read(std::size_t size, std::string& out);
  void skip(std::size_t size);

 protected:
  /// Sets at_ and end_ to the next bytes, at least one.
  virtual void refill() = 0;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
};

/// The strings. Each is a chain of slices, every slice twice as long as the one before it, in memory that all share.
class ByteLists {
 public:
  struct List {
    std::uint32_t head = 0;
    std::uint32_t tail = 0;  ///< where the next byte goes
    std::uint32_t size = 0;
    std::uint16_t room = 0;  ///< in the last slice
    std::uint16_t slices = 0;
  };
  void append(List& list, std::string_view bytes);
  /// Seven bits a byte, the lowest first.
  void append_number(List& list, std::uint64_t number);
  void clear();
  [[nodiscard]] std::size_t bytes() const noexcept { return chunks_.size() * kChunkBytes; }

  class Reader : public ByteStream {
   public:
    Reader() = default;
    Reader(const ByteLists& lists, const List& list) { start(lists, list); }
    void start(const ByteLists& lists, const List& list);

   protected:
    void refill() override;

   private:
    const ByteLists* lists_ = nullptr;
    std::uint32_t next_ = 0;
    std::uint32_t left_ = 0;
    std::uint16_t slices_ = 0;
  };

 private:
  static constexpr std::size_t kChunkBytes = std::size_t{1} << 16U;
  static constexpr std::size_t kLinkBytes = 4;
  static std::size_t slice_bytes(std::uint16_t number);
  [[nodiscard]] char* at(std::uint32_t place) const {
    return chunks_[place / kChunkBytes].get() + place % kChunkBytes;
  }
  void extend(List& list);

  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t used_ = 0;  // of the last chunk and all before it
};

}  // namespace tvar::store
