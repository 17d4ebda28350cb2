// SPDX-License-Identifier: GPL-2.0-or-later
#include <istream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "lib/readers/block_text.h"
#include "lib/readers/file_text.h"
#include "lib/readers/html_page.h"
#include "lib/readers/isolated/mail_message.h"
#include "lib/readers/isolated/nested.h"
#include "lib/readers/isolated/readers.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

/// Where a message stands: a file of its own, or one of many.
struct MessagePlace {
  std::string id;
  std::string place;       ///< for people
  std::uint64_t line = 0;  ///< of an mbox
};

void append_plain(BlockText& out, std::string_view utf8) {
  std::string lines;
  for (const char c : utf8) {
    if (c != '\r') lines += c;
  }
  out.boundary();
  out.preformatted(trimmed(lines));
  out.boundary();
}

std::string text_of(const MailMessage& mail, const MessagePlace& at, const Output& output) {
  BlockText text;
  for (const MailText& part : mail.texts) {
    const text::Decoded decoded = decode_text(part.bytes, part.charset);
    if (decoded.replaced > 0) output.warning(replaced_bytes(decoded), at.line);
    if (part.html) {
      text.boundary();
      append_html(text, decoded.text);
      text.boundary();
    } else {
      append_plain(text, decoded.text);
    }
  }
  return text.take();
}

/// Why an attachment can't be a document; empty when it can.
std::string refusal(const MailAttachment& attachment, const Source& source) {
  if (attachment.name.empty()) return "has no name";
  const ReaderEntry* const reader = find_reader(attachment.name);
  if (reader == nullptr) return "no reader knows this extension";
  if (is_archive(*reader)) return "archives in messages are not unpacked";
  if (source.depth >= kMaxDepth) return "is too many messages deep";
  return {};
}

/// @return false when the sink asked to stop
bool read_attachments(const MailMessage& mail, const MessagePlace& at, const Source& source,
                      const Output& output) {
  std::string passed_over;
  for (const MailAttachment& attachment : mail.attachments) {
    const std::string why = refusal(attachment, source);
    if (!why.empty()) {
      passed_over += (passed_over.empty() ? "" : ", ") +
                     (attachment.name.empty() ? "an attachment" : attachment.name) + " (" + why + ")";
      continue;
    }
    std::istringstream content(attachment.bytes);
    if (!read_nested(source, output, at.id, at.place, attachment.name, content)) return false;
  }
  if (!passed_over.empty()) output.warning("attachments passed over: " + passed_over, at.line);
  return true;
}

/// @return false when the sink asked to stop
bool read_message(std::string_view bytes, const MessagePlace& at, const Source& source,
                  const Output& output) {
  MailMessage mail = parse_mail(bytes);
  if (!mail.readable) {
    output.error("is no message of e-mail", at.line);
    return true;
  }
  if (mail.encrypted) output.warning("a part of it is encrypted and was passed over", at.line);
  std::string text = text_of(mail, at, output);
  if (text.empty() && mail.subject.empty() && mail.attachments.empty()) output.warning(kNoText, at.line);
  if (!text.empty() || !mail.subject.empty()) {
    Document document;
    document.id = at.id;
    if (!mail.subject.empty()) document.add("title", std::move(mail.subject));
    document.add("text", std::move(text));
    for (std::string& author : mail.authors) document.add("author", std::move(author));
    if (!mail.date.empty()) document.add("published", std::move(mail.date));
    if (!mail.language.empty()) document.add("language", std::move(mail.language));
    if (!output.document(std::move(document), at.line)) return false;
  }
  return read_attachments(mail, at, source, output);
}

/// Cuts a mailbox into messages: each begins with a line "From …" at the begin or behind an empty line. Such lines in
/// messages stand as ">From …".
class Mailbox {
 public:
  Mailbox(std::istream& file, std::uint64_t max_bytes) : file_(file), max_bytes_(max_bytes) { advance(); }

  /// Whether the file begins as a mailbox does.
  [[nodiscard]] bool is_mailbox() const { return is_separator(); }

  bool next() {
    message_.clear();
    too_large_ = false;
    if (ended_) return false;
    begin_ = number_;
    bool empty = false;
    for (advance(); !ended_ && !(empty && is_separator()); advance()) {
      empty = line_.empty() || line_ == "\r";
      append(is_quoted() ? std::string_view(line_).substr(1) : line_);
    }
    return true;
  }

  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] bool too_large() const { return too_large_; }
  [[nodiscard]] std::uint64_t line() const { return begin_; }

 private:
  void advance() {
    ended_ = !std::getline(file_, line_);
    if (!ended_) ++number_;
  }

  [[nodiscard]] bool is_separator() const { return line_.starts_with("From "); }
  [[nodiscard]] bool is_quoted() const {
    const std::size_t marks = line_.find_first_not_of('>');
    return marks != 0 && marks != std::string::npos && line_.compare(marks, 5, "From ") == 0;
  }

  void append(std::string_view line) {
    too_large_ = too_large_ || message_.size() + line.size() > max_bytes_;
    if (!too_large_) message_.append(line).append("\n");
  }

  std::istream& file_;
  std::uint64_t max_bytes_;
  std::string line_;
  std::string message_;
  std::uint64_t number_ = 0;
  std::uint64_t begin_ = 0;
  bool ended_ = false;
  bool too_large_ = false;
};

}  // namespace

bool read_eml(const Source& source, const Output& output) {
  const std::optional<std::string> bytes = read_binary(source, output);
  if (!bytes) return true;
  return read_message(*bytes, {source.id, text::repair_utf8(source.path.string()), 0}, source, output);
}

bool read_mbox(const Source& source, const Output& output) {
  const std::unique_ptr<std::istream> file = open_file(source, output);
  if (!file) return true;
  Mailbox mailbox(*file, source.max_document_bytes);
  if (!mailbox.is_mailbox()) {
    if (file->eof()) {
      output.warning(kEmpty);
    } else {
      output.error("is no mailbox: it does not begin with a line \"From …\"");
    }
    return true;
  }
  const std::string path = text::repair_utf8(source.path.string());
  for (std::uint64_t number = 1; mailbox.next(); ++number) {
    if (mailbox.too_large()) {
      output.error(too_large(source), mailbox.line());
      continue;
    }
    const MessagePlace at{source.id + ":" + std::to_string(number),
                          path + ":" + std::to_string(mailbox.line()), mailbox.line()};
    if (!read_message(mailbox.message(), at, source, output)) return false;
  }
  if (file->bad()) output.error("can't be read further: " + system_reason());
  return true;
}

}  // namespace tvar::readers
