// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/isolated/office_package.h"

#include <algorithm>
#include <memory>
#include <sstream>
#include <utility>

#include "lib/readers/block_text.h"
#include "lib/readers/file_text.h"
#include "lib/readers/isolated/archive_members.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0";
constexpr std::string_view kZip = "PK";

}  // namespace

bool OfficePackage::open(const Source& source, const Output& output, std::string_view format,
                         const std::vector<std::string>& parts) {
  format_ = format;
  std::optional<std::string> bytes = read_binary(source, output);
  if (!bytes) return false;
  if (bytes->starts_with(kOldOffice)) {
    output.error("is encrypted, or of an older format than " + format_ + "; it can't be read");
    return false;
  }
  if (!bytes->starts_with(kZip)) {
    output.error("is no " + format_ + ": it is not a zip file");
    return false;
  }
  std::istringstream file(std::move(*bytes));
  ArchiveMembers members(file, ArchiveKind::zip, 4 * source.max_document_bytes);
  while (members.next()) {
    if (std::find(parts.begin(), parts.end(), members.name()) == parts.end()) continue;
    std::string& part = parts_[members.name()];
    const bool read = read_up_to(members.content(), source.max_document_bytes, part);
    if ((read && part.size() <= source.max_document_bytes) || !members.error().empty()) continue;
    output.error("its " + members.name() + " unpacks to more than " +
                 size_spelled(source.max_document_bytes) + ", the most a document may have");
    return false;
  }
  if (!members.error().empty()) output.error(members.error());
  return members.error().empty();
}

const std::string& OfficePackage::part(const std::string& name) const {
  static const std::string none;
  const auto found = parts_.find(name);
  return found == parts_.end() ? none : found->second;
}

bool OfficePackage::parse(const std::string& name, pugi::xml_document& xml, const Output& output,
                          bool required) const {
  const std::string& bytes = part(name);
  if (bytes.empty()) {
    if (required) output.error("is no " + format_ + ": it has no " + name);
    return false;
  }
  const pugi::xml_parse_result result =
      xml.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result && required) {
    output.error("is broken: " + name + " is not well-formed XML (" + result.description() + ", byte " +
                 std::to_string(result.offset + 1) + ")");
  }
  return static_cast<bool>(result);
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string text_of_element(const pugi::xml_node& node, const char* name) {
  const pugi::xml_node found = node.find_node(
      [name](const pugi::xml_node& element) { return std::string_view(element.name()) == name; });
  return squeezed(text::repair_utf8(found.text().get()));
}

}  // namespace tvar::readers
