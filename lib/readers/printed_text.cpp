// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/printed_text.h"

#include <algorithm>
#include <array>

#include "lib/text/character.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr auto kHyphens = std::to_array<std::string_view>({"-", "\u2010"});
constexpr auto kBullets = std::to_array<std::string_view>({"•", "▪", "■", "●", "◦", "‣", "\uF0B7", "\uF0A7"});

char32_t first_of(std::string_view utf8) {
  return text::code_point_at(utf8, 0).value;
}

char32_t last_of(std::string_view utf8) {
  return utf8.empty() ? 0 : text::code_point_at(utf8, text::previous_code_point(utf8, utf8.size())).value;
}

template <typename Table>
bool drop_front(std::string_view& line, const Table& marks) {
  const auto found =
      std::find_if(marks.begin(), marks.end(), [&](std::string_view mark) { return line.starts_with(mark); });
  if (found != marks.end()) line.remove_prefix(found->size());
  return found != marks.end();
}

template <typename Table>
bool drop_back(std::string_view& line, const Table& marks) {
  const auto found =
      std::find_if(marks.begin(), marks.end(), [&](std::string_view mark) { return line.ends_with(mark); });
  if (found != marks.end()) line.remove_suffix(found->size());
  return found != marks.end();
}

std::string_view cut_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = trimmed(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

/// Writes a line that has another one of the same paragraph behind it.
void append_joined(BlockText& out, std::string_view line, std::string_view& next) {
  std::string_view word = line;
  if (word.ends_with(kSoftHyphen)) {
    word.remove_suffix(kSoftHyphen.size());
    return out.text(word);
  }
  if (!drop_back(word, kHyphens) || !text::is_letter(last_of(word))) {
    out.text(line);
    // "10-" and "15" belong together all the same.
    if (word.size() == line.size() || last_of(word) < U'0' || last_of(word) > U'9') out.text(" ");
    return;
  }
  std::string_view behind = next;
  if (drop_front(behind, kHyphens) && text::is_letter(first_of(behind))) {
    next = behind;
    return out.text(line);
  }
  out.text(text::is_lower(first_of(next)) ? word : line);
}

}  // namespace

void append_printed(BlockText& out, std::string_view utf8) {
  bool in_list = false;
  out.boundary();
  for (std::string_view line = cut_line(utf8);; line = cut_line(utf8)) {
    std::string_view item = line;
    const bool is_item = drop_front(item, kBullets);
    if (is_item) {
      if (in_list) {
        out.close_item();
      } else {
        out.open_list();
      }
      out.open_item();
      in_list = true;
      line = trimmed(item);
    } else if (line.empty()) {
      if (in_list) out.close_list();
      in_list = false;
      out.boundary();
    }
    // Divided words may end on any of the lines that follow.
    while (!line.empty()) {
      std::string_view rest = utf8;
      std::string_view next = cut_line(rest);
      std::string_view probe = next;
      if (next.empty() || drop_front(probe, kBullets)) {
        out.text(line);
        break;
      }
      append_joined(out, line, next);
      line = next;
      utf8 = rest;
    }
    if (utf8.empty()) break;
  }
  if (in_list) out.close_list();
  out.boundary();
}

}  // namespace tvar::readers
