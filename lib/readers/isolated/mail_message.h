// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// One message of e-mail, taken apart. The only place that knows GMime.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::readers {

/// A part of the body that is text.
struct MailText {
  bool html = false;
  std::string bytes;    ///< without transfer encoding, in the part's character set
  std::string charset;  ///< the declared one; may be empty
};

struct MailAttachment {
  std::string name;   ///< a file name without folders; may be empty
  std::string bytes;  ///< without transfer encoding; of a forwarded message the message
};

/// Headers are valid UTF-8, their encoded words decoded.
struct MailMessage {
  std::string subject;
  std::vector<std::string> authors;  ///< the name, or else the address
  std::string date;                  ///< ISO, the day as the sender wrote it; may be empty
  std::string language;              ///< Content-Language; may be empty
  std::vector<MailText> texts;       ///< of alternatives the plain one, or else HTML
  std::vector<MailAttachment> attachments;
  bool encrypted = false;  ///< a part of it is
  bool readable = false;   ///< it has headers at all
};

[[nodiscard]] MailMessage parse_mail(std::string_view bytes);

}  // namespace tvar::readers
