// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Bytes of a file in, UTF-8 out: which of the encodings that Czech text was ever written in is this?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tvar::text {

/// A text as UTF-8 and how it was read.
struct Decoded {
  std::string text;          ///< valid UTF-8, byte order mark removed
  std::string charset;       ///< as ICU names it: "UTF-8", "windows-1250", "ISO-8859-2", "UTF-16LE", …
  std::size_t replaced = 0;  ///< malformed or unmappable sequences that became U+FFFD
};

/// Decodes a text whose encoding may be unknown. The evidence, strongest first:
///
///  1. a byte order mark (UTF-8, UTF-16, UTF-32);
///  2. the whole is valid UTF-8, or all but a few sequences are: text of another encoding practically never is;
///  3. `declared_charset`, when ICU knows it and the bytes do not contradict it (control characters where
///     letters should be, or letters that no Czech text has while another encoding reads as Czech);
///  4. Czech letters: windows-1250, ISO-8859-2, IBM852 and the Macintosh encoding are tried, and the one
///     wins under which the bytes read as Czech. The first two differ in š ť ž Š Ť Ž and in quotes;
///  5. ICU's detector; when it knows nothing either, windows-1250.
///
/// Never fails: at worst there are many replacements, and `looks_binary` was the question to ask before.
/// @param declared_charset  what the file says of itself (an HTTP header, a meta tag), any spelling; may be empty
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view declared_charset = {});

/// Whether decode() would return the bytes as they are: they are UTF-8 without a byte order mark, and not UTF-16.
[[nodiscard]] bool is_plain_utf8(std::string_view bytes) noexcept;

/// Decodes a piece of a text whose encoding is known, for example from decode() of another piece.
/// @param charset  as Decoded::charset spells it
[[nodiscard]] Decoded decode_as(std::string_view bytes, const std::string& charset);

/// True when the bytes are hardly text: NUL bytes that are not those of UTF-16 or UTF-32, or more than one
/// control character in twenty. Looks at the first 64 KiB only. Empty is not binary.
[[nodiscard]] bool looks_binary(std::string_view bytes) noexcept;

}  // namespace tvar::text
