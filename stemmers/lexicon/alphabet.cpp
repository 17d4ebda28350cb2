// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/alphabet.h"

#include <algorithm>

#include "stemmers/fold.h"
#include "stemmers/utf8.h"

namespace tvar::stemmers::lexicon {
namespace {

std::uint32_t payload(char byte) noexcept {
  return static_cast<unsigned char>(byte) & 0x3FU;
}

// Smallest code point that needs a sequence of so many bytes.
constexpr std::array<std::uint32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};

bool is_scalar(std::uint32_t code_point) noexcept {
  return code_point <= 0x10FFFFU && (code_point < 0xD800U || code_point > 0xDFFFU);
}

}  // namespace

std::uint32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  const char lead = text[at++];
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0x80U) return byte;
  const std::size_t length = sequence_length(lead);
  if (length == 1 || at + length - 1 > text.size() || byte > 0xF4U) return kInvalid;
  std::uint32_t code_point = byte & (0x7FU >> length);
  for (std::size_t i = 0; i + 1 < length; ++i) {
    if (!is_continuation(text[at + i])) return kInvalid;
    code_point = (code_point << 6U) | payload(text[at + i]);
  }
  if (code_point < kSmallest[length] || !is_scalar(code_point)) return kInvalid;
  at += length - 1;
  return code_point;
}

void append_code_point(std::uint32_t code_point, std::string& out) {
  const auto tail = [&](unsigned shift) {
    out.push_back(static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU)));
  };
  if (code_point < 0x80U) {
    out.push_back(static_cast<char>(code_point));
  } else if (code_point < 0x800U) {
    out.push_back(static_cast<char>(0xC0U | (code_point >> 6U)));
    tail(0);
  } else if (code_point < 0x10000U) {
    out.push_back(static_cast<char>(0xE0U | (code_point >> 12U)));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0U | (code_point >> 18U)));
    tail(12);
    tail(6);
    tail(0);
  }
}

Alphabet::Alphabet(std::span<const std::uint32_t> code_points)
    : code_points_(code_points.begin(), code_points.end()) {
  std::string text;
  for (std::size_t i = 0; i < code_points_.size(); ++i) {
    const auto code = static_cast<std::uint8_t>(kFirstLetter + i);
    if (code_points_[i] < kDirect) direct_[code_points_[i]] = code;
    text.clear();
    append_code_point(code_points_[i], text);
    std::copy(text.begin(), text.end(), texts_[code].begin());
    sizes_[code] = static_cast<std::uint8_t>(text.size());
  }
  for (std::size_t i = 0; i < code_points_.size(); ++i) {
    const std::size_t code = kFirstLetter + i;
    const std::string base = folded({texts_[code].data(), sizes_[code]});
    std::size_t at = 0;
    const std::uint8_t found = base.empty() ? Letters::kUnknownLetter : code_of(next_code_point(base, at));
    bases_[code] = found == Letters::kUnknownLetter ? static_cast<std::uint8_t>(code) : found;
  }
}

std::uint8_t Alphabet::code_of(std::uint32_t code_point) const noexcept {
  if (code_point < kDirect) return direct_[code_point];
  const auto found = std::lower_bound(code_points_.begin(), code_points_.end(), code_point);
  if (found == code_points_.end() || *found != code_point) return Letters::kUnknownLetter;
  return static_cast<std::uint8_t>(kFirstLetter + (found - code_points_.begin()));
}

bool Alphabet::decode(std::string_view word, Letters& letters) const noexcept {
  letters.size = 0;
  letters.known = true;
  if (word.size() > 255) return false;
  std::size_t size = 0;
  bool known = true;
  for (std::size_t at = 0; at < word.size(); ++size) {
    if (size == kMaxWordLetters) return false;
    letters.begin[size] = static_cast<std::uint8_t>(at);
    const auto byte = static_cast<unsigned char>(word[at]);
    std::uint8_t code = Letters::kUnknownLetter;
    if (byte < 0x80U) {
      code = direct_[byte];
      ++at;
    } else if (byte >= 0xC3U && byte <= 0xC5U && at + 1 < word.size() && is_continuation(word[at + 1])) {
      code = direct_[((byte & 0x1FU) << 6U) | payload(word[at + 1])];  // the Czech letters, without detours
      at += 2;
    } else {
      const std::uint32_t code_point = next_code_point(word, at);
      if (code_point == kInvalid) return false;
      code = code_of(code_point);
    }
    known = known && code != Letters::kUnknownLetter;
    letters.codes[size] = code;
  }
  letters.begin[size] = static_cast<std::uint8_t>(word.size());
  letters.size = size;
  letters.known = known;
  return true;
}

}  // namespace tvar::stemmers::lexicon
