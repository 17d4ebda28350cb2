// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/value_compiler.h"

#include <algorithm>
#include <limits>

#include "lib/facts/organization_names.h"
#include "lib/indexing/field_value.h"
#include "lib/indexing/value_path.h"
#include "lib/query/errors.h"
#include "lib/query/limits.h"
#include "lib/query/value_syntax.h"
#include "lib/search/nearest_values.h"
#include "tvar/error.h"

namespace tvar::search {
namespace {

using store::Node;
using Op = store::Node::Op;

constexpr std::size_t kMostBranches = 1000;

Node one_or_any(std::vector<Node> nodes) {
  return nodes.size() == 1 ? std::move(nodes.front()) : Node::make(Op::any_of, std::move(nodes));
}

// The keys that a keyword is looked up by. What begins with the last of them is a branch of it.
std::vector<std::string> lookup_keys(std::string_view value) {
  std::vector<std::string> keys;
  std::optional<std::string> key = indexing::value_key(FieldKind::keyword, value);
  if (!key) return keys;
  std::string name(facts::key_without_legal_form(*key));
  if (name != *key) keys.push_back(std::move(*key));
  keys.push_back(std::move(name));
  return keys;
}

}  // namespace

std::optional<Node> ValueCompiler::compile(std::size_t ordinal, std::string_view value) {
  const Field& field = schema_.fields[ordinal];
  const store::FieldPlace& place = places_[ordinal];
  if (field.hierarchy) return path_node(ordinal, value);
  if (field.kind == FieldKind::keyword) return keyword_node(ordinal, value);
  const std::optional<indexing::KeyRange> range = indexing::parse_range(field.kind, value);
  if (!range) return std::nullopt;
  const bool is_single = value.find("..") == std::string_view::npos;
  if (is_single && terms_between(place, range->low, range->high, 1).empty()) note_unknown(ordinal, value);
  if (range->low == range->high) return Node::make_term(store::value_term(place, range->low));
  // A slot holds one key only, so ranges over several values go through the filter terms. There are as many of them as
  // different values: a few dozen years, some thousands of days.
  if (field.multi) {
    return Node::make(Op::any_of,
                      terms_between(place, range->low, range->high, std::numeric_limits<std::size_t>::max()));
  }
  return Node::range(place.sort_slot, range->low, range->high);
}

// The value itself, in any spelling, and those that begin with its words.
std::optional<Node> ValueCompiler::keyword_node(std::size_t ordinal, std::string_view value) {
  const store::FieldPlace& place = places_[ordinal];
  const std::vector<std::string> keys = lookup_keys(value);
  if (keys.empty()) return std::nullopt;
  std::vector<Node> terms;
  bool is_known = false;
  for (const std::string& key : keys) {
    terms.push_back(Node::make_term(store::value_term(place, key)));
    is_known = is_known || reader_.frequency(terms.back().term) > 0;
  }
  const std::string beginning = store::value_term(place, "") + keys.back();
  is_known = add_branches(beginning + " ", terms) || is_known;
  is_known = add_branches(beginning + ",", terms) || is_known;
  if (!is_known) note_unknown(ordinal, value);
  return one_or_any(std::move(terms));
}

// The node of a path; of a name all nodes that are called so, or else those whose names begin with its words. Every
// document below a node has its terms.
std::optional<Node> ValueCompiler::path_node(std::size_t ordinal, std::string_view value) {
  const std::vector<std::string_view> names = indexing::split_path(value);
  if (names.empty()) return std::nullopt;
  const bool anywhere = !indexing::is_rooted(value);
  const store::FieldPlace& place = places_[ordinal];
  std::vector<Node> terms = {
      Node::make_term(store::value_term(place, indexing::path_key(names, names.size())))};
  if (anywhere) terms.push_back(Node::make_term(store::value_term(place, indexing::name_key(names.front()))));
  bool is_known = std::any_of(terms.begin(), terms.end(),
                              [this](const Node& term) { return reader_.frequency(term.term) > 0; });
  if (!is_known && anywhere) {
    const std::string key = indexing::node_key(names.front());
    for (const std::string_view mark : {std::string_view(), indexing::kNameKeyMark}) {
      const std::string beginning = store::value_term(place, std::string(mark) + key);
      is_known = add_branches(beginning + " ", terms, indexing::kPathSeparator) || is_known;
      is_known = add_branches(beginning + ",", terms, indexing::kPathSeparator) || is_known;
    }
  }
  if (!is_known) note_unknown(ordinal, value);
  return one_or_any(std::move(terms));
}

// @param but_with  terms that contain this are passed over
// @return whether there were any
bool ValueCompiler::add_branches(const std::string& beginning, std::vector<Node>& terms,
                                 std::string_view but_with) const {
  if (beginning.size() >= store::kMaxTermBytes) return false;
  const std::size_t before = terms.size();
  std::size_t left = query::kMaxScannedTerms;
  reader_.terms(beginning, beginning, [&](std::string_view term, std::uint64_t) {
    if (--left == 0) return false;
    if (!but_with.empty() && term.find(but_with) != std::string_view::npos) return true;
    terms.push_back(Node::make_term(std::string(term)));
    return terms.size() <= kMostBranches;
  });
  return terms.size() > before;
}

std::vector<Node> ValueCompiler::terms_between(const store::FieldPlace& place, const std::string& low,
                                               const std::string& high, std::size_t most) const {
  std::vector<Node> terms;
  const std::string prefix = store::value_term(place, "");
  reader_.terms(prefix, prefix + low, [&](std::string_view term, std::uint64_t) {
    if (!high.empty() && term.substr(prefix.size()) > high) return false;
    terms.push_back(Node::make_term(std::string(term)));
    return terms.size() < most;
  });
  return terms;
}

std::optional<QueryError> ValueCompiler::compile_filters(const std::vector<Filter>& filters,
                                                         std::vector<Condition>& out) {
  for (const Filter& filter : filters) {
    const Field* field = schema_.find(filter.field);
    if (field == nullptr || field->kind == FieldKind::text || field->kind == FieldKind::stored) {
      throw Error(ErrorCode::invalid_argument, "can't filter by '" + filter.field + "'",
                  "Filter by a keyword, number or date field of the schema.");
    }
    std::vector<Node> values;
    for (const std::string& value : filter.values) {
      query::CheckedValue checked = query::check_value(*field, value);
      if (checked.error) return std::move(checked.error);
      std::optional<Node> node =
          compile(static_cast<std::size_t>(field - schema_.fields.data()), checked.value);
      if (!node) return query::make_error(QueryError::Reason::not_a_value, {}, {value, field->name});
      values.push_back(std::move(*node));
    }
    out.push_back({Node::make(Op::any_of, std::move(values)), filter.field, filter.exclude});
  }
  return std::nullopt;
}

void ValueCompiler::check_nodes(const std::vector<FacetRequest>& facets) {
  for (const FacetRequest& facet : facets) {
    if (facet.node.empty()) continue;
    const Field* const field = schema_.find(facet.field);
    static_cast<void>(compile(static_cast<std::size_t>(field - schema_.fields.data()), facet.node));
  }
}

void ValueCompiler::note_unknown(std::size_t ordinal, std::string_view value) {
  std::pair<std::size_t, std::string> unknown(ordinal, value);
  if (std::find(unknown_.begin(), unknown_.end(), unknown) == unknown_.end())
    unknown_.push_back(std::move(unknown));
}

std::vector<UnknownValue> ValueCompiler::unknown_values() const {
  std::vector<UnknownValue> values;
  const ValueNeighbours neighbours(schema_, places_, reader_);
  for (const auto& [ordinal, value] : unknown_) {
    values.push_back({schema_.fields[ordinal].name, value, neighbours.find(ordinal, value)});
  }
  return values;
}

}  // namespace tvar::search
