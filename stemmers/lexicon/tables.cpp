// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/tables.h"

#include <algorithm>

#include "stemmers/lexicon/hunspell_reader.h"
#include "tvar/error.h"

namespace tvar::stemmers::lexicon {

Tables read_tables(const std::filesystem::path& folder) {
  Tables tables;
  tables.verbs = read_file(folder / "verbs.tsv");
  tables.nouns = read_file(folder / "nouns.tsv");
  tables.degrees = read_file(folder / "degrees.tsv");
  tables.endings = read_file(folder / "endings.tsv");
  tables.closed = read_file(folder / "closed.tsv");
  tables.uninflected = read_file(folder / "uninflected.tsv");
  tables.variants = read_file(folder / "variants.tsv");
  tables.places = read_file(folder / "places.tsv");
  // Without it all readings of a form weigh the same; that is how its figures are first distilled.
  if (std::filesystem::exists(folder / "frequencies.tsv")) {
    tables.frequencies = read_file(folder / "frequencies.tsv");
  }
  return tables;
}

std::vector<TableRow> parse_table(std::string_view text, const std::string& name, std::size_t columns) {
  std::vector<TableRow> rows;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;
    TableRow row{number, split(line, '\t')};
    // A line "=name values" is a setting of the table, not one of its rows: always two columns.
    const std::size_t wanted = line[0] == '=' ? 2 : columns;
    if (wanted != 0 && row.columns.size() != wanted) {
      throw Error(ErrorCode::corrupt, name + ":" + std::to_string(number) + ": " +
                                          std::to_string(row.columns.size()) + " columns instead of " +
                                          std::to_string(wanted));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace tvar::stemmers::lexicon
