// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From a file to UTF-8, with a problem for whatever stands in the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "lib/readers/reader.h"
#include "lib/text/charset.h"

namespace tvar::readers {

/// Whether the path is that of a regular file. Folders, devices and pipes and dangling links are errors, which are
/// reported.
[[nodiscard]] bool is_file(const Source& source, const Output& output);

/// The content of the source, or its file opened for reading. What is_file refuses and missing rights are errors, which
/// are reported; nothing is returned then.
[[nodiscard]] std::unique_ptr<std::istream> open_file(const Source& source, const Output& output);

/// Appends what is left of the file, up to `limit` + 1 bytes in all, so that one that is larger can be told.
/// @return false when reading failed; errno says why
[[nodiscard]] bool read_up_to(std::istream& file, std::uint64_t limit, std::string& bytes);

/// The reason that the system gives for its last failure, for example "Permission denied".
[[nodiscard]] std::string system_reason();

/// "256 MiB", "1.5 MiB"; below one MiB in bytes.
[[nodiscard]] std::string size_spelled(std::uint64_t bytes);

/// The message about a document above the limit.
[[nodiscard]] std::string too_large(const Source& source);

/// The same about a part of a file that would be a document.
/// @param what  "line" or "row"
[[nodiscard]] std::string too_long(std::string_view what, const Source& source);

/// All bytes of a file that is one text. An empty file is a warning; one that can't be read, is too large or is
/// hardly text is an error. Both are reported and nothing is returned.
[[nodiscard]] std::optional<std::string> read_bytes(const Source& source, const Output& output);

/// As read_bytes, for formats that are not text.
[[nodiscard]] std::optional<std::string> read_binary(const Source& source, const Output& output);

/// The text as UTF-8; text::decode, but text that is UTF-8 apart from some damage is read as such.
/// @param declared_charset  what the text says of itself; may be empty
[[nodiscard]] text::Decoded decode_text(std::string_view bytes, std::string_view declared_charset);

/// As above. The bytes are taken over: text that is UTF-8 already is not copied, and of any other the bytes are gone when
/// this returns.
[[nodiscard]] text::Decoded decode_owned_text(std::string bytes, std::string_view declared_charset);

/// As above; bytes that had to be replaced are reported as a warning.
[[nodiscard]] std::string decode_bytes(std::string bytes, std::string_view declared_charset,
                                       const Output& output);

/// The warning about bytes that had to be replaced.
[[nodiscard]] std::string replaced_bytes(const text::Decoded& decoded);

/// The warning for a file or line without a word in it.
inline constexpr const char* kEmpty = "is empty";
/// The warning for a file that is well-formed, but has nothing to index.
inline constexpr const char* kNoText = "holds no text";

}  // namespace tvar::readers
