// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/isolated/mail_message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "lib/readers/block_text.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

/// Parts in parts; nobody writes more.
constexpr unsigned kMaxParts = 50;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Ref = std::unique_ptr<T, Unref>;

/// GMime is started once and never stopped: the program ends with its file.
GMimeParserOptions* parser_options() {
  static GMimeParserOptions* const options = [] {
    g_mime_init();
    GMimeParserOptions* const made = g_mime_parser_options_new();
    // What headers with bytes and no word on their character set may be.
    std::array<const char*, 3> charsets = {"utf-8", "windows-1250", nullptr};
    g_mime_parser_options_set_fallback_charsets(made, charsets.data());
    return made;
  }();
  return options;
}

std::string line(const char* utf8) {
  return utf8 == nullptr ? std::string() : squeezed(text::repair_utf8(utf8));
}

void add_authors(InternetAddressList* list, std::vector<std::string>& authors) {
  const int count = list == nullptr ? 0 : internet_address_list_length(list);
  for (int i = 0; i < count; ++i) {
    InternetAddress* const address = internet_address_list_get_address(list, i);
    std::string name = line(internet_address_get_name(address));
    if (name.empty() && INTERNET_ADDRESS_IS_MAILBOX(address) != 0)
      name = line(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
    if (!name.empty()) authors.push_back(std::move(name));
  }
}

std::string day_of(GMimeMessage* message) {
  GDateTime* const date = g_mime_message_get_date(message);  // owned by the message
  if (date == nullptr) return {};
  char* const spelled = g_date_time_format(date, "%Y-%m-%d");
  std::string day = spelled == nullptr ? "" : spelled;
  g_free(spelled);
  return day;
}

/// What is written to a stream in memory.
template <typename Write>
std::string written(const Write& write) {
  const Ref<GMimeStream> stream(g_mime_stream_mem_new());
  write(stream.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  return written([content](GMimeStream* out) { g_mime_data_wrapper_write_to_stream(content, out); });
}

/// Without the folders of somebody's disk, and of nobody's of ours.
std::string file_name(const char* name) {
  std::string result = line(name);
  const std::size_t folder = result.find_last_of("/\\");
  if (folder != std::string::npos) result.erase(0, folder + 1);
  while (result.starts_with('.')) result.erase(0, 1);
  return result;
}

class PartWalk {
 public:
  explicit PartWalk(MailMessage& mail) : mail_(mail) {}

  void visit(GMimeObject* object, unsigned depth = 0) {
    if (object == nullptr || depth > kMaxParts) return;
    // Programs write it to the message or to the text in it.
    if (mail_.language.empty()) mail_.language = line(g_mime_object_get_header(object, "Content-Language"));
    if (GMIME_IS_MULTIPART_ENCRYPTED(object) != 0) {
      mail_.encrypted = true;
    } else if (GMIME_IS_MULTIPART(object) != 0) {
      visit_parts(GMIME_MULTIPART(object), depth);
    } else if (GMIME_IS_MESSAGE_PART(object) != 0) {
      attach(GMIME_MESSAGE_PART(object));
    } else if (GMIME_IS_PART(object) != 0) {
      visit_part(GMIME_PART(object));
    }
  }

 private:
  void visit_parts(GMimeMultipart* multipart, unsigned depth) {
    if (is(GMIME_OBJECT(multipart), "multipart", "alternative")) return visit_alternatives(multipart, depth);
    const int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count; ++i) visit(g_mime_multipart_get_part(multipart, i), depth + 1);
  }

  /// Of the same text in several forms the plain one, when it is not empty, or else what can be read of the others.
  void visit_alternatives(GMimeMultipart* multipart, unsigned depth) {
    const int count = g_mime_multipart_get_count(multipart);
    int chosen = -1;
    for (int i = count - 1; i >= 0 && chosen < 0; --i) {
      GMimeObject* const part = g_mime_multipart_get_part(multipart, i);
      if (!is(part, "text", "plain") || GMIME_IS_PART(part) == 0) continue;
      const std::string bytes = content_of(GMIME_PART(part));
      if (!trimmed(bytes).empty()) chosen = i;
    }
    for (int i = 0; i < count; ++i) {
      GMimeObject* const part = g_mime_multipart_get_part(multipart, i);
      const bool plain = is(part, "text", "plain");
      if (i == chosen || (chosen < 0 && !plain)) visit(part, depth + 1);
    }
  }

  void visit_part(GMimePart* part) {
    GMimeObject* const object = GMIME_OBJECT(part);
    const bool html = is(object, "text", "html");
    const char* const name = g_mime_part_get_filename(part);
    if (is(object, "application", "pkcs7-mime") || is(object, "application", "x-pkcs7-mime")) {
      mail_.encrypted = true;
    } else if (is_signature(object)) {
      return;
    } else if ((html || is(object, "text", "plain")) && g_mime_part_is_attachment(part) == 0 &&
               name == nullptr) {
      const char* const charset = g_mime_object_get_content_type_parameter(object, "charset");
      mail_.texts.push_back({html, content_of(part), charset == nullptr ? "" : charset});
    } else {
      mail_.attachments.push_back({file_name(name), content_of(part)});
    }
  }

  void attach(GMimeMessagePart* part) {
    GMimeMessage* const message = g_mime_message_part_get_message(part);
    if (message == nullptr) return;
    std::string bytes = written(
        [message](GMimeStream* out) { g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, out); });
    const std::string name = file_name(g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "name"));
    mail_.attachments.push_back({name.ends_with(".eml") ? name : name + "message.eml", std::move(bytes)});
  }

  static bool is_signature(GMimeObject* object) {
    return is(object, "application", "pgp-signature") || is(object, "application", "pkcs7-signature") ||
           is(object, "application", "x-pkcs7-signature");
  }

  static bool is(GMimeObject* object, const char* type, const char* subtype) {
    GMimeContentType* const content = g_mime_object_get_content_type(object);
    return content != nullptr && g_mime_content_type_is_type(content, type, subtype) != 0;
  }

  MailMessage& mail_;
};

}  // namespace

MailMessage parse_mail(std::string_view bytes) {
  MailMessage mail;
  GMimeParserOptions* const options = parser_options();
  const Ref<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Ref<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Ref<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options));
  if (!message) return mail;
  GMimeObject* const object = GMIME_OBJECT(message.get());
  mail.readable = g_mime_header_list_get_count(g_mime_object_get_header_list(object)) > 0;
  mail.subject = line(g_mime_message_get_subject(message.get()));
  add_authors(g_mime_message_get_from(message.get()), mail.authors);
  mail.date = day_of(message.get());
  PartWalk(mail).visit(g_mime_message_get_mime_part(message.get()));
  return mail;
}

}  // namespace tvar::readers
