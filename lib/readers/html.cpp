// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <utility>

#include "lib/readers/file_text.h"
#include "lib/readers/html_page.h"
#include "lib/readers/reader.h"

namespace tvar::readers {

bool read_html(const Source& source, const Output& output) {
  std::optional<std::string> bytes = read_bytes(source, output);
  if (!bytes) return true;
  const std::string charset = declared_charset(*bytes);
  HtmlPage page = read_html_page(decode_bytes(*std::move(bytes), charset, output));
  if (page.outcome == HtmlOutcome::cut_off)
    output.warning("is nested or broken beyond reason; its end was not read");
  if (page.text.empty() && page.title.empty()) {
    output.warning(kNoText);
    return true;
  }
  Document document;
  if (!page.title.empty()) document.add("title", std::move(page.title));
  document.add("text", std::move(page.text));
  std::move(page.metadata.begin(), page.metadata.end(), std::back_inserter(document.fields));
  return output.document(std::move(document));
}

}  // namespace tvar::readers
