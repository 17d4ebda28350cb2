// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/long_data.h"

#include "index/glass/deflater.h"
#include "tvar/error.h"

namespace tvar::store {
namespace {

constexpr char kCompressed = 1;
constexpr char kPlain = 0;

}  // namespace

std::string packed_part(std::string_view data, std::size_t part) {
  glass::Deflater deflater;
  std::string value(1, kPlain);
  if (deflater.append(data.substr(part * kPartBytes, kPartBytes), value)) value[0] = kCompressed;
  return value;
}

std::string unpacked_part(std::string_view value) {
  if (!value.empty() && value[0] == kPlain) return std::string(value.substr(1));
  std::string bytes;
  if (value.empty() || !glass::inflate(value.substr(1), kPartBytes, bytes)) {
    throw Error(ErrorCode::corrupt, "a part of a large document is damaged", "Index the document again.");
  }
  return bytes;
}

}  // namespace tvar::store
