// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/query.h"

#include <algorithm>
#include <iterator>
#include <new>
#include <utility>

#include "lib/query/characters.h"
#include "lib/query/limits.h"
#include "lib/query/query_node.h"

namespace tvar {
inline namespace v1 {
namespace {

const std::string kNoText;
const std::vector<Query> kNoChildren;

/// From the first to the last byte of the children that were parsed.
TextRange hull(const std::vector<Query>& children) {
  TextRange result;
  for (const Query& child : children) {
    const TextRange range = child.range();
    if (range.empty()) continue;
    if (result.empty()) result = range;
    result.begin = std::min(result.begin, range.begin);
    result.end = std::max(result.end, range.end);
  }
  return result;
}

bool is_word(const Query& query) noexcept {
  return query.kind() == Query::Kind::words || query.kind() == Query::Kind::prefix ||
         query.kind() == Query::Kind::fuzzy;
}

bool is_one_word(const Query& query) noexcept {
  return is_word(query) && query::is_one_chunk(query.text());
}

/// The field that all places of `query` are in, or nothing when it has none to measure a distance from.
const std::string* positional_field(const Query& query) noexcept {
  if (is_word(query) || query.kind() == Query::Kind::phrase) return &query.field();
  if (query.kind() != Query::Kind::any_of) return nullptr;
  const std::string& field = query.children().front().field();
  for (const Query& child : query.children()) {
    if (!is_one_word(child) || child.field() != field) return nullptr;
  }
  return &field;
}

bool can_be_near(const std::vector<Query>& children) noexcept {
  const std::string* const first = positional_field(children.front());
  return first != nullptr && std::all_of(children.begin(), children.end(), [first](const Query& child) {
           const std::string* const field = positional_field(child);
           return field != nullptr && *field == *first;
         });
}

}  // namespace

/// Children are destroyed by a loop: the chain of destructors of a tree 200,000 deep would overflow the stack. The
/// outermost node of a thread that dies keeps the list, those inside it only add their children.
Query::Node::~Node() {
  static thread_local std::vector<Query>* doomed = nullptr;
  if (children.empty()) return;
  if (doomed != nullptr) {
    try {
      doomed->insert(doomed->end(), std::make_move_iterator(children.begin()),
                     std::make_move_iterator(children.end()));
    } catch (const std::bad_alloc&) {
      // The children go down with the vector, by recursion, which needs no memory but the stack.
    }
    return;
  }
  std::vector<Query> list = std::move(children);
  doomed = &list;
  while (!list.empty()) {
    const Query last = std::move(list.back());
    list.pop_back();
  }
  doomed = nullptr;
}

Query::Query() = default;
Query::Query(const Query&) = default;
Query::Query(Query&&) noexcept = default;
Query& Query::operator=(const Query&) = default;
Query& Query::operator=(Query&&) noexcept = default;
Query::~Query() = default;

Query::Query(std::shared_ptr<const Node> node) : node_(std::move(node)) {}

Query Query::everything() {
  return {};
}

Query Query::words(std::string text, std::string field, bool exact, TextRange range) {
  const std::string_view trimmed = query::trim(text);
  if (trimmed.empty()) return {};
  return Query(std::make_shared<Node>(Kind::words, std::string(trimmed), std::move(field), exact, range));
}

Query Query::phrase(std::string text, std::string field, bool exact, TextRange range,
                    std::uint32_t distance) {
  const std::string_view trimmed = query::trim(text);
  if (trimmed.empty()) return {};
  return Query(std::make_shared<Node>(Kind::phrase, std::string(trimmed), std::move(field), exact, range,
                                      std::min(distance, query::kMaxDistance)));
}

// What could not be written with a star or a tilde behind it is words, so that every tree can be printed.

Query Query::prefix(std::string text, std::string field, bool exact, TextRange range) {
  const bool any_value = text.empty() && !field.empty();
  if (!any_value && !query::is_markable(text)) return words(std::move(text), std::move(field), exact, range);
  return Query(std::make_shared<Node>(Kind::prefix, std::move(text), std::move(field), exact, range));
}

Query Query::fuzzy(std::string text, std::string field, bool exact, TextRange range) {
  if (!query::is_markable(text)) return words(std::move(text), std::move(field), exact, range);
  return Query(std::make_shared<Node>(Kind::fuzzy, std::move(text), std::move(field), exact, range));
}

Query Query::value(std::string field, std::string value, TextRange range) {
  return Query(std::make_shared<Node>(Kind::value, std::move(value), std::move(field), false, range));
}

// The factories keep trees in one shape, so that what means the same in brackets or without is equal.

Query Query::all_of(std::vector<Query> children) {
  std::erase_if(children, [](const Query& child) { return child.kind() == Kind::everything; });
  if (children.empty()) return {};
  if (children.size() == 1) return std::move(children.front());
  const TextRange range = hull(children);
  return Query(std::make_shared<Node>(Kind::all_of, std::move(children), range));
}

Query Query::any_of(std::vector<Query> children) {
  if (children.empty()) return none_of({everything()});
  if (children.size() == 1) return std::move(children.front());
  const TextRange range = hull(children);
  return Query(std::make_shared<Node>(Kind::any_of, std::move(children), range));
}

Query Query::near(std::vector<Query> children, std::uint32_t distance) {
  if (children.size() < 2 || !can_be_near(children)) return all_of(std::move(children));
  const TextRange range = hull(children);
  distance = std::clamp<std::uint32_t>(distance, 1, query::kMaxDistance);
  return Query(std::make_shared<Node>(Kind::near, std::move(children), range, distance));
}

Query Query::none_of(std::vector<Query> children) {
  if (children.empty()) return {};
  if (children.size() > 1) {
    Query any = any_of(std::move(children));
    children.clear();
    children.push_back(std::move(any));
  }
  const TextRange range = hull(children);
  return Query(std::make_shared<Node>(Kind::none_of, std::move(children), range));
}

Query::Kind Query::kind() const noexcept {
  return node_ ? node_->kind : Kind::everything;
}
const std::string& Query::text() const noexcept {
  return node_ ? node_->text : kNoText;
}
const std::string& Query::field() const noexcept {
  return node_ ? node_->field : kNoText;
}
bool Query::exact() const noexcept {
  return node_ && node_->exact;
}
std::uint32_t Query::distance() const noexcept {
  return node_ ? node_->distance : 0;
}
const std::vector<Query>& Query::children() const noexcept {
  return node_ ? node_->children : kNoChildren;
}
TextRange Query::range() const noexcept {
  return node_ ? node_->range : TextRange{};
}

// By a loop, for the same reason as the destructor. Shared parts are equal without a look.
bool operator==(const Query& a, const Query& b) noexcept {
  std::vector<std::pair<const Query*, const Query*>> pending = {{&a, &b}};
  while (!pending.empty()) {
    const auto [left, right] = pending.back();
    pending.pop_back();
    if (left->node_ == right->node_) continue;
    if (left->kind() != right->kind() || left->text() != right->text() || left->field() != right->field() ||
        left->exact() != right->exact() || left->distance() != right->distance() ||
        left->children().size() != right->children().size()) {
      return false;
    }
    for (std::size_t i = 0; i < left->children().size(); ++i) {
      pending.emplace_back(&left->children()[i], &right->children()[i]);
    }
  }
  return true;
}

}  // namespace v1
}  // namespace tvar
