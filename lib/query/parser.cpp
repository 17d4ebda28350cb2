// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/query/parser.h"

#include <algorithm>
#include <utility>

#include "lib/query/characters.h"
#include "lib/query/errors.h"
#include "lib/query/limits.h"
#include "lib/query/value_syntax.h"
#include "lib/text/utf8.h"

namespace tvar {
namespace query {
namespace {

bool is_binary_kind(TokenKind kind) noexcept {
  return kind == TokenKind::any_of || kind == TokenKind::all_of || kind == TokenKind::near;
}

/// Whether an operator finds something to work on behind it.
bool begins_operand(TokenKind kind) noexcept {
  return kind != TokenKind::end && kind != TokenKind::close && !is_binary_kind(kind);
}

bool is_text(const Field* field) noexcept {
  return field == nullptr || field->kind == FieldKind::text;
}

/// Numbers and dates have no spaces, so that year:(2008 2010) are two values.
bool is_one_chunk(const Field* field) noexcept {
  return field != nullptr && (field->kind == FieldKind::number || field->kind == FieldKind::date);
}

}  // namespace

Parser::Parser(std::string_view text, const Schema& schema)
    : text_(text), notes_(result_.notes), lexer_(text, schema, notes_) {}

ParsedQuery Parser::parse() {
  std::optional<Query> query = sequence({});
  if (query && !result_.error) result_.query = std::move(*query);
  // Whoever typed quotes with nothing between them did not ask for every document.
  if (!query && !result_.error && !trim(text_).empty()) {
    result_.query = Query::any_of({});
    notes_.add(QueryNote::Code::nothing_to_search, {0, text_.size()});
  }
  return std::move(result_);
}

const Token& Parser::peek(std::size_t ahead) {
  static const Token kNothingMore;
  if (full_) return kNothingMore;
  for (; ahead_size_ <= ahead; ++ahead_size_)
    ahead_[(ahead_begin_ + ahead_size_) % ahead_.size()] = lexer_.next();
  return ahead_[(ahead_begin_ + ahead) % ahead_.size()];
}

Token Parser::take() {
  const Token token = peek();
  if (full_) return token;
  ahead_begin_ = (ahead_begin_ + 1) % ahead_.size();
  --ahead_size_;
  return token;
}

std::optional<Query> Parser::sequence(const Context& context) {
  Sequence state;
  while (!result_.error && peek().kind != TokenKind::end && peek().kind != TokenKind::close)
    sequence_step(context, state);
  flush(context, state);
  if (state.has_and && !state.first_or.empty()) {
    notes_.add(QueryNote::Code::or_before_and, state.first_or);
  }
  if (result_.error || state.children.empty()) return std::nullopt;
  return Query::all_of(std::move(state.children));
}

void Parser::sequence_step(const Context& context, Sequence& state) {
  const bool has_left = !state.children.empty() || !state.words.empty();
  if (has_left && is_binary(TokenKind::all_of)) {
    take();
    flush(context, state);
    state.has_and = true;
    return;
  }
  const bool joined = is_bare() && (is_binary(TokenKind::any_of, 1) || is_binary(TokenKind::near, 1));
  if (is_bare() && !joined) return add_word(context, state);
  flush(context, state);
  if (std::optional<Query> part = disjunction(context, state)) state.children.push_back(std::move(*part));
}

std::optional<Query> Parser::disjunction(const Context& context, Sequence& state) {
  std::vector<Query> parts;
  while (!result_.error) {
    if (std::optional<Query> part = proximity(context)) parts.push_back(std::move(*part));
    if (result_.error || !is_binary(TokenKind::any_of)) break;
    const Token token = take();
    if (state.first_or.empty()) state.first_or = token.range;
  }
  if (parts.empty()) return std::nullopt;
  return Query::any_of(std::move(parts));
}

std::optional<Query> Parser::proximity(const Context& context) {
  std::vector<Query> parts;
  Token first;
  std::uint32_t widest = 0;
  while (!result_.error) {
    if (std::optional<Query> part = operand(context)) parts.push_back(std::move(*part));
    if (result_.error || !is_binary(TokenKind::near)) break;
    const Token token = take();
    if (widest == 0) first = token;
    if (widest != 0 && token.distance != widest) notes_.add(QueryNote::Code::one_distance, token.range);
    widest = std::max(widest, token.distance);
  }
  if (parts.empty()) return std::nullopt;
  if (parts.size() == 1) return std::move(parts.front());
  Query near = Query::near(std::move(parts), widest);
  if (near.kind() != Query::Kind::near) notes_.add(QueryNote::Code::near_across_fields, first.range);
  return near;
}

std::optional<Query> Parser::operand(const Context& context) {
  const bool negated = peek().kind == TokenKind::minus || is_negation();
  if (negated && take().kind == TokenKind::none_of && peek().kind == TokenKind::minus) {
    // "NOT -x" nests no deeper than this, so no input makes it recurse.
    std::optional<Query> inner = operand(context);
    return inner ? std::optional(Query::none_of({*std::move(inner)})) : std::nullopt;
  }
  std::optional<Query> part = primary(context);
  if (!negated || !part) return part;
  return Query::none_of({*std::move(part)});
}

std::optional<Query> Parser::primary(Context context) {
  const std::size_t begin = peek().range.begin;
  for (;; take()) {
    const Token& token = peek();
    if (token.kind == TokenKind::equals) {
      if (!is_text(context.field)) notes_.add(QueryNote::Code::exact_of_value, token.range);
      context.exact = true;
    } else if (token.kind == TokenKind::field) {
      context = {token.field, context.exact};
      if (token.field->kind == FieldKind::stored) {
        fail(make_error(QueryError::Reason::only_stored_field, token.inner, {token.field->name}));
        return std::nullopt;
      }
    } else {
      break;
    }
  }
  const Token& token = peek();
  if (token.kind == TokenKind::open) return group(context);
  if (token.kind == TokenKind::phrase) return quoted(context, begin);
  return leaf(context, begin);
}

std::optional<Query> Parser::group(const Context& context) {
  const Token open = take();
  if (++depth_ > kMaxNesting) {
    fail(make_error(QueryError::Reason::brackets_too_deep, open.range, {std::to_string(kMaxNesting)}));
    return std::nullopt;
  }
  if (depth_ > deepest_) {
    deepest_ = depth_;
    deepest_bracket_ = open.range;
  }
  std::optional<Query> inner = sequence(context);
  --depth_;
  if (result_.error) return std::nullopt;
  const Token close = take();
  if (close.kind != TokenKind::close && !full_) notes_.add(QueryNote::Code::open_bracket, open.range);
  if (!inner && !full_) notes_.add(QueryNote::Code::empty_brackets, {open.range.begin, close.range.end});
  return inner;
}

std::optional<Query> Parser::quoted(const Context& context, std::size_t begin) {
  const Token token = take();
  std::string text = unescape_phrase(token.inner.of(text_));
  if (!spend(text, token.range)) return std::nullopt;
  return text_node(context, std::move(text), true, {begin, token.range.end}, token.range, token.distance);
}

/// "prefix*" and "word~". Fields that hold no words take the prefix of a keyword and leave everything else to their own
/// syntax of values.
std::optional<Query> Parser::marked(const Context& context, const Token& token, TextRange whole) {
  const bool prefix = token.kind == TokenKind::prefix;
  std::string text(token.inner.of(text_));
  if (!spend(text, token.range)) return std::nullopt;
  const bool keyword = context.field != nullptr && context.field->kind == FieldKind::keyword;
  if (!is_text(context.field) && !(prefix && keyword)) {
    if (keyword) notes_.add(QueryNote::Code::similar_of_value, token.range);
    if (!keyword) text = token.range.of(text_);
    return text_node(context, std::move(text), false, whole, token.range);
  }
  if (text::count_code_points(text) < kMinFuzzyLetters && !prefix) {
    notes_.add(QueryNote::Code::short_for_similar, token.range);
    return text_node(context, std::move(text), false, whole, token.range);
  }
  const auto make = prefix ? Query::prefix : Query::fuzzy;
  return make(std::move(text), context.field == nullptr ? std::string() : context.field->name,
              context.exact && !keyword, whole);
}

std::optional<Query> Parser::leaf(const Context& context, std::size_t begin) {
  const Token token = take();
  if (token.kind == TokenKind::star) {
    if (is_text(context.field)) return Query::everything();
    return Query::prefix({}, context.field->name, false, {begin, token.range.end});
  }
  if (token.kind == TokenKind::prefix || token.kind == TokenKind::fuzzy)
    return marked(context, token, {begin, token.range.end});
  if (token.kind == TokenKind::unknown_field) {
    fail(make_error(QueryError::Reason::no_such_field, token.inner,
                    {std::string(token.inner.of(text_)), token.field->name}));
    return std::nullopt;
  }
  if (token.kind != TokenKind::chunk) note_stray(token);
  std::string text = unescape_chunk(token.range.of(text_));
  if (!spend(text, token.range)) return std::nullopt;
  return text_node(context, std::move(text), false, {begin, token.range.end}, token.range);
}

std::optional<Query> Parser::text_node(const Context& context, std::string text, bool phrase, TextRange whole,
                                       TextRange value, std::uint32_t distance) {
  const Field* const field = context.field;
  if (field == nullptr || field->kind == FieldKind::text) {
    if (trim(text).empty()) {
      notes_.add(QueryNote::Code::empty_quotes, whole);
      return std::nullopt;
    }
    std::string name = field == nullptr ? std::string() : field->name;
    if (!phrase) return Query::words(std::move(text), std::move(name), context.exact, whole);
    return Query::phrase(std::move(text), std::move(name), context.exact, whole, distance);
  }
  if (distance > 0) notes_.add(QueryNote::Code::distance_of_value, value);
  CheckedValue checked = check_value(*field, text);
  if (!checked.error) return Query::value(field->name, std::move(checked.value), whole);
  checked.error->range = value;
  fail(*std::move(checked.error));
  return std::nullopt;
}

/// Whether the token `at` places ahead is this operator and has an operand behind it; that it has one before it is known.
bool Parser::is_binary(TokenKind kind, std::size_t at) {
  return peek(at).kind == kind && begins_operand(peek(at + 1).kind);
}

bool Parser::is_negation() {
  if (peek().kind != TokenKind::none_of) return false;
  const TokenKind next = peek(1).kind;
  return begins_operand(next) && next != TokenKind::none_of;
}

/// Whether plain words go on here. Binary operators that come this far have nothing to work on.
bool Parser::is_bare() {
  const TokenKind kind = peek().kind;
  return kind == TokenKind::chunk || is_binary_kind(kind) || (kind == TokenKind::none_of && !is_negation());
}

/// Takes the words of `text` from the budget of the query. What does not fit is cut off, and the rest of the query with
/// it. False when nothing is left of the text.
bool Parser::spend(std::string& text, TextRange range) {
  std::size_t kept = 0;
  for (std::size_t at = 0;;) {
    while (const std::size_t space = space_length(text, at)) at += space;
    if (at >= text.size()) return true;
    std::size_t end = at;
    while (end < text.size() && space_length(text, end) == 0) ++end;
    if (words_ == kMaxWords || end - at > kMaxWordBytes - word_bytes_) break;
    ++words_;
    word_bytes_ += end - at;
    kept = at = end;
  }
  full_ = true;
  notes_.add(QueryNote::Code::too_many_words, {range.begin, text_.size()});
  text.resize(words_ > 0 ? kept : text::truncate_utf8(text, kMaxWordBytes).size());
  return !text.empty();
}

void Parser::add_word(const Context& context, Sequence& state) {
  if (is_one_chunk(context.field)) flush(context, state);
  const Token token = take();
  if (token.kind != TokenKind::chunk) note_stray(token);
  std::string word = unescape_chunk(token.range.of(text_));
  if (!spend(word, token.range)) return;
  if (state.words.empty()) {
    state.words_range = token.range;
  } else {
    state.words += text_.substr(state.words_range.end, token.range.begin - state.words_range.end);
    state.words_range.end = token.range.end;
  }
  state.words += word;
}

void Parser::flush(const Context& context, Sequence& state) {
  if (state.words.empty() || result_.error) return;
  std::optional<Query> node =
      text_node(context, std::exchange(state.words, {}), false, state.words_range, state.words_range);
  if (node) state.children.push_back(std::move(*node));
}

void Parser::note_stray(const Token& token) {
  notes_.add(QueryNote::Code::stray_operator, token.range);
}

void Parser::fail(QueryError error) {
  if (!result_.error) result_.error = std::move(error);
}

}  // namespace query

inline namespace v1 {

ParsedQuery parse_query(std::string_view text, const Schema& schema) {
  if (text.size() > query::kMaxBytes) {
    ParsedQuery refused;
    std::size_t begin = query::kMaxBytes;
    while (begin > 0 && !text::is_code_point_start(text[begin])) --begin;
    refused.error = query::make_error(QueryError::Reason::text_too_long, {begin, text.size()});
    return refused;
  }
  const std::string repaired = text::repair_utf8(text);
  query::Parser parser(repaired, schema);
  ParsedQuery parsed = parser.parse();
  // Operators group without brackets, but are printed with them: up to three pairs for a pair that was typed. What is printed must
  // be a query too.
  if (parsed.error || parser.deepest() <= query::kMaxNesting / 3) return parsed;
  if (!query::Parser(parsed.query.to_string(), schema).parse().error) return parsed;
  ParsedQuery refused;
  refused.error = query::make_error(QueryError::Reason::brackets_too_deep, parser.deepest_bracket(),
                                    {std::to_string(query::kMaxNesting)});
  return refused;
}

}  // namespace v1
}  // namespace tvar
