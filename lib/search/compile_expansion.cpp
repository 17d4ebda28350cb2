// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryCompiler for "prefix*" and "word~".
#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "lib/indexing/value_path.h"
#include "lib/query/limits.h"
#include "lib/query/notes.h"
#include "lib/search/query_compiler.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::search {
namespace {

using store::Node;
using Op = store::Node::Op;

// What a form is worth that differs by no, one or two letters. Words that were typed right come first.
constexpr double kWeightByDistance[] = {1.0, 0.7, 0.5};

// The slot of those without one is empty, and nothing is smaller than this.
Node any_value(const store::FieldPlace& place) {
  return Node::range(place.sort_slot, std::string(1, '\0'), "");
}

std::size_t edits_of(std::string_view word) {
  const std::size_t letters = text::count_code_points(word);
  if (letters < query::kMinFuzzyLetters) return 0;
  return letters < query::kMinTwoEditLetters ? 1 : 2;
}

// All that an expansion depends on.
std::string key_of(const Query& query, const std::string& space, const std::string& word,
                   const ExpansionBudget& budget) {
  std::string key = query.kind() == Query::Kind::prefix ? "*" : "~";
  if (query.exact()) key += '=';
  key += std::to_string(budget.scanned) + ' ' + std::to_string(budget.forms) + ' ';
  return key.append(std::to_string(space.size())).append(" ").append(space).append(word);
}

}  // namespace

// Terms at the same distance score like one word: each on its own would score the more the rarer it is. Their number
// says nothing of a document.
Node QueryCompiler::expanded_node(const store::FieldPlace& place, const std::vector<ExpandedTerm>& terms) {
  std::vector<Node> by_distance[std::size(kWeightByDistance)];
  for (const ExpandedTerm& expanded : terms) {
    std::string term;
    store::append_text_term(place, expanded.term, term);
    by_distance[expanded.distance].push_back(Node::make_term(std::move(term)));
  }
  std::vector<Node> groups;
  for (std::size_t distance = 0; distance < std::size(kWeightByDistance); ++distance) {
    if (by_distance[distance].empty()) continue;
    groups.push_back(
        Node::scaled(kWeightByDistance[distance], Node::make(Op::synonym, std::move(by_distance[distance]))));
  }
  return Node::make(Op::best_of, std::move(groups));
}

Expansion QueryCompiler::expand(const Query& query, const std::string& space, const std::string& word) {
  Expansion found;
  if (looked_up_ == nullptr) {
    found = look_up(query, space, word);
  } else {
    const auto [known, is_new] =
        looked_up_->expansions.try_emplace(key_of(query, space, word, expansion_budget_));
    if (is_new) {
      known->second.first = look_up(query, space, word);
      known->second.second = expansion_budget_;
    }
    std::tie(found, expansion_budget_) = known->second;
  }
  if (!found.complete) note_incomplete(query);
  return found;
}

Expansion QueryCompiler::look_up(const Query& query, const std::string& space, const std::string& word) {
  const bool prefix = query.kind() == Query::Kind::prefix;
  const ExpansionRequest request{.space = space,
                                 .word = word,
                                 .diacritics = query.exact(),
                                 .most_forms = prefix ? query::kMaxPrefixForms : query::kMaxFuzzyForms};
  return prefix ? expand_prefix(reader_, request, expansion_budget_)
                : expand_similar(reader_, request, edits_of(word), expansion_budget_);
}

void QueryCompiler::note_incomplete(const Query& query) {
  const bool known = std::any_of(result_.notes.begin(), result_.notes.end(),
                                 [&](const QueryNote& note) { return note.range == query.range(); });
  if (known || result_.notes.size() >= query::kMaxNotes) return;
  result_.notes.push_back(
      query::make_note(QueryNote::Code::too_many_forms, query.range(), {query.to_string()}));
}

// The terms of one field that a prefix or a fuzzy word stands for, without the prefix of the field. A word that is
// similar is found in all its forms, as a word that is typed right would be: one mistake and an ending are more letters
// than a word may differ by.
std::vector<QueryCompiler::ExpandedTerm> QueryCompiler::expanded_terms(const Query& query,
                                                                       std::size_t field) {
  const std::string space = places_[field].prefix + analysis::kExactMark;
  std::vector<ExpandedTerm> terms;
  std::unordered_set<std::string> known;
  const auto add = [&](std::string term, std::size_t distance) {
    if (known.insert(term).second) terms.push_back({std::move(term), distance});
  };
  for (const ExpandedForm& found : expand(query, space, text::fold_case(query.text())).forms) {
    std::string term;
    analysis::append_exact_term(found.form, term);
    add(std::move(term), found.distance);
    if (query.kind() == Query::Kind::prefix || query.exact()) continue;
    text::Token token;
    token.text = found.form;
    for (const Reading& reading : expansion_analyzer_.readings(token, StemMode::query)) {
      term.clear();
      analysis::append_term(reading, term);
      add(std::move(term), found.distance);
    }
  }
  return terms;
}

// Matches no document, which is not the same as no condition.
store::Node QueryCompiler::unknown_word(const Query& query) const {
  std::string term;
  analysis::append_exact_term(text::fold_case(query.text()), term);
  return Node::make_term(std::move(term));
}

// Every field has words of its own.
Node QueryCompiler::build_expansion(const Query& query) {
  const std::size_t field = field_of(query);
  if (is_value_prefix(query)) return build_value_prefix(query, field);
  MarkedItem mark{{{}}, field};
  std::vector<Node> fields;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::text || (field != kAllFields && field != i)) continue;
    const std::vector<ExpandedTerm> terms = expanded_terms(query, i);
    if (terms.empty()) continue;
    for (const ExpandedTerm& expanded : terms) mark.words[0].push_back(expanded.term);
    const double boost = field == kAllFields ? schema_.fields[i].boost : 1.0;
    fields.push_back(Node::scaled(boost, expanded_node(places_[i], terms)));
    std::vector<std::string> forms;
    for (const ExpandedTerm& expanded : terms) forms.push_back(expanded.term);
    const bool prefix = query.kind() == Query::Kind::prefix;
    record(query.text(), prefix ? MatchKind::prefix : MatchKind::fuzzy, {forms}, i, fields.back());
  }
  Node node = fields.empty() ? unknown_word(query) : Node::make(Op::any_of, std::move(fields));
  if (!mark.words[0].empty()) result_.marks.push_back(std::move(mark));
  want(query.to_string(), node);
  return node;
}

// The beginning of a keyword is a condition like its whole, which no relaxation lifts.
bool QueryCompiler::is_value_prefix(const Query& query) const {
  const std::size_t field = field_of(query);
  return query.kind() == Query::Kind::prefix && field != kAllFields &&
         schema_.fields[field].kind != FieldKind::text;
}

Node QueryCompiler::build_value_prefix(const Query& query, std::size_t field) {
  if (query.text().empty()) return Node::unscored(any_value(places_[field]));
  const std::string space = store::value_term(places_[field], "");
  const std::string key = text::fold_key(query.text());
  std::vector<std::string> beginnings = {key};
  if (schema_.fields[field].hierarchy) beginnings.push_back(std::string(indexing::kNameKeyMark) + key);
  std::vector<Node> terms;
  for (const std::string& beginning : beginnings) {
    for (const ExpandedForm& value : expand(query, space, beginning).forms)
      terms.push_back(Node::make_term(space + value.form));
  }
  if (terms.empty()) return Node::make_term(space + key);
  return Node::unscored(Node::make(Op::any_of, std::move(terms)));
}

}  // namespace tvar::search
