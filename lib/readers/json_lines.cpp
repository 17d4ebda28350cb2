// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "lib/readers/block_text.h"
#include "lib/readers/byte_stream.h"
#include "lib/readers/file_text.h"
#include "lib/readers/json_object.h"
#include "lib/readers/reader.h"
#include "lib/text/charset.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLookedAt = 1U << 16U;

/// Hands out a file line by line; holds one line at a time, and no more of it than may be a document.
class LineReader {
 public:
  LineReader(ByteStream& bytes, std::uint64_t max_bytes) : bytes_(bytes), max_bytes_(max_bytes) {}

  /// False at the end of the file, and when reading failed.
  bool next() {
    line_.clear();
    too_long_ = false;
    if (bytes_.at_end()) return false;
    ++number_;
    bool complete = false;
    while (!complete && !bytes_.at_end()) {
      const std::string_view piece = bytes_.piece();
      const std::size_t end = std::min(piece.find('\n'), piece.size());
      append(piece.substr(0, end));
      complete = end < piece.size();
      bytes_.skip(end + (complete ? 1 : 0));
    }
    if (!complete && bytes_.failed()) {
      --number_;
      return false;
    }
    return true;
  }

  /// The line without its end; empty when it is too long. Whoever moves it away saves memory.
  [[nodiscard]] std::string& line() { return line_; }
  [[nodiscard]] bool too_long() const { return too_long_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }

 private:
  void append(std::string_view bytes) {
    too_long_ = too_long_ || line_.size() + bytes.size() > max_bytes_;
    if (too_long_) {
      line_ = std::string();  // nobody needs its beginning
    } else {
      line_ += bytes;
    }
  }

  ByteStream& bytes_;
  std::uint64_t max_bytes_;
  std::string line_;
  bool too_long_ = false;
  std::uint64_t number_ = 0;
};

class LinesToDocuments {
 public:
  LinesToDocuments(const Source& source, const Output& output) : source_(source), output_(output) {}

  /// Takes the memory of a long line away.
  /// @return false when the sink asked to stop
  bool take(std::string& line, std::uint64_t number) {
    std::string_view bytes = line;
    if (number == 1 && bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    if (trimmed(bytes).empty()) return true;
    JsonObject object = parse(bytes, number);
    // The document has the text from here on. A short line is not worth asking the system for memory again.
    if (line.size() > kLookedAt) line = std::string();
    if (!object.error.empty()) {
      output_.error(std::move(object.error), number);
      return true;
    }
    for (const std::string& name : object.nested) {
      output_.warning("'" + name + "' is not a value or a list of values; it was passed over", number);
    }
    Document document;
    document.id = object.id ? *object.id : source_.id + ":" + std::to_string(number);
    object.members.move_to(document);
    return output_.document(std::move(document), number);
  }

 private:
  /// JSON is UTF-8 (RFC 8259, section 8.1). What is not is read as what it looks like, and said.
  [[nodiscard]] JsonObject parse(std::string_view bytes, std::uint64_t number) const {
    if (text::is_valid_utf8(bytes)) return parse_json_object(bytes);
    const text::Decoded decoded = decode_text(bytes, {});
    output_.warning("is not UTF-8; read as " + decoded.charset, number);
    return parse_json_object(decoded.text);
  }

  const Source& source_;
  const Output& output_;
};

bool is_text(std::string_view head) {
  return !text::looks_binary(head) && !head.starts_with("\xFF\xFE") && !head.starts_with("\xFE\xFF");
}

}  // namespace

bool read_json_lines(const Source& source, const Output& output) {
  const std::unique_ptr<std::istream> file = open_file(source, output);
  if (!file) return true;
  errno = 0;
  std::string head(kLookedAt, '\0');
  file->read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file->gcount()));
  if (!is_text(head)) {
    output.error("is not text in UTF-8");
    return true;
  }
  ByteStream bytes(head, *file);
  LineReader lines(bytes, source.max_document_bytes);
  LinesToDocuments documents(source, output);
  while (lines.next()) {
    if (lines.too_long()) {
      output.error(too_long("line", source), lines.number());
    } else if (!documents.take(lines.line(), lines.number())) {
      return false;
    }
  }
  if (bytes.failed()) {
    output.error("can't be read further: " + system_reason(), lines.number() + 1);
  } else if (lines.number() == 0) {
    output.warning(kEmpty);
  }
  return true;
}

}  // namespace tvar::readers
