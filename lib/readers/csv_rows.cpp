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
  row_bytes_ = 0;
  for (; !bytes_.at_end() && at_line_end(); ++number_) skip_line_end();
  if (bytes_.at_end()) return false;
  ++number_;
  while (read_cell()) {
  }
  if (too_long()) cells_.clear();
  skip_line_end();
  return true;
}

bool CsvRows::read_cell() {
  if (++row_bytes_; !too_long()) cells_.emplace_back();  // a million empty cells are a long row, too
  if (!bytes_.at_end() && bytes_.peek() == '"') read_quoted();
  const std::string ends = {delimiter_, '\n', '\r'};
  while (!bytes_.at_end()) {
    const std::string_view piece = bytes_.piece();
    const std::size_t end = std::min(piece.find_first_of(ends), piece.size());
    append(piece.substr(0, end));
    bytes_.skip(end);
    if (end < piece.size()) break;
  }
  if (bytes_.at_end() || bytes_.peek() != delimiter_) return false;
  bytes_.skip(1);
  return true;
}

void CsvRows::read_quoted() {
  bytes_.skip(1);
  while (!bytes_.at_end()) {
    const std::string_view piece = bytes_.piece();
    const std::size_t end = std::min(piece.find('"'), piece.size());
    append(piece.substr(0, end));
    bytes_.skip(end);
    if (end == piece.size()) continue;
    bytes_.skip(1);
    if (bytes_.at_end() || bytes_.peek() != '"') return;
    append("\"");
    bytes_.skip(1);
  }
  unclosed_ = true;
}

void CsvRows::append(std::string_view bytes) {
  row_bytes_ += bytes.size();
  if (too_long()) {
    cells_ = {};  // nobody needs its beginning
  } else {
    cells_.back() += bytes;
  }
}

bool CsvRows::at_line_end() {
  return bytes_.peek() == '\n' || bytes_.peek() == '\r';
}

void CsvRows::skip_line_end() {
  if (!bytes_.at_end() && bytes_.peek() == '\r') bytes_.skip(1);
  if (!bytes_.at_end() && bytes_.peek() == '\n') bytes_.skip(1);
}

}  // namespace tvar::readers
