// SPDX-License-Identifier: GPL-2.0-or-later
#include <md4c.h>

#include <climits>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "lib/readers/block_text.h"
#include "lib/readers/file_text.h"
#include "lib/readers/front_matter.h"
#include "lib/readers/html_page.h"
#include "lib/readers/html_parser.h"
#include "lib/readers/members.h"
#include "lib/readers/reader.h"

namespace tvar::readers {
namespace {

/// Turns the events of md4c into blocks. An exception must not pass through the C library: it is kept, the parser
/// stopped, and it is thrown again behind it.
class MarkdownBuilder {
 public:
  explicit MarkdownBuilder(std::string_view markdown) : markdown_(markdown) {}

  /// False when the parser gave up or was stopped because the text would cost too much.
  bool run() {
    if (markdown_.size() > UINT_MAX) return false;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return of(self).guarded(&MarkdownBuilder::enter, type);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return of(self).guarded(&MarkdownBuilder::leave, type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return of(self).enter_span(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).leave_span(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return of(self).guarded(&MarkdownBuilder::text, type, std::string_view(text, size));
    };
    const int failed = md_parse(markdown_.data(), static_cast<MD_SIZE>(markdown_.size()), &parser, this);
    if (failure_) std::rethrow_exception(failure_);
    return failed == 0;
  }

  /// The first heading, of any level.
  [[nodiscard]] std::string heading() const { return squeezed(heading_); }
  std::string take() { return out_.take(); }

 private:
  static MarkdownBuilder& of(void* self) { return *static_cast<MarkdownBuilder*>(self); }

  template <typename Method, typename... Arguments>
  int guarded(Method method, Arguments... arguments) {
    try {
      (this->*method)(arguments...);
      return too_costly() ? 1 : 0;
    } catch (...) {
      failure_ = std::current_exception();
      return 1;
    }
  }

  /// md4c fills ragged table rows up to the width of the head, and expands the address of a reference wherever it is
  /// used: a small file can ask for work without end. In honest ones neither grows faster than the file.
  [[nodiscard]] bool too_costly() const {
    constexpr std::uint64_t kMillion = 1'000'000;
    return cells_ > kMillion + markdown_.size() || address_bytes_ > 16 * (kMillion + markdown_.size());
  }

  void enter(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        out_.open_list();
        break;
      case MD_BLOCK_LI:
        out_.open_item();
        break;
      case MD_BLOCK_TR:
        out_.open_row();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        ++cells_;
        out_.open_cell();
        break;
      default:
        in_code_ = type == MD_BLOCK_CODE;
        in_heading_ = type == MD_BLOCK_H;
        in_html_ = type == MD_BLOCK_HTML;
        bound(type);
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        out_.close_list();
        break;
      case MD_BLOCK_LI:
        out_.close_item();
        break;
      case MD_BLOCK_TR:
        out_.close_row();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        break;
      default:
        in_code_ = false;
        if (std::exchange(in_html_, false)) append_html(out_, std::exchange(html_, {}));
        if (std::exchange(in_heading_, false)) heading_done_ = !trimmed(heading_).empty();
        bound(type);
    }
  }

  /// The parts of a table are lines of it.
  void bound(MD_BLOCKTYPE type) {
    type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY ? out_.line() : out_.boundary();
  }

  int enter_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG) ++pictures_;
    if (type == MD_SPAN_A) address_bytes_ += static_cast<const MD_SPAN_A_DETAIL*>(detail)->href.size;
    if (type == MD_SPAN_IMG) address_bytes_ += static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src.size;
    return too_costly() ? 1 : 0;
  }

  int leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --pictures_;
    return 0;
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (pictures_ > 0) return;  // the description of a picture
    switch (type) {
      case MD_TEXT_BR:
        out_.line_break();
        break;
      case MD_TEXT_SOFTBR:
        add("\n");
        break;
      case MD_TEXT_NULLCHAR:
        add("\uFFFD");
        break;
      case MD_TEXT_ENTITY:
        add(decode_entity(text));
        break;
      case MD_TEXT_HTML:
        add_html(text);
        break;
      default:
        add(text);
    }
  }

  void add(std::string_view text) {
    if (in_heading_ && !heading_done_) heading_ += text;
    in_code_ ? out_.preformatted(text) : out_.text(text);
  }

  /// Raw HTML: a block is read when it is complete; inside a line only the line break says something.
  void add_html(std::string_view html) {
    if (in_html_) {
      html_ += html;
    } else if (html.starts_with("<br") || html.starts_with("<BR")) {
      out_.line_break();
    }
  }

  std::string_view markdown_;
  BlockText out_;
  std::string heading_;
  std::string html_;
  bool in_code_ = false;
  bool in_heading_ = false;
  bool in_html_ = false;
  bool heading_done_ = false;
  std::size_t pictures_ = 0;
  std::uint64_t cells_ = 0;
  std::uint64_t address_bytes_ = 0;
  std::exception_ptr failure_ = nullptr;
};

/// Title and text of the part behind the front matter.
void read_body(std::string_view markdown, Document& document, const Output& output) {
  MarkdownBuilder builder(markdown);
  if (!builder.run()) {
    output.warning("has tables or links beyond reason; it was read as plain text");
    document.add("text", std::string(trimmed(markdown)));
    return;
  }
  std::string heading = builder.heading();
  if (!document.has("title") && !heading.empty()) document.add("title", std::move(heading));
  document.add("text", builder.take());
}

/// The text is gone when this returns: a large one should not be in memory twice while it is indexed.
Document document_of(const std::string& text, const Output& output) {
  Members metadata;
  const std::string_view body = read_front_matter(text, metadata, output);
  Document document;
  metadata.move_to(document);
  read_body(body, document, output);
  return document;
}

}  // namespace

bool read_markdown(const Source& source, const Output& output) {
  std::optional<std::string> bytes = read_bytes(source, output);
  if (!bytes) return true;
  Document document = document_of(decode_bytes(*std::move(bytes), {}, output), output);
  if (document.value("text").empty() && !document.has("title")) {
    output.warning(kNoText);
    return true;
  }
  return output.document(std::move(document));
}

}  // namespace tvar::readers
