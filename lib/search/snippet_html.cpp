// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>

#include "tvar/result.h"

namespace tvar {
inline namespace v1 {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;  // &apos; is no entity of HTML 4
      default:
        out += c;
    }
  }
}

}  // namespace

std::string Snippet::to_html(std::string_view open, std::string_view close) const {
  const std::string_view all = text;
  std::string out;
  std::size_t at = 0;
  for (const TextRange& range : highlights) {
    append_escaped(out, all.substr(at, range.begin - at));
    out += open;
    append_escaped(out, range.of(all));
    out += close;
    at = range.end;
  }
  append_escaped(out, all.substr(at));
  return out;
}

}  // namespace v1
}  // namespace tvar
