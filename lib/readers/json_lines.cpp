// SPDX-License-Identifier: GPL-2.0-or-later
#include <cerrno>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "lib/readers/block_text.h"
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
  /// @param head  what was read of the file already
  LineReader(std::string_view head, std::istream& file, std::uint64_t max_bytes)
      : head_(head), file_(file), max_bytes_(max_bytes) {}

  /// False at the end of the file, and when reading failed.
  bool next() {
    line_.clear();
    too_long_ = false;
    try {
      return read_line();
    } catch (
        const std::ios_base::failure&) {  // thrown by the stream's buffer, whatever the stream's settings
      failed_ = true;
      return false;
    }
  }

  [[nodiscard]] const std::string& line() const { return line_; }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] bool too_long() const { return too_long_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }

 private:
  bool read_line() {
    constexpr int kEnd = std::char_traits<char>::eof();
    int c = next_byte();
    if (c == kEnd) return false;
    ++number_;
    for (; c != kEnd && c != '\n'; c = next_byte()) {
      if (line_.size() < max_bytes_) {
        line_ += static_cast<char>(c);
      } else {
        too_long_ = true;
      }
    }
    return true;
  }

  int next_byte() {
    if (head_.empty()) return file_.rdbuf()->sbumpc();
    const char c = head_.front();
    head_.remove_prefix(1);
    return std::char_traits<char>::to_int_type(c);
  }

  std::string_view head_;
  std::istream& file_;
  std::uint64_t max_bytes_;
  std::string line_;
  bool too_long_ = false;
  bool failed_ = false;
  std::uint64_t number_ = 0;
};

class LinesToDocuments {
 public:
  LinesToDocuments(const Source& source, const Output& output) : source_(source), output_(output) {}

  /// @return false when the sink asked to stop
  bool take(std::string_view bytes, std::uint64_t number) {
    if (number == 1 && bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    if (trimmed(bytes).empty()) return true;
    const std::optional<std::string> repaired = repair(bytes, number);
    JsonObject object = parse_json_object(repaired ? *repaired : bytes);
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
  std::optional<std::string> repair(std::string_view bytes, std::uint64_t number) {
    if (text::is_valid_utf8(bytes)) return std::nullopt;
    text::Decoded decoded = decode_text(bytes, {});
    output_.warning("is not UTF-8; read as " + decoded.charset, number);
    return std::move(decoded.text);
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
  std::string head(kLookedAt, '\0');
  file->read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file->gcount()));
  if (!is_text(head)) {
    output.error("is not text in UTF-8");
    return true;
  }
  LineReader lines(head, *file, source.max_document_bytes);
  LinesToDocuments documents(source, output);
  errno = 0;
  while (lines.next()) {
    if (lines.too_long()) {
      output.error(too_large(source), lines.number());
    } else if (!documents.take(lines.line(), lines.number())) {
      return false;
    }
  }
  if (lines.failed()) {
    output.error("can't be read further: " + system_reason(), lines.number() + 1);
  } else if (lines.number() == 0) {
    output.warning(kEmpty);
  }
  return true;
}

}  // namespace tvar::readers
