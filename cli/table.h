// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Aligned columns of text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/output.h"

namespace tvar::cli {

enum class Align { left, right };

/// Rows of cells, printed with two spaces between the columns. The last column is not padded.
class Table {
 public:
  explicit Table(std::vector<Align> columns) : columns_(std::move(columns)) {}

  /// One cell for each column, made printable.
  void add(const std::vector<std::string>& cells);
  [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }
  void print(Output& out, std::size_t indent = 0) const;

 private:
  std::vector<Align> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace tvar::cli
