// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Our own tables (stemmers/lexicon/data): lines of tab-separated columns, "#" begins a comment line.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::stemmers::lexicon {

struct TableRow {
  std::size_t line = 0;  ///< 1-based, for messages
  std::vector<std::string> columns;
};

/// The content of all tables in a folder, as texts; a missing table is an empty text only where `optional`.
struct Tables {
  std::string verbs, nouns, degrees, endings, closed, uninflected, variants, places, frequencies;
};

/// @throws tvar::Error  io when one can't be read; frequencies.tsv alone may be missing
Tables read_tables(const std::filesystem::path& folder);

/// Rows of a table.
/// @param columns  the number of columns every row must have; 0: any
/// @throws tvar::Error  corrupt, with `name` and line
std::vector<TableRow> parse_table(std::string_view text, const std::string& name, std::size_t columns);

/// The parts of `text` between separators, empty ones left out.
std::vector<std::string> split(std::string_view text, char separator);

}  // namespace tvar::stemmers::lexicon
