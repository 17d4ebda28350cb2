// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/block_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tvar::readers {
namespace {

constexpr std::string_view kBullet = "• ";
constexpr std::string_view kNoBreakSpace = "\u00A0";

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr auto kDebris =
    std::to_array<std::string_view>({"//]]>", "]]>", "//<![CDATA[", "<![CDATA[", "//-->", "<!--//-->"});

}  // namespace

bool is_debris(std::string_view line) {
  return std::find(kDebris.begin(), kDebris.end(), line) != kDebris.end();
}

bool may_have_debris(std::string_view text) {
  return text.find("]]>") != std::string_view::npos || text.find("<![CDATA[") != std::string_view::npos ||
         text.find("//-->") != std::string_view::npos;
}

std::string_view trimmed(std::string_view utf8) {
  while (!utf8.empty()) {
    if (is_space(utf8.front())) {
      utf8.remove_prefix(1);
    } else if (is_space(utf8.back())) {
      utf8.remove_suffix(1);
    } else if (utf8.starts_with(kNoBreakSpace)) {
      utf8.remove_prefix(kNoBreakSpace.size());
    } else if (utf8.ends_with(kNoBreakSpace)) {
      utf8.remove_suffix(kNoBreakSpace.size());
    } else {
      break;
    }
  }
  return utf8;
}

std::string squeezed(std::string_view utf8) {
  std::string line;
  bool space = false;
  for (char c : trimmed(utf8)) {
    if (is_space(c)) {
      space = true;
      continue;
    }
    if (std::exchange(space, false)) line += ' ';
    line += c;
  }
  return line;
}

void BlockText::text(std::string_view utf8) {
  for (char c : utf8) {
    if (is_space(c)) {
      space_ = true;
      continue;
    }
    if (!block_.empty()) {
      if (breaks_ > 0) {
        block_.append(breaks_, '\n');
      } else if (space_) {
        block_ += ' ';
      }
    }
    space_ = false;
    breaks_ = 0;
    block_ += c;
  }
}

void BlockText::preformatted(std::string_view utf8) {
  if (std::exchange(space_, false) && !block_.empty()) block_ += ' ';
  block_.append(std::exchange(breaks_, std::uint8_t{0}), '\n');
  block_.append(utf8);
}

void BlockText::line_break() {
  breaks_ = static_cast<std::uint8_t>(std::min(breaks_ + 1, 2));
}

void BlockText::boundary() {
  separate(lists_ > 0 ? Separator::line : Separator::blank_line);
}

void BlockText::open_list() {
  separate(lists_ > 0 ? Separator::line : Separator::blank_line);
  ++lists_;
}

void BlockText::close_list() {
  flush();
  if (lists_ > 0) --lists_;
  separate(lists_ > 0 ? Separator::line : Separator::blank_line);
}

void BlockText::open_item() {
  line();
  bullet_ = true;
}

void BlockText::close_item() {
  line();
  bullet_ = false;  // of an empty item
}

void BlockText::open_row() {
  line();
  rows_.emplace_back();
}

void BlockText::close_row() {
  flush();
  if (rows_.empty()) return line();
  const Row row = rows_.back();
  rows_.pop_back();
  if (row.has_text && !rows_.empty()) rows_.back() = {.has_text = true, .is_layout = true, .cell_text = true};
  separate(row.is_layout ? Separator::blank_line : Separator::line);
}

void BlockText::open_cell() {
  flush();
  if (rows_.empty()) return separate(Separator::blank_line);
  Row& row = rows_.back();
  row.cell_text = false;
  if (row.is_layout) {
    separate(Separator::blank_line);
  } else if (row.has_text) {
    pending_ = Separator::cell;  // instead of the line that the last block of the cell before has asked for
  }
}

void BlockText::separate(Separator separator) {
  flush();
  // At the begin of a cell there is nothing to be separated from.
  if (pending_ == Separator::cell && separator != Separator::cell) {
    if (!rows_.empty() && !rows_.back().cell_text) return;
  }
  pending_ = std::max(pending_, separator);
}

void BlockText::flush() {
  space_ = false;
  breaks_ = 0;
  if (block_.empty()) return;
  const std::string_view block = trimmed(block_);
  if (!block.empty() && !is_debris(block)) {
    write_separator();
    if (std::exchange(bullet_, false)) out_ += kBullet;
    out_ += block;
    if (!rows_.empty() && block.find('\n') != std::string_view::npos) rows_.back().is_layout = true;
  }
  block_.clear();
}

void BlockText::write_separator() {
  if (!rows_.empty()) {
    Row& row = rows_.back();
    row.is_layout = row.is_layout || row.cell_text;
    row.has_text = row.cell_text = true;
  }
  const Separator separator = std::exchange(pending_, Separator::none);
  if (out_.empty()) return;
  switch (separator) {
    case Separator::none:
      break;
    case Separator::cell:
      out_ += " | ";
      break;
    case Separator::line:
      out_ += '\n';
      break;
    case Separator::blank_line:
      out_ += "\n\n";
      break;
  }
}

std::string BlockText::take() {
  flush();
  return std::move(out_);
}

}  // namespace tvar::readers
