// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Words as the automaton sees them: one byte a letter.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/lexicon/format.h"

namespace tvar::stemmers::lexicon {

/// A word cut into letters. A letter that the alphabet does not have is kUnknownLetter.
struct Letters {
  static constexpr std::uint8_t kUnknownLetter = 0;

  std::array<std::uint8_t, kMaxWordLetters> codes;  ///< letters as the automaton stores them
  std::array<std::uint8_t, kMaxWordLetters + 1>
      begin;         ///< byte offset of each letter, and of the end of the word
  std::size_t size;  ///< number of letters
  bool known;        ///< whether the alphabet has all of them

  // Nothing is initialised: the object lives on the stack of every look-up.
  Letters() {}  // NOLINT(modernize-use-equals-default)
  [[nodiscard]] std::span<const std::uint8_t> view(std::size_t from = 0) const noexcept {
    return {codes.data() + from, size - from};
  }
};

/// Immutable after construction.
class Alphabet {
 public:
  Alphabet() = default;
  /// @param code_points  sorted, at most kMaxLetters
  explicit Alphabet(std::span<const std::uint32_t> code_points);

  /// Cuts `word` into letters. False when it has more than kMaxWordLetters, more than 255 bytes, or is not UTF-8.
  [[nodiscard]] bool decode(std::string_view word, Letters& letters) const noexcept;

  /// Appends the letter `code` to `out`; nothing for a code without letter.
  void append(std::uint8_t code, std::string& out) const { out.append(texts_[code].data(), sizes_[code]); }
  void append(std::span<const std::uint8_t> codes, std::string& out) const {
    for (const std::uint8_t code : codes) append(code, out);
  }

  /// The code of `letter` without its diacritics (itself when it has none), for example ů → u.
  [[nodiscard]] std::uint8_t base(std::uint8_t code) const noexcept { return bases_[code]; }

  [[nodiscard]] const std::vector<std::uint32_t>& code_points() const noexcept { return code_points_; }

 private:
  [[nodiscard]] std::uint8_t code_of(std::uint32_t code_point) const noexcept;

  static constexpr std::size_t kDirect =
      0x180;  // ASCII, Latin-1 and Latin Extended-A are looked up in one step
  std::array<std::uint8_t, kDirect> direct_{};
  std::array<std::array<char, 4>, 256> texts_{};
  std::array<std::uint8_t, 256> sizes_{};
  std::array<std::uint8_t, 256> bases_{};
  std::vector<std::uint32_t> code_points_;
};

/// Reads one code point of `text` at `at` and moves `at` behind it. Returns kInvalid and moves one byte where the
/// bytes are not UTF-8 (overlong forms and surrogates included).
inline constexpr std::uint32_t kInvalid = 0xFFFFFFFFU;
[[nodiscard]] std::uint32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

/// Appends `code_point` (a valid one) as UTF-8.
void append_code_point(std::uint32_t code_point, std::string& out);

}  // namespace tvar::stemmers::lexicon
