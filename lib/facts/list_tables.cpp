// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/list_tables.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "lib/facts/list_layouts.h"
#include "lib/facts/list_lines.h"

namespace tvar::facts {
namespace {

using Row = std::vector<TextRange>;

Row row_of(const AnnotatedText& text, const Line& line) {
  Row row;
  for (const std::string_view cell : line.has_cells ? cells_of(text, line) : columns_of(text, line))
    row.push_back(range_of_part(text, cell));
  return row;
}

// Lines of cells, or lines of columns: three at least, since people put spaces for other reasons as well.
std::vector<Row> rows_at(const AnnotatedText& text, std::size_t at, std::size_t& end) {
  constexpr std::size_t kFewestLines = 3;
  const std::vector<Line>& lines = text.lines();
  const bool cells = lines[at].has_cells;
  std::vector<Row> rows;
  for (end = at; end < lines.size(); ++end) {
    if (lines[end].empty()) break;
    if (is_rule(text, lines[end])) continue;
    if (lines[end].has_cells != cells) break;
    Row row = row_of(text, lines[end]);
    if (row.size() < 2) break;
    rows.push_back(std::move(row));
  }
  if (!cells && rows.size() < kFewestLines) rows.clear();
  return rows;
}

// "Název organizace", but not "Obec Lhota".
bool is_label(const AnnotatedText& text, TextRange cell) {
  for (std::size_t i = text.word_at(cell.begin) + 1; i < text.size() && text[i].begin < cell.end; ++i) {
    if (text[i].capitalised && !text[i].all_caps) return false;
  }
  return true;
}

// The column that the header names: "Člen", "Organizace", "Obec". And what the header says of members.
std::optional<std::size_t> named_column(const AnnotatedText& text, const Row& header, Heading& heading) {
  constexpr std::size_t kLongestName = 5;  // words
  std::optional<std::size_t> column;
  bool is_sure = false;  // "Delegát" may head persons beside "Organizace"
  for (std::size_t c = 0; c < header.size(); ++c) {
    const std::size_t first = text.word_at(header[c].begin);
    const std::size_t end = text.word_at(header[c].end);
    if (end > first + kLongestName || !is_label(text, header[c])) continue;
    for (std::size_t i = first; i < end && !is_sure; ++i) {
      const bool names = text.is(i, kListHeader | kMemberWord) || (text.is(i, kTownNoun) && first + 1 == end);
      if (!names || text.is(i, kRole)) continue;
      is_sure = text.is(i, kListHeader) && !text.is(i, kMemberWord);
      if (is_sure || !column) column = c;
    }
    if (!heading.is_certain && first < end) heading = heading_of(text, first, end);
  }
  if (!heading.is_certain) heading = {};  // a column of groups is none of members
  return column;
}

bool names_organization(const AnnotatedText& text, TextRange cell) {
  const std::size_t first = text.word_at(cell.begin);
  if (cell.empty() || first >= text.size() || text[first].begin >= cell.end || text[first].is_person)
    return false;
  // A chronicle has sentences in its columns.
  if (end_of_list_sentence(text, cell.begin, cell.end) < cell.end || has_verb(text, cell)) return false;
  return looks_like_organization(text, cell) || is_town(text, cell);
}

// The one column in which nearly all cells are organisations or towns.
std::optional<std::size_t> column_of_organizations(const AnnotatedText& text, const std::vector<Row>& rows) {
  std::size_t widest = 0;
  for (const Row& row : rows) widest = std::max(widest, row.size());
  std::optional<std::size_t> column;
  for (std::size_t c = 0; c < widest; ++c) {
    std::size_t cells = 0;
    std::size_t organs = 0;
    for (const Row& row : rows) {
      if (c >= row.size() || row[c].empty()) continue;
      ++cells;
      organs += names_organization(text, row[c]) ? 1U : 0U;
    }
    if (organs < 2 || cells * 3 < rows.size() * 2 || organs * 3 < cells * 2) continue;
    if (column) return {};  // signatories side by side
    column = c;
  }
  return column;
}

// "PS Drogy | Kontaktní centrum Watt" and a line for each further member, as a cell with line breaks comes out.
FoundTable broken_cell_at(const AnnotatedText& text, std::size_t at) {
  const std::vector<Line>& lines = text.lines();
  FoundTable found;
  const Row row = row_of(text, lines[at]);
  if (row.size() != 2 || row[0].empty() || row[1].empty()) return {};
  found.items.push_back(row[1]);
  std::size_t end = at + 1;
  for (; end < lines.size() && !lines[end].empty() && !lines[end].has_cells && !lines[end].is_item; ++end)
    found.items.push_back({lines[end].begin, lines[end].end});
  const auto organs = std::count_if(found.items.begin(), found.items.end(), [&text](const TextRange& item) {
    return names_organization(text, item);
  });
  if (found.items.size() < 2 || static_cast<std::size_t>(organs) * 3 < found.items.size() * 2) return {};
  const Heading label = heading_of(text, text.word_at(row[0].begin), text.word_at(row[0].end));
  found.kind = label.kind != ListKind::none ? label.kind : enclosing_heading(text, at).kind;
  found.end = found.kind == ListKind::none ? 0 : end;
  return found;
}

}  // namespace

FoundTable table_at(const AnnotatedText& text, std::size_t at) {
  const Line& first = text.lines()[at];
  if (first.first_word == first.end_word && !first.has_cells) return {};
  if (!first.has_cells && shown_line(text, first).find("   ") == std::string_view::npos) return {};
  if (first.has_cells) {
    if (FoundTable found = broken_cell_at(text, at); found.end > 0) return found;
  }
  // Before the rows are read: each row of a table that is none of members comes here.
  Heading heading;
  std::optional<std::size_t> column = named_column(text, row_of(text, first), heading);
  const Heading above = heading_above(text, at);
  if (above.kind == ListKind::none && heading.kind == ListKind::none) return {};
  FoundTable found;
  std::size_t end = at;
  const std::vector<Row> rows = rows_at(text, at, end);
  if (rows.size() < 2) return {};
  const bool has_header = column && is_label(text, rows[0][*column]);
  if (above.kind != ListKind::none) heading = above;
  if (!column) column = column_of_organizations(text, rows);
  if (!column) return {};
  for (std::size_t r = has_header ? 1 : 0; r < rows.size(); ++r) {
    const Row& row = rows[r];
    // The first column of a group of rows is said once.
    const bool merged = has_header && row.size() + 1 == rows[0].size() && *column > 0 &&
                        looks_like_organization(text, row[*column - 1]);
    const std::size_t c = merged ? *column - 1 : *column;
    if (c >= row.size() || row[c].empty()) continue;
    const bool other_header = r == 0 && is_label(text, row[c]) && !names_organization(text, row[c]);
    if (!has_header && other_header) continue;
    found.items.push_back(row[c]);
  }
  if (found.items.empty()) return {};
  found.kind = heading.kind;
  found.end = end;
  return found;
}

}  // namespace tvar::facts
