// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryCompiler for NEAR.
#include <algorithm>
#include <iterator>
#include <utility>

#include "lib/query/limits.h"
#include "lib/query/notes.h"
#include "lib/search/query_compiler.h"
#include "lib/text/fold.h"

namespace tvar::search {

using store::Node;
using Op = store::Node::Op;

// The words of one operand, in a row. Operands that are alternatives have one word, which is any of them.
std::vector<std::vector<std::string>> QueryCompiler::rows_of(const Query& query) {
  std::vector<std::vector<std::string>> rows;
  if (query.kind() == Query::Kind::any_of) {
    rows.emplace_back();
    for (const Query& child : query.children()) {
      for (std::vector<std::string>& row : rows_of(child)) {
        rows[0].insert(rows[0].end(), std::make_move_iterator(row.begin()),
                       std::make_move_iterator(row.end()));
      }
    }
  } else if (query.kind() == Query::Kind::prefix || query.kind() == Query::Kind::fuzzy) {
    rows.push_back(expansion_of(query));
  } else {
    for (const text::Token& token : tokens_of(query)) {
      if (token.is_extra) continue;
      std::vector<std::string> terms;
      if (query.exact()) {
        analysis::append_exact_term(token.text, terms.emplace_back());
      } else {
        terms = terms_of(token, nullptr);
      }
      if (!terms.empty()) rows.push_back(std::move(terms));
    }
  }
  std::erase_if(rows, [](const std::vector<std::string>& row) { return row.empty(); });
  return rows;
}

// The terms of all fields that are asked for.
std::vector<std::string> QueryCompiler::expansion_of(const Query& query) {
  const std::size_t field = field_of(query);
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::text || (field != kAllFields && field != i)) continue;
    for (ExpandedTerm& expanded : expanded_terms(query, i)) {
      if (std::find(terms.begin(), terms.end(), expanded.term) == terms.end())
        terms.push_back(std::move(expanded.term));
    }
  }
  if (terms.empty()) terms.push_back(unknown_word(query).term);
  if (query.kind() == Query::Kind::prefix) {
    std::string prefix = text::fold_case(query.text());
    if (!query.exact()) prefix = text::fold_diacritics(prefix);
    prefixes_.push_back({terms, std::move(prefix), query.exact()});
  }
  return terms;
}

// The backend measures distances between words only, so a phrase is near when its words are, and it must also stand in
// the same field as a phrase.
Node QueryCompiler::build_near(const Query& query) {
  std::vector<std::vector<std::string>> words;
  std::vector<Phrase> phrases;
  std::size_t slack = 0;
  std::size_t operands = 0;
  const std::size_t field = field_of(query.children().front());
  for (const Query& child : query.children()) {
    std::vector<std::vector<std::string>> rows = rows_of(child);
    if (rows.empty()) continue;
    if (++operands > 1) slack += query.distance() - 1;
    slack += child.distance();
    for (const std::vector<std::string>& row : rows) words.push_back(row);
    mark_words(rows, field, child.distance() > 0 || child.kind() != Query::Kind::phrase);
    if (child.kind() == Query::Kind::phrase && rows.size() > 1)
      phrases.push_back({std::move(rows), child.distance()});
  }
  if (words.empty()) return {};
  if (words.size() > query::kMaxNearWords) {
    words.resize(query::kMaxNearWords);
    note_left_out(query);
  }
  Node node = near_in_fields(words, phrases, slack, field);
  if (choices_left_out_) note_incomplete(query);
  if (std::exchange(lists_left_out_, false))
    result_.notes.push_back(query::make_note(QueryNote::Code::too_many_alternatives, query.range()));
  want(query.to_string(), node);
  record(query.to_string(), MatchKind::phrase, words, field, node);
  return node;
}

Node QueryCompiler::near_in_fields(const std::vector<std::vector<std::string>>& words,
                                   const std::vector<Phrase>& phrases, std::size_t slack, std::size_t field) {
  std::vector<Node> fields;
  bool left_out = false;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::text || (field != kAllFields && field != i)) continue;
    std::vector<Node> parts = {in_fields(words, {}, i, {Op::near, slack})};
    left_out = left_out || choices_left_out_;
    for (const Phrase& phrase : phrases)
      parts.push_back(in_fields(phrase.words, {}, i, {Op::phrase, phrase.slack}));
    Node node = parts.size() == 1 ? std::move(parts.front()) : Node::make(Op::filter, std::move(parts));
    fields.push_back(Node::scaled(field == kAllFields ? schema_.fields[i].boost : 1.0, std::move(node)));
  }
  choices_left_out_ = left_out;
  return Node::make(Op::any_of, std::move(fields));
}

// Words with others between them are marked one by one.
void QueryCompiler::mark_words(const std::vector<std::vector<std::string>>& words, std::size_t field,
                               bool apart) {
  if (!apart) {
    result_.marks.push_back({words, field});
    return;
  }
  for (const std::vector<std::string>& word : words) result_.marks.push_back({{word}, field});
}

}  // namespace tvar::search
