// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What is read from a page, one "field: value" for a line.
#pragma once

#include <string>
#include <string_view>

#include "tvar/facts.h"

namespace tvar {

/// Of the fields that are asked for, parted by spaces, or of all.
[[nodiscard]] inline std::string facts_of(const Document& page, std::string_view fields = {}) {
  static const Analyzer analyzer;
  std::string out;
  for (const Fact& fact : extract_facts(page, analyzer)) {
    const bool wanted =
        fields.empty() || (" " + std::string(fields) + " ").find(" " + fact.field + " ") != std::string::npos;
    if (wanted) out += fact.field + ": " + fact.value + "\n";
  }
  return out;
}

[[nodiscard]] inline std::string facts_of(std::string_view text, std::string_view fields) {
  return facts_of(Document{.id = "page", .fields = {{"text", std::string(text)}}}, fields);
}

}  // namespace tvar
