// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/utf8.h"

#include <algorithm>
#include <cstring>

namespace tvar::text {
namespace {

/// What may follow a lead byte: how many bytes, and the range of the second (table 3-7 of the standard).
struct Lead {
  std::uint32_t length;
  unsigned char low;
  unsigned char high;
};

constexpr Lead lead_of(unsigned char byte) noexcept {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

/// The length of the ASCII run that begins at `at`, eight bytes a step.
std::size_t ascii_end(std::string_view bytes, std::size_t at) noexcept {
  while (at + 8 <= bytes.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & 0x8080808080808080ULL) != 0) break;
    at += 8;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

/// The first byte at or behind `at` that belongs to no well-formed sequence.
std::size_t valid_end(std::string_view bytes, std::size_t at) noexcept {
  while ((at = ascii_end(bytes, at)) < bytes.size()) {
    const CodePoint point = code_point_at(bytes, at);
    if (!point.valid) break;
    at += point.length;
  }
  return at;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {0, 0, true};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.length == 0) return {kReplacement, 1, false};
  char32_t value = first & (0xFFU >> (lead.length + 1));
  for (std::uint32_t i = 1; i < lead.length; ++i) {
    const unsigned char low = i == 1 ? lead.low : 0x80;
    const unsigned char high = i == 1 ? lead.high : 0xBF;
    if (at + i >= text.size() || byte(at + i) < low || byte(at + i) > high) return {kReplacement, i, false};
    value = (value << 6U) | (byte(at + i) & 0x3FU);
  }
  return {value, lead.length, true};
}

std::size_t previous_code_point(std::string_view text, std::size_t at) noexcept {
  if (at == 0) return 0;
  --at;
  for (int i = 0; i < 3 && at > 0 && !is_code_point_start(text[at]); ++i) --at;
  return at;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = kReplacement;
  const auto put = [&out](char32_t bits) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(bits)));
  };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
  }
  put(0x80U | (code_point & 0x3FU));
}

bool is_valid_utf8(std::string_view bytes) noexcept {
  return valid_end(bytes, 0) == bytes.size();
}

std::string repair_utf8(std::string_view bytes, std::size_t* replaced) {
  std::string out;
  out.reserve(bytes.size());
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = valid_end(bytes, at);
    out.append(bytes.substr(at, end - at));
    at = end;
    if (at == bytes.size()) break;
    append_utf8(out, kReplacement);
    at += code_point_at(bytes, at).length;
    ++count;
  }
  if (replaced != nullptr) *replaced = count;
  return out;
}

std::string_view truncate_utf8(std::string_view text, std::size_t max_bytes) noexcept {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  for (int i = 0; i < 3 && end > 0 && !is_code_point_start(text[end]); ++i) --end;
  return text.substr(0, end);
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    at += static_cast<unsigned char>(text[at]) < 0x80 ? 1 : code_point_at(text, at).length;
  }
  return count;
}

}  // namespace tvar::text
