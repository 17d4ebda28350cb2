// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/query/characters.h"

#include <algorithm>
#include <array>

#include "lib/query/limits.h"
#include "lib/text/utf8.h"

namespace tvar::query {
namespace {

using namespace std::string_view_literals;

/// A straight closing mark is accepted for every opening one: keyboards mix them („dům").
constexpr std::array kQuotes = {
    Quote{"\""sv, {"\""sv, {}, {}}},      Quote{"„"sv, {"“"sv, "”"sv, "\""sv}},
    Quote{"“"sv, {"”"sv, "“"sv, "\""sv}}, Quote{"»"sv, {"«"sv, "\""sv, {}}},
    Quote{"«"sv, {"»"sv, "\""sv, {}}},
};

/// The first bytes of the white space and quotes beyond ASCII, so that Czech letters cost no more than one look.
constexpr bool begins_some_mark(unsigned char byte) noexcept {
  return byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) || byte == 0xEF;
}

/// White_Space of Unicode beyond ASCII, and the invisible U+200B and U+FEFF.
constexpr bool is_wide_space(char32_t c) noexcept {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/// „ “ ” » «
constexpr bool is_wide_quote(char32_t c) noexcept {
  return c == 0x201E || c == 0x201C || c == 0x201D || c == 0xBB || c == 0xAB;
}

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

/// The spellings of NEAR before its number: keyboards without diacritics and decomposed letters among them.
constexpr std::array kNear = {"NEAR"sv, "BLÍZKO"sv, "BLIZKO"sv, "BLI\u0301ZKO"sv};

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

/// The length of the word in "NEAR" and "NEAR/5", 0 for all other chunks.
std::size_t near_word_length(std::string_view chunk) noexcept {
  for (const std::string_view word : kNear) {
    if (!chunk.starts_with(word)) continue;
    if (chunk.size() == word.size()) return word.size();
    std::size_t digits = 0;
    if (chunk[word.size()] != '/') continue;
    static_cast<void>(read_count(chunk.substr(word.size() + 1), digits));
    if (digits > 0 && word.size() + 1 + digits == chunk.size()) return word.size();
  }
  return 0;
}

bool is_ascii_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_name_start(char c) noexcept {
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_part(char c) noexcept {
  return is_name_start(c) || is_digit(c) || c == '_';
}

const OperatorWord* find_operator(std::string_view chunk) noexcept {
  if (chunk.empty() || chunk.size() > 4 || (chunk[0] != 'A' && chunk[0] != 'O' && chunk[0] != 'N'))
    return nullptr;
  for (const OperatorWord& row : kOperators) {
    if (row.word == chunk) return &row;
  }
  return nullptr;
}

/// Whether the lexer would see more than plain text at the beginning of the chunk.
bool begins_with_syntax(std::string_view chunk) noexcept {
  if (escapable_length(chunk, 0) > 0 || chunk == "*"sv || operator_of(chunk) != Operator::none) return true;
  if (ending_mark(chunk) != 0) return true;
  if (chunk.size() > 1 && (chunk[0] == '-' || chunk[0] == '=') && chunk[1] != chunk[0]) return true;
  const std::size_t name = name_length(chunk);
  return name > 0 && name + 1 < chunk.size() && chunk.substr(name + 1, 2) != "//"sv;
}

}  // namespace

std::size_t wide_space_length(std::string_view text, std::size_t at) noexcept {
  if (!begins_some_mark(static_cast<unsigned char>(text[at]))) return 0;
  const text::CodePoint point = text::code_point_at(text, at);
  return is_wide_space(point.value) ? point.length : 0;
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
  if (at >= text.size() || (text[at] != '"' && !begins_some_mark(static_cast<unsigned char>(text[at]))))
    return nullptr;
  for (const Quote& quote : kQuotes) {
    if (text.substr(at, quote.open.size()) == quote.open) return &quote;
  }
  return nullptr;
}

std::size_t closing_length(const Quote& quote, std::string_view text, std::size_t at) noexcept {
  if (text[at] != '"' && !begins_some_mark(static_cast<unsigned char>(text[at]))) return 0;
  for (const std::string_view close : quote.close) {
    if (!close.empty() && text.substr(at, close.size()) == close) return close.size();
  }
  return 0;
}

std::size_t escapable_length(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == '(' || c == ')' || c == '\\' || c == '"') return 1;
  if (!begins_some_mark(static_cast<unsigned char>(c))) return 0;
  const text::CodePoint point = text::code_point_at(text, at);
  return is_wide_quote(point.value) ? point.length : 0;
}

Operator operator_of(std::string_view chunk) noexcept {
  const OperatorWord* row = find_operator(chunk);
  if (row != nullptr) return row->op;
  return near_word_length(chunk) > 0 ? Operator::near : Operator::none;
}

std::uint32_t near_distance(std::string_view chunk) noexcept {
  const std::size_t word = near_word_length(chunk);
  if (word == chunk.size()) return kDefaultDistance;
  std::size_t digits = 0;
  return read_count(chunk.substr(word + 1), digits);
}

std::uint32_t read_count(std::string_view text, std::size_t& length) noexcept {
  constexpr std::size_t kMostDigits = 6;
  std::uint32_t count = 0;
  for (length = 0; length < std::min(text.size(), kMostDigits) && is_digit(text[length]); ++length)
    count = count * 10 + static_cast<std::uint32_t>(text[length] - '0');
  return count;
}

bool is_czech_operator(std::string_view chunk) noexcept {
  const OperatorWord* row = find_operator(chunk);
  return (row != nullptr && row->czech) ||
         (chunk.starts_with("BL"sv) && near_word_length(chunk) == chunk.size());
}

bool is_markable(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_name_part(text[at]) || space_length(text, at) > 0 || escapable_length(text, at) > 0) return false;
  }
  return !text.empty();
}

char ending_mark(std::string_view chunk) noexcept {
  if (chunk.empty() || (chunk.back() != '*' && chunk.back() != '~')) return 0;
  return is_markable(chunk.substr(0, chunk.size() - 1)) ? chunk.back() : '\0';
}

bool is_one_chunk(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (space_length(text, at) > 0) return false;
  }
  return true;
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
  if (chunk.find('\\') == std::string_view::npos) return std::string(chunk);
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
