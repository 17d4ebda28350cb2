// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/sentences.h"

#include <algorithm>
#include <string>

#include "lib/text/character.h"
#include "lib/text/czech_tables.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::text {
namespace {

constexpr std::size_t kShortLine = 60;    // bytes; a line of wrapped prose is longer
constexpr std::size_t kMaxLookBack = 20;  // code points of a word before a dot

bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_bullet(char32_t c) {
  return c == 0x2022 || c == 0x25AA || c == 0x25CF || c == 0x25A0 || c == 0x25BA || c == 0x2023 ||
         c == 0x25E6;
}

/// Also bullets, but only at the begin of a line.
bool is_line_bullet(char32_t c) {
  return is_bullet(c) || c == U'-' || c == U'*' || c == 0x2013 || c == 0x2014;
}

bool is_closer(char32_t c) {
  return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == 0x201C || c == 0x201D || c == 0x2018 ||
         c == 0x2019 || c == 0xBB || c == 0xAB || c == 0x203A;
}

bool is_opener(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'(' || c == U'[' || c == 0x201E || c == 0x201C || c == 0x201A ||
         c == 0x2018 || c == 0xBB || c == 0xAB;
}

bool is_terminator(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x2026;
}

bool is_roman(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return c == 'I' || c == 'V' || c == 'X' || c == 'L'; });
}

class Splitter {
 public:
  Splitter(std::string_view text, std::vector<ByteRange>& out) : text_(text), out_(out) { out_.clear(); }

  void run() {
    skip_bullet(0);
    std::size_t at = start_;
    while (at < text_.size()) {
      const CodePoint point = code_point_at(text_, at);
      if (point.value == U'\n') {
        at = line_end(at);
      } else if (is_terminator(point.value)) {
        at = terminator(at);
      } else if (is_bullet(point.value) && follows_space(at)) {
        at = cut(at, at);
      } else {
        at += point.length;
      }
    }
    cut(text_.size(), text_.size());
  }

 private:
  [[nodiscard]] char32_t value_at(std::size_t at) const { return code_point_at(text_, at).value; }

  [[nodiscard]] char32_t value_before(std::size_t at) const {
    return at == 0 ? U' ' : value_at(previous_code_point(text_, at));
  }

  [[nodiscard]] bool follows_space(std::size_t at) const { return is_space(value_before(at)); }

  /// The next character that is no white space, and how many line ends lie before it.
  [[nodiscard]] std::size_t skip_space(std::size_t at, std::size_t* line_ends = nullptr) const {
    while (at < text_.size()) {
      const CodePoint point = code_point_at(text_, at);
      if (!is_space(point.value)) break;
      if (line_ends != nullptr && point.value == U'\n') ++*line_ends;
      at += point.length;
    }
    return at;
  }

  /// Ends the passage before `end`; the next one begins at `next` or behind a bullet there.
  std::size_t cut(std::size_t end, std::size_t next) {
    while (end > start_ && is_space(value_before(end))) end = previous_code_point(text_, end);
    if (end > start_) out_.push_back({start_, end});
    skip_bullet(next);
    return start_;
  }

  void skip_bullet(std::size_t at) {
    at = skip_space(at);
    for (std::size_t behind = bullet_end(at); behind != at; behind = bullet_end(at)) at = skip_space(behind);
    start_ = at;
  }

  [[nodiscard]] std::size_t bullet_end(std::size_t at) const {
    const CodePoint point = code_point_at(text_, at);
    const std::size_t behind = at + point.length;
    if (point.length == 0 || !is_line_bullet(point.value)) return at;
    // Dashes are also glued to their item ("-posílení služeb"); a star is more often the mark of a note.
    if (is_bullet(point.value) || behind == text_.size() || is_space(value_at(behind))) return behind;
    return point.value != U'*' && is_letter(value_at(behind)) ? behind : at;
  }

  std::size_t line_end(std::size_t at) {
    std::size_t line_ends = 0;
    const std::size_t next = skip_space(at, &line_ends);
    const bool ends = line_ends > 1 || next == text_.size() || begins_item(next) || ends_line(at, next);
    line_begin_ = next;
    return ends ? cut(at, next) : next;
  }

  [[nodiscard]] bool begins_item(std::size_t at) const {
    if (bullet_end(at) != at) return true;
    std::size_t end = at;
    while (end < text_.size() && end - at < 3 && text_[end] >= '0' && text_[end] <= '9') ++end;
    if (end == at || end >= text_.size() || (text_[end] != '.' && text_[end] != ')')) return false;
    const std::size_t behind = skip_space(end + 1);
    // "1. Název" is an item, "14. 4." and "2. stupně" go on with the sentence.
    return behind > end + 1 && is_upper(value_at(behind));
  }

  /// A single line end between `at` and `next`.
  [[nodiscard]] bool ends_line(std::size_t at, std::size_t next) const {
    std::size_t end = at;
    while (end > start_ && is_ascii_space(text_[end - 1])) --end;
    if (end == open_dot_) return false;
    const char32_t last = value_before(end);
    if (last == U',' || last == U'-' || is_lower(value_at(next))) return false;
    return end - std::min(end, std::max(line_begin_, start_)) < kShortLine || is_terminator(last);
  }

  /// A run of . ! ? … with closing quotes; returns where to go on.
  std::size_t terminator(std::size_t at) {
    std::size_t end = at;
    bool only_dot = true;
    while (end < text_.size() && is_terminator(value_at(end))) {
      only_dot = only_dot && end == at && text_[end] == '.';
      end += code_point_at(text_, end).length;
    }
    const std::size_t marks_end = end;
    while (end < text_.size() && is_closer(value_at(end))) end += code_point_at(text_, end).length;
    if (end < text_.size() && !is_space(value_at(end))) return marks_end;
    std::size_t line_ends = 0;
    const std::size_t next = skip_space(end, &line_ends);
    if (line_ends > 1 || (line_ends == 1 && begins_item(next))) return end;  // the line end will cut
    if (can_begin(next) && (!only_dot || dot_ends_sentence(at, next))) return cut(end, next);
    open_dot_ = end;
    return end;
  }

  /// True when what stands at `at` may be the first word of a sentence.
  [[nodiscard]] bool can_begin(std::size_t at) const {
    while (at < text_.size() && is_opener(value_at(at))) at += code_point_at(text_, at).length;
    return at == text_.size() || !is_lower(value_at(at));
  }

  [[nodiscard]] bool dot_ends_sentence(std::size_t dot, std::size_t next) const {
    const std::size_t begin = word_begin(dot);
    const std::string_view word = text_.substr(begin, dot - begin);
    if (word.empty() || next == text_.size()) return true;
    if (is_digit(value_at(begin))) return number_ends_sentence(begin, dot, next);
    const std::string lower = fold_case(word);
    if (count_code_points(lower) == 1) return letter_ends_sentence(begin, dot);
    if (is_roman(word)) return false;
    return !never_ends_sentence(lower);
  }

  /// The letters or the digits before `end`.
  [[nodiscard]] std::size_t word_begin(std::size_t end) const {
    std::size_t begin = end;
    const bool digits = is_digit(value_before(end));
    for (std::size_t i = 0; i < kMaxLookBack && begin > start_; ++i) {
      const char32_t c = value_before(begin);
      if (digits ? !is_digit(c) : !is_letter(c)) break;
      begin = previous_code_point(text_, begin);
    }
    return begin;
  }

  /// 14. 4. 2016 and "1. Název" at the begin of an item go on; "v roce 2016. Potom" ends; "bylo jich 14. Potom" as well.
  [[nodiscard]] bool number_ends_sentence(std::size_t begin, std::size_t dot, std::size_t next) const {
    if (begin == start_) return false;
    if (dot - begin <= 3 && is_digit(value_at(next))) return false;
    const std::size_t end = letters_end(next);
    return dot - begin > 2 || month_number(fold_case(text_.substr(next, end - next))) == 0;
  }

  [[nodiscard]] std::size_t letters_end(std::size_t at) const {
    for (std::size_t i = 0; i < kMaxLookBack && at < text_.size() && is_letter(value_at(at)); ++i) {
      at += code_point_at(text_, at).length;
    }
    return at;
  }

  /// A single letter before the dot: an initial, or the last of "o. p. s.", "č. j.", "Ph.D."
  [[nodiscard]] bool letter_ends_sentence(std::size_t begin, std::size_t dot) const {
    if (text_.substr(0, dot).ends_with("Ph.D") || text_.substr(0, dot).ends_with("Ph. D")) return true;
    std::string letters = fold_case(text_.substr(begin, dot - begin));
    while (count_code_points(letters) < kMaxAbbreviationLetters) {
      const std::size_t previous = previous_letter(begin);
      if (previous == begin) break;
      letters.insert(0, fold_case(text_.substr(previous, code_point_at(text_, previous).length)));
      begin = previous;
    }
    if (!is_legal_form(letters)) return false;
    begin = space_begin(begin);
    const std::string_view front = text_.substr(start_, begin - start_);
    if (front.ends_with("spol.")) begin = space_begin(begin - std::string_view("spol.").size());
    return begin > start_ && text_[begin - 1] == ',';
  }

  /// Where the white space before `at` begins.
  [[nodiscard]] std::size_t space_begin(std::size_t at) const {
    while (at > start_ && is_ascii_space(text_[at - 1])) --at;
    return at;
  }

  /// The single letter with its dot (or the s of "s r. o.") before `begin`; `begin` when there is none.
  [[nodiscard]] std::size_t previous_letter(std::size_t begin) const {
    std::size_t at = begin;
    while (at > start_ && is_space(value_before(at))) at = previous_code_point(text_, at);
    if (at > start_ && text_[at - 1] == '.') --at;
    if (at == begin || at <= start_ || !is_letter(value_before(at))) return begin;
    const std::size_t letter = previous_code_point(text_, at);
    const bool dotted = text_[at] == '.';
    if (letter > start_ && is_letter(value_before(letter))) return begin;
    return dotted || text_[letter] == 's' ? letter : begin;
  }

  std::string_view text_;
  std::vector<ByteRange>& out_;
  std::size_t start_ = 0;                          // of the passage
  std::size_t line_begin_ = 0;                     // of the line
  std::size_t open_dot_ = std::string_view::npos;  // behind the last dot that ended no sentence
};

}  // namespace

void split_sentences(std::string_view text, std::vector<ByteRange>& out) {
  Splitter(text, out).run();
}

}  // namespace tvar::text
