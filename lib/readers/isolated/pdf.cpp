// SPDX-License-Identifier: GPL-2.0-or-later
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/readers/block_text.h"
#include "lib/readers/file_text.h"
#include "lib/readers/isolated/readers.h"
#include "lib/readers/printed_text.h"
#include "lib/readers/title_line.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

constexpr std::string_view kEnd = "%%EOF";
constexpr std::size_t kEndBytes = 1024;  // where a reader looks for it

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return text::repair_utf8({bytes.data(), bytes.size()});
}

std::string info(const poppler::document& pdf, const char* key) {
  return squeezed(utf8(pdf.info_key(key)));
}

/// The title that the author gave, and not what the word processor put there.
std::string given_title(const poppler::document& pdf) {
  std::string title = info(pdf, "Title");
  constexpr std::string_view kWord = "Microsoft Word - ";
  if (title.starts_with(kWord)) title.erase(0, kWord.size());
  return title == "untitled" ? std::string() : title;
}

/// The day on which the document was made.
std::string created(const poppler::document& pdf) {
  const std::time_t time = pdf.info_date_t("CreationDate");
  std::tm day{};
  if (time == static_cast<std::time_t>(-1) || ::gmtime_r(&time, &day) == nullptr) return {};
  std::array<char, 16> iso{};
  const std::size_t length = std::strftime(iso.data(), iso.size(), "%Y-%m-%d", &day);
  return {iso.data(), length};
}

/// dc:language of the XMP packet; the catalog's /Lang is not to be had from this library.
std::string language(const poppler::document& pdf) {
  const std::string xmp = utf8(pdf.metadata());
  const std::size_t element = xmp.find("<dc:language");
  const std::size_t end = xmp.find("</dc:language", element);
  const std::size_t item = xmp.find("<rdf:li>", element);
  if (element == std::string::npos || item == std::string::npos || item > end) return {};
  const std::size_t begin = item + std::string_view("<rdf:li>").size();
  return squeezed(std::string_view(xmp).substr(begin, xmp.find('<', begin) - begin));
}

void add_value(Document& document, const char* name, std::string value) {
  if (!value.empty()) document.add(name, std::move(value));
}

/// A line of a page, in the units of the page, which grow downwards.
struct Line {
  double top = 0;
  double bottom = 0;
  double right = 0;
  std::string text;

  [[nodiscard]] double height() const { return bottom - top; }
};

bool continues(const Line& line, const poppler::rectf& word) {
  const double middle = (word.top() + word.bottom()) / 2;
  return middle > line.top && middle < line.bottom && word.left() >= line.right - line.height();
}

/// The lines in reading order. Poppler's own text would do, if it did not drop the hyphen at the end of each line, also
/// that of Praha-Libeň, and run headings and paragraphs together.
std::vector<Line> lines_of(const poppler::page& page) {
  std::vector<Line> lines;
  for (const poppler::text_box& box : page.text_list()) {
    const poppler::rectf place = box.bbox();
    if (lines.empty() || !continues(lines.back(), place))
      lines.push_back({.top = place.top(), .bottom = place.bottom(), .text = {}});
    Line& line = lines.back();
    line.right = place.right();
    line.text += utf8(box.text());
    if (box.has_space_after()) line.text += ' ';
  }
  return lines;
}

/// The distance of lines in the paragraphs of the page: that which is most common, the median.
double usual_gap(const std::vector<Line>& lines) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].top > lines[i - 1].top) gaps.push_back(lines[i].top - lines[i - 1].bottom);
  }
  if (gaps.empty()) return 0;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>((gaps.size() - 1) / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

/// More room than usual, or letters of another size. A line that stands higher continues in the next column.
bool begins_paragraph(const Line& line, const Line& before, double gap) {
  const double size = std::max(line.height(), before.height());
  if (std::abs(line.height() - before.height()) > 0.15 * size) return true;
  return line.top - before.bottom > std::max(gap, 0.0) + 0.4 * size;
}

std::string text_of(const poppler::page& page) {
  const std::vector<Line> lines = lines_of(page);
  const double gap = usual_gap(lines);
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && begins_paragraph(lines[i], lines[i - 1], gap)) text += '\n';
    text += lines[i].text;
    text += '\n';
  }
  return text;
}

std::string text_of(const poppler::document& pdf, int& unreadable) {
  BlockText text;
  for (int number = 0; number < pdf.pages(); ++number) {
    const std::unique_ptr<poppler::page> page(pdf.create_page(number));
    if (page == nullptr) {
      ++unreadable;
    } else {
      append_printed(text, text_of(*page));
    }
  }
  return text.take();
}

/// The opened document; nothing after an error was reported.
std::unique_ptr<poppler::document> open(const std::string& bytes, const Output& output) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  if (bytes.size() > INT_MAX) {
    output.error("is too large for a PDF");
    return nullptr;
  }
  std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (pdf != nullptr && pdf->is_locked()) {
    output.error("is encrypted; it can't be read without its password");
    return nullptr;
  }
  if (pdf == nullptr || pdf->pages() <= 0) {
    output.error("is no PDF, or broken beyond repair");
    return nullptr;
  }
  return pdf;
}

}  // namespace

bool read_pdf(const Source& source, const Output& output) {
  const std::optional<std::string> bytes = read_binary(source, output);
  if (!bytes) return true;
  const std::unique_ptr<poppler::document> pdf = open(*bytes, output);
  if (!pdf) return true;
  int unreadable = 0;
  std::string text = text_of(*pdf, unreadable);
  if (bytes->find(kEnd, bytes->size() - std::min(bytes->size(), kEndBytes)) == std::string::npos) {
    output.warning("is cut off or damaged; what could be restored was read");
  } else if (unreadable > 0) {
    output.warning("has damaged pages, which were passed over: " + std::to_string(unreadable));
  }
  if (text.empty()) {
    output.warning("holds no text; its pages may be pictures");
    return true;
  }
  Document document;
  std::string title = given_title(*pdf);
  add_value(document, "title", title.empty() ? find_title(text) : std::move(title));
  document.add("text", std::move(text));
  add_value(document, "author", info(*pdf, "Author"));
  add_value(document, "published", created(*pdf));
  add_value(document, "language", language(*pdf));
  return output.document(std::move(document));
}

}  // namespace tvar::readers
