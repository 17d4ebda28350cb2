// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From the elements of DOCX and ODT to blocks of text: what both have in common. Each has a class that knows its names.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "lib/readers/block_text.h"
#include "lib/readers/reader.h"

namespace tvar::readers {

class OfficeText {
 public:
  OfficeText() = default;
  OfficeText(const OfficeText&) = delete;
  OfficeText& operator=(const OfficeText&) = delete;
  virtual ~OfficeText() = default;

  /// All that is below a node. Deeper than kMaxXmlDepth nothing is read.
  void add(const pugi::xml_node& parent, unsigned depth = 0);
  /// The first title or heading that is not empty, on one line.
  [[nodiscard]] std::string heading() const;

 protected:
  /// One element, or a piece of text. Elements that mean nothing by themselves are to be handed to add().
  virtual void add_node(const pugi::xml_node& node, unsigned depth) = 0;

  void paragraph(const pugi::xml_node& node, bool is_heading, unsigned depth);
  /// What is in a paragraph whose bounds the caller sets.
  void content(const pugi::xml_node& node, bool is_heading, unsigned depth);
  void table(const pugi::xml_node& node, unsigned depth);
  void row(const pugi::xml_node& node, unsigned depth);
  void cell(const pugi::xml_node& node, unsigned depth);
  void text(std::string_view utf8);

  /// The begin or the end of a paragraph.
  void bound(bool is_begin);

  BlockText out_;

 private:
  std::string heading_;
  bool in_heading_ = false;
  bool in_cell_ = false;
  bool cell_begins_ = false;
};

struct OfficeMetadata {
  std::string title = {};
  std::string author = {};
  std::string published = {};
  std::string language = {};
};

/// Makes the document, or warns that there is no text. Without a title in the metadata the heading is one, or what looks
/// like one in the text.
/// @return false when the sink asked to stop
bool put_office_document(std::string text, const std::string& heading, OfficeMetadata metadata,
                         const Output& output);

}  // namespace tvar::readers
