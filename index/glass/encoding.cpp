// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass/encoding.h"

#include <bit>
#include <cstddef>

namespace tvar::store::glass {
namespace {

/// Bits into bytes, the lowest first.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  /// A number below `count`, in as few bits as that allows. When `count` is no power of two, the numbers in the middle
  /// are a bit shorter than those at the ends.
  void put(std::uint64_t number, std::uint64_t count) {
    auto bits = static_cast<unsigned>(std::bit_width(count - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - count;
    const std::uint64_t middle = (count - spare) / 2;
    if (spare > 0 && number >= middle + spare) {
      number = (number - middle - spare) | (std::uint64_t{1} << (bits - 1));
    } else if (spare > 0 && number >= middle) {
      --bits;
    }
    pending_ |= number << used_;
    used_ += bits;
    for (; used_ >= 8; used_ -= 8) {
      out_ += static_cast<char>(static_cast<unsigned char>(pending_));
      pending_ >>= 8U;
    }
  }

  void finish() {
    if (used_ > 0) out_ += static_cast<char>(static_cast<unsigned char>(pending_));
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned used_ = 0;
};

// Interpolative coding (Moffat and Stuiver): the middle one of the positions between two known ones, then both halves.
void put_between(const std::vector<std::uint32_t>& positions, std::size_t first, std::size_t last,
                 BitWriter& bits) {
  while (first + 1 < last) {
    const std::size_t middle = first + (last - first) / 2;
    // Each position between takes up one number at least.
    const std::uint64_t choices = positions[last] - positions[first] + 1 - (last - first);
    bits.put(positions[middle] - positions[first] - (middle - first), choices);
    put_between(positions, first, middle, bits);
    first = middle;
  }
}

}  // namespace

void append_last_number(std::uint64_t number, std::string& out) {
  for (; number > 0; number >>= 8U) out += static_cast<char>(static_cast<unsigned char>(number));
}

void append_docid(DocId id, std::string& out) {
  if (id < 0x8000U) {
    out += static_cast<char>(id >> 8U);
    out += static_cast<char>(static_cast<unsigned char>(id));
    return;
  }
  // As many leading ones as there are bytes after the first two, then a zero, then the number.
  const auto size = static_cast<unsigned>(std::bit_width(id) + 5) / 7;
  const unsigned marks = 0xFFU << (10U - size) & 0xFFU;
  for (unsigned i = size; i-- > 0;) {
    const unsigned shift = 8 * i;
    const unsigned byte = shift < 32 ? id >> shift & 0xFFU : 0U;
    out += static_cast<char>(i == size - 1 ? byte | marks : byte);
  }
}

void append_string(std::string_view bytes, std::string& out) {
  append_number(bytes.size(), out);
  out += bytes;
}

void append_escaped(std::string_view term, std::string& out) {
  for (std::size_t zero = term.find('\0'); zero != std::string_view::npos; zero = term.find('\0')) {
    out.append(term.substr(0, zero + 1)) += '\xff';
    term.remove_prefix(zero + 1);
  }
  out += term;
}

std::string unescaped(std::string_view escaped) {
  std::string term;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    term += escaped[i];
    if (escaped[i] == '\0') ++i;
  }
  return term;
}

void append_positions(const std::vector<std::uint32_t>& positions, std::string& out) {
  const std::uint32_t last = positions.back();
  append_number(last, out);
  if (positions.size() == 1) return;
  BitWriter bits(out);
  bits.put(positions.front(), last);
  bits.put(positions.size() - 2, last - positions.front());
  put_between(positions, 0, positions.size() - 1, bits);
  bits.finish();
}

}  // namespace tvar::store::glass
