// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryCompiler for "prefix*" and "word~".
#include <algorithm>
#include <utility>

#include "lib/query/limits.h"
#include "lib/search/query_compiler.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::search {
namespace {

using store::Node;
using Op = store::Node::Op;

// What a form is worth that differs by no, one or two letters. Words that were typed right come first.
constexpr double kWeightByDistance[] = {1.0, 0.7, 0.5};

std::size_t edits_of(std::string_view word) {
  const std::size_t letters = text::count_code_points(word);
  if (letters < query::kMinFuzzyLetters) return 0;
  return letters < query::kMinTwoEditLetters ? 1 : 2;
}

// Forms at the same distance score like one word: each on its own would score the more the rarer it is. Their number
// says nothing of a document.
Node forms_node(const std::string& space, const std::vector<ExpandedForm>& forms) {
  std::vector<Node> by_distance[std::size(kWeightByDistance)];
  for (const ExpandedForm& form : forms)
    by_distance[form.distance].push_back(Node::make_term(space + form.form));
  std::vector<Node> groups;
  for (std::size_t distance = 0; distance < std::size(kWeightByDistance); ++distance) {
    if (by_distance[distance].empty()) continue;
    groups.push_back(
        Node::scaled(kWeightByDistance[distance], Node::make(Op::synonym, std::move(by_distance[distance]))));
  }
  return Node::make(Op::best_of, std::move(groups));
}

}  // namespace

Expansion QueryCompiler::expand(const Query& query, const std::string& space, const std::string& word) {
  const bool prefix = query.kind() == Query::Kind::prefix;
  const ExpansionRequest request{.space = space,
                                 .word = word,
                                 .diacritics = query.exact(),
                                 .most_forms = prefix ? query::kMaxPrefixForms : query::kMaxFuzzyForms};
  Expansion found = prefix ? expand_prefix(reader_, request, expansion_budget_)
                           : expand_similar(reader_, request, edits_of(word), expansion_budget_);
  if (!found.complete) note_incomplete(query);
  return found;
}

void QueryCompiler::note_incomplete(const Query& query) {
  const bool known = std::any_of(result_.notes.begin(), result_.notes.end(),
                                 [&](const QueryNote& note) { return note.range == query.range(); });
  if (known || result_.notes.size() >= query::kMaxNotes) return;
  result_.notes.push_back(
      {query.to_string() + " stands for more words than are searched; the most frequent were taken",
       query.range()});
}

std::string QueryCompiler::form_space(std::size_t field) const {
  return places_[field].prefix + analysis::kExactMark;
}

// Every field has words of its own.
Node QueryCompiler::build_expansion(const Query& query) {
  const std::size_t field = field_of(query);
  if (field != kAllFields && schema_.fields[field].kind != FieldKind::text)
    return build_value_prefix(query, field);
  ++result_.wanted;
  const std::string word = text::fold_case(query.text());
  MarkedItem mark{{{}}, field};
  std::vector<Node> fields;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::text || (field != kAllFields && field != i)) continue;
    const Expansion found = expand(query, form_space(i), word);
    if (found.forms.empty()) continue;
    for (const ExpandedForm& form : found.forms) {
      analysis::append_exact_term(form.form, mark.words[0].emplace_back());
    }
    const double boost = field == kAllFields ? schema_.fields[i].boost : 1.0;
    fields.push_back(Node::scaled(boost, forms_node(form_space(i), found.forms)));
  }
  // A term that no document has, rather than no condition.
  if (fields.empty()) return Node::make_term(form_space(places_.main_field()) + word);
  result_.marks.push_back(std::move(mark));
  return Node::make(Op::any_of, std::move(fields));
}

Node QueryCompiler::build_value_prefix(const Query& query, std::size_t field) {
  const std::string space = store::value_term(places_[field], "");
  const std::string key = text::fold_key(query.text());
  std::vector<Node> terms;
  for (const ExpandedForm& value : expand(query, space, key).forms) {
    terms.push_back(Node::make_term(space + value.form));
  }
  if (terms.empty()) return Node::make_term(space + key);
  std::vector<Node> unscored(1);
  unscored[0].op = Op::everything;
  unscored.push_back(Node::make(Op::any_of, std::move(terms)));
  return Node::make(Op::filter, std::move(unscored));
}

}  // namespace tvar::search
