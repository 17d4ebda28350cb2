// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/readers/block_text.h"
#include "lib/readers/csv_rows.h"
#include "lib/readers/file_text.h"
#include "lib/readers/reader.h"

namespace tvar::readers {
namespace {

std::string cells_spelled(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " cell" : " cells");
}

bool is_tsv(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".tsv" || extension == ".TSV";
}

class RowsToDocuments {
 public:
  RowsToDocuments(const Source& source, const Output& output, std::vector<std::string> header)
      : source_(source), output_(output), header_(std::move(header)) {
    for (std::string& name : header_) name = squeezed(name);
  }

  /// @return false when the sink asked to stop
  bool take(std::vector<std::string>& cells, std::uint64_t row) {
    if (cells.size() > header_.size()) {
      output_.error("has " + cells_spelled(cells.size()) + ", the header " + std::to_string(header_.size()),
                    row);
      return true;
    }
    if (cells.size() < header_.size())
      output_.warning("has " + cells_spelled(cells.size()) + ", the header " + std::to_string(header_.size()),
                      row);
    Document document;
    for (std::size_t i = 0; i < cells.size(); ++i) add(document, header_[i], cells[i]);
    if (document.id.empty() && document.fields.empty()) return true;  // ;;; at the end of a sheet
    if (document.id.empty()) document.id = source_.id + ":" + std::to_string(row);
    return output_.document(std::move(document), row);
  }

 private:
  static void add(Document& document, const std::string& name, const std::string& cell) {
    const std::string_view value = trimmed(cell);
    if (value.empty() || name.empty()) return;
    if (name == "id") {
      document.id = value;
    } else {
      document.add(name, std::string(value));
    }
  }

  const Source& source_;
  const Output& output_;
  std::vector<std::string> header_;
};

}  // namespace

bool read_csv(const Source& source, const Output& output) {
  const std::optional<std::string> bytes = read_bytes(source, output);
  if (!bytes) return true;
  const std::string text = decode_bytes(*bytes, {}, output);
  // One column of text in a .tsv has commas, too.
  CsvRows rows(text, is_tsv(source.path) ? '\t' : find_delimiter(text));
  if (!rows.next()) {
    output.warning(kEmpty);
    return true;
  }
  RowsToDocuments documents(source, output, rows.cells());
  bool any = false;
  while (!rows.unclosed() && rows.next()) {
    any = true;
    if (rows.unclosed()) break;
    if (!documents.take(rows.cells(), rows.number())) return false;
  }
  if (rows.unclosed()) {
    output.error("has a quote that nothing closes", rows.number());
  } else if (!any) {
    output.warning("has a header and nothing below it");
  }
  return true;
}

}  // namespace tvar::readers
