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

/// Line ends of Windows and of old Macintoshes become '\n'. In place: the text may be large.
void make_unix_lines(std::string& text) {
  std::size_t to = text.find('\r');
  if (to == std::string::npos) return;
  for (std::size_t from = to; from < text.size(); ++from) {
    if (text[from] != '\r') {
      text[to++] = text[from];
    } else if (from + 1 == text.size() || text[from + 1] != '\n') {
      text[to++] = '\n';
    }
  }
  text.resize(to);
}

}  // namespace

bool read_plain_text(const Source& source, const Output& output) {
  std::optional<std::string> bytes = read_bytes(source, output);
  if (!bytes) return true;
  std::string text = decode_bytes(*std::move(bytes), {}, output);
  make_unix_lines(text);
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
