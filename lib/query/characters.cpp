// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/query/characters.h"

#include <array>

namespace tvar::query {
namespace {

using namespace std::string_view_literals;

/// White_Space of Unicode beyond ASCII, and the invisible U+200B and U+FEFF.
constexpr std::array kSpaces = {
    "\u0085"sv, "\u00A0"sv, "\u1680"sv, "\u2000"sv, "\u2001"sv, "\u2002"sv, "\u2003"sv,
    "\u2004"sv, "\u2005"sv, "\u2006"sv, "\u2007"sv, "\u2008"sv, "\u2009"sv, "\u200A"sv,
    "\u200B"sv, "\u2028"sv, "\u2029"sv, "\u202F"sv, "\u205F"sv, "\u3000"sv, "\uFEFF"sv,
};

/// A straight closing mark is accepted for every opening one: keyboards mix them („dům").
constexpr std::array kQuotes = {
    Quote{"\""sv, {"\""sv, {}, {}}},      Quote{"„"sv, {"“"sv, "”"sv, "\""sv}},
    Quote{"“"sv, {"”"sv, "“"sv, "\""sv}}, Quote{"»"sv, {"«"sv, "\""sv, {}}},
    Quote{"«"sv, {"»"sv, "\""sv, {}}},
};

constexpr std::array kEscapable = {"("sv, ")"sv, "\\"sv, "\""sv, "„"sv, "“"sv, "”"sv, "»"sv, "«"sv};

struct OperatorWord {
  std::string_view word;
  Operator op;
  bool czech;
};
constexpr std::array kOperators = {
    OperatorWord{"AND"sv, Operator::all_of, false},  OperatorWord{"A"sv, Operator::all_of, true},
    OperatorWord{"OR"sv, Operator::any_of, false},   OperatorWord{"NEBO"sv, Operator::any_of, true},
    OperatorWord{"NOT"sv, Operator::none_of, false}, OperatorWord{"NE"sv, Operator::none_of, true},
};

bool is_ascii_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_name_start(char c) noexcept {
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_part(char c) noexcept {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '_';
}

const OperatorWord* find_operator(std::string_view chunk) noexcept {
  for (const OperatorWord& row : kOperators) {
    if (row.word == chunk) return &row;
  }
  return nullptr;
}

/// Whether the lexer would see more than plain text at the beginning of the chunk.
bool begins_with_syntax(std::string_view chunk) noexcept {
  if (escapable_length(chunk, 0) > 0 || chunk == "*"sv || operator_of(chunk) != Operator::none) return true;
  if (chunk.size() > 1 && (chunk[0] == '-' || chunk[0] == '=') && chunk[1] != chunk[0]) return true;
  return field_name_length(chunk) > 0;
}

}  // namespace

std::size_t space_length(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return 0;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == ' ' || (byte >= '\t' && byte <= '\r')) return 1;
  if (byte < 0xC2) return 0;
  const std::string_view rest = text.substr(at, 3);
  for (const std::string_view space : kSpaces) {
    if (rest.substr(0, space.size()) == space) return space.size();
  }
  return 0;
}

std::string_view trim(std::string_view text) noexcept {
  std::size_t begin = 0;
  while (const std::size_t length = space_length(text, begin)) begin += length;
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    const std::size_t length = space_length(text, at);
    at += length > 0 ? length : 1;
    if (length == 0) end = at;
  }
  return text.substr(begin, end - begin);
}

const Quote* quote_at(std::string_view text, std::size_t at) noexcept {
  for (const Quote& quote : kQuotes) {
    if (text.substr(at, quote.open.size()) == quote.open) return &quote;
  }
  return nullptr;
}

std::size_t closing_length(const Quote& quote, std::string_view text, std::size_t at) noexcept {
  for (const std::string_view close : quote.close) {
    if (!close.empty() && text.substr(at, close.size()) == close) return close.size();
  }
  return 0;
}

std::size_t escapable_length(std::string_view text, std::size_t at) noexcept {
  for (const std::string_view mark : kEscapable) {
    if (text.substr(at, mark.size()) == mark) return mark.size();
  }
  return 0;
}

Operator operator_of(std::string_view chunk) noexcept {
  const OperatorWord* row = find_operator(chunk);
  return row == nullptr ? Operator::none : row->op;
}

bool is_czech_operator(std::string_view chunk) noexcept {
  const OperatorWord* row = find_operator(chunk);
  return row != nullptr && row->czech;
}

std::size_t name_length(std::string_view text) noexcept {
  if (text.empty() || !is_name_start(text[0])) return 0;
  std::size_t end = 1;
  while (end < text.size() && is_name_part(text[end]) && space_length(text, end) == 0 &&
         escapable_length(text, end) == 0)
    ++end;
  return end < text.size() && text[end] == ':' ? end : 0;
}

std::size_t field_name_length(std::string_view text) noexcept {
  const std::size_t end = name_length(text);
  if (end == 0) return 0;
  const std::string_view value = text.substr(end + 1);
  const bool is_value =
      !value.empty() && space_length(value, 0) == 0 && value[0] != ')' && value.substr(0, 2) != "//"sv;
  return is_value ? end : 0;
}

std::string unescape_chunk(std::string_view chunk) {
  std::string out;
  out.reserve(chunk.size());
  std::size_t at = 0;
  if (chunk.size() > 1 && chunk[0] == '\\') out += chunk[++at], ++at;
  for (; at < chunk.size(); ++at) {
    if (chunk[at] == '\\' && escapable_length(chunk, at + 1) > 0) ++at;
    out += chunk[at];
  }
  return out;
}

std::string escape_chunk(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 1);
  std::size_t at = 0;
  if (begins_with_syntax(text)) {
    out += '\\';
    out += text[at++];
  }
  for (; at < text.size(); ++at) {
    if (text[at] == '(' || text[at] == ')' || text[at] == '\\') out += '\\';
    out += text[at];
  }
  return out;
}

std::string unescape_phrase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escapes =
        text[at] == '\\' && escapable_length(text, at + 1) > 0 && text[at + 1] != '(' && text[at + 1] != ')';
    if (escapes) ++at;
    out += text[at];
  }
  return out;
}

std::string quote_phrase(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

}  // namespace tvar::query
