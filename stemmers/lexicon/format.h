// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The lexicon image on disk: one read-only file, little endian, mapped into memory and used as it lies there.
///
///     header | source version | alphabet | automaton | guesser | folded guesser
///
/// **Alphabet**: sorted code points. A letter is stored as one byte, kFirstLetter + its ordinal, so that a step of
/// the automaton is a letter and not half of one.
///
/// **Automaton**: minimal, acyclic, deterministic (J. Daciuk, S. Mihov, B. Watson, R. Watson, Incremental
/// construction of minimal acyclic finite-state automata, Computational Linguistics 26(1), 2000). A state is a run
/// of arcs, named by the position of its first arc; the last arc of the run is marked. The language is
///
///     letters of a form   reading mark      edit   letters to add
///     letters of a lemma  derivation mark   edit   letters to add
///
/// A reading mark (1 to 64) holds two quantised figures, see ReadingMark. An edit turns the form into the lemma:
/// cut a prefix off (none, ne-, nej-, nejne-), cut letters off the end, add letters. Without the prefix in the
/// edit every negated form would need a path of its own, and the automaton would be seven times as large.
///
/// **Guesser**: see stemmers/guesser.h. The folded one is for words without diacritics and gives lemmas without.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tvar::stemmers::lexicon {

inline constexpr std::array<char, 8> kMagic = {'T', 'V', 'A', 'R', 'L', 'E', 'X', '\n'};
inline constexpr std::uint32_t kFormatVersion = 1;

/// A part of the file, in bytes from its beginning.
struct Section {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

/// The first bytes of the file.
struct Header {
  std::array<char, 8> magic = kMagic;
  std::uint32_t format_version = kFormatVersion;
  std::uint32_t header_size = 0;
  std::uint64_t file_size = 0;
  std::uint64_t content_hash = 0;  ///< hash_bytes of all that follows the header
  Section source_version;          ///< text: which dictionary and tables the image was made of
  Section alphabet;                ///< u32 code points
  Section arcs;                    ///< u32 each, see Arc
  Section guesser;
  Section folded_guesser;
  std::uint32_t root = 0;  ///< first state of the automaton
  std::uint32_t forms = 0;
  std::uint32_t readings = 0;
  std::uint32_t reserved = 0;
  std::uint64_t header_hash = 0;  ///< hash_bytes of the header before this field
};
static_assert(sizeof(Header) == 96);

/// A step of the automaton: label in bits 0-7, final in bit 8, last of its state in bit 9, target above.
/// Target 0 is no state: arc 0 is a filler.
class Arc {
 public:
  constexpr Arc() = default;
  constexpr explicit Arc(std::uint32_t bits) : bits_(bits) {}
  constexpr Arc(std::uint8_t label, bool final, bool last, std::uint32_t target)
      : bits_(label | (final ? kFinal : 0U) | (last ? kLast : 0U) | (target << kTargetShift)) {}

  [[nodiscard]] constexpr std::uint8_t label() const noexcept { return static_cast<std::uint8_t>(bits_); }
  [[nodiscard]] constexpr bool final() const noexcept { return (bits_ & kFinal) != 0; }
  [[nodiscard]] constexpr bool last() const noexcept { return (bits_ & kLast) != 0; }
  [[nodiscard]] constexpr std::uint32_t target() const noexcept { return bits_ >> kTargetShift; }
  [[nodiscard]] constexpr std::uint32_t bits() const noexcept { return bits_; }

  static constexpr std::uint32_t kFinal = 1U << 8U;
  static constexpr std::uint32_t kLast = 1U << 9U;
  static constexpr std::uint32_t kTargetShift = 10;
  static constexpr std::uint32_t kMaxTarget = (1U << 22U) - 1;

 private:
  std::uint32_t bits_ = 0;
};

// Labels. Marks are smaller than letters, so that the keys of a form come before those of longer forms.
inline constexpr std::uint8_t kFirstReadingMark = 1;
inline constexpr std::uint8_t kFirstDerivationMark = 65;
inline constexpr std::uint8_t kDerivationKinds = 4;
inline constexpr std::uint8_t kFirstLetter = kFirstDerivationMark + kDerivationKinds;
inline constexpr std::size_t kMaxLetters = 256 - kFirstLetter;

/// The two figures of a reading, in eight steps each; step 0 is the best.
///
/// `weight_step` compares the readings of one form: the share of the reading against that of the best one.
/// `fold_step` compares forms that are equal without diacritics (byt, být): the frequency of the form against that
/// of the most frequent one. It is 0 where all of them have the same lemmas, which keeps the automaton small.
struct ReadingMark {
  std::uint8_t weight_step = 0;
  std::uint8_t fold_step = 0;

  [[nodiscard]] static constexpr bool is_mark(std::uint8_t label) noexcept {
    return label >= kFirstReadingMark && label < kFirstDerivationMark;
  }
  [[nodiscard]] static constexpr ReadingMark from_label(std::uint8_t label) noexcept {
    const auto value = static_cast<std::uint8_t>(label - kFirstReadingMark);
    return {static_cast<std::uint8_t>(value >> 3U), static_cast<std::uint8_t>(value & 7U)};
  }
  [[nodiscard]] constexpr std::uint8_t label() const noexcept {
    return static_cast<std::uint8_t>(kFirstReadingMark + weight_step * 8U + fold_step);
  }
};

/// Where a step begins: a ratio of at least kStepFloor[i] belongs to step i. The floors 0.10 and 0.02 are the ones
/// that decide which readings are kept, so they are borders.
inline constexpr std::array<float, 8> kStepFloor = {0.60F, 0.40F, 0.25F, 0.16F, 0.10F, 0.05F, 0.02F, 0.0F};
/// The ratio that a step stands for when read back.
inline constexpr std::array<float, 8> kStepRatio = {1.0F, 0.49F, 0.32F, 0.20F, 0.126F, 0.07F, 0.032F, 0.01F};

/// The step of a ratio in [0, 1].
[[nodiscard]] constexpr std::uint8_t step_of(float ratio) noexcept {
  std::uint8_t step = 0;
  while (ratio < kStepFloor[step]) ++step;
  return step;
}

/// The prefixes an edit can cut off, by code.
inline constexpr std::array<std::string_view, 4> kPrefixes = {"", "ne", "nej", "nejne"};

/// The first byte of an edit; the letters to add follow.
struct Edit {
  std::uint8_t prefix = 0;  ///< index into kPrefixes
  bool verb = false;
  bool negated = false;
  std::uint8_t cut = 0;  ///< letters to cut off the end; kCutAll: all that the prefix leaves

  static constexpr std::uint8_t kCutAll = 15;

  [[nodiscard]] static constexpr Edit from_label(std::uint8_t label) noexcept {
    return {static_cast<std::uint8_t>(label & 3U), (label & 4U) != 0, (label & 8U) != 0,
            static_cast<std::uint8_t>(label >> 4U)};
  }
  [[nodiscard]] constexpr std::uint8_t label() const noexcept {
    return static_cast<std::uint8_t>(prefix | (verb ? 4U : 0U) | (negated ? 8U : 0U) |
                                     (static_cast<unsigned>(cut) << 4U));
  }
};

/// Longest form or lemma, and longest text that an edit adds, in letters.
inline constexpr std::size_t kMaxWordLetters = 64;

/// A 64-bit hash for finding damage (not for security): every change of up to 8 bytes in a row changes it.
[[nodiscard]] std::uint64_t hash_bytes(const void* data, std::size_t size) noexcept;

}  // namespace tvar::stemmers::lexicon
