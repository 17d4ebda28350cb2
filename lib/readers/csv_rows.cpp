// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/csv_rows.h"

#include <algorithm>
#include <array>

namespace tvar::readers {

char find_delimiter(std::string_view text) {
  constexpr auto kDelimiters = std::to_array<char>({',', ';', '\t'});
  std::array<std::size_t, kDelimiters.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    for (std::size_t i = 0; i < kDelimiters.size(); ++i) {
      if (c == kDelimiters[i]) ++counts[i];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return kDelimiters[static_cast<std::size_t>(most - counts.begin())];
}

bool CsvRows::next() {
  cells_.clear();
  for (; at_ < text_.size() && at_line_end(); ++number_) skip_line_end();
  if (at_ >= text_.size()) return false;
  ++number_;
  while (read_cell()) {
  }
  skip_line_end();
  return true;
}

bool CsvRows::read_cell() {
  std::string& cell = cells_.emplace_back();
  if (at_ < text_.size() && text_[at_] == '"') read_quoted(cell);
  while (at_ < text_.size() && text_[at_] != delimiter_ && !at_line_end()) cell += text_[at_++];
  if (at_ >= text_.size() || text_[at_] != delimiter_) return false;
  ++at_;
  return true;
}

void CsvRows::read_quoted(std::string& cell) {
  for (++at_; at_ < text_.size(); ++at_) {
    if (text_[at_] == '"' && text_.substr(at_ + 1, 1) != "\"") {
      ++at_;
      return;
    }
    if (text_[at_] == '"') ++at_;
    cell += text_[at_];
  }
  unclosed_ = true;
}

bool CsvRows::at_line_end() const {
  return text_[at_] == '\n' || text_[at_] == '\r';
}

void CsvRows::skip_line_end() {
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
}

}  // namespace tvar::readers
