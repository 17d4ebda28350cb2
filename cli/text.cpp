// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tvar::cli {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct CodePointRange {
  char32_t first;
  char32_t last;
};

// Unicode 15: general categories Mn, Me and Cf as far as they are met in the scripts of Europe and in emoji.
constexpr std::array kZeroWidth = {
    CodePointRange{0x00AD, 0x00AD}, CodePointRange{0x0300, 0x036F}, CodePointRange{0x0483, 0x0489},
    CodePointRange{0x0591, 0x05BD}, CodePointRange{0x064B, 0x065F}, CodePointRange{0x1AB0, 0x1AFF},
    CodePointRange{0x1DC0, 0x1DFF}, CodePointRange{0x200B, 0x200F}, CodePointRange{0x202A, 0x202E},
    CodePointRange{0x2060, 0x2064}, CodePointRange{0x20D0, 0x20FF}, CodePointRange{0xFE00, 0xFE0F},
    CodePointRange{0xFE20, 0xFE2F}, CodePointRange{0xFEFF, 0xFEFF},
};

// Unicode Standard Annex 11: East Asian Width W and F, in blocks.
constexpr std::array kDoubleWidth = {
    CodePointRange{0x1100, 0x115F},   CodePointRange{0x2E80, 0x303E},   CodePointRange{0x3041, 0x4DBF},
    CodePointRange{0x4E00, 0xA4CF},   CodePointRange{0xAC00, 0xD7A3},   CodePointRange{0xF900, 0xFAFF},
    CodePointRange{0xFE30, 0xFE6F},   CodePointRange{0xFF00, 0xFF60},   CodePointRange{0xFFE0, 0xFFE6},
    CodePointRange{0x1F300, 0x1F64F}, CodePointRange{0x1F900, 0x1F9FF}, CodePointRange{0x20000, 0x3FFFD},
};

template <typename Table>
bool contains(const Table& table, char32_t c) {
  return std::any_of(table.begin(), table.end(),
                     [c](const CodePointRange& range) { return c >= range.first && c <= range.last; });
}

std::size_t width_of(char32_t c) {
  if (c < 0xAD) return 1;
  if (contains(kZeroWidth, c)) return 0;
  return contains(kDoubleWidth, c) ? 2 : 1;
}

void append_utf8(std::string& out, char32_t c) {
  const auto byte = [&out](char32_t value) { out.push_back(static_cast<char>(value)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6U));
    byte(0x80 | (c & 0x3FU));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12U));
    byte(0x80 | ((c >> 6U) & 0x3FU));
    byte(0x80 | (c & 0x3FU));
  } else {
    byte(0xF0 | (c >> 18U));
    byte(0x80 | ((c >> 12U) & 0x3FU));
    byte(0x80 | ((c >> 6U) & 0x3FU));
    byte(0x80 | (c & 0x3FU));
  }
}

// How many bytes follow the lead byte, and the values that the first of them may have (Unicode 15, table 3-7);
// length 0 for a byte that can't begin a sequence of several bytes.
struct Lead {
  unsigned length;
  unsigned char low;
  unsigned char high;
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte >= 0xE0 && byte <= 0xEF) {
    return {2, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  }
  if (byte >= 0xF0 && byte <= 0xF4) {
    return {3, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
  }
  return {0, 0, 0};
}

char32_t line_character(char32_t c, bool keep_breaks) {
  if (c == U'\n') return keep_breaks ? c : U' ';
  if (c == U'\t' || c == U'\r') return U' ';
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  return control ? kReplacement : c;
}

std::string make_printable(std::string_view text, bool keep_breaks) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    append_utf8(out, line_character(next_code_point(text, position), keep_breaks));
  }
  return out;
}

// Where the code points of a text begin, in bytes and in columns, with an entry for the end.
struct Column {
  std::size_t byte;
  std::size_t column;
};

std::vector<Column> columns_of(std::string_view text) {
  std::vector<Column> columns;
  std::size_t column = 0;
  for (std::size_t position = 0; position < text.size();) {
    columns.push_back({position, column});
    column += width_of(line_character(next_code_point(text, position), false));
  }
  columns.push_back({text.size(), column});
  return columns;
}

// Index of the last code point that begins at or before `byte`.
std::size_t point_before(const std::vector<Column>& columns, std::size_t byte) {
  const auto after = std::upper_bound(columns.begin(), columns.end(), byte,
                                      [](std::size_t b, const Column& c) { return b < c.byte; });
  return static_cast<std::size_t>(after - columns.begin()) - 1;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  for (std::size_t position = 0; position < text.size();) {
    points.push_back(next_code_point(text, position));
  }
  return points;
}

// Optimal string alignment: Levenshtein's distance, and a swap of neighbours counts one (Damerau 1964).
std::size_t edit_distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({previous[j] + 1, row[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, previous);
    std::swap(previous, row);
  }
  return previous[b.size()];
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto byte_at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte_at(position++);
  if (first < 0x80) return first;
  Lead lead = lead_of(first);
  if (lead.length == 0) return kReplacement;
  char32_t c = first & (0x3FU >> lead.length);
  for (unsigned left = lead.length; left > 0; --left) {
    if (position == text.size() || byte_at(position) < lead.low || byte_at(position) > lead.high) {
      return kReplacement;
    }
    c = (c << 6U) | (byte_at(position++) & 0x3FU);
    lead.low = 0x80;
    lead.high = 0xBF;
  }
  return c;
}

std::string repair_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) append_utf8(out, next_code_point(text, position));
  return out;
}

std::string printable(std::string_view text) {
  return make_printable(text, false);
}

std::string printable_block(std::string_view text) {
  return make_printable(text, true);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t position = 0; position < text.size();) width += width_of(next_code_point(text, position));
  return width;
}

std::string pad_right(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(text) + std::string(columns > width ? columns - width : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(columns > width ? columns - width : 0, ' ') + std::string(text);
}

std::string shorten(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::size_t end = 0;
  std::size_t width = 0;
  for (std::size_t position = 0; position < text.size(); end = position) {
    width += width_of(next_code_point(text, position));
    if (width + 1 > columns) break;
  }
  return std::string(text.substr(0, end)) + "…";
}

Pointer point_at(std::string_view text, TextRange range, std::size_t columns) {
  const std::vector<Column> points = columns_of(text);
  const std::size_t begin = point_before(points, std::min(range.begin, text.size()));
  const std::size_t end = std::max(begin, point_before(points, std::min(range.end, text.size())));

  // The window: a third of the room before the range, the rest behind its beginning.
  std::size_t first = begin;
  while (first > 0 && points[begin].column - points[first - 1].column <= columns / 3) --first;
  std::size_t last = first;
  while (last + 1 < points.size() && points[last + 1].column - points[first].column <= columns) ++last;

  Pointer pointer;
  if (first > 0) pointer.line = "…";
  pointer.line += printable(text.substr(points[first].byte, points[last].byte - points[first].byte));
  if (last + 1 < points.size()) pointer.line += "…";
  pointer.carets.assign(points[begin].column - points[first].column + (first > 0 ? 1 : 0), ' ');
  const std::size_t width = points[std::min(end, last)].column - points[begin].column;
  pointer.carets.append(std::max<std::size_t>(width, 1), '^');
  return pointer;
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const std::vector<char32_t> typed = code_points(word.substr(0, 64));
  std::size_t best = std::max<std::size_t>(1, typed.size() / 3);
  std::optional<std::string> found;
  for (const std::string& candidate : candidates) {
    if (typed.size() >= 3 && candidate.compare(0, word.size(), word) == 0) return candidate;
    const std::size_t distance = edit_distance(typed, code_points(candidate));
    if (distance < best || (distance == best && !found)) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

}  // namespace tvar::cli
