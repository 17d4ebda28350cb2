// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/query_compiler.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "lib/query/errors.h"
#include "lib/query/limits.h"
#include "lib/query/notes.h"
#include "lib/query/query_size.h"
#include "lib/search/merge_repeated.h"
#include "lib/search/query_budget.h"
#include "lib/search/ranking.h"
#include "lib/text/fold.h"

namespace tvar::search {
namespace {

using store::Node;
using Op = store::Node::Op;

// Any of the conditions, each term once. Ranges of slots stay as they are, those that are equal once.
Node any_value(std::vector<Node> conditions) {
  std::set<std::string> terms;
  std::set<std::tuple<store::Slot, std::string, std::string>> ranges;
  std::vector<Node> distinct;
  const auto add = [&](auto&& self, Node& node) -> void {
    if (node.op == Op::any_of) {
      for (Node& child : node.children) self(self, child);
      return;
    }
    const bool known =
        (node.op == Op::term && !terms.insert(node.term).second) ||
        (node.op == Op::value_range && !ranges.insert({node.slot, node.low, node.high}).second);
    if (!known) distinct.push_back(std::move(node));
  };
  for (Node& condition : conditions) add(add, condition);
  return Node::make(Op::any_of, std::move(distinct));
}

bool is_scored(const Query& query) {
  switch (query.kind()) {
    case Query::Kind::words:
    case Query::Kind::phrase:
    case Query::Kind::prefix:
    case Query::Kind::fuzzy:
    case Query::Kind::near:
      return true;
    case Query::Kind::all_of:
    case Query::Kind::any_of:
      return std::any_of(query.children().begin(), query.children().end(), is_scored);
    default:
      return false;
  }
}

// Whether the query is typed in capitals throughout, so that they say nothing.
bool is_shouting(const Query& query) {
  if (!query.text().empty() && text::fold_case(query.text()) == query.text()) return false;
  std::size_t spaces = static_cast<std::size_t>(std::count(query.text().begin(), query.text().end(), ' '));
  for (const Query& child : query.children()) {
    if (!is_shouting(child)) return false;
    spaces += child.text().empty() ? 0 : 1;
  }
  return spaces > 0;
}

// Whether a lemma says that the word is one. A stemmer without a dictionary takes anything for its own stem.
bool knows_words(const Stemmer& stemmer) {
  Readings readings;
  stemmer.stem("qxqxq", StemMode::query, readings);
  return !readings.empty() && readings[0].kind != ReadingKind::lemma;
}

}  // namespace

QueryCompiler::QueryCompiler(const Schema& schema, const Stemmer& stemmer, const store::Reader& reader)
    : schema_(schema),
      stemmer_(stemmer),
      reader_(reader),
      has_dictionary_(knows_words(stemmer)),
      places_(schema),
      values_(schema, places_, reader),
      analyzer_(stemmer),
      expansion_analyzer_(stemmer),
      synonyms_(reader, stemmer) {}

CompiledQuery QueryCompiler::compile(const Query& query, const Options& options) {
  result_ = {};
  result_.error = query::check_size(query);
  if (result_.error) return std::move(result_);
  tokens_left_ = query::kMaxTokens;
  ranked_words_left_ = ranking::kMostWords;
  out_of_tokens_ = false;
  expansion_budget_ = {.scanned = query::kMaxScannedTerms, .forms = query::kMaxExpandedForms};
  any_ = options.any;
  incomplete_ = options.incomplete;
  derivations_ = options.derivations;
  explain_ = options.explain;
  contests_ = 0;
  prefixes_.clear();
  corrections_ = options.corrections;
  looked_up_ = options.looked_up;
  mode_ = mode_of(query, stemmer_);
  shouting_ = is_shouting(query);
  Node node = build(query);
  merge_repeated(node);
  result_.node = std::move(node);
  if (fit_into_budget(result_.node, reader_)) {
    result_.notes.push_back(query::make_note(QueryNote::Code::too_many_alternatives, query.range()));
  }
  result_.scores = is_scored(query);
  if (result_.scores && result_.wanted == 0 && result_.node.op == Op::nothing)
    result_.notes.push_back(query::make_note(QueryNote::Code::nothing_to_search, query.range()));
  return std::move(result_);
}

Node QueryCompiler::build(const Query& query) {
  switch (query.kind()) {
    case Query::Kind::everything:
      return Node::everything();
    case Query::Kind::words:
      return build_words(query);
    case Query::Kind::phrase:
      return build_phrase(query);
    case Query::Kind::prefix:
    case Query::Kind::fuzzy:
      return build_expansion(query);
    case Query::Kind::near:
      return build_near(query);
    case Query::Kind::value:
      return Node::unscored(build_value(query));
    case Query::Kind::all_of:
      return build_all(query);
    case Query::Kind::any_of:
      return build_any(query);
    case Query::Kind::none_of:
      if (query.children().front().kind() == Query::Kind::everything) return {};
      return Node::make(Op::and_not, {Node::everything(), build_unwanted(query)});
  }
  return {};
}

void QueryCompiler::want(std::string_view text, const Node& node) {
  ++result_.wanted;
  if (incomplete_) result_.words.push_back({std::string(text), node});
}

// Values do not score, so all of them are one condition, in which no term is read twice: ranges overlap.
Node QueryCompiler::build_any(const Query& query) {
  std::vector<Node> children;
  std::vector<Node> values;
  const std::size_t words = result_.words.size();
  for (const Query& child : query.children()) {
    if (child.kind() == Query::Kind::value) {
      values.push_back(build_value(child));
    } else if (Node node = build(child); node.op != Op::nothing) {
      children.push_back(std::move(node));
    }
  }
  if (!values.empty()) children.push_back(Node::unscored(any_value(std::move(values))));
  Node node = Node::make(Op::any_of, std::move(children));
  if (result_.words.size() > words) {  // nobody misses one alternative beside the other
    result_.words.resize(words);
    result_.words.push_back({query.to_string(), node});
  }
  return node;
}

// What is excluded is neither marked, explained nor counted among the wanted parts, and never relaxed.
Node QueryCompiler::build_unwanted(const Query& none_of) {
  const std::size_t marks = result_.marks.size();
  const std::size_t wanted = result_.wanted;
  const std::size_t words = result_.words.size();
  const std::size_t parts = result_.parts.size();
  const bool any = std::exchange(any_, false);
  const bool ranks = std::exchange(ranks_, false);
  Node node = build(none_of.children().front());
  result_.excludes = true;
  any_ = any;
  ranks_ = ranks;
  result_.marks.resize(marks);
  result_.wanted = wanted;
  result_.words.resize(words);
  result_.parts.erase(result_.parts.begin() + static_cast<std::ptrdiff_t>(parts), result_.parts.end());
  return node;
}

// Three kinds of children: what is looked for, what must hold without scoring, and what must not be there.
Node QueryCompiler::build_all(const Query& query) {
  std::vector<Node> wanted;
  std::vector<Node> conditions;
  std::vector<Node> excluded;
  std::set<std::pair<std::string, std::string>> values;  // a condition that is repeated says nothing new
  bool has_signs = false;
  for (const Query& child : query.children()) {
    if (child.kind() == Query::Kind::none_of) {
      excluded.push_back(build_unwanted(child));
    } else if (child.kind() == Query::Kind::value) {
      if (values.emplace(child.field(), child.text()).second) conditions.push_back(build_value(child));
    } else if (is_value_prefix(child)) {
      conditions.push_back(build_expansion(child));
    } else if (child.kind() != Query::Kind::everything) {
      wanted.push_back(build(child));
      // Signs that no word is made of, such as a smiley beside words, are no condition.
      if (wanted.back().op == Op::nothing) wanted.pop_back(), has_signs = true;
    }
  }
  if (has_signs && wanted.empty() && conditions.empty()) return {};
  Node node =
      wanted.empty() ? Node::everything() : Node::make(any_ ? Op::any_of : Op::all_of, std::move(wanted));
  if (!conditions.empty()) {
    conditions.insert(conditions.begin(), std::move(node));
    node = Node::make(Op::filter, std::move(conditions));
  }
  if (!excluded.empty()) {
    excluded.insert(excluded.begin(), std::move(node));
    node = Node::make(Op::and_not, std::move(excluded));
  }
  return node;
}

Node QueryCompiler::build_value(const Query& query) {
  const std::size_t ordinal = field_of(query);
  std::optional<Node> node = ordinal == kAllFields ? std::nullopt : values_.compile(ordinal, query.text());
  if (node) return std::move(*node);
  if (!result_.error && ordinal != kAllFields) {
    result_.error = query::make_error(QueryError::Reason::not_a_value, query.range(),
                                      {query.text(), schema_.fields[ordinal].name});
  }
  return {};
}

std::size_t QueryCompiler::field_of(const Query& query) const {
  const Field* field = query.field().empty() ? nullptr : schema_.find(query.field());
  return field == nullptr ? kAllFields : static_cast<std::size_t>(field - schema_.fields.data());
}

// The words in a row (one word: just that) in one text field or in each of them, weighted.
Node QueryCompiler::in_fields(const std::vector<std::vector<std::string>>& words,
                              const std::vector<float>& weights, std::size_t field, Window window) {
  const float best = weights.empty() ? 1.0F : *std::max_element(weights.begin(), weights.end());
  std::vector<Node> fields;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::text || (field != kAllFields && field != i)) continue;
    const double boost = field == kAllFields ? schema_.fields[i].boost : 1.0;
    if (words.size() > 1) {
      fields.push_back(Node::scaled(boost, row_node(places_[i], words, window)));
      continue;
    }
    std::vector<Node> alternatives;
    for (std::size_t t = 0; !words.empty() && t < words[0].size(); ++t) {
      std::string term;
      store::append_text_term(places_[i], words[0][t], term);
      const double factor = weights.empty() ? 1.0 : static_cast<double>(weights[t] / best);
      alternatives.push_back(Node::scaled(factor, Node::make_term(std::move(term))));
    }
    // A word counts as its best reading.
    fields.push_back(Node::scaled(boost, Node::make(Op::best_of, std::move(alternatives))));
  }
  return Node::make(Op::any_of, std::move(fields));
}

}  // namespace tvar::search
