// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryCompiler for values of fields.
#include <utility>

#include "lib/indexing/field_value.h"
#include "lib/query/value_syntax.h"
#include "lib/search/query_compiler.h"
#include "tvar/error.h"

namespace tvar::search {
namespace {

using store::Node;
using Op = store::Node::Op;

QueryError bad_value(const Field& field, const std::string& value, const std::string& reason,
                     TextRange range = {}) {
  const std::string message = "\"" + value + "\" is not a value or range of the field \"" + field.name + "\"";
  return {QueryError::Code::bad_value, reason.empty() ? message : reason, range};
}

}  // namespace

Node QueryCompiler::build_value(const Query& query) {
  const std::size_t ordinal = field_of(query);
  std::optional<Node> node = ordinal == kAllFields ? std::nullopt : value_node(ordinal, query.text());
  if (node) return std::move(*node);
  if (!result_.error && ordinal != kAllFields) {
    result_.error = bad_value(schema_.fields[ordinal], query.text(), {}, query.range());
  }
  return {};
}

std::optional<Node> QueryCompiler::value_node(std::size_t ordinal, std::string_view value) {
  const Field& field = schema_.fields[ordinal];
  const store::FieldPlace& place = places_[ordinal];
  const std::optional<indexing::KeyRange> range = indexing::parse_range(field.kind, value);
  if (!range) return std::nullopt;
  if (field.kind == FieldKind::keyword) return keyword_node(place, range->low);
  if (range->low == range->high) return Node::make_term(store::value_term(place, range->low));
  if (field.multi) return terms_between(place, range->low, range->high);
  return Node::range(place.sort_slot, range->low, range->high);
}

// The value itself, and those that begin with its words.
Node QueryCompiler::keyword_node(const store::FieldPlace& place, const std::string& key) {
  constexpr std::size_t kMostBranches = 1000;
  std::vector<Node> terms = {Node::make_term(store::value_term(place, key))};
  const std::string longer = store::value_term(place, "") + key + " ";
  if (longer.size() >= store::kMaxTermBytes) return std::move(terms.front());
  reader_.terms(longer, longer, [&](std::string_view term, std::uint64_t) {
    terms.push_back(Node::make_term(std::string(term)));
    return terms.size() <= kMostBranches;
  });
  return Node::make(Op::any_of, std::move(terms));
}

// A slot holds one key only, so ranges over several values go through the filter terms. There are as many of them as
// different values: a few dozen years, some thousands of days.
Node QueryCompiler::terms_between(const store::FieldPlace& place, const std::string& low,
                                  const std::string& high) {
  std::vector<Node> terms;
  const std::string prefix = store::value_term(place, "");
  reader_.terms(prefix, prefix + low, [&](std::string_view term, std::uint64_t) {
    if (!high.empty() && term.substr(prefix.size()) > high) return false;
    terms.push_back(Node::make_term(std::string(term)));
    return true;
  });
  return Node::make(Op::any_of, std::move(terms));
}

std::optional<QueryError> QueryCompiler::compile_filters(const std::vector<Filter>& filters,
                                                         std::vector<Condition>& out) {
  for (const Filter& filter : filters) {
    const Field* field = schema_.find(filter.field);
    if (field == nullptr || field->kind == FieldKind::text || field->kind == FieldKind::stored) {
      throw Error(ErrorCode::invalid_argument, "can't filter by '" + filter.field + "'",
                  "Filter by a keyword, number or date field of the schema.");
    }
    std::vector<Node> values;
    for (const std::string& value : filter.values) {
      const query::CheckedValue checked = query::check_value(*field, value);
      std::optional<Node> node;
      if (checked.error.empty()) {
        node = value_node(static_cast<std::size_t>(field - schema_.fields.data()), checked.value);
      }
      if (!node) return bad_value(*field, value, checked.error);
      values.push_back(std::move(*node));
    }
    out.push_back({Node::make(Op::any_of, std::move(values)), filter.field, filter.exclude});
  }
  return std::nullopt;
}

}  // namespace tvar::search
