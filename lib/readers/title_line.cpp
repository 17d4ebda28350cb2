// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/title_line.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "lib/readers/block_text.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

constexpr std::size_t kLookedAt = 8192;
constexpr std::size_t kMaxCandidates = 8;
constexpr std::size_t kMaxCharacters = 120;

/// Cuts the first line off, its end included.
std::string_view cut_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return trimmed(line);
}

/// Cuts the first block off: lines up to a blank one, and the blank ones before.
std::vector<std::string_view> cut_block(std::string_view& text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::string_view line = cut_line(text);
    if (!line.empty()) {
      lines.push_back(line);
    } else if (!lines.empty()) {
      break;
    }
  }
  return lines;
}

bool is_underline(std::string_view line) {
  const auto all = [line](char c) { return line.find_first_not_of(c) == std::string_view::npos; };
  return line.size() >= 3 && (all('=') || all('-'));
}

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool could_be_title(std::string_view line) {
  constexpr std::array<std::string_view, 6> kMarks = {"•", "|", "»", "›", ">", "\t"};
  const auto has = [line](std::string_view mark) { return line.find(mark) != std::string_view::npos; };
  return text::count_code_points(line) <= kMaxCharacters &&
         std::any_of(line.begin(), line.end(), is_letter_byte) &&
         std::string_view(".,;:").find(line.back()) == std::string_view::npos &&
         std::none_of(kMarks.begin(), kMarks.end(), has) && !line.starts_with("- ") &&
         !line.starts_with("* ");
}

/// The lower-case letters of Latin scripts, nearly: only their neighbourhood to capitals matters here.
bool is_lower_latin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0x24F);
}

/// Capitals inside words, twice or more. Once is a name: YouTube.
bool is_glued(std::string_view line) {
  int capitals = 0;
  bool after_lower = false;
  for (std::size_t at = 0; at < line.size();) {
    const text::CodePoint point = text::code_point_at(line, at);
    const std::string_view letter = line.substr(at, point.length);
    const bool capital = text::fold_case(letter) != letter;
    if (capital && after_lower) ++capitals;
    after_lower = !capital && is_lower_latin(point.value);
    at += point.length;
  }
  return capitals >= 2;
}

/// " lokalni partnerstvi breclav": without case and diacritics, a space before each word.
std::string folded_words(std::string_view text) {
  std::string words = " " + text::fold_key(text);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return !is_letter_byte(c); }, ' ');
  return words;
}

/// Whether at least half of the words of four letters and more begin words of the text. Endings are not compared.
bool comes_again(std::string_view line, const std::string& folded_text) {
  std::size_t words = 0;
  std::size_t found = 0;
  const std::string folded = folded_words(line);
  for (std::size_t begin = folded.find_first_not_of(' '); begin != std::string::npos;) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::size_t length = end - begin;
    if (length >= 4) {
      ++words;
      const std::string stem = " " + folded.substr(begin, std::min<std::size_t>(length - 1, 5));
      if (folded_text.find(stem) != std::string::npos) ++found;
    }
    begin = folded.find_first_not_of(' ', end);
  }
  return words > 0 && 2 * found >= words;
}

}  // namespace

std::string find_title(std::string_view text) {
  std::string_view rest = text::truncate_utf8(text, kLookedAt);
  std::string_view below = rest;
  std::vector<std::string_view> candidates;
  while (candidates.size() < kMaxCandidates) {
    const std::vector<std::string_view> block = cut_block(rest);
    const bool single = block.size() == 1 || (block.size() == 2 && is_underline(block[1]));
    if (!single || trimmed(rest).empty() || !could_be_title(block[0])) break;
    candidates.push_back(block[0]);
    below = rest;
  }
  const std::string folded_text = folded_words(below);
  for (std::string_view candidate : candidates) {
    if (comes_again(candidate, folded_text)) return squeezed(candidate);
  }
  return candidates.empty() || is_glued(candidates[0]) ? std::string() : squeezed(candidates[0]);
}

}  // namespace tvar::readers
