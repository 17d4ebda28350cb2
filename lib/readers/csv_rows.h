// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Rows of cells out of CSV (RFC 4180) and its relatives with semicolons and tabs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::readers {

/// The delimiter that stands most often in the first line outside of quotes: one of , ; and tab; a comma when there is
/// none, which makes one column.
[[nodiscard]] char find_delimiter(std::string_view text);

/// Cuts a text into rows. A cell in quotes may hold delimiters, line ends and doubled quotes; a quote inside a cell that
/// does not begin with one is a character like any other, as spreadsheets read it. Empty lines are no rows.
class CsvRows {
 public:
  /// The text must outlive the object.
  CsvRows(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  /// False at the end of the text.
  bool next();

  [[nodiscard]] std::vector<std::string>& cells() { return cells_; }
  /// 1-based, empty lines counted, as a spreadsheet shows it.
  [[nodiscard]] std::uint64_t number() const { return number_; }
  /// The last row has a quote that nothing closes: it holds all of the text behind that.
  [[nodiscard]] bool unclosed() const { return unclosed_; }

 private:
  /// @return false when the row ends with this cell
  bool read_cell();
  void read_quoted(std::string& cell);
  bool at_line_end() const;
  void skip_line_end();

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;
  std::vector<std::string> cells_;
  bool unclosed_ = false;
};

}  // namespace tvar::readers
