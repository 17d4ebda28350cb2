// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The Unicode that the compiler needs: code points of UTF-8 and ISO-8859-2 text, and lower case for the Latin
/// letters (and µ) that occur in a Czech dictionary.
#pragma once

#include <string>
#include <string_view>

namespace tvar::stemmers::lexicon {

/// Code points of `text`; U+FFFD for each byte that is no UTF-8.
[[nodiscard]] std::u32string decode_utf8(std::string_view text);

/// Appends one code point to `out`.
void append_utf8(char32_t letter, std::string& out);

[[nodiscard]] std::string encode_utf8(std::u32string_view letters);

/// UTF-8 of a text in ISO-8859-2, the encoding of older Czech dictionaries.
[[nodiscard]] std::string utf8_from_latin2(std::string_view text);

/// Lower case of Latin letters up to Latin Extended-A; others stay.
[[nodiscard]] char32_t lower(char32_t letter) noexcept;
[[nodiscard]] std::string lower(std::string_view text);

/// Whether the first letter is an upper-case one.
[[nodiscard]] bool is_capitalised(std::string_view text);

[[nodiscard]] inline bool ends_with(std::string_view text, std::string_view tail) noexcept {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

[[nodiscard]] inline bool starts_with(std::string_view text, std::string_view head) noexcept {
  return text.substr(0, head.size()) == head;
}

/// `text` with its last bytes `tail` replaced; the text must end with `tail`.
[[nodiscard]] inline std::string replace_tail(std::string_view text, std::string_view tail,
                                              std::string_view with) {
  std::string result(text.substr(0, text.size() - tail.size()));
  return result.append(with);
}

}  // namespace tvar::stemmers::lexicon
