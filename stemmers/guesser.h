// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Guesses the lemma of a word that no dictionary knows from the way it ends.
///
/// A tree of word endings, read from the last letter backwards. A node holds up to three rules "letters to cut,
/// letters to add" with their probabilities; the longest ending that the tree has decides. The tree is learned from
/// the lexicon when the lexicon is compiled (lexicon/guesser_trainer.h) and lies in the same image:
///
///     GuesserHeader | nodes | rule references | rules | letters of the rules
///
/// Nodes lie level by level, the children of a node side by side, so that the first child of the next node ends
/// them. Node 0 is the root, and a last node that is none closes the list.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tvar::stemmers {

/// How many of each part there are.
struct GuesserHeader {
  std::uint32_t nodes = 0;  ///< the closing one included
  std::uint32_t references = 0;
  std::uint32_t rules = 0;
  std::uint32_t letters = 0;  ///< bytes
};

/// One ending; it extends that of its parent by `letter` to the left.
struct GuesserNode {
  std::uint32_t first_child = 0;
  std::uint32_t first_reference = 0;  ///< the references of the next node end the list; never an empty one
  std::uint8_t letter = 0;
  std::array<std::uint8_t, 3> reserved{};
};

struct GuesserReference {
  std::uint16_t rule = 0;
  std::uint16_t probability = 0;  ///< in 1/65535
};

struct GuesserRule {
  std::uint32_t letters = 0;  ///< where its letters begin: those it cuts off, in order, then those it adds
  std::uint8_t cut = 0;
  std::uint8_t added = 0;
  std::uint8_t verb = 0;  ///< 1 when the lemma is a verb
  std::uint8_t reserved = 0;
};

/// How a word becomes its presumed lemma. `added` lives as long as the guesser's image.
struct Guess {
  std::size_t cut = 0;  ///< letters to cut off the end of the word; less than the word has
  std::span<const std::uint8_t> added;
  bool verb = false;
  float weight = 0;  ///< probability among the guesses, in (0, 1]
};

/// The guesses for one word, best first.
class Guesses {
 public:
  static constexpr std::size_t kMax = 3;

  void clear() noexcept { size_ = 0; }
  void add(const Guess& guess) noexcept {
    if (size_ < kMax) items_[size_++] = guess;
  }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] const Guess* begin() const noexcept { return items_.data(); }
  [[nodiscard]] const Guess* end() const noexcept { return items_.data() + size_; }

 private:
  std::array<Guess, kMax> items_;
  std::size_t size_ = 0;
};

/// Immutable; any number of threads may use one object. Words are letters of the lexicon's alphabet.
class Guesser {
 public:
  /// A guesser that never guesses.
  Guesser() = default;

  /// @param section  the part of the image; must outlive the guesser. Empty: as the default constructor
  /// @param name     the image, for messages
  /// @throws tvar::Error  corrupt, when a reference leads out of the section
  Guesser(std::span<const std::byte> section, std::string_view name);

  /// Replaces `guesses` by those for `word`; none when no rule fits.
  void guess(std::span<const std::uint8_t> word, Guesses& guesses) const noexcept;

  [[nodiscard]] std::size_t node_count() const noexcept { return nodes_.size(); }

 private:
  [[nodiscard]] const GuesserNode* child(const GuesserNode& node, std::uint8_t letter) const noexcept;
  [[nodiscard]] bool fits(const GuesserRule& rule, std::span<const std::uint8_t> word) const noexcept;
  void check(std::string_view name) const;

  std::span<const GuesserNode> nodes_;
  std::span<const GuesserReference> references_;
  std::span<const GuesserRule> rules_;
  std::span<const std::uint8_t> letters_;
};

}  // namespace tvar::stemmers
