// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A text as the extractors read it: its words with what the vocabulary knows of them, its dates, and its lines. It is
/// filled from the stream of tokens that indexing makes anyway.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/vocabulary.h"
#include "lib/text/tokenizer.h"
#include "tvar/stemmer.h"
#include "tvar/text_range.h"

namespace tvar::facts {

/// What stands before a word, as far as most questions go: one blank, or something that begins with a comma.
enum class Gap : std::uint8_t { other, blank, comma };

/// A plain token.
struct Word {
  std::uint32_t begin = 0;  ///< bytes of the text
  std::uint32_t end = 0;
  std::uint32_t lower_at = 0;  ///< its normalised text, in the arena
  std::uint32_t line = 0;
  std::uint8_t lower_size = 0;
  text::TokenKind kind = text::TokenKind::word;
  bool capitalised = false;
  bool all_caps = false;
  bool sentence_start = false;
  bool in_reference = false;    ///< part of a law number, a § or an address
  bool continues_line = false;  ///< begins a line only because the one before it was full
  bool is_person = false;       ///< taken by the name of a person
  bool is_organization = false;
  Gap gap = Gap::other;
  WordClass classes = 0;
};

/// A calendar day that the tokenizer found, or a month with its year, or two years with a slash.
struct DateMark {
  std::uint32_t word = 0;   ///< the first
  std::uint32_t count = 1;  ///< words
  std::string iso;          ///< 2016-04-14
};

/// A line of the text, without white space at its ends and the mark of a list item before it.
struct Line {
  std::uint32_t begin = 0;  ///< bytes
  std::uint32_t end = 0;
  std::uint32_t first_word = 0;
  std::uint32_t end_word = 0;  ///< behind the last one
  bool is_item = false;        ///< a bullet or a number stood before it
  bool has_cells = false;      ///< a row of a table: cells parted by " | " or tabs
  bool is_continued = false;   ///< full: its sentence goes on in the next line

  [[nodiscard]] bool empty() const noexcept { return begin == end; }
};

class AnnotatedText {
 public:
  /// Begins a new text, which must stay valid as long as this object is used.
  void start(std::string_view text);
  /// Takes the next token of the text.
  /// @param classes  as WordMarker gives them; not read for extra tokens
  void add(const text::Token& token, WordClass classes);
  /// After the last token.
  void finish();

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }
  [[nodiscard]] const Word& operator[](std::size_t i) const noexcept { return words_[i]; }
  [[nodiscard]] Word& operator[](std::size_t i) noexcept { return words_[i]; }
  /// In the order of the text.
  [[nodiscard]] const std::vector<DateMark>& dates() const noexcept { return dates_; }
  [[nodiscard]] const std::vector<Line>& lines() const noexcept { return lines_; }

  /// In lower case, NFC.
  [[nodiscard]] std::string_view lower(std::size_t i) const noexcept {
    return {arena_.data() + words_[i].lower_at, words_[i].lower_size};
  }
  /// As written.
  [[nodiscard]] std::string_view raw(std::size_t i) const noexcept;
  /// Words `first` to `last`, both included, as written.
  [[nodiscard]] std::string_view raw(std::size_t first, std::size_t last) const noexcept;
  [[nodiscard]] TextRange range(std::size_t first, std::size_t last) const noexcept;
  /// What stands between word i and the next one; before the first word and behind the last one: up to the ends.
  [[nodiscard]] std::string_view gap_before(std::size_t i) const noexcept {
    const std::size_t begin = i == 0 ? 0 : words_[i - 1].end;
    return begin <= words_[i].begin ? std::string_view(text_.data() + begin, words_[i].begin - begin)
                                    : std::string_view();
  }
  [[nodiscard]] std::string_view gap_after(std::size_t i) const noexcept;
  /// Whether word i + 1 follows behind spaces only, on the same line.
  [[nodiscard]] bool next_is_adjacent(std::size_t i) const noexcept;
  [[nodiscard]] bool is(std::size_t i, WordClass classes) const noexcept {
    return i < words_.size() && (words_[i].classes & classes) != 0;
  }
  /// Whether word i follows the one before it behind white space only, on the same line or because that line was full.
  [[nodiscard]] bool follows(std::size_t i) const noexcept {
    if (i == 0 || i >= words_.size()) return false;
    return words_[i].gap == Gap::blank || (words_[i].gap == Gap::other && follows_behind_more(i));
  }
  /// The words of a range of bytes: the first that begins in it or later, and the one behind the last.
  [[nodiscard]] std::size_t word_at(std::size_t byte) const noexcept;
  /// The line that a word stands in, its mark of an item included; behind the last word the last line.
  [[nodiscard]] const Line& line_of(std::size_t word) const noexcept {
    return word < words_.size() ? lines_[words_[word].line] : lines_.back();
  }

 private:
  [[nodiscard]] bool follows_behind_more(std::size_t i) const noexcept;
  void split_lines();
  void find_continued_lines();
  void find_continued_lines(std::size_t first, std::size_t end);
  [[nodiscard]] std::string_view shown(const Line& line) const noexcept;
  [[nodiscard]] std::size_t width_of(const Line& line) const noexcept;
  [[nodiscard]] bool begins_label(const Line& line) const noexcept;
  [[nodiscard]] bool breaks_sentence(const Line& line, const Line& next) const noexcept;

  std::string_view text_;
  std::string arena_;
  std::vector<Word> words_;
  std::vector<DateMark> dates_;
  std::vector<Line> lines_;
  struct Extra {
    std::uint32_t position;
    std::uint8_t span;
  };
  std::vector<Extra> references_;
};

/// Whether a stretch of text is nothing but spaces, one at least, and no line end.
[[nodiscard]] bool is_space(std::string_view gap) noexcept;
/// The text without white space at its ends.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

}  // namespace tvar::facts
