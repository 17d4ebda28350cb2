// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What DOCX and ODT have in common: XML files in a zip file.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/readers/reader.h"

namespace tvar::readers {

/// How deep elements may stand in each other. Word's own limit is lower; deeper ones are passed over.
inline constexpr unsigned kMaxXmlDepth = 500;

/// The parts of a package that a reader has asked for.
class OfficePackage {
 public:
  /// Unpacks the parts. False after an error was reported.
  /// @param format  "DOCX", for messages
  bool open(const Source& source, const Output& output, std::string_view format,
            const std::vector<std::string>& parts);

  /// The part as it is; empty when the package has none.
  [[nodiscard]] const std::string& part(const std::string& name) const;

  /// Parses a part. False when it is missing or broken; an error is reported when `required`.
  bool parse(const std::string& name, pugi::xml_document& xml, const Output& output, bool required) const;

 private:
  std::string format_;
  std::unordered_map<std::string, std::string> parts_;
};

/// The name of an element without its prefix.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);

/// The text of the first element below the node that has this name, on one line.
[[nodiscard]] std::string text_of_element(const pugi::xml_node& node, const char* name);

}  // namespace tvar::readers
