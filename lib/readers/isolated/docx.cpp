// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <unordered_map>
#include <utility>

#include "lib/readers/isolated/office_package.h"
#include "lib/readers/isolated/office_text.h"
#include "lib/readers/isolated/readers.h"
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
class DocxText : public OfficeText {
 public:
  explicit DocxText(std::unordered_map<std::string, Style> styles) : styles_(std::move(styles)) {}

  std::string take() {
    end_list();
    return out_.take();
  }

 private:
  void add_node(const pugi::xml_node& node, unsigned depth) override {
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
      styled_paragraph(node, depth);
    } else if (name == "tbl") {
      end_list();
      table(node, depth);
    } else if (name == "tr") {
      row(node, depth);
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

  void styled_paragraph(const pugi::xml_node& node, unsigned depth) {
    const Style style = style_of(node.child("w:pPr"));
    if (!style.list) {
      end_list();
      paragraph(node, style.heading, depth);
      return;
    }
    if (!std::exchange(in_list_, true)) out_.open_list();
    out_.open_item();
    content(node, style.heading, depth);
    // What stands in it may have ended the list.
    in_list_ ? out_.close_item() : bound(false);
  }

  void end_list() {
    if (std::exchange(in_list_, false)) out_.close_list();
  }

  std::unordered_map<std::string, Style> styles_;
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
  DocxText builder(read_styles(styles));
  builder.add(body);
  for (const char* notes : {kFootnotes, kEndnotes}) {
    pugi::xml_document xml;
    if (package.parse(notes, xml, output, false)) builder.add(xml);
  }
  std::string text = builder.take();
  pugi::xml_document core;
  package.parse(kCore, core, output, false);
  return put_office_document(std::move(text), builder.heading(),
                             {.title = text_of_element(core, "dc:title"),
                              .author = text_of_element(core, "dc:creator"),
                              .published = text_of_element(core, "dcterms:created"),
                              .language = language_of(core, styles)},
                             output);
}

}  // namespace tvar::readers
