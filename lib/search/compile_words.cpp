// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryCompiler for words and phrases.
#include <algorithm>
#include <utility>

#include "lib/analysis/stop_words.h"
#include "lib/search/query_compiler.h"
#include "lib/search/ranking.h"

namespace tvar::search {
namespace {

using store::Node;
using Op = store::Node::Op;

// A synonym counts a little less than the words that were asked for.
constexpr double kSynonymWeight = 0.8;

// A guess or a stem has no relatives that anybody knows.
bool is_lemma(const std::string& term) {
  return term.front() != analysis::kGuessMark && term.front() != analysis::kFoldedMark;
}

}  // namespace

// The words in their order with a few others between them, in one text field or in any.
Node QueryCompiler::nearness_node(const std::vector<std::vector<std::string>>& words, std::size_t field) {
  Node fields = in_fields(words, {}, field);
  const auto widen = [](auto&& self, Node& node) -> void {
    if (node.op == Op::phrase) node.window += ranking::kPhraseSlop;
    if (node.op == Op::any_of || node.op == Op::scale) {
      for (Node& child : node.children) self(self, child);
    }
  };
  widen(widen, fields);
  return fields;
}

// Adds to the score of what is found already, never to what is found.
Node QueryCompiler::ranked(Node node, const std::vector<text::Token>& tokens, std::string_view text,
                           std::size_t field) {
  if (node.op == Op::nothing || !ranks_ || tokens.size() > ranked_words_left_) return node;
  ranked_words_left_ -= tokens.size();
  std::vector<Node> parts = {std::move(node)};
  std::vector<std::vector<std::string>> words;
  for (const text::Token& token : tokens) {
    std::vector<std::string> terms = terms_of(token, nullptr);
    if (terms.empty()) continue;
    words.push_back(std::move(terms));
    if (analysis::is_stop_word(token.text)) continue;
    parts.push_back(family_node(token.text, words.back(), field));
    if (correction_of(token) != nullptr) continue;
    std::string exact;
    analysis::append_exact_term(token.text, exact);
    Node placed = in_fields({{exact}}, {}, field);
    record(token.text, MatchKind::exact, {{exact}}, field, placed, ranking::kExactForm);
    parts.push_back(Node::scaled(ranking::kExactForm, std::move(placed)));
  }
  add_pairs(tokens, text, field, parts);
  if (words.size() > 1 && !incomplete_) {
    Node near = nearness_node(words, field);
    record(text, MatchKind::phrase, words, field, near, ranking::kPhrase);
    parts.push_back(Node::scaled(ranking::kPhrase, std::move(near)));
  }
  return parts.size() == 1 ? std::move(parts.front()) : Node::make(Op::and_maybe, std::move(parts));
}

// Neighbours among the content words, near each other in a document. Of two words the phrase says it all.
void QueryCompiler::add_pairs(const std::vector<text::Token>& tokens, std::string_view text,
                              std::size_t field, std::vector<Node>& parts) {
  struct ContentWord {
    const text::Token* token;
    std::vector<std::string> terms;
  };
  std::vector<ContentWord> words;
  for (const text::Token& token : tokens) {
    if (analysis::is_stop_word(token.text)) continue;
    std::vector<std::string> terms = terms_of(token, nullptr);
    if (!terms.empty()) words.push_back({&token, std::move(terms)});
  }
  if (words.size() < 3) return;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const ContentWord& first = words[i];
    const ContentWord& second = words[i + 1];
    const bool first_is_commoner =
        documents_with(first.terms.front()) >= documents_with(second.terms.front());
    const std::string_view pair = text.substr(first.token->begin, second.token->end - first.token->begin);
    for (std::size_t f = 0; f < schema_.fields.size(); ++f) {
      if (schema_.fields[f].kind != FieldKind::text || (field != kAllFields && field != f)) continue;
      const double boost = field == kAllFields ? schema_.fields[f].boost : 1.0;
      Node near = in_fields({first.terms, second.terms}, {}, f, {Op::near, ranking::kPairSlop});
      Node weight = in_fields({first_is_commoner ? first.terms : second.terms}, {}, f);
      Node node = Node::scaled(boost, Node::make(Op::filter, {std::move(weight), std::move(near)}));
      record(pair, MatchKind::phrase, {first.terms, second.terms}, f, node, ranking::kPair);
      (incomplete_ ? result_.pairs : parts).push_back(Node::scaled(ranking::kPair, std::move(node)));
    }
  }
}

// The word and what is made from the same root, scored as if they were one word: a page about vkládání that also speaks
// of what is vložené is about it all the more. Words without relatives get their share as well, or they would
// count for less than others.
Node QueryCompiler::family_node(std::string_view word, const std::vector<std::string>& terms,
                                std::size_t field) {
  std::vector<std::string> family = relatives_of(terms.front());
  family.insert(family.begin(), terms.front());
  std::vector<Node> fields;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::text || (field != kAllFields && field != i)) continue;
    std::vector<Node> members;
    for (const std::string& member : family) {
      std::string term;
      store::append_text_term(places_[i], member, term);
      members.push_back(Node::make_term(std::move(term)));
    }
    const double boost = field == kAllFields ? schema_.fields[i].boost : 1.0;
    fields.push_back(Node::scaled(boost, Node::make(Op::synonym, std::move(members))));
  }
  Node node = Node::make(Op::any_of, std::move(fields));
  record(word, MatchKind::family, {family}, field, node, ranking::kFamily);
  return Node::scaled(ranking::kFamily, std::move(node));
}

std::vector<std::string> QueryCompiler::relatives_of(const std::string& term) const {
  return is_lemma(term) ? stemmer_.family_of(term) : std::vector<std::string>();
}

// Related words are told apart from the word itself: they never share its term, and count for a fifth of it.
Node QueryCompiler::derivations_node(std::string_view word, const std::vector<std::string>& terms,
                                     std::size_t field) {
  constexpr double kDerivationWeight = 0.2;
  std::vector<std::string> related;
  for (const std::string& term : terms) {
    if (!is_lemma(term)) continue;
    for (RelatedTerm& other : stemmer_.related_to(term)) related.push_back(std::move(other.term));
    for (std::string& other : relatives_of(term)) related.push_back(std::move(other));
  }
  std::sort(related.begin(), related.end());
  related.erase(std::unique(related.begin(), related.end()), related.end());
  if (related.empty()) return {};
  Node placed = in_fields({related}, {}, field);
  record(word, MatchKind::derivation, {related}, field, placed, kDerivationWeight);
  Node node = Node::scaled(kDerivationWeight, std::move(placed));
  result_.marks.push_back({{std::move(related)}, field});
  return node;
}

Node QueryCompiler::token_node(const text::Token& token, std::size_t field) {
  std::vector<float> weights;
  const std::vector<std::string> terms = terms_of(token, &weights);
  if (terms.empty()) return {};
  result_.marks.push_back({{terms}, field});
  Node node = in_fields({terms}, weights, field);
  record_word(token, terms, weights, field);
  if (!derivations_) return node;
  std::vector<Node> nodes = {std::move(node), derivations_node(token.text, terms, field)};
  if (nodes.back().op == Op::nothing) nodes.pop_back();
  return Node::make(Op::any_of, std::move(nodes));
}

// The plain tokens from `at` on that one extra token covers, or one plain token; either reading will do.
QueryCompiler::Unit QueryCompiler::build_unit(const std::vector<text::Token>& tokens, std::size_t& at,
                                              std::size_t field) {
  Unit unit;
  unit.begin = at;
  unit.is_stop = true;
  const std::uint32_t begin = tokens[at].position;
  std::uint32_t end = begin + 1;
  for (std::size_t i = at; i < tokens.size() && tokens[i].position == begin; ++i) {
    if (tokens[i].is_extra) end = std::max(end, begin + tokens[i].span);
  }
  std::vector<Node> alternatives;
  std::vector<Node> plain;
  for (; at < tokens.size() && tokens[at].position < end; ++at) {
    Node node = token_node(tokens[at], field);
    if (node.op == Op::nothing) continue;
    if (tokens[at].is_extra) {
      alternatives.push_back(std::move(node));
    } else {
      std::vector<Node> readings = expansion_nodes(tokens[at], field);
      readings.insert(readings.begin(), std::move(node));
      plain.push_back(Node::make(Op::any_of, std::move(readings)));
    }
    unit.is_stop = unit.is_stop && analysis::is_stop_word(tokens[at].text);
  }
  if (!plain.empty()) alternatives.push_back(Node::make(Op::all_of, std::move(plain)));
  unit.node = Node::make(Op::any_of, std::move(alternatives));
  unit.end = at;
  return unit;
}

std::string_view QueryCompiler::text_of(const std::vector<text::Token>& tokens, const Unit& unit,
                                        std::string_view text) {
  const std::size_t begin = tokens[unit.begin].begin;
  return text.substr(begin, tokens[unit.end - 1].end - begin);
}

std::vector<std::string> QueryCompiler::long_forms_of(const std::string& abbreviation) {
  if (looked_up_ == nullptr) return synonyms_.expansions(abbreviation);
  const auto [known, is_new] = looked_up_->long_forms.try_emplace(abbreviation);
  if (is_new) known->second = synonyms_.expansions(abbreviation);
  return known->second;
}

// All of a search are read in the same mode.
std::vector<std::string> QueryCompiler::abbreviations_of(std::string_view name) {
  if (looked_up_ == nullptr) return synonyms_.abbreviations(name, mode_);
  const auto [known, is_new] = looked_up_->abbreviations.try_emplace(std::string(name));
  if (is_new) known->second = synonyms_.abbreviations(name, mode_);
  return known->second;
}

// An abbreviation in capitals stands for its long forms too; in small letters only when it is no word of its own, so
// that "mas" stays meat.
std::vector<Node> QueryCompiler::expansion_nodes(const text::Token& token, std::size_t field) {
  std::vector<Node> nodes;
  const bool is_word = !analyzer_.readings(token, mode_).empty() &&
                       analyzer_.readings(token, mode_)[0].kind == ReadingKind::lemma;
  if ((!token.all_caps || shouting_) && is_word) return nodes;
  const std::string name(token.text);
  for (const std::string& expansion : long_forms_of(name)) {
    MarkedItem mark;
    mark.field = field;
    for (const text::Token& part : plain_tokens(expansion_analyzer_.tokens(expansion))) {
      std::vector<std::string> terms;
      for (const Reading& reading : expansion_analyzer_.readings(part, StemMode::query)) {
        analysis::append_term(reading, terms.emplace_back());
      }
      if (!terms.empty()) mark.words.push_back(std::move(terms));
    }
    if (mark.words.empty()) continue;
    Node placed = in_fields(mark.words, {}, field);
    record(name, MatchKind::synonym, mark.words, field, placed, kSynonymWeight);
    nodes.push_back(Node::scaled(kSynonymWeight, std::move(placed)));
    result_.marks.push_back(std::move(mark));
  }
  return nodes;
}

// The abbreviations of a name, as they are spelled: their letters may be a word that means something else.
std::vector<Node> QueryCompiler::abbreviation_nodes(std::string_view name, std::size_t field) {
  std::vector<Node> nodes;
  for (const std::string& abbreviation : abbreviations_of(name)) {
    std::string term;
    analysis::append_exact_term(abbreviation, term);
    Node placed = in_fields({{term}}, {}, field);
    record(name, MatchKind::synonym, {{term}}, field, placed, kSynonymWeight);
    nodes.push_back(Node::scaled(kSynonymWeight, std::move(placed)));
    result_.marks.push_back({{{term}}, field});
  }
  return nodes;
}

// Runs of words that are the long form of an abbreviation, the longest first, become one unit with it.
void QueryCompiler::join_names(const std::vector<text::Token>& tokens, std::string_view text,
                               std::size_t field, std::vector<Unit>& units) {
  constexpr std::size_t kMostUnits = 16;
  constexpr std::size_t kLongestName = 8;
  if (units.size() > kMostUnits) return;
  for (std::size_t begin = 0; begin + 1 < units.size(); ++begin) {
    for (std::size_t count = std::min(kLongestName, units.size() - begin); count >= 2; --count) {
      const std::size_t from = tokens[units[begin].begin].begin;
      const std::size_t to = tokens[units[begin + count - 1].end - 1].end;
      std::vector<Node> alternatives = abbreviation_nodes(text.substr(from, to - from), field);
      if (alternatives.empty()) continue;
      std::vector<Node> parts;
      for (std::size_t i = begin; i < begin + count; ++i) parts.push_back(std::move(units[i].node));
      alternatives.insert(alternatives.begin(), Node::make(Op::all_of, std::move(parts)));
      units[begin] = {Node::make(Op::any_of, std::move(alternatives)), units[begin].begin,
                      units[begin + count - 1].end, false};
      const auto next = units.begin() + static_cast<std::ptrdiff_t>(begin) + 1;
      units.erase(next, next + static_cast<std::ptrdiff_t>(count) - 1);
      break;
    }
  }
}

// All words of the text. Function words among others do not decide whether a document is found.
Node QueryCompiler::build_words(const Query& query) {
  const std::vector<text::Token> tokens = tokens_of(query);
  if (query.exact()) return build_exact(query, plain_tokens(tokens));
  const std::size_t field = field_of(query);
  std::vector<Unit> units;
  for (std::size_t at = 0; at < tokens.size();) {
    Unit unit = build_unit(tokens, at, field);
    if (unit.node.op != Op::nothing) units.push_back(std::move(unit));
  }
  if (!any_) join_names(tokens, query.text(), field, units);
  const bool only_stops =
      std::all_of(units.begin(), units.end(), [](const Unit& unit) { return unit.is_stop; });
  std::vector<Node> wanted;
  std::vector<Node> optional;
  for (Unit& unit : units) {
    const bool is_optional = unit.is_stop && !only_stops;
    if (!is_optional) want(text_of(tokens, unit, query.text()), unit.node);
    (is_optional ? optional : wanted).push_back(std::move(unit.node));
  }
  Node node;
  if (any_ && !incomplete_ && wanted.size() > 1 && wanted.size() <= ranking::kMostWords) {
    Node all = Node::scaled(ranking::kAllWords, Node::make(Op::all_of, wanted));
    if (explain_) result_.parts.push_back({query.text(), MatchKind::all_words, kAllFields, all, {{}}});
    node = Node::make(Op::and_maybe, {Node::make(Op::any_of, std::move(wanted)), std::move(all)});
  } else {
    node = Node::make(any_ ? Op::any_of : Op::all_of, std::move(wanted));
  }
  if (!optional.empty() && node.op != Op::nothing) {
    optional.insert(optional.begin(), std::move(node));
    node = Node::make(Op::and_maybe, std::move(optional));
  }
  return ranked(std::move(node), plain_tokens(tokens), query.text(), field);
}

Node QueryCompiler::build_phrase(const Query& query) {
  const std::vector<text::Token> tokens = plain_tokens(tokens_of(query));
  if (query.exact()) return build_exact(query, tokens);
  if (tokens.size() == 1) {
    Node node = token_node(tokens.front(), field_of(query));
    want(query.text(), node);
    return node;
  }
  MarkedItem mark;
  mark.field = field_of(query);
  for (const text::Token& token : tokens) {
    std::vector<std::string> terms = terms_of(token, nullptr);
    if (!terms.empty()) mark.words.push_back(std::move(terms));
  }
  if (mark.words.empty()) return {};
  std::vector<Node> alternatives = {in_fields(mark.words, {}, mark.field, {Op::phrase, query.distance()})};
  const std::size_t field = mark.field;
  record(query.text(), MatchKind::phrase, mark.words, field, alternatives.front());
  mark_words(mark.words, field, query.distance() > 0);
  for (Node& node : abbreviation_nodes(query.text(), field)) alternatives.push_back(std::move(node));
  Node node = Node::make(Op::any_of, std::move(alternatives));
  want(query.to_string(), node);
  return node;
}

// Exact forms: words as they are spelled, case apart; a phrase of them when it is one.
Node QueryCompiler::build_exact(const Query& query, const std::vector<text::Token>& tokens) {
  MarkedItem all;
  all.field = field_of(query);
  for (const text::Token& token : tokens) {
    std::string term;
    analysis::append_exact_term(token.text, term);
    all.words.push_back({std::move(term)});
  }
  if (all.words.empty()) return {};
  if (query.kind() == Query::Kind::phrase) {
    mark_words(all.words, all.field, query.distance() > 0);
    Node node = in_fields(all.words, {}, all.field, {Op::phrase, query.distance()});
    record(query.text(), all.words.size() > 1 ? MatchKind::phrase : MatchKind::exact, all.words, all.field,
           node);
    want(query.to_string(), node);
    return node;
  }
  std::vector<Node> nodes;
  for (const std::vector<std::string>& word : all.words) {
    nodes.push_back(in_fields({word}, {}, all.field));
    want(std::string_view(word.front()).substr(1), nodes.back());
    record(std::string_view(word.front()).substr(1), MatchKind::exact, {word}, all.field, nodes.back());
    result_.marks.push_back({{word}, all.field});
  }
  return Node::make(any_ ? Op::any_of : Op::all_of, std::move(nodes));
}

}  // namespace tvar::search
