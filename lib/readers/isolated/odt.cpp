// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "lib/readers/isolated/office_package.h"
#include "lib/readers/isolated/office_text.h"
#include "lib/readers/isolated/readers.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

constexpr const char* kContent = "content.xml";
constexpr const char* kMeta = "meta.xml";
constexpr const char* kStyles = "styles.xml";
constexpr const char* kManifest = "META-INF/manifest.xml";

/// What was deleted, what readers of the page do not see, and lists of what stands elsewhere.
constexpr auto kPassedOver = std::to_array<std::string_view>(
    {"office:annotation", "office:forms", "table:covered-table-cell", "text:alphabetical-index",
     "text:sequence-decls", "text:table-of-content", "text:tracked-changes", "text:variable-decls"});

/// Turns the elements of the body into blocks.
class OdtText : public OfficeText {
 public:
  /// The text, with the notes behind it.
  std::string take() {
    for (std::size_t i = 0; i < notes_.size(); ++i) {  // a note may have notes
      const pugi::xml_node note = notes_[i];
      out_.boundary();
      add(note);
    }
    return out_.take();
  }

 private:
  void add_node(const pugi::xml_node& node, unsigned depth) override {
    const std::string_view name = node.name();
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      text(text::repair_utf8(node.value()));
    } else if (name == "text:s" || name == "text:tab") {
      text(" ");
    } else if (name == "text:line-break") {
      out_.line_break();
    } else if (name == "text:p" || name == "text:h") {
      paragraph(node, name == "text:h", depth);
    } else if (name == "text:note") {
      notes_.push_back(node.child("text:note-body"));
    } else if (std::find(kPassedOver.begin(), kPassedOver.end(), name) == kPassedOver.end()) {
      container(node, name, depth);
    }
  }

  void container(const pugi::xml_node& node, std::string_view name, unsigned depth) {
    if (name == "text:list") {
      out_.open_list();
      add(node, depth);
      out_.close_list();
    } else if (name == "text:list-item") {
      out_.open_item();
      add(node, depth);
      out_.close_item();
    } else if (name == "table:table-row") {
      row(node, depth);
    } else if (name == "table:table-cell") {
      cell(node, depth);
    } else if (name == "table:table") {
      table(node, depth);
    } else {
      add(node, depth);
    }
  }

  std::vector<pugi::xml_node> notes_;
};

/// What the document says of itself, or else the language of its paragraphs.
std::string language_of(const pugi::xml_document& meta, const pugi::xml_document& styles) {
  std::string language = text_of_element(meta, "dc:language");
  if (!language.empty()) return language;
  const pugi::xml_node properties = styles.find_node([](const pugi::xml_node& node) {
    return std::string_view(node.name()) == "style:text-properties" && node.attribute("fo:language");
  });
  language = properties.attribute("fo:language").value();
  const std::string_view country = properties.attribute("fo:country").value();
  if (language == "none" || language == "zxx") return {};
  return country.empty() || country == "none" ? language : language + "-" + std::string(country);
}

}  // namespace

bool read_odt(const Source& source, const Output& output) {
  OfficePackage package;
  if (!package.open(source, output, "ODT", {kContent, kMeta, kStyles, kManifest})) return true;
  if (package.part(kManifest).find("encryption-data") != std::string::npos) {
    output.error("is encrypted; it can't be read without its password");
    return true;
  }
  pugi::xml_document content;
  if (!package.parse(kContent, content, output, true)) return true;
  OdtText builder;
  builder.add(content.child("office:document-content").child("office:body"));
  std::string text = builder.take();
  pugi::xml_document meta;
  pugi::xml_document styles;
  package.parse(kMeta, meta, output, false);
  package.parse(kStyles, styles, output, false);
  std::string author = text_of_element(meta, "meta:initial-creator");
  std::string date = text_of_element(meta, "meta:creation-date");
  return put_office_document(
      std::move(text), builder.heading(),
      {.title = text_of_element(meta, "dc:title"),
       .author = author.empty() ? text_of_element(meta, "dc:creator") : std::move(author),
       .published = date.empty() ? text_of_element(meta, "dc:date") : std::move(date),
       .language = language_of(meta, styles)},
      output);
}

}  // namespace tvar::readers
