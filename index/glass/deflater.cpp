// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass/deflater.h"

#include <zlib.h>

#include <algorithm>
#include <new>

namespace tvar::store::glass {
namespace {

// Shorter ones hardly ever become smaller.
constexpr std::size_t kLeastBytes = 18;
// The fastest: compressing was an eighth of the time of a load even so.
constexpr int kLevel = 1;
// Raw: no header, no checksum.
constexpr int kWindowBits = -15;
// The tables that are cleared for each tag stay small: most tags are a few kilobytes.
constexpr int kMemoryLevel = 7;
// Room for the output of a large tag is made in steps of this size: text becomes a third or less.
constexpr std::size_t kRoomBytes = std::size_t{4} << 20U;

}  // namespace

struct Deflater::Stream {
  z_stream state{};
};

Deflater::Deflater() : stream_(std::make_unique<Stream>()) {
  if (::deflateInit2(&stream_->state, kLevel, Z_DEFLATED, kWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw std::bad_alloc();
}

Deflater::~Deflater() {
  ::deflateEnd(&stream_->state);
}

bool Deflater::append(std::string_view bytes, std::string& out) {
  const std::size_t before = out.size();
  if (bytes.size() > kLeastBytes) {
    z_stream& state = stream_->state;
    ::deflateReset(&state);
    const std::size_t limit = bytes.size() - 1;
    std::size_t room = std::min(limit, kRoomBytes);
    out.resize(before + room);
    // zlib's interface has no const.
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    state.avail_in = static_cast<uInt>(bytes.size());
    state.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    state.avail_out = static_cast<uInt>(room);
    int result = ::deflate(&state, Z_FINISH);
    while (result == Z_OK && room < limit) {
      const std::size_t more = std::min(limit - room, kRoomBytes);
      out.resize(before + room + more);
      state.next_out = reinterpret_cast<Bytef*>(out.data() + before + room);
      state.avail_out = static_cast<uInt>(more);
      room += more;
      result = ::deflate(&state, Z_FINISH);
    }
    if (result == Z_STREAM_END) {
      out.resize(out.size() - state.avail_out);
      return true;
    }
    out.resize(before);
  }
  out += bytes;
  return false;
}

bool inflate(std::string_view stream, std::size_t most, std::string& out) {
  z_stream state{};
  if (::inflateInit2(&state, kWindowBits) != Z_OK) throw std::bad_alloc();
  out.resize(most);
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(stream.data()));
  state.avail_in = static_cast<uInt>(stream.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(most);
  const int result = ::inflate(&state, Z_FINISH);
  out.resize(most - state.avail_out);
  ::inflateEnd(&state);
  return result == Z_STREAM_END;
}

}  // namespace tvar::store::glass
