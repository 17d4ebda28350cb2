// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "lib/readers/block_text.h"
#include "lib/readers/file_text.h"
#include "lib/readers/json_object.h"
#include "lib/readers/reader.h"

namespace tvar::readers {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

/// Cuts an array into its elements without looking into them, so that a large array takes no more memory than its text.
class ArrayCutter {
 public:
  /// @param utf8  begins with '['
  explicit ArrayCutter(std::string_view utf8) : text_(utf8), at_(1) { skip_space(); }

  /// The next element; nothing behind the last one, or when the array is broken.
  std::optional<std::string_view> next() {
    if (broken_ || done_) return std::nullopt;
    if (count_ == 0 && peek() == ']') {
      finish();
      return std::nullopt;
    }
    begin_ = at_;
    skip_value();
    const std::string_view element = trimmed(text_.substr(begin_, at_ - begin_));
    ++count_;
    const char behind = peek();
    if (element.empty() || (behind != ',' && behind != ']')) {
      broken_ = true;
      return std::nullopt;
    }
    if (behind == ']') {
      finish();
    } else {
      ++at_;
      skip_space();
    }
    return element;
  }

  [[nodiscard]] bool broken() const { return broken_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::size_t count() const { return count_; }
  /// The line on which the last element begins.
  [[nodiscard]] std::uint64_t line() {
    const auto from = text_.begin() + static_cast<std::ptrdiff_t>(counted_);
    const auto to = text_.begin() + static_cast<std::ptrdiff_t>(begin_);
    line_ += static_cast<std::uint64_t>(std::count(from, to, '\n'));
    counted_ = begin_;
    return line_;
  }

 private:
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_space() { at_ = std::min(text_.find_first_not_of(kSpace, at_), text_.size()); }

  /// Nothing but white space may stand behind the array.
  void finish() {
    ++at_;
    skip_space();
    done_ = true;
    broken_ = at_ < text_.size();
  }

  /// To the comma or bracket that ends the element.
  void skip_value() {
    std::size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        skip_string();
      } else if (c == '[' || c == '{') {
        ++depth;
      } else if (depth == 0 && (c == ',' || c == ']' || c == '}')) {
        return;
      } else if (c == ']' || c == '}') {
        --depth;
      }
    }
    at_ = text_.size();  // a string that does not end ends behind it
  }

  /// To the quote that ends the string.
  void skip_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t begin_ = 0;    // of the last element
  std::size_t counted_ = 0;  // lines are counted up to here
  std::uint64_t line_ = 1;
  std::size_t count_ = 0;
  bool done_ = false;
  bool broken_ = false;
};

/// @return false when the sink asked to stop
bool read_object(std::string_view utf8, std::string id, std::uint64_t line, const Output& output) {
  JsonObject object = parse_json_object(utf8);
  if (!object.error.empty()) {
    output.error(std::move(object.error), line);
    return true;
  }
  for (const std::string& name : object.nested) {
    output.warning("'" + name + "' is not a value or a list of values; it was passed over", line);
  }
  Document document;
  document.id = object.id ? *object.id : std::move(id);
  object.members.move_to(document);
  return output.document(std::move(document), line);
}

}  // namespace

bool read_json(const Source& source, const Output& output) {
  std::optional<std::string> bytes = read_bytes(source, output);
  if (!bytes) return true;
  const std::string decoded = decode_bytes(*std::move(bytes), {}, output);
  const std::size_t begin = std::min(decoded.find_first_not_of(kSpace), decoded.size());
  if (begin == decoded.size()) {
    output.warning(kEmpty);
    return true;
  }
  if (decoded[begin] != '[') return read_object(decoded, {}, 0, output);
  // From the first line on, so that the lines are those of the file.
  ArrayCutter elements(std::string_view(decoded).substr(begin));
  const auto lines_before = static_cast<std::uint64_t>(
      std::count(decoded.begin(), decoded.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
  while (const std::optional<std::string_view> element = elements.next()) {
    std::string id = source.id + ":" + std::to_string(elements.count());
    if (!read_object(*element, std::move(id), lines_before + elements.line(), output)) return false;
  }
  if (elements.broken()) {
    output.error("is not a valid JSON array (byte " + std::to_string(begin + elements.at() + 1) + ")");
  } else if (elements.count() == 0) {
    output.warning(kEmpty);
  }
  return true;
}

}  // namespace tvar::readers
