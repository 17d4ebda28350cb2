// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cerrno>
#include <istream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "lib/readers/block_text.h"
#include "lib/readers/byte_stream.h"
#include "lib/readers/csv_rows.h"
#include "lib/readers/file_text.h"
#include "lib/readers/reader.h"
#include "lib/text/charset.h"

namespace tvar::readers {
namespace {

std::string cells_spelled(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " cell" : " cells");
}

bool is_tsv(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".tsv" || extension == ".TSV";
}

/// What decides about the encoding of a larger file, which is read a row at a time.
constexpr std::size_t kHeadBytes = std::size_t{1} << 20U;

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Rows are cut out of bytes, so commas and quotes must be where ASCII has them.
bool has_ascii_in_it(const std::string& charset) {
  constexpr auto kBeginnings =
      std::to_array<std::string_view>({"UTF-8", "windows-", "ISO-8859-", "IBM852", "x-mac-"});
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&charset](std::string_view beginning) { return charset.starts_with(beginning); });
}

/// Cells of a file whose encoding its head has shown, or will be shown by the first cell with a letter beyond ASCII.
class CellDecoder {
 public:
  /// @param charset  empty when it is not known yet
  explicit CellDecoder(std::string charset) { seen_.charset = std::move(charset); }

  void decode(std::string& cell) {
    if (is_ascii(cell)) return;
    if (seen_.charset.empty()) seen_.charset = decode_text(cell, {}).charset;
    text::Decoded decoded = text::decode_as(cell, seen_.charset);
    seen_.replaced += decoded.replaced;
    cell = std::move(decoded.text);
  }

  /// The encoding and the broken sequences so far; no text.
  [[nodiscard]] const text::Decoded& seen() const { return seen_; }

 private:
  text::Decoded seen_;
};

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

/// All rows of a file.
/// @param decoder  nullptr: the bytes are UTF-8 already
/// @return false when the sink asked to stop
bool read_rows(CsvRows& rows, CellDecoder* decoder, const Source& source, const Output& output) {
  const auto decode = [&] {
    if (decoder != nullptr)
      std::for_each(rows.cells().begin(), rows.cells().end(), [&](auto& cell) { decoder->decode(cell); });
  };
  if (!rows.next()) {
    output.warning(kEmpty);
    return true;
  }
  decode();
  RowsToDocuments documents(source, output, rows.cells());
  bool any = false;
  while (!rows.unclosed() && rows.next()) {
    any = true;
    if (rows.unclosed()) break;
    decode();
    if (rows.too_long()) {
      output.error(too_long("row", source), rows.number());
    } else if (!documents.take(rows.cells(), rows.number())) {
      return false;
    }
  }
  if (rows.unclosed()) {
    output.error("has a quote that nothing closes", rows.number());
  } else if (!any) {
    output.warning("has a header and nothing below it");
  }
  return true;
}

/// One column of text in a .tsv has commas, too.
char delimiter_of(const Source& source, std::string_view head) {
  return is_tsv(source.path) ? '\t' : find_delimiter(head);
}

/// A file that is in memory.
bool read_whole(std::string bytes, const Source& source, const Output& output) {
  const std::string text = decode_bytes(std::move(bytes), {}, output);
  ByteStream stream{std::string_view(text)};
  CsvRows rows(stream, delimiter_of(source, text), source.max_document_bytes);
  return read_rows(rows, nullptr, source, output);
}

/// A file that is larger than its head, row by row.
bool read_stream(std::string_view head, std::istream& file, const std::string& charset, const Source& source,
                 const Output& output) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  CellDecoder decoder(charset);
  ByteStream bytes(head, file);
  CsvRows rows(bytes, delimiter_of(source, head), source.max_document_bytes);
  errno = 0;
  if (!read_rows(rows, &decoder, source, output)) return false;
  if (bytes.failed()) output.error("can't be read further: " + system_reason(), rows.number() + 1);
  if (decoder.seen().replaced > 0) output.warning(replaced_bytes(decoder.seen()));
  return true;
}

/// The encoding of a file that begins so; empty when nothing of it shows.
std::string charset_of(std::string_view head) {
  if (is_ascii(head)) return {};
  const std::size_t last_line = head.rfind('\n');  // what stands behind may be cut inside a letter
  return decode_text(head.substr(0, last_line), {}).charset;
}

}  // namespace

bool read_csv(const Source& source, const Output& output) {
  const std::unique_ptr<std::istream> file = open_file(source, output);
  if (!file) return true;
  std::string head;
  errno = 0;
  if (!read_up_to(*file, kHeadBytes, head)) {
    output.error("can't be read: " + system_reason());
  } else if (head.empty()) {
    output.warning(kEmpty);
  } else if (text::looks_binary(head)) {
    output.error("is not text");
  } else if (head.size() <= kHeadBytes) {
    return read_whole(std::move(head), source, output);
  } else if (const std::string charset = charset_of(head); charset.empty() || has_ascii_in_it(charset)) {
    return read_stream(head, *file, charset, source, output);
  } else if (!read_up_to(*file, source.max_document_bytes, head)) {
    output.error("can't be read: " + system_reason());
  } else if (head.size() > source.max_document_bytes) {
    output.error(too_large(source));
  } else {
    return read_whole(std::move(head), source, output);
  }
  return true;
}

}  // namespace tvar::readers
