// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/query/lexer.h"

#include <algorithm>
#include <utility>

#include "lib/query/characters.h"
#include "lib/query/limits.h"
#include "lib/text/utf8.h"

namespace tvar::query {
namespace {

using namespace std::string_view_literals;

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// Of the letters that Czech is written with; others have no say in whether a query is typed in capitals.
bool is_lower_case(char32_t c) noexcept {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c < 0x100) return c >= 0xDF && c != 0xF7;
  if (c >= 0x180) return false;
  const bool odd_is_capital = (c >= 0x139 && c <= 0x148) || c >= 0x179;
  return (c % 2 == 1) != odd_is_capital;
}

constexpr std::size_t kLongestOperator = 16;  // BLÍZKO/123456 and the space behind it

bool begins_with_english_operator(std::string_view text) noexcept {
  std::size_t end = 0;
  while (end < text.size() && space_length(text, end) == 0) ++end;
  return operator_of(text.substr(0, end)) != Operator::none && !is_czech_operator(text.substr(0, end));
}

/// True when the query is bare words without a lower-case letter. Somebody who types like that writes A, NEBO and NE
/// in capitals too, and does not mean operators. Any other syntax shows that operators are known.
bool is_all_capitals(std::string_view text) noexcept {
  bool at_start = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = space_length(text, at);
    const text::CodePoint point = text::code_point_at(text, at);
    const bool is_syntax =
        "=:*\\()\""sv.find(text[at]) != std::string_view::npos || escapable_length(text, at) > 0;
    if (is_syntax || is_lower_case(point.value)) return false;
    if (at_start && text[at] == '-' && at + 1 < text.size() && space_length(text, at + 1) == 0) return false;
    if (at_start && begins_with_english_operator(text.substr(at, kLongestOperator))) return false;
    at_start = space > 0;
    at += space > 0 ? space : point.length;
  }
  return true;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint point = text::code_point_at(text, at);
    out += point.value;
    at += point.length;
  }
  return out;
}

TokenKind token_of(Operator op) noexcept {
  switch (op) {
    case Operator::all_of:
      return TokenKind::all_of;
    case Operator::any_of:
      return TokenKind::any_of;
    case Operator::none_of:
      return TokenKind::none_of;
    case Operator::near:
      return TokenKind::near;
    case Operator::none:
      break;
  }
  return TokenKind::chunk;
}

bool is_prefix_token(TokenKind kind) noexcept {
  return kind == TokenKind::minus || kind == TokenKind::equals || kind == TokenKind::field;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::u32string left = code_points(a);
  const std::u32string right = code_points(b);
  if (std::max(left.size(), right.size()) - std::min(left.size(), right.size()) > limit) return limit + 1;
  std::vector<std::size_t> before(right.size() + 1), above(right.size() + 1), row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t change = left[i - 1] == right[j - 1] ? 0U : 1U;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return std::min(row[right.size()], limit + 1);
}

Lexer::Lexer(std::string_view text, const Schema& schema, Notes& notes)
    : text_(text), schema_(schema), notes_(notes), capitals_(is_all_capitals(text)) {}

Token Lexer::next() {
  while (const std::size_t length = space_length(text_, at_)) at_ += length;
  Token token;
  if (at_ >= text_.size()) {
    token.range = {text_.size(), text_.size()};
  } else if (quote_at(text_, at_) != nullptr) {
    token = phrase();
  } else if (text_[at_] == '(') {
    ++depth_;
    token = make(TokenKind::open, 1);
  } else if (text_[at_] == ')' && depth_ > 0) {
    --depth_;
    token = make(TokenKind::close, 1);
  } else {
    token = prefix_or_chunk();
  }
  previous_ = token.kind;
  previous_field_ = token.field;
  at_ = token.range.end;
  return token;
}

Token Lexer::make(TokenKind kind, std::size_t length) {
  return {kind, {at_, at_ + length}, {}, nullptr, 0};
}

/// "-", "=" and "name:" in this order, each at most once, before what they belong to.
Token Lexer::prefix_or_chunk() {
  if (!is_prefix_token(previous_) && is_prefix('-')) return make(TokenKind::minus, 1);
  if (previous_ != TokenKind::equals && is_prefix('=')) return make(TokenKind::equals, 1);
  if (previous_ == TokenKind::equals || previous_ == TokenKind::field) return chunk();
  const std::size_t name = field_name_length(text_.substr(at_));
  if (name == 0) return chunk();
  if (const Field* field = find_field(text_.substr(at_, name))) return field_token(field, name);
  const Field* similar = find_similar(text_.substr(at_, name));
  if (similar == nullptr) return chunk();
  Token token = field_token(similar, name);
  token.kind = TokenKind::unknown_field;
  return token;
}

Token Lexer::field_token(const Field* field, std::size_t name) {
  Token token = make(TokenKind::field, name + 1);
  token.inner = {at_, at_ + name};
  token.field = field;
  return token;
}

/// Whether `mark` stands right before something to be searched: "-x" yes; "- x", "->", "--x" no.
bool Lexer::is_prefix(char mark) const noexcept {
  if (text_[at_] != mark || at_ + 1 >= text_.size() || space_length(text_, at_ + 1) > 0) return false;
  const char c = text_[at_ + 1];
  if (c == mark) return false;
  const bool is_word =
      (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
  return is_word || "\"(=\\*.@#_$&+"sv.find(c) != std::string_view::npos;
}

Token Lexer::phrase() {
  const Quote& quote = *quote_at(text_, at_);
  Token token = make(TokenKind::phrase, quote.open.size());
  std::size_t end = token.range.end;
  std::size_t closing = 0;
  while (end < text_.size() && (closing = closing_length(quote, text_, end)) == 0) {
    const bool escapes =
        text_[end] == '\\' && end + 1 < text_.size() && text_[end + 1] != '(' && text_[end + 1] != ')';
    end += 1 + (escapes ? escapable_length(text_, end + 1) : 0);
  }
  token.inner = {token.range.end, end};
  if (closing == 0) notes_.add(QueryNote::Code::open_quote, token.range);
  token.range.end = end + closing;
  if (closing == 0 || token.range.end >= text_.size() || text_[token.range.end] != '~') return token;
  std::size_t digits = 0;
  const std::uint32_t typed = read_count(text_.substr(token.range.end + 1), digits);
  const std::size_t behind = token.range.end + 1 + digits;
  if (digits == 0 || (behind < text_.size() && text_[behind] != ')' && space_length(text_, behind) == 0))
    return token;
  token.distance = distance(typed, 0, {token.range.end, behind});
  token.range.end = behind;
  return token;
}

Token Lexer::chunk() {
  Token token = make(TokenKind::chunk, 0);
  token.range.end = chunk_end();
  const std::string_view chunk = token.range.of(text_);
  const bool follows_value_prefix = previous_ == TokenKind::equals || previous_ == TokenKind::field;
  const bool is_any_value = previous_ == TokenKind::field && previous_field_->kind != FieldKind::text;
  if (chunk == "*"sv && (!follows_value_prefix || is_any_value)) {
    token.kind = TokenKind::star;
  } else if (ending_mark(chunk) != 0) {
    token.kind = chunk.back() == '*' ? TokenKind::prefix : TokenKind::fuzzy;
    token.inner = {token.range.begin, token.range.end - 1};
  } else if (!is_prefix_token(previous_)) {
    token.kind = classify(chunk);
  }
  if (token.kind == TokenKind::near) token.distance = distance(near_distance(chunk), 1, token.range);
  if (token.kind == TokenKind::chunk) note_chunk(token);
  return token;
}

void Lexer::note_chunk(const Token& token) {
  const std::string_view chunk = token.range.of(text_);
  if (capitals_ && is_czech_operator(chunk)) {
    notes_.add(QueryNote::Code::operator_in_capitals, token.range);
  }
  if (chunk.size() > 1 && name_length(chunk) == chunk.size() - 1 &&
      find_field(chunk.substr(0, chunk.size() - 1)) != nullptr) {
    notes_.add(QueryNote::Code::field_without_value, token.range);
  }
  if (chunk[0] != '\\' && chunk.find('*') != std::string_view::npos) {
    notes_.add(QueryNote::Code::star_inside, token.range);
  }
}

/// A number within the limits, and a note when it had to be changed.
std::uint32_t Lexer::distance(std::uint32_t typed, std::uint32_t least, TextRange range) {
  const std::uint32_t used = std::clamp(typed, least, kMaxDistance);
  if (used != typed) notes_.add(QueryNote::Code::distance_set, range, {std::to_string(used)});
  return used;
}

TokenKind Lexer::classify(std::string_view chunk) const noexcept {
  return capitals_ && is_czech_operator(chunk) ? TokenKind::chunk : token_of(operator_of(chunk));
}

/// A chunk ends at white space and at brackets of the query. Brackets with their partner in the chunk are part of it
/// (addresses have them), and so is a closing one that has nothing to close.
std::size_t Lexer::chunk_end() {
  std::size_t end = at_;
  const bool escaped = text_[end] == '\\' && end + 1 < text_.size() && space_length(text_, end + 1) == 0;
  if (escaped) end += 1 + text::code_point_at(text_, end + 1).length;
  while (end < text_.size() && space_length(text_, end) == 0) {
    std::size_t step = 1;
    if (text_[end] == '\\') {
      step += escapable_length(text_, end + 1);
    } else if (text_[end] == '(') {
      const std::size_t close = closing_bracket(end);
      if (close == std::string_view::npos) break;
      step = close + 1 - end;
    } else if (text_[end] == ')' && depth_ > 0) {
      break;
    } else if (text_[end] == ')') {
      notes_.add(QueryNote::Code::stray_bracket, {end, end + 1});
    }
    end += step;
  }
  return end;
}

std::size_t Lexer::closing_bracket(std::size_t open) const noexcept {
  const std::size_t limit = std::min(text_.size(), open + kMaxBracketLookahead);
  std::size_t level = 0;
  for (std::size_t at = open; at < limit && space_length(text_, at) == 0; ++at) {
    if (text_[at] == '\\') {
      at += escapable_length(text_, at + 1);
      continue;
    }
    if (text_[at] == '(') ++level;
    if (text_[at] == ')' && --level == 0) return at;
  }
  return std::string_view::npos;
}

const Field* Lexer::find_field(std::string_view name) const {
  return schema_.find(lower_ascii(name));
}

/// Two letters may be wrong, but not half of the name: "tel:" is no "text:".
const Field* Lexer::find_similar(std::string_view name) {
  if (++names_checked_ > kMaxNamesChecked) return nullptr;
  const std::string lower = lower_ascii(name);
  const bool letters_only =
      std::none_of(lower.begin(), lower.end(), [](char c) { return c == '_' || (c >= '0' && c <= '9'); });
  if (!letters_only) return nullptr;
  const Field* nearest = nullptr;
  std::size_t best = 3;
  for (const Field& field : schema_.fields) {
    const std::size_t distance = edit_distance(lower, field.name, 2);
    if (distance >= best || 2 * distance > std::min(text::count_code_points(lower), field.name.size()))
      continue;
    nearest = &field;
    best = distance;
  }
  return nearest;
}

}  // namespace tvar::query
