// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/isolated/office_text.h"

#include <utility>

#include "lib/readers/file_text.h"
#include "lib/readers/isolated/office_package.h"
#include "lib/readers/title_line.h"
#include "tvar/document.h"

namespace tvar::readers {
namespace {

void add_value(Document& document, std::string_view name, std::string value) {
  if (!value.empty()) document.add(std::string(name), std::move(value));
}

}  // namespace

void OfficeText::add(const pugi::xml_node& parent, unsigned depth) {
  if (depth > kMaxXmlDepth) return;
  for (const pugi::xml_node& node : parent.children()) add_node(node, depth + 1);
}

std::string OfficeText::heading() const {
  return squeezed(heading_);
}

void OfficeText::paragraph(const pugi::xml_node& node, bool is_heading, unsigned depth) {
  bound(true);
  content(node, is_heading, depth);
  bound(false);
}

void OfficeText::content(const pugi::xml_node& node, bool is_heading, unsigned depth) {
  const bool outer = std::exchange(in_heading_, is_heading && trimmed(heading_).empty());
  add(node, depth);
  in_heading_ = outer;
}

void OfficeText::table(const pugi::xml_node& node, unsigned depth) {
  out_.boundary();
  add(node, depth);
  out_.boundary();
}

void OfficeText::row(const pugi::xml_node& node, unsigned depth) {
  out_.open_row();
  add(node, depth);
  out_.close_row();
}

void OfficeText::cell(const pugi::xml_node& node, unsigned depth) {
  const bool outer = std::exchange(in_cell_, true);
  out_.open_cell();
  cell_begins_ = true;
  add(node, depth);
  in_cell_ = outer;
  cell_begins_ = false;
}

// A cell with one paragraph stays on the line of its row.
void OfficeText::bound(bool is_begin) {
  const bool alone = is_begin ? std::exchange(cell_begins_, false) : in_cell_;
  alone ? out_.line() : out_.boundary();
}

void OfficeText::text(std::string_view utf8) {
  if (in_heading_) heading_ += utf8;
  out_.text(utf8);
}

bool put_office_document(std::string text, const std::string& heading, OfficeMetadata metadata,
                         const Output& output) {
  if (text.empty()) {
    output.warning(kNoText);
    return true;
  }
  if (metadata.title.empty()) metadata.title = heading;
  if (metadata.title.empty()) metadata.title = find_title(text);
  Document document;
  add_value(document, "title", std::move(metadata.title));
  document.add("text", std::move(text));
  add_value(document, "author", std::move(metadata.author));
  add_value(document, "published", std::move(metadata.published));
  add_value(document, "language", std::move(metadata.language));
  return output.document(std::move(document));
}

}  // namespace tvar::readers
