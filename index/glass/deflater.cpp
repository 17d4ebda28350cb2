// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass/deflater.h"

#include <zlib.h>

#include <new>

namespace tvar::store::glass {
namespace {

// Shorter ones hardly ever become smaller.
constexpr std::size_t kLeastBytes = 18;
// A tenth more bytes than the default level, in a third of its time.
constexpr int kLevel = 1;
// Raw: no header, no checksum.
constexpr int kWindowBits = -15;
// The tables that are cleared for each tag stay small: most tags are a few kilobytes.
constexpr int kMemoryLevel = 7;

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
    out.resize(before + bytes.size() - 1);
    // zlib's interface has no const.
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    state.avail_in = static_cast<uInt>(bytes.size());
    state.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    state.avail_out = static_cast<uInt>(bytes.size() - 1);
    if (::deflate(&state, Z_FINISH) == Z_STREAM_END) {
      out.resize(out.size() - state.avail_out);
      return true;
    }
    out.resize(before);
  }
  out += bytes;
  return false;
}

}  // namespace tvar::store::glass
