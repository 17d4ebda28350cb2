// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What holds for every query string; shared by the tests on random text and the fuzz target.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/text/utf8.h"
#include "tests/lib/query/query_schema.h"
#include "tvar/query.h"

namespace tvar::query_test {

inline bool is_inside(const TextRange& range, std::string_view text) {
  const auto is_boundary = [text](std::size_t at) {
    return at == text.size() || text::is_code_point_start(text[at]);
  };
  return range.begin <= range.end && range.end <= text.size() && is_boundary(range.begin) &&
         is_boundary(range.end);
}

/// The property that `text` breaks, in words; empty when all hold.
inline std::string broken_property(std::string_view text) {
  static const Schema kSchema = schema();
  const ParsedQuery parsed = parse_query(text, kSchema);
  const std::string repaired = text::repair_utf8(text);
  if (parsed.error && !is_inside(parsed.error->range, repaired)) return "error outside the text";
  if (parsed.error && parsed.error->message.empty()) return "error without a message";
  if (parsed.error && !(parsed.query == Query::everything())) return "error with a query";
  for (const QueryNote& note : parsed.notes) {
    if (!is_inside(note.range, repaired)) return "note outside the text: " + note.message;
  }
  std::vector<Query> pending = {parsed.query};
  while (!pending.empty()) {
    const Query query = pending.back();
    pending.pop_back();
    if (!is_inside(query.range(), repaired)) return "node outside the text: " + query.to_string();
    pending.insert(pending.end(), query.children().begin(), query.children().end());
  }
  const std::string printed = parsed.query.to_string();
  const ParsedQuery again = parse_query(printed, kSchema);
  if (again.error) return "printed tree is refused: " + printed;
  if (!(again.query == parsed.query))
    return "printed tree is another: " + printed + " / " + again.query.to_string();
  return {};
}

}  // namespace tvar::query_test
