// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What a load did, and what the index holds afterwards, as lines that tests compare.
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/maintenance.h"
#include "tvar/reader.h"

namespace tvar::testing {

/// "+ID" of an added file, "~ID" of a changed one, ">FROM>ID" of a moved one, "-ID" of one that is gone.
inline std::vector<std::string> changes_of(const LoadReport& report) {
  std::vector<std::string> lines;
  for (const FileChange& change : report.changes) {
    constexpr std::string_view kSigns = "+~>-";
    std::string line(1, kSigns[static_cast<std::size_t>(change.state)]);
    if (!change.from.empty()) line += change.from + ">";
    lines.push_back(line + change.id);
  }
  return lines;
}

/// "ID=TEXT" of each document, in the order of their ids.
inline std::vector<std::string> texts_by_id(const std::filesystem::path& index) {
  std::vector<std::string> list;
  for_each_document(index, [&list](const Document& document) {
    list.push_back(document.id + "=" + std::string(document.value("text")));
    return true;
  });
  std::sort(list.begin(), list.end());
  return list;
}

}  // namespace tvar::testing
