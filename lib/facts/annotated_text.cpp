// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/annotated_text.h"

#include <algorithm>

#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

bool skip(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

// The mark of a list item: a bullet, or a dash with or without a space, or a number with its dot or bracket.
bool skip_item_mark(std::string_view& line) {
  constexpr std::string_view kBullets[] = {"•", "◦", "▪", "●", "·", "‣", "*", "-", "–", "—", "o "};
  if (line.empty()) return false;
  for (const std::string_view bullet : kBullets) {
    if (bullet.front() != line.front()) continue;
    std::string_view rest = line;
    if (!skip(rest, bullet)) continue;
    // "o spolupráci" is the rest of a sentence.
    const bool is_letter = bullet == "o ";
    if (is_letter && (rest.empty() || text::fold_case(rest.substr(0, 2)) == rest.substr(0, 2))) continue;
    const bool glued = !rest.empty() && rest.front() != ' ' && rest.front() != '\t';
    if (glued && bullet.size() == 1 && bullet != "-") continue;  // *emphasis*
    if (glued && !rest.empty() && rest.front() >= '0' && rest.front() <= '9') continue;
    line = trim(rest);
    return true;
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') ++digits;
  const bool letter = digits == 0 && line.size() > 2 && line[0] >= 'a' && line[0] <= 'z' && line[1] == ')';
  if (letter) digits = 1;
  if (digits == 0 || digits + 1 >= line.size()) return false;
  if (line[digits] != '.' && line[digits] != ')') return false;
  std::string_view rest = trim(line.substr(digits + 1));
  // "14. 4. 2016" and "3. ročník" are no items; an item begins with a letter that is no lower-case one, but "a)" may.
  if (line[digits] == '.' && (rest.empty() || (rest.front() >= '0' && rest.front() <= '9'))) return false;
  if (month_of(rest.substr(0, rest.find_first_of(" \t"))) != 0) return false;  // 22. března 2012
  line = rest;
  return true;
}

Gap kind_of_gap(std::string_view gap) {
  if (gap.empty()) return Gap::other;
  if (gap.front() == ',') return Gap::comma;
  return gap == " " ? Gap::blank : Gap::other;
}

}  // namespace

bool is_space(std::string_view gap) noexcept {
  if (gap.empty()) return false;
  while (!gap.empty()) {
    if (gap.front() == ' ') {
      gap.remove_prefix(1);
    } else if (gap.front() != kNoBreakSpace.front() || !skip(gap, kNoBreakSpace)) {
      return false;
    }
  }
  return true;
}

std::string_view trim(std::string_view text) noexcept {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  for (;;) {
    const std::size_t size = text.size();
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    if (text.starts_with(kNoBreakSpace)) text.remove_prefix(kNoBreakSpace.size());
    if (text.ends_with(kNoBreakSpace)) text.remove_suffix(kNoBreakSpace.size());
    if (text.size() == size || text.empty()) return text;
  }
}

void AnnotatedText::start(std::string_view text) {
  text_ = text;
  arena_.clear();
  words_.clear();
  dates_.clear();
  lines_.clear();
  references_.clear();
}

void AnnotatedText::add(const text::Token& token, WordClass classes) {
  if (token.is_extra) {
    if (token.kind == text::TokenKind::date) {
      dates_.push_back({token.position, token.span, std::string(token.text)});
    } else if (token.kind != text::TokenKind::number && token.kind != text::TokenKind::word) {
      references_.push_back({token.position, token.span});
    }
    return;
  }
  Word& word = words_.emplace_back();
  word.begin = static_cast<std::uint32_t>(token.begin);
  word.end = static_cast<std::uint32_t>(token.end);
  word.lower_at = static_cast<std::uint32_t>(arena_.size());
  word.lower_size = static_cast<std::uint8_t>(token.text.size());
  word.kind = token.kind;
  word.capitalised = token.capitalised;
  word.all_caps = token.all_caps;
  word.sentence_start = token.sentence_start;
  word.classes = classes;
  arena_ += token.text;
  word.gap = kind_of_gap(gap_before(words_.size() - 1));
}

void AnnotatedText::finish() {
  std::stable_sort(dates_.begin(), dates_.end(),
                   [](const DateMark& a, const DateMark& b) { return a.word < b.word; });
  for (const Extra& extra : references_) {
    const std::size_t end = std::min<std::size_t>(words_.size(), extra.position + extra.span);
    for (std::size_t i = extra.position; i < end; ++i) words_[i].in_reference = true;
  }
  split_lines();
}

void AnnotatedText::split_lines() {
  std::size_t word = 0;
  for (std::size_t begin = 0; begin < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    std::string_view shown = trim(text_.substr(begin, end - begin));
    Line line;
    line.is_item = skip_item_mark(shown);
    const bool has_bar = shown.find('|') != std::string_view::npos;  // found sooner than one between spaces
    line.has_cells = (has_bar && shown.find(" | ") != std::string_view::npos) ||
                     shown.find('\t') != std::string_view::npos;
    line.begin = static_cast<std::uint32_t>(
        shown.empty() ? begin : static_cast<std::size_t>(shown.data() - text_.data()));
    line.end = static_cast<std::uint32_t>(line.begin + shown.size());
    const auto number = static_cast<std::uint32_t>(lines_.size());
    for (; word < words_.size() && words_[word].begin < line.begin; ++word) words_[word].line = number;
    line.first_word = static_cast<std::uint32_t>(word);
    for (; word < words_.size() && words_[word].begin < end; ++word) words_[word].line = number;
    line.end_word = static_cast<std::uint32_t>(word);
    lines_.push_back(line);
    begin = end + 1;
  }
  for (; word < words_.size(); ++word) words_[word].line = static_cast<std::uint32_t>(lines_.size()) - 1;
  find_continued_lines();
}

// Plain text is often cut into lines that are full: where the next word had no room in the widest line of the paragraph,
// or where the next line begins in the middle of a sentence, since people break lines by hand as well.
void AnnotatedText::find_continued_lines() {
  const auto goes_on = [](const Line& line) { return !line.empty() && !line.is_item && !line.has_cells; };
  for (std::size_t first = 0; first < lines_.size();) {
    std::size_t end = first + 1;
    if (lines_[first].empty() || lines_[first].has_cells) {
      first = end;
      continue;
    }
    while (end < lines_.size() && goes_on(lines_[end])) ++end;
    if (end > first + 1) find_continued_lines(first, end);
    first = end;
  }
}

// The same in one paragraph, the lines from `first` to before `end`.
void AnnotatedText::find_continued_lines(std::size_t first, std::size_t end) {
  constexpr std::size_t kNarrowest = 50;  // code points; shorter lines are lines of a list
  constexpr std::size_t kWidest = 120;    // a wider one is a paragraph,
  constexpr std::size_t kVeryWide = 200;  // unless all but the last one are nearly as wide
  const auto width = [this](std::size_t at) { return width_of(lines_[at]); };
  std::size_t widest = 0;
  std::size_t narrowest = kVeryWide;
  for (std::size_t i = first; i < end; ++i) widest = std::max(widest, width(i));
  if (widest > kVeryWide) return;
  for (std::size_t i = first; i + 1 < end; ++i) narrowest = std::min(narrowest, width(i));
  const auto is_nearly_full = [widest](std::size_t room) { return room * 4 >= widest * 3; };
  if (widest > kWidest && !is_nearly_full(narrowest)) return;
  for (std::size_t i = first; i + 1 < end; ++i) {
    if (width(i) < kNarrowest || begins_label(lines_[i + 1])) continue;
    const std::string_view next = shown(lines_[i + 1]);
    const bool full = width(i) + 1 + text::count_code_points(next.substr(0, next.find(' '))) > widest;
    lines_[i].is_continued = full || breaks_sentence(lines_[i], lines_[i + 1]);
  }
  // Where most lines go on, one that is nearly full and does not end a sentence does so too.
  for (std::size_t begin = first; begin + 1 < end;) {
    std::size_t stop = begin + 1;
    std::size_t found = lines_[begin].is_continued ? 1 : 0;
    while (stop < end && !begins_label(lines_[stop])) found += lines_[stop++].is_continued ? 1 : 0;
    const bool is_prose = found > 0 && found * 2 >= stop - begin - 1;
    for (std::size_t i = begin; i + 1 < stop && is_prose; ++i) {
      const bool ends = shown(lines_[i]).find_last_of(".:;!?") + 1 == shown(lines_[i]).size();
      if (!ends && width(i) >= kNarrowest && is_nearly_full(width(i))) lines_[i].is_continued = true;
    }
    begin = stop;
  }
  for (std::size_t i = first; i + 1 < end; ++i) {
    if (!lines_[i].is_continued || lines_[i + 1].first_word == lines_[i + 1].end_word) continue;
    Word& word = words_[lines_[i + 1].first_word];
    word.continues_line = true;
    if (trim(gap_before(lines_[i + 1].first_word)).empty()) word.sentence_start = false;
  }
}

std::string_view AnnotatedText::shown(const Line& line) const noexcept {
  return text_.substr(line.begin, line.end - line.begin);
}

// With the white space and the mark of an item before it, which take room as well.
std::size_t AnnotatedText::width_of(const Line& line) const noexcept {
  const std::size_t begin = line.begin == 0 ? 0 : text_.rfind('\n', line.begin - 1) + 1;
  return text::count_code_points(text_.substr(begin, line.end - begin));
}

// "Termín: 14. dubna" is a line of its own.
bool AnnotatedText::begins_label(const Line& line) const noexcept {
  return shown(line).find(": ") != std::string_view::npos;
}

// Whether a line stops within a sentence: the next one begins in lower case or with a bracket.
bool AnnotatedText::breaks_sentence(const Line& line, const Line& next) const noexcept {
  if (next.first_word == next.end_word) return false;
  if (shown(next).starts_with("(")) return true;
  if (words_[next.first_word].begin != next.begin) return false;
  const Word& word = words_[next.first_word];
  const bool ends = shown(line).find_last_of(".:;!?") + 1 == shown(line).size();
  return !ends && word.kind == text::TokenKind::word && !word.capitalised;
}

// Behind other white space than one blank.
bool AnnotatedText::follows_behind_more(std::size_t i) const noexcept {
  const std::string_view gap = gap_before(i);
  return is_space(gap) || (words_[i].continues_line && trim(gap).empty());
}

std::string_view AnnotatedText::raw(std::size_t i) const noexcept {
  return raw(i, i);
}

std::string_view AnnotatedText::raw(std::size_t first, std::size_t last) const noexcept {
  return text_.substr(words_[first].begin, words_[last].end - words_[first].begin);
}

TextRange AnnotatedText::range(std::size_t first, std::size_t last) const noexcept {
  return {words_[first].begin, words_[last].end};
}

std::string_view AnnotatedText::gap_after(std::size_t i) const noexcept {
  return i + 1 < words_.size() ? gap_before(i + 1) : text_.substr(words_[i].end);
}

bool AnnotatedText::next_is_adjacent(std::size_t i) const noexcept {
  return i + 1 < words_.size() && is_space(gap_before(i + 1));
}

std::size_t AnnotatedText::word_at(std::size_t byte) const noexcept {
  const auto found = std::lower_bound(words_.begin(), words_.end(), byte,
                                      [](const Word& word, std::size_t at) { return word.begin < at; });
  return static_cast<std::size_t>(found - words_.begin());
}

}  // namespace tvar::facts
