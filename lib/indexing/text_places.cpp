// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/text_places.h"

namespace tvar::indexing {
namespace {

void put_number(std::uint64_t number, std::string& out) {
  for (; number >= 0x80U; number >>= 7U) out += static_cast<char>(number | 0x80U);
  out += static_cast<char>(number);
}

bool take_number(std::string_view& bytes, std::uint64_t& number) {
  number = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80U) return true;
  }
  return false;
}

}  // namespace

void append_place(const TextPlace& place, const TextPlace& before, std::string& out) {
  put_number(place.position - before.position, out);
  put_number(place.byte - before.byte, out);
}

std::vector<TextPlace> decode_places(std::string_view bytes) {
  std::vector<TextPlace> places(1);
  std::uint64_t position = 0;
  std::uint64_t byte = 0;
  while (take_number(bytes, position) && take_number(bytes, byte)) {
    const TextPlace& before = places.back();
    places.push_back({static_cast<std::uint32_t>(before.position + position), before.byte + byte});
  }
  return places;
}

}  // namespace tvar::indexing
