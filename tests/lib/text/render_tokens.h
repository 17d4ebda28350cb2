// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Tokens as one line of text, so that tests can say literally what they expect.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/text/tokenizer.h"

namespace tvar::text {

/// "0:2008/n[3,7)": position, text, kind unless it is a word (number, abbreviation, date, url, email, roman, law, other,
/// by their first letters), byte range. An extra token has "+span" behind its text.
inline std::string render(const std::vector<Token>& tokens) {
  static constexpr std::string_view kKinds = "wnadueRlo";
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    out += std::to_string(token.position) + ":" + std::string(token.text);
    if (token.is_extra) out += "+" + std::to_string(token.span);
    if (token.kind != TokenKind::word) out += std::string("/") + kKinds[static_cast<std::size_t>(token.kind)];
    out += "[" + std::to_string(token.begin) + "," + std::to_string(token.end) + ")";
  }
  return out;
}

inline std::vector<Token> tokens_of(Tokenizer& tokenizer, std::string_view text) {
  std::vector<Token> tokens;
  tokenizer.tokenize(text, tokens);
  return tokens;
}

/// The texts of the plain tokens, a space between them.
inline std::string plain_texts(Tokenizer& tokenizer, std::string_view text) {
  std::string out;
  for (const Token& token : tokens_of(tokenizer, text)) {
    if (token.is_extra) continue;
    if (!out.empty()) out += ' ';
    out += token.text;
  }
  return out;
}

/// The texts of all tokens, a space between them.
inline std::string all_texts(Tokenizer& tokenizer, std::string_view text) {
  std::string out;
  for (const Token& token : tokens_of(tokenizer, text)) {
    if (!out.empty()) out += ' ';
    out += token.text;
  }
  return out;
}

}  // namespace tvar::text
