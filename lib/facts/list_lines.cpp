// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/list_lines.h"

#include <algorithm>

namespace tvar::facts {
namespace {

constexpr std::size_t kLongestLabel = 140;      // bytes
constexpr std::size_t kLongestPlainLabel = 60;  // bytes

// The first byte of the line that is no white space: of the mark, when it has one.
char mark_of(const AnnotatedText& text, const Line& line) {
  const std::size_t before =
      line.begin == 0 ? std::string_view::npos : text.text().rfind('\n', line.begin - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t at = text.text().find_first_not_of(" \t", begin);
  return at == std::string_view::npos ? '\0' : text.text()[at];
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::size_t skip_empty_lines(const AnnotatedText& text, std::size_t at) {
  while (at < text.lines().size() && text.lines()[at].empty()) ++at;
  return at;
}

std::size_t end_of_wrapped(const AnnotatedText& text, std::size_t at) {
  constexpr std::size_t kMostLines = 60;  // no list is longer than that; a paragraph may be
  for (std::size_t lines = 0; text.lines()[at].is_continued && lines < kMostLines; ++lines) ++at;
  return at + 1;
}

bool is_numbered(const AnnotatedText& text, const Line& line) {
  return line.is_item && is_digit(mark_of(text, line));
}

bool is_rule(const AnnotatedText& text, const Line& line) {
  if (line.empty()) return false;
  const std::string_view shown = shown_line(text, line);
  return shown.find_first_not_of("-–—:|=+_. \t") == std::string_view::npos;
}

std::vector<std::string_view> cells_of(const AnnotatedText& text, const Line& line) {
  std::vector<std::string_view> out;
  std::string_view rest = shown_line(text, line);
  for (;;) {
    const std::size_t bar = rest.find_first_of("|\t");
    out.push_back(trim(rest.substr(0, bar)));
    if (bar == std::string_view::npos) return out;
    rest.remove_prefix(bar + 1);
  }
}

std::vector<std::string_view> columns_of(const AnnotatedText& text, const Line& line) {
  constexpr std::string_view kGap = "   ";
  std::vector<std::string_view> out;
  std::string_view rest = shown_line(text, line);
  for (;;) {
    const std::size_t gap = rest.find(kGap);
    out.push_back(trim(rest.substr(0, gap)));
    if (gap == std::string_view::npos) return out;
    rest = trim(rest.substr(gap));
  }
}

std::size_t behind_label(const AnnotatedText& text, const Line& line) {
  const std::size_t colon = shown_line(text, line).find(": ");
  if (colon == std::string_view::npos || colon > kLongestLabel || line.has_cells) return 0;
  const std::size_t behind = text.word_at(line.begin + colon);
  for (std::size_t i = line.first_word; i < behind; ++i) {
    if (text[i].is_person || (i > line.first_word && text[i].capitalised)) return 0;
  }
  if (behind <= line.first_word || behind >= line.end_word || text[behind].is_person) return 0;
  const bool numbered =
      text[behind].kind == text::TokenKind::number && text.is(behind + 1, kOrganHead | kAdjective);
  return numbered || text[behind].capitalised || text.is(behind, kTownNoun | kOrganHead)
             ? line.begin + colon + 1
             : 0;
}

bool are_siblings(const AnnotatedText& text, const Line& a, const Line& b) {
  if (!a.is_item || !b.is_item) return false;
  const char first = mark_of(text, a);
  const char second = mark_of(text, b);
  return first == second || (is_digit(first) && is_digit(second));
}

bool is_plain_label(const AnnotatedText& text, const Line& line) {
  if (line.empty() || line.is_item || line.has_cells || line.end - line.begin > kLongestPlainLabel)
    return false;
  const std::string_view shown = shown_line(text, line);
  if (shown.find_first_of(",;.") != std::string_view::npos || line.first_word == line.end_word) return false;
  for (std::size_t i = line.first_word + 1U; i < line.end_word; ++i) {
    if (text[i].capitalised || text[i].is_person) return false;
  }
  return text[line.first_word].capitalised && !text[line.first_word].is_person;
}

std::size_t begin_of_last_sentence(const AnnotatedText& text, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    if (text[i].sentence_start) first = i;
  }
  return first;
}

std::size_t begin_of_wrapped(const AnnotatedText& text, std::size_t word) {
  constexpr std::size_t kMostWords = 25;
  std::size_t first = word;
  while (first > 0 && word - first < kMostWords && !text[first].sentence_start &&
         (text[first].continues_line || text.line_of(first).first_word != first))
    --first;
  return text[first].sentence_start ? first : word;
}

}  // namespace tvar::facts
