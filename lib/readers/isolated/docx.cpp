// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "lib/readers/block_text.h"
#include "lib/readers/file_text.h"
#include "lib/readers/isolated/office_package.h"
#include "lib/readers/isolated/readers.h"
#include "lib/readers/title_line.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

constexpr const char* kBody = "word/document.xml";
constexpr const char* kStyles = "word/styles.xml";
constexpr const char* kFootnotes = "word/footnotes.xml";
constexpr const char* kEndnotes = "word/endnotes.xml";
constexpr const char* kCore = "docProps/core.xml";

struct Style {
  bool heading = false;  ///< of a title or a heading
  bool list = false;     ///< numbered or with bullets
};

bool is_numbered(const pugi::xml_node& properties) {
  const pugi::xml_node numbering = properties.child("w:numPr");
  return numbering && std::string_view(numbering.child("w:numId").attribute("w:val").value()) != "0";
}

/// Styles by their ids, which are translated; the names of those that Word knows are English in every file.
std::unordered_map<std::string, Style> read_styles(const pugi::xml_document& xml) {
  std::unordered_map<std::string, Style> styles;
  for (const pugi::xml_node& style : xml.child("w:styles").children("w:style")) {
    const std::string_view name = style.child("w:name").attribute("w:val").value();
    const pugi::xml_node properties = style.child("w:pPr");
    Style& entry = styles[style.attribute("w:styleId").value()];
    entry.heading = name == "Title" || name.starts_with("heading ") || properties.child("w:outlineLvl");
    entry.list = !entry.heading && (is_numbered(properties) || name.starts_with("List "));
  }
  return styles;
}

/// Turns the elements of the body into blocks.
class BodyBuilder {
 public:
  explicit BodyBuilder(std::unordered_map<std::string, Style> styles) : styles_(std::move(styles)) {}

  void add(const pugi::xml_node& parent, unsigned depth = 0) {
    if (depth > kMaxXmlDepth) return;
    for (const pugi::xml_node& node : parent.children()) add_node(node, depth + 1);
  }

  /// The first title or heading that is not empty.
  [[nodiscard]] std::string heading() const { return squeezed(heading_); }
  std::string take() {
    end_list();
    return out_.take();
  }

 private:
  void add_node(const pugi::xml_node& node, unsigned depth) {
    const std::string_view name = local_name(node);
    if (name == "t") {
      text(text::repair_utf8(node.text().get()));
    } else if (name == "tab" || name == "ptab") {
      text(" ");
    } else if (name == "br" || name == "cr") {
      out_.line_break();
    } else if (name == "noBreakHyphen") {
      text("-");
    } else if (name == "p") {
      paragraph(node, depth);
    } else if (name == "tbl") {
      end_list();
      out_.boundary();
      add(node, depth);
      out_.boundary();
    } else if (name == "tr") {
      out_.open_row();
      add(node, depth);
      out_.close_row();
    } else if (name == "tc") {
      end_list();
      cell(node, depth);
      end_list();
    } else if (!is_passed_over(name)) {
      add(node, depth);
    }
  }

  /// What was deleted or moved away, what stands twice for the sake of older programs, and properties, where <w:tab/>
  /// is the place of a tab stop.
  static bool is_passed_over(std::string_view name) {
    return name == "del" || name == "moveFrom" || name == "Fallback" || name == "pPr" || name == "rPr" ||
           name == "tblPr" || name == "sectPr";
  }

  [[nodiscard]] Style style_of(const pugi::xml_node& properties) const {
    const auto found = styles_.find(properties.child("w:pStyle").attribute("w:val").value());
    Style style = found == styles_.end() ? Style() : found->second;
    if (properties.child("w:outlineLvl")) style.heading = true;
    if (properties.child("w:numPr")) style.list = is_numbered(properties) && !style.heading;
    return style;
  }

  void paragraph(const pugi::xml_node& node, unsigned depth) {
    const Style style = style_of(node.child("w:pPr"));
    if (style.list && !std::exchange(in_list_, true)) out_.open_list();
    if (!style.list) end_list();
    style.list ? out_.open_item() : bound(true);
    const bool outer = std::exchange(in_heading_, style.heading && trimmed(heading_).empty());
    add(node, depth);
    in_heading_ = outer;
    const bool is_item = style.list && in_list_;
    is_item ? out_.close_item() : bound(false);
  }

  void end_list() {
    if (std::exchange(in_list_, false)) out_.close_list();
  }

  void cell(const pugi::xml_node& node, unsigned depth) {
    const bool outer = std::exchange(in_cell_, true);
    out_.open_cell();
    cell_begins_ = true;
    add(node, depth);
    in_cell_ = outer;
    cell_begins_ = false;
  }

  /// A cell with one paragraph stays on the line of its row.
  void bound(bool is_begin) {
    const bool alone = is_begin ? std::exchange(cell_begins_, false) : in_cell_;
    alone ? out_.line() : out_.boundary();
  }

  void text(std::string_view utf8) {
    if (in_heading_) heading_ += utf8;
    out_.text(utf8);
  }

  std::unordered_map<std::string, Style> styles_;
  BlockText out_;
  std::string heading_;
  bool in_heading_ = false;
  bool in_cell_ = false;
  bool cell_begins_ = false;
  bool in_list_ = false;
};

std::string language_of(const pugi::xml_document& core, const pugi::xml_document& styles) {
  std::string language = text_of_element(core, "dc:language");
  if (!language.empty()) return language;
  const pugi::xml_node defaults = styles.child("w:styles").child("w:docDefaults").child("w:rPrDefault");
  return defaults.child("w:rPr").child("w:lang").attribute("w:val").value();
}

}  // namespace

bool read_docx(const Source& source, const Output& output) {
  OfficePackage package;
  if (!package.open(source, output, "DOCX", {kBody, kStyles, kFootnotes, kEndnotes, kCore})) return true;
  pugi::xml_document body;
  if (!package.parse(kBody, body, output, true)) return true;
  pugi::xml_document styles;
  package.parse(kStyles, styles, output, false);
  BodyBuilder builder(read_styles(styles));
  builder.add(body);
  for (const char* notes : {kFootnotes, kEndnotes}) {
    pugi::xml_document xml;
    if (package.parse(notes, xml, output, false)) builder.add(xml);
  }
  std::string text = builder.take();
  if (text.empty()) {
    output.warning(kNoText);
    return true;
  }
  pugi::xml_document core;
  package.parse(kCore, core, output, false);
  std::string title = text_of_element(core, "dc:title");
  if (title.empty()) title = builder.heading();
  if (title.empty()) title = find_title(text);
  Document document;
  add_value(document, "title", std::move(title));
  document.add("text", std::move(text));
  add_value(document, "author", text_of_element(core, "dc:creator"));
  add_value(document, "published", text_of_element(core, "dcterms:created"));
  add_value(document, "language", language_of(core, styles));
  return output.document(std::move(document));
}

}  // namespace tvar::readers
