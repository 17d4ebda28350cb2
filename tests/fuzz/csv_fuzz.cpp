// SPDX-License-Identifier: GPL-2.0-or-later
// Rows that are written back with every cell in quotes are read as the same rows.
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lib/readers/csv_rows.h"

namespace {

std::string quoted(const std::vector<std::string>& cells, char delimiter) {
  std::string row;
  for (const std::string& cell : cells) {
    if (!row.empty()) row += delimiter;
    row += '"';
    for (const char c : cell) row.append(c == '"' ? 2 : 1, c);
    row += '"';
  }
  return row + "\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const char delimiter = tvar::readers::find_delimiter(text);
  std::vector<std::vector<std::string>> rows;
  std::string copy;
  std::uint64_t number = 0;
  tvar::readers::ByteStream bytes(text);
  tvar::readers::CsvRows csv(bytes, delimiter);
  while (csv.next()) {
    assert(!csv.cells().empty());
    assert(csv.number() > number);
    number = csv.number();
    rows.push_back(csv.cells());
    copy += quoted(rows.back(), delimiter);
  }
  tvar::readers::ByteStream copied_bytes{std::string_view(copy)};
  tvar::readers::CsvRows again(copied_bytes, delimiter);
  for (const std::vector<std::string>& row : rows) {
    const bool more = again.next();
    assert(more);
    static_cast<void>(more);
    assert(again.cells() == row);
    assert(!again.unclosed());
  }
  assert(!again.next());
  return 0;
}
