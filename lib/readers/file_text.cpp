// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/file_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "lib/text/charset.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

/// What a file that is not regular is called.
const char* kind_of(std::filesystem::file_type type) {
  return type == std::filesystem::file_type::directory ? "is a folder" : "is not a regular file";
}

/// Text in UTF-8 that a copy or a disk has damaged: of the sequences that are not ASCII more are whole than broken. In
/// text of another encoding nearly all are broken.
bool is_damaged_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;  // UTF-16 says so itself
  std::size_t whole = 0;
  std::size_t broken = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const text::CodePoint point = text::code_point_at(bytes, at);
    if (!point.valid) ++broken;
    if (point.valid && point.length > 1) ++whole;
    at += point.length;
  }
  return broken > 0 && whole > broken;
}

}  // namespace

std::string size_spelled(std::uint64_t bytes) {
  constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20U;
  if (bytes < kMebibyte) return std::to_string(bytes) + " bytes";
  const std::uint64_t tenths = (bytes * 10 + kMebibyte / 2) / kMebibyte;
  std::string spelled = std::to_string(tenths / 10);
  if (tenths % 10 != 0) spelled += "." + std::to_string(tenths % 10);
  return spelled + " MiB";
}

std::string too_large(const Source& source) {
  return "is larger than " + size_spelled(source.max_document_bytes) + ", the most a document may have";
}

std::string too_long(std::string_view what, const Source& source) {
  return "is a " + std::string(what) + " of more than " + size_spelled(source.max_document_bytes) +
         ", the most a document may have; it was passed over";
}

std::string system_reason() {
  return errno == 0 ? "unknown reason" : std::error_code(errno, std::generic_category()).message();
}

// The size that the system gives may be a lie (/proc) or change.
bool read_up_to(std::istream& file, std::uint64_t limit, std::string& bytes) {
  std::array<char, 1U << 16U> buffer{};
  while (bytes.size() <= limit && file) {
    const std::uint64_t wanted = std::min<std::uint64_t>(buffer.size(), limit + 1 - bytes.size());
    file.read(buffer.data(), static_cast<std::streamsize>(wanted));
    bytes.append(buffer.data(), static_cast<std::size_t>(file.gcount()));
  }
  return !file.bad();
}

bool is_file(const Source& source, const Output& output) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(source.path, error);
  if (!std::filesystem::exists(status)) {
    output.error("can't be opened: " + (error ? error.message() : std::string("No such file or directory")));
    return false;
  }
  if (!std::filesystem::is_regular_file(status)) output.error(kind_of(status.type()));
  return std::filesystem::is_regular_file(status);
}

std::unique_ptr<std::istream> open_file(const Source& source, const Output& output) {
  if (source.content != nullptr) return std::make_unique<std::istream>(source.content->rdbuf());
  if (!is_file(source, output)) return nullptr;
  errno = 0;
  auto file = std::make_unique<std::ifstream>(source.path, std::ios::binary);
  if (!*file) {
    output.error("can't be opened: " + system_reason());
    return nullptr;
  }
  return file;
}

std::optional<std::string> read_binary(const Source& source, const Output& output) {
  const std::unique_ptr<std::istream> file = open_file(source, output);
  if (!file) return std::nullopt;
  std::error_code error;
  const std::uintmax_t size = source.content != nullptr ? 0 : std::filesystem::file_size(source.path, error);
  std::string bytes;
  if (!error && size <= source.max_document_bytes) bytes.reserve(size);
  errno = 0;
  if (!error && size > source.max_document_bytes) {
    output.error(too_large(source));
  } else if (!read_up_to(*file, source.max_document_bytes, bytes)) {
    output.error("can't be read: " + system_reason());
  } else if (bytes.size() > source.max_document_bytes) {
    output.error(too_large(source));
  } else if (bytes.empty()) {
    output.warning(kEmpty);
  } else {
    return bytes;
  }
  return std::nullopt;
}

std::optional<std::string> read_bytes(const Source& source, const Output& output) {
  std::optional<std::string> bytes = read_binary(source, output);
  if (bytes && text::looks_binary(*bytes)) {
    output.error("is not text");
    return std::nullopt;
  }
  return bytes;
}

text::Decoded decode_text(std::string_view bytes, std::string_view declared_charset) {
  if (!is_damaged_utf8(bytes)) return text::decode(bytes, declared_charset);
  text::Decoded decoded;
  decoded.charset = "UTF-8";
  decoded.text = text::repair_utf8(bytes, &decoded.replaced);
  return decoded;
}

text::Decoded decode_owned_text(std::string bytes, std::string_view declared_charset) {
  if (!text::is_plain_utf8(bytes)) return decode_text(bytes, declared_charset);
  return {.text = std::move(bytes), .charset = "UTF-8", .replaced = 0};
}

std::string replaced_bytes(const text::Decoded& decoded) {
  const std::string what =
      decoded.replaced == 1 ? " broken byte sequence was" : " broken byte sequences were";
  return std::to_string(decoded.replaced) + what + " replaced by U+FFFD; read as " + decoded.charset;
}

std::string decode_bytes(std::string bytes, std::string_view declared_charset, const Output& output) {
  text::Decoded decoded = decode_owned_text(std::move(bytes), declared_charset);
  if (decoded.replaced > 0) output.warning(replaced_bytes(decoded));
  return std::move(decoded.text);
}

}  // namespace tvar::readers
