// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryCompiler that says where words must stand. Which terms have the positions of lemmas and forms, see
// lib/indexing/form_positions.h.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "lib/indexing/form_positions.h"
#include "lib/query/limits.h"
#include "lib/search/query_compiler.h"
#include "lib/text/fold.h"

namespace tvar::search {
namespace {

using store::Node;
using Op = store::Node::Op;

bool is_exact(std::string_view term) {
  return term.front() == analysis::kExactMark;
}

Node any_term(const store::FieldPlace& place, const std::vector<std::string>& words) {
  std::vector<Node> terms;
  for (const std::string& word : words) {
    std::string term;
    store::append_text_term(place, word, term);
    terms.push_back(Node::make_term(std::move(term)));
  }
  return Node::make(Op::any_of, std::move(terms));
}

// Whether there are more ways than may be taken; their number itself may be beyond any type.
template <class Rows>
bool are_too_many(const Rows& rows) {
  std::size_t count = 1;
  for (const auto& choices : rows) {
    count *= choices.size();
    if (count > query::kMaxNearChoices) return true;
  }
  return false;
}

}  // namespace

// A form stands where its lemmas do in documents that have it, so forms of one lemma are one choice. Of a prefix there may be two
// hundred forms; a lemma that begins like it stands for forms that do, too, whether the document has one of these or of
// those that were too rare to be taken.
std::vector<QueryCompiler::Choice> QueryCompiler::choices_of(const std::vector<std::string>& word) const {
  Choice anywhere;
  std::map<std::string, std::vector<std::string>> forms_by_lemma;
  Readings readings;
  const auto prefix = std::find_if(prefixes_.begin(), prefixes_.end(),
                                   [&](const PrefixForms& forms) { return forms.terms == word; });
  const auto begins_alike = [&](std::string_view lemma) {
    if (prefix == prefixes_.end()) return false;
    if (lemma.front() == analysis::kGuessMark || lemma.front() == analysis::kFoldedMark)
      lemma.remove_prefix(1);
    return prefix->diacritics ? lemma.starts_with(prefix->prefix)
                              : text::fold_diacritics(lemma).starts_with(prefix->prefix);
  };
  std::set<std::string> alike;
  for (const std::string& term : word) {
    anywhere.terms.push_back(term);
    if (!is_exact(term)) {
      anywhere.terms.push_back(indexing::mixed_term(term));
      continue;
    }
    analysis::read_form(stemmer_, std::string_view(term).substr(1), readings);
    for (const Reading& reading : readings) {
      std::string lemma;
      analysis::append_term(reading, lemma);
      if (begins_alike(lemma)) {
        alike.insert(std::move(lemma));
      } else if (std::find(word.begin(), word.end(), lemma) == word.end()) {
        // One that was asked for is found anywhere.
        forms_by_lemma[lemma].push_back(term);
      }
    }
  }
  anywhere.terms.insert(anywhere.terms.end(), alike.begin(), alike.end());
  std::map<std::vector<std::string>, std::vector<std::string>> lemmas_by_forms;
  for (auto& [lemma, forms] : forms_by_lemma) lemmas_by_forms[forms].push_back(lemma);
  // Nothing but one form, or forms of one lemma: documents without them are not looked at anyway.
  if (lemmas_by_forms.size() == 1 && lemmas_by_forms.begin()->first == word) {
    const std::vector<std::string>& lemmas = lemmas_by_forms.begin()->second;
    anywhere.terms.insert(anywhere.terms.end(), lemmas.begin(), lemmas.end());
    return {std::move(anywhere)};
  }
  std::vector<Choice> choices = {std::move(anywhere)};
  for (auto& [forms, lemmas] : lemmas_by_forms) choices.push_back({std::move(lemmas), forms});
  return choices;
}

// Of the lemmas of many forms the most frequent are taken.
void QueryCompiler::limit_choices(std::vector<std::vector<Choice>>& rows) {
  choices_left_out_ = are_too_many(rows);
  if (!choices_left_out_) return;
  for (std::vector<Choice>& choices : rows) {
    for (Choice& choice : choices) {
      for (const std::string& lemma : choice.terms) choice.documents += documents_with(lemma);
    }
    // The first one holds for all forms.
    std::sort(choices.begin() + 1, choices.end(),
              [](const Choice& a, const Choice& b) { return a.documents > b.documents; });
  }
  while (are_too_many(rows)) {
    const auto by_size = [](const auto& a, const auto& b) { return a.size() < b.size(); };
    std::max_element(rows.begin(), rows.end(), by_size)->pop_back();
  }
}

// Positions are read of each word that a document has, where it has one of each row. Of rows of very many words the most
// frequent ones are left out, which say the least.
void QueryCompiler::limit_positions(std::vector<std::vector<Choice>>& rows) {
  constexpr std::size_t kMany = 11;
  struct Term {
    std::uint64_t documents;
    std::size_t row;
    std::vector<std::string>* terms;
    std::string text;
  };
  const std::uint64_t all = std::max<std::uint64_t>(reader_.document_count(), 1);
  const std::uint64_t most = std::max(query::kFreeNearLists, query::kMaxNearListsPerDocument * all);
  std::vector<Term> terms;
  std::vector<std::uint64_t> lists(rows.size(), 0);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (Choice& choice : rows[row]) {
      for (const std::string& term : choice.terms) {
        const std::uint64_t documents = documents_with(term);
        lists[row] += documents;
        if (choice.terms.size() >= kMany) terms.push_back({documents, row, &choice.terms, term});
      }
    }
  }
  const auto reads = [&] {
    double sum = 0.0;
    double share = 1.0;
    for (const std::uint64_t count : lists) {
      sum += static_cast<double>(count);
      share = std::min(share, static_cast<double>(count) / static_cast<double>(all));
    }
    return share * sum;
  };
  std::sort(terms.begin(), terms.end(),
            [](const Term& a, const Term& b) { return a.documents > b.documents; });
  for (const Term& term : terms) {
    if (reads() <= static_cast<double>(most)) return;
    if (term.terms->size() == 1) continue;
    term.terms->erase(std::find(term.terms->begin(), term.terms->end(), term.text));
    lists[term.row] -= term.documents;
    lists_left_out_ = true;
  }
}

// Several words in one field, in a row or near each other. Lemmas alone are an operator of the backend; where there are forms,
// what scores is apart from where it must stand.
Node QueryCompiler::row_node(const store::FieldPlace& place,
                             const std::vector<std::vector<std::string>>& words, Window window) {
  std::vector<std::vector<Choice>> rows;
  for (const std::vector<std::string>& word : words) rows.push_back(choices_of(word));
  limit_choices(rows);
  limit_positions(rows);
  std::vector<Node> placed;
  std::vector<std::size_t> chosen(rows.size(), 0);
  for (bool more = true; more;) {
    std::vector<Node> row;
    std::vector<Node> conditions(1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Choice& choice = rows[i][chosen[i]];
      row.push_back(any_term(place, choice.terms));
      if (!choice.forms.empty()) conditions.push_back(any_term(place, choice.forms));
    }
    conditions[0] = Node::make(window.op, std::move(row));
    conditions[0].window += window.slack;
    placed.push_back(conditions.size() == 1 ? std::move(conditions[0])
                                            : Node::make(Op::filter, std::move(conditions)));
    more = false;
    for (std::size_t i = 0; i < rows.size() && !more; ++i) {
      chosen[i] = (chosen[i] + 1) % rows[i].size();
      more = chosen[i] > 0;
    }
  }
  const bool has_forms = std::any_of(words.begin(), words.end(), [](const std::vector<std::string>& word) {
    return std::any_of(word.begin(), word.end(), is_exact);
  });
  if (!has_forms) return std::move(placed.front());
  std::vector<Node> scored;
  for (const std::vector<std::string>& word : words) scored.push_back(any_term(place, word));
  return Node::make(Op::filter,
                    {Node::make(Op::all_of, std::move(scored)), Node::make(Op::any_of, std::move(placed))});
}

}  // namespace tvar::search
