// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// How the glass backend of Xapian 1.4 writes numbers, strings and lists of positions. docs/index-format.md says why we
/// write its files at all. Everything is appended to `out`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::store::glass {

using DocId = std::uint32_t;

/// Seven bits a byte, the lowest first; the last byte is below 128.
inline void append_number(std::uint64_t number, std::string& out) {
  while (number >= 128) {
    out += static_cast<char>(static_cast<unsigned char>(number | 128U));
    number >>= 7U;
  }
  out += static_cast<char>(number);
}

/// As many bytes as it needs, the lowest first, none for 0: only at the end, where its length is known.
void append_last_number(std::uint64_t number, std::string& out);

/// The document id at the end of a key: bytes that sort like the number and never begin with 0xFF.
void append_docid(DocId id, std::string& out);

/// Length and bytes.
void append_string(std::string_view bytes, std::string& out);

/// A term in a key. A zero byte becomes 00 FF, so that 00 may end the term.
void append_escaped(std::string_view term, std::string& out);
/// What append_escaped was given.
std::string unescaped(std::string_view escaped);

/// A position list.
/// @param positions  ascending, not empty, none twice
void append_positions(const std::vector<std::uint32_t>& positions, std::string& out);

}  // namespace tvar::store::glass
