// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Look-ups in a lexicon image: the readings of a form, of all forms that are equal to it without diacritics, the
/// forms of a lemma, and what is derived from a lemma. Immutable; any number of threads may use one object. No
/// look-up of a word allocates memory, and none leaves the image's bounds whatever bytes the image holds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stemmers/lexicon/alphabet.h"
#include "stemmers/lexicon/format.h"
#include "stemmers/lexicon/image.h"

namespace tvar::stemmers::lexicon {

/// One reading of a form, as the automaton holds it.
struct Hit {
  ReadingMark mark;
  Edit edit;
  std::uint8_t added_size;                          ///< letters in `added`
  std::array<std::uint8_t, kMaxWordLetters> added;  ///< letters that replace what `edit` cuts off the end

  Hit() {}  // NOLINT(modernize-use-equals-default): not initialised, it is filled by the look-up
  [[nodiscard]] std::span<const std::uint8_t> added_letters() const noexcept {
    return {added.data(), added_size};
  }
};

/// The readings of one form, best first; a form with more than kMax loses the rest.
class Hits {
 public:
  static constexpr std::size_t kMax = 16;

  void clear() noexcept { size_ = 0; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] const Hit& operator[](std::size_t i) const noexcept { return items_[i]; }
  [[nodiscard]] const Hit* begin() const noexcept { return items_.data(); }
  [[nodiscard]] const Hit* end() const noexcept { return items_.data() + size_; }

 private:
  friend class Lexicon;
  std::array<Hit, kMax> items_;
  std::size_t size_ = 0;
};

/// A word that is derived from another one; values as in analysis_source.h.
struct Derived {
  std::string lemma;
  std::uint8_t kind = 0;
};

class Lexicon {
 public:
  explicit Lexicon(Image image);

  [[nodiscard]] const Alphabet& alphabet() const noexcept { return alphabet_; }
  [[nodiscard]] const Image& image() const noexcept { return image_; }

  /// Whether `lemma` (UTF-8, lower case) is the basic form of a verb, or of another word.
  [[nodiscard]] bool has_lemma(std::string_view lemma, bool verb) const noexcept;

  /// The beginning of words: a place in the automaton, for look-ups of many words that begin alike.
  struct Prefix {
    std::uint32_t state = 0;
    /// Whether any word begins so.
    explicit operator bool() const noexcept { return state != 0; }
  };
  [[nodiscard]] Prefix prefix(std::span<const std::uint8_t> letters) const noexcept {
    return {walk(root_, letters)};
  }
  /// `prefix` with `letters` behind it.
  [[nodiscard]] Prefix longer(Prefix prefix, std::span<const std::uint8_t> letters) const noexcept {
    return {walk(prefix.state, letters)};
  }
  /// Whether `word` is the basic form of a verb, or of another word.
  [[nodiscard]] bool is_lemma(Prefix word, bool verb) const noexcept;

  /// Replaces `hits` by the readings of the form `word` (letters of alphabet()), best first. False when it has none.
  bool find(std::span<const std::uint8_t> word, Hits& hits) const noexcept;

  /// Calls `sink(std::span<const std::uint8_t> form, const Hits& hits)` for each form that is equal to `word` when
  /// the letters that `word` has without diacritics may bear any. `form` and `hits` are valid during the call.
  template <typename Sink>
  void find_folded(std::span<const std::uint8_t> word, Sink&& sink) const;

  /// Appends the lemma of `word`, whose letters are `letters`, in the reading `hit`. Faster than append_lemma,
  /// because it copies the text of the word.
  void append_lemma_of(std::string_view word, const Letters& letters, const Hit& hit, std::string& out) const;

  /// Appends the lemma of `form` in the reading `hit`; without its ne- when `affirmative`.
  void append_lemma(std::span<const std::uint8_t> form, const Hit& hit, bool affirmative,
                    std::string& out) const;

  /// All forms of `lemma`, sorted by code point. Walks the whole automaton: some tenths of a second.
  [[nodiscard]] std::vector<std::string> forms_of(std::string_view lemma, bool verb) const;

  /// What is derived from `lemma`.
  [[nodiscard]] std::vector<Derived> derivations_of(std::string_view lemma) const;

  /// Calls `visit(std::span<const std::uint8_t> form, const Hit&)` for all readings, in no particular order.
  template <typename Visit>
  void for_each(Visit&& visit) const;

 private:
  template <typename Sink>
  struct FoldWalk;

  // A run of arcs; empty for states that do not exist.
  [[nodiscard]] const Arc* first(std::uint32_t state) const noexcept {
    return state != 0 && state < size_ ? arcs_ + state : nullptr;
  }
  [[nodiscard]] const Arc* step(std::uint32_t state, std::uint8_t label) const noexcept {
    const Arc* arc = first(state);
    if (arc == nullptr) return nullptr;
    // In bounds without a counter: the last arc of the image ends a run.
    for (; arc->label() != label; ++arc) {
      if (arc->last()) return nullptr;
    }
    return arc;
  }
  [[nodiscard]] std::uint32_t walk(std::uint32_t from, std::span<const std::uint8_t> word) const noexcept;
  void collect(std::uint32_t state, Hits& hits) const noexcept;
  void collect_edits(std::uint32_t state, ReadingMark mark, Hits& hits) const noexcept;
  void collect_added(std::uint32_t state, Hit& hit, Hits& hits, unsigned& budget) const noexcept;
  static void insert(const Hit& hit, Hits& hits) noexcept;

  Image image_;
  Alphabet alphabet_;
  const Arc* arcs_;
  std::uint32_t size_;  // number of arcs
  std::uint32_t root_;
};

// A depth-first walk that takes every arc whose letter is the wanted one or an accented variant of it.
template <typename Sink>
struct Lexicon::FoldWalk {
  const Lexicon& lexicon;
  std::span<const std::uint8_t> word;
  Sink& sink;
  Hits hits;
  std::array<std::uint8_t, kMaxWordLetters> form;
  // Arcs that may be looked at: far more than any real word needs, but an end for images that lie.
  unsigned budget = 1U << 16U;

  FoldWalk(const Lexicon& lexicon_, std::span<const std::uint8_t> word_, Sink& sink_)
      : lexicon(lexicon_), word(word_), sink(sink_) {}

  void descend(std::uint32_t state, std::size_t depth) {
    if (depth == word.size()) {
      lexicon.collect(state, hits);
      if (!hits.empty()) sink(std::span<const std::uint8_t>(form.data(), depth), std::as_const(hits));
      return;
    }
    const std::uint8_t wanted = word[depth];
    const Arc* arc = lexicon.first(state);
    for (bool more = arc != nullptr; more; ++arc) {
      if (budget == 0) return;
      --budget;
      more = !arc->last();
      const std::uint8_t label = arc->label();
      if (label < kFirstLetter || (label != wanted && lexicon.alphabet_.base(label) != wanted)) continue;
      form[depth] = label;
      descend(arc->target(), depth + 1);
    }
  }
};

template <typename Sink>
void Lexicon::find_folded(std::span<const std::uint8_t> word, Sink&& sink) const {
  if (word.size() > kMaxWordLetters) return;
  FoldWalk<Sink>(*this, word, sink).descend(root_, 0);
}

template <typename Visit>
void Lexicon::for_each(Visit&& visit) const {
  std::array<std::uint8_t, kMaxWordLetters> form;
  Hits hits;
  std::uint32_t budget =
      1U << 28U;  // arcs; ten times what the whole dictionary has, an end for images that lie
  const auto descend = [&](const auto& self, std::uint32_t state, std::size_t depth) -> void {
    collect(state, hits);
    for (const Hit& hit : hits) visit(std::span<const std::uint8_t>(form.data(), depth), hit);
    const Arc* arc = first(state);
    for (bool more = arc != nullptr && depth < kMaxWordLetters; more; ++arc) {
      if (budget == 0) return;
      --budget;
      more = !arc->last();
      if (arc->label() < kFirstLetter) continue;
      form[depth] = arc->label();
      self(self, arc->target(), depth + 1);
    }
  };
  descend(descend, root_, 0);
}

}  // namespace tvar::stemmers::lexicon
