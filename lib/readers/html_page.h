// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A web page as title, text and metadata.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/readers/block_text.h"
#include "lib/readers/html_parser.h"
#include "tvar/document.h"

namespace tvar::readers {

struct HtmlPage {
  /// <title>, or else og:title, <meta name=title>, the first <h1>; one line.
  std::string title;
  /// Blocks of the body; see BlockText. Scripts, styles, templates, noscript and pictures are left out.
  std::string text;
  /// Every <meta name=… content=…> whose name, in lower case, could be that of a field and is not one of those that
  /// speak to browsers and robots. `published` also comes from other ways to name the day (article:published_time,
  /// date, dc.date…) when they hold a date.
  std::vector<FieldValue> metadata;
  HtmlOutcome outcome = HtmlOutcome::complete;
};

/// @param utf8  valid UTF-8
[[nodiscard]] HtmlPage read_html_page(std::string_view utf8);

/// Appends the text of a piece of HTML, for formats that have HTML in them.
void append_html(BlockText& out, std::string_view utf8);

/// The character set that a page claims in its first 4 KiB (<meta charset>, <meta http-equiv>, <?xml encoding?>), or
/// an empty string. Works on bytes of any encoding that has ASCII in it.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

}  // namespace tvar::readers
