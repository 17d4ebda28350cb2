// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Rows of cells out of CSV (RFC 4180) and its relatives with semicolons and tabs.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "lib/readers/byte_stream.h"

namespace tvar::readers {

/// The delimiter that stands most often in the first line outside of quotes: one of , ; and tab; a comma when there is
/// none, which makes one column.
[[nodiscard]] char find_delimiter(std::string_view text);

/// Cuts a file into rows, one in memory at a time. A cell in quotes may hold delimiters, line ends and doubled quotes; a
/// quote inside a cell that does not begin with one is a character like any other, as spreadsheets read it. Empty
/// lines are no rows. The file may have any encoding that has ASCII in it.
class CsvRows {
 public:
  /// The bytes must outlive the object.
  /// @param max_bytes  of the cells of a row; a longer row is passed over
  CsvRows(ByteStream& bytes, char delimiter,
          std::uint64_t max_bytes = std::numeric_limits<std::uint64_t>::max())
      : bytes_(bytes), delimiter_(delimiter), max_bytes_(max_bytes) {}

  /// False at the end of the file.
  bool next();

  [[nodiscard]] std::vector<std::string>& cells() { return cells_; }
  /// 1-based, empty lines counted, as a spreadsheet shows it.
  [[nodiscard]] std::uint64_t number() const { return number_; }
  /// The row has more bytes than were allowed, and no cells therefore.
  [[nodiscard]] bool too_long() const { return row_bytes_ > max_bytes_; }
  /// The last row has a quote that nothing closes: it holds all of the text behind that.
  [[nodiscard]] bool unclosed() const { return unclosed_; }

 private:
  /// @return false when the row ends with this cell
  bool read_cell();
  void read_quoted();
  void append(std::string_view bytes);
  [[nodiscard]] bool at_line_end();
  void skip_line_end();

  ByteStream& bytes_;
  char delimiter_;
  std::uint64_t max_bytes_;
  std::uint64_t row_bytes_ = 0;
  std::uint64_t number_ = 0;
  std::vector<std::string> cells_;
  bool unclosed_ = false;
};

}  // namespace tvar::readers
