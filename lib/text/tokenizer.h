// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Text in, tokens out: what can be searched, each with its place in the original text.
///
/// Words are cut by the Unicode rules (UAX #29) as ICU applies them, then Czech repairs: legal forms and
/// letter abbreviations (o. p. s. → ops), dates (also as 2016-04-14), grouped numbers, law numbers,
/// hyphen compounds, URLs and e-mail addresses, Roman numerals, glued web text. docs/czech.md has the table.
///
/// Positions are a small graph, as phrases need it. A *plain* token stands for one word of the text, and plain
/// tokens have the positions 0, 1, 2, … An *extra* token (`is_extra`) is another reading of the `span` positions
/// that begin at its own:
///
///     14. dubna 2016          position 0: 14, 2016-04-14 (extra, span 3)   1: dubna   2: 2016
///     česko-německý           position 0: česko, českoněmecký (extra, span 2)   1: německý
///     24letý                  position 0: 24letý, letý (extra, span 1)
///
/// So a query may ask for an extra token instead of the plain tokens under it, or for either; a document indexes all.
/// The same rules read documents and queries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace tvar::text {

/// What kind of thing a token is. Only words are for a stemmer.
enum class TokenKind : std::uint8_t {
  word,          ///< letters, perhaps with digits (24letý, covid-19, m2)
  number,        ///< digits; grouped digits are joined, the decimal mark is a dot: 3.5, 1000000
  abbreviation,  ///< a letter abbreviation (ops, čp), or a known abbreviation followed by its dot (tzv, mgr)
  date,          ///< a calendar day as 2016-04-14, always extra
  url,           ///< an address or its host, always extra; its words are plain tokens
  email,         ///< an address, always extra; its words are plain tokens
  roman,         ///< a Roman numeral as written, lower-cased: iv; its value is an extra number
  law,           ///< a number with what makes it a reference, always extra: 108/2006, §35
  other          ///< symbols that are worth finding: c++
};

/// The longest text of a token, in bytes and in code points: what is longer is cut on a code-point boundary.
inline constexpr std::size_t kMaxTokenBytes = 245;
inline constexpr std::size_t kMaxTokenCodePoints = 64;

/// One token. Ranges are bytes of the original text, half-open, on code-point boundaries.
struct Token {
  std::string_view
      text;  ///< NFC, lower case, not empty, at most kMaxTokenBytes; see Tokenizer for its lifetime
  std::size_t begin = 0;       ///< first byte in the original text
  std::size_t end = 0;         ///< behind its last byte; a cut token still covers only what its text shows
  std::uint32_t position = 0;  ///< ordinal of the plain token it belongs to, from 0
  TokenKind kind = TokenKind::word;
  std::uint8_t span = 1;        ///< how many positions an extra token stands for, from 1
  bool is_extra = false;        ///< another reading, beside the plain tokens
  bool capitalised = false;     ///< the first letter as written is upper-case
  bool all_caps = false;        ///< two letters or more, all upper-case as written
  bool sentence_start = false;  ///< seems to begin a sentence, so its capital says nothing
};

/// Cuts texts into tokens. Movable; one object serves one thread and reuses its buffers, so that in steady
/// state nothing is allocated per token.
///
/// Any bytes are survived: what is no UTF-8 separates words (but repair_utf8 first, or ranges may not be
/// on boundaries of *your* decoder). Linear in the length of the text.
class Tokenizer {
 public:
  /// Receives the tokens of one stretch of the text; they are valid during the call. False stops.
  using Sink = std::function<bool(std::span<const Token>)>;

  Tokenizer();
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  /// Replaces `out` by all tokens of the text, `begin` and `position` never decreasing. The token texts are valid
  /// until the next call on this object; they do not need `utf8` any more.
  void tokenize(std::string_view utf8, std::vector<Token>& out);

  /// The same tokens in batches, for texts of any size: needs memory for one stretch (some 32 KiB of text) only.
  void tokenize(std::string_view utf8, const Sink& sink);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tvar::text
