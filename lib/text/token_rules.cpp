// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/token_rules.h"

#include <algorithm>

#include "lib/text/czech_tables.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::text {

void TokenRules::run() {
  const auto* next_address = s_.addresses.data();
  const auto* const last_address = next_address + s_.addresses.size();
  for (std::size_t i = 0; has(i);) {
    if (next_address != last_address && piece(i).begin >= next_address->begin) {
      i += address(*next_address++, i);
    } else if (piece(i).kind == PieceKind::letters) {
      i += letters(i);
    } else {
      i += piece(i).kind == PieceKind::digits ? digits(i) : fraction(i);
    }
  }
}

bool TokenRules::is_digits(std::size_t i) const {
  return has(i) && piece(i).kind == PieceKind::digits && !piece(i).slow;
}

bool TokenRules::is_digits(std::size_t i, std::size_t count) const {
  return is_digits(i) && piece(i).length == count;
}

bool TokenRules::is_letters(std::size_t i) const {
  return has(i) && piece(i).kind == PieceKind::letters;
}

std::string_view TokenRules::raw(std::size_t i) const {
  return s_.text.substr(piece(i).begin, piece(i).end - piece(i).begin);
}

std::string_view TokenRules::lower(std::size_t i) const {
  if (piece(i).slow) return arena_.store(truncate_utf8(fold_case(raw(i)), kMaxTokenBytes));
  return s_.lower.substr(piece(i).begin, piece(i).end - piece(i).begin);
}

std::string_view TokenRules::gap_text(std::size_t i) const {
  const std::size_t begin = piece(i).end;
  return s_.text.substr(begin, (has(i + 1) ? piece(i + 1).begin : s_.text.size()) - begin);
}

/// The value of up to four digits.
int TokenRules::value(std::size_t i) const {
  int result = 0;
  for (const char digit : raw(i)) result = result * 10 + (digit - '0');
  return result;
}

/// The lower-cased pieces with `between` between them; cut at kMaxTokenBytes.
std::string_view TokenRules::joined(std::size_t first, std::size_t last, std::string_view between) {
  scratch_.clear();
  for (std::size_t i = first; i <= last; ++i) {
    if (i != first) scratch_.append(between);
    scratch_.append(lower(i));
  }
  return arena_.store(truncate_utf8(scratch_, kMaxTokenBytes));
}

ByteRange TokenRules::range(std::size_t first, std::size_t last) const {
  return {piece(first).begin, piece(last).end};
}

Token& TokenRules::push(std::string_view text, ByteRange range, TokenKind kind) {
  const ByteRange source = s_.source->source(range);
  Token& token = out_.emplace_back();
  token.text = text;
  token.begin = s_.source_offset + source.begin;
  token.end = s_.source_offset + source.end;
  token.kind = kind;
  return token;
}

Token& TokenRules::plain(std::string_view text, ByteRange range, TokenKind kind, std::size_t shape_of) {
  Token& token = push(text, range, kind);
  token.position = position_++;
  const Piece& shape = piece(shape_of);
  token.capitalised = shape.first_is_upper;
  token.all_caps = shape.shape == Shape::all_caps && shape.length > 1;
  token.sentence_start = begins_sentence(shape_of);
  return token;
}

void TokenRules::plain_word(std::size_t i) {
  const Piece& p = piece(i);
  const std::string_view text = lower(i);
  bool is_short = false;
  if (p.length <= 8) {
    const bool dotted = p.gap >= Gap::dot && after(i).starts_with('.');
    is_short = dotted ? is_abbreviation(text) : is_bare_legal_form(text);
  }
  plain(text, range(i, i), is_short ? TokenKind::abbreviation : TokenKind::word, i);
}

void TokenRules::extra(std::string_view text, ByteRange range, TokenKind kind, std::size_t span) {
  extra_ahead(text, range, kind, span);
  out_.back().position = position_ - 1;
}

void TokenRules::extra_ahead(std::string_view text, ByteRange range, TokenKind kind, std::size_t span) {
  Token& token = push(text, range, kind);
  token.position = position_;
  token.is_extra = true;
  token.span = static_cast<std::uint8_t>(std::clamp<std::size_t>(span, 1, 255));
}

/// A guess that needs no look-ahead: a line begins, or the end of a sentence and a space lie before.
bool TokenRules::begins_sentence(std::size_t i) const {
  if (i == 0) return true;
  const Gap before = gap_before(i);
  if (before == Gap::space || before == Gap::none) return false;
  if (before == Gap::dot_space || before == Gap::dot_line) {
    return piece(i - 1).length > 1 && !is_digits(i - 1) && !never_ends_sentence(lower(i - 1));
  }
  return gap_text(i - 1).find_first_of(".!?\n") != std::string_view::npos && before != Gap::dot;
}

}  // namespace tvar::text
