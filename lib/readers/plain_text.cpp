// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>
#include <string>
#include <utility>

#include "lib/readers/block_text.h"
#include "lib/readers/file_text.h"
#include "lib/readers/reader.h"
#include "lib/readers/title_line.h"

namespace tvar::readers {
namespace {

/// Line ends of Windows and of old Macintoshes become '\n'.
std::string with_unix_lines(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      result += '\n';
    }
  }
  return result;
}

}  // namespace

bool read_plain_text(const Source& source, const Output& output) {
  const std::optional<std::string> bytes = read_bytes(source, output);
  if (!bytes) return true;
  std::string text = with_unix_lines(decode_bytes(*bytes, {}, output));
  if (trimmed(text).empty()) {
    output.warning(kNoText);
    return true;
  }
  Document document;
  if (std::string title = find_title(text); !title.empty()) document.add("title", std::move(title));
  document.add("text", std::move(text));
  return output.document(std::move(document));
}

}  // namespace tvar::readers
