// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/query_compiler.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "lib/analysis/stop_words.h"
#include "lib/indexing/field_value.h"
#include "lib/query/limits.h"
#include "lib/query/notes.h"
#include "lib/query/query_size.h"
#include "lib/query/value_syntax.h"
#include "lib/search/query_budget.h"
#include "lib/search/ranking.h"
#include "lib/text/fold.h"
#include "tvar/error.h"

namespace tvar::search {
namespace {

using store::Node;
using Op = store::Node::Op;

// Whether any word that is to be found in any inflection bears a diacritic: then all of them are taken as typed.
bool bears_diacritics(const Query& query) {
  const bool is_text = query.kind() == Query::Kind::words || query.kind() == Query::Kind::phrase;
  if (is_text && text::has_diacritics(query.text())) return true;
  return std::any_of(query.children().begin(), query.children().end(), bears_diacritics);
}

// `node` without scoring, for conditions: filter(everything) has weight zero.
Node unscored(Node node) {
  std::vector<Node> children(2);
  children[0].op = Op::everything;
  children[1] = std::move(node);
  return Node::make(Op::filter, std::move(children));
}

Node everything() {
  Node node;
  node.op = Op::everything;
  return node;
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

// A synonym counts a little less than the words that were asked for.
constexpr double kSynonymWeight = 0.8;

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

QueryError bad_value(const Field& field, const std::string& value, const std::string& reason,
                     TextRange range = {}) {
  const std::string message = "\"" + value + "\" is not a value or range of the field \"" + field.name + "\"";
  return {QueryError::Code::bad_value, reason.empty() ? message : reason, range};
}

// The plain tokens of a query text; extra readings stand beside them.
std::vector<text::Token> plain_tokens(const std::vector<text::Token>& tokens) {
  std::vector<text::Token> plain;
  for (const text::Token& token : tokens) {
    if (!token.is_extra) plain.push_back(token);
  }
  return plain;
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
      analyzer_(stemmer),
      expansion_analyzer_(stemmer),
      synonyms_(reader, stemmer) {}

CompiledQuery QueryCompiler::compile(const Query& query, const Options& options) {
  result_ = {};
  result_.error = query::check_size(query);
  if (result_.error) return std::move(result_);
  tokens_left_ = query::kMaxTokens;
  out_of_tokens_ = false;
  expansion_budget_ = {.scanned = query::kMaxScannedTerms, .forms = query::kMaxExpandedForms};
  any_ = options.any;
  incomplete_ = options.incomplete;
  derivations_ = options.derivations;
  explain_ = options.explain;
  contests_ = 0;
  corrections_ = options.corrections;
  mode_ = bears_diacritics(query) ? StemMode::query : StemMode::folded_query;
  shouting_ = is_shouting(query);
  Node node = build(query);
  result_.node = std::move(node);
  if (fit_into_budget(result_.node, reader_)) {
    result_.notes.push_back(query::make_note(QueryNote::Code::too_many_alternatives, query.range()));
  }
  result_.scores = is_scored(query);
  return std::move(result_);
}

Node QueryCompiler::build(const Query& query) {
  switch (query.kind()) {
    case Query::Kind::everything:
      return everything();
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
      return unscored(build_value(query));
    case Query::Kind::all_of:
      return build_all(query);
    case Query::Kind::any_of: {
      std::vector<Node> children;
      for (const Query& child : query.children()) children.push_back(build(child));
      return Node::make(Op::any_of, std::move(children));
    }
    case Query::Kind::none_of:
      return Node::make(Op::and_not, {everything(), build_unwanted(query)});
  }
  return {};
}

// What is excluded is neither marked, explained nor counted among the wanted parts, and never relaxed.
Node QueryCompiler::build_unwanted(const Query& none_of) {
  const std::size_t marks = result_.marks.size();
  const std::size_t wanted = result_.wanted;
  const std::size_t parts = result_.parts.size();
  const bool any = std::exchange(any_, false);
  Node node = build(none_of.children().front());
  any_ = any;
  result_.marks.resize(marks);
  result_.wanted = wanted;
  result_.parts.erase(result_.parts.begin() + static_cast<std::ptrdiff_t>(parts), result_.parts.end());
  return node;
}

// Three kinds of children: what is looked for, what must hold without scoring, and what must not be there.
Node QueryCompiler::build_all(const Query& query) {
  std::vector<Node> wanted;
  std::vector<Node> conditions;
  std::vector<Node> excluded;
  bool has_signs = false;
  for (const Query& child : query.children()) {
    if (child.kind() == Query::Kind::none_of) {
      excluded.push_back(build_unwanted(child));
    } else if (child.kind() == Query::Kind::value) {
      conditions.push_back(build_value(child));
    } else if (is_value_prefix(child)) {
      conditions.push_back(build_expansion(child));
    } else if (child.kind() != Query::Kind::everything) {
      wanted.push_back(build(child));
      // Signs that no word is made of, such as a smiley beside words, are no condition.
      if (wanted.back().op == Op::nothing) wanted.pop_back(), has_signs = true;
    }
  }
  if (has_signs && wanted.empty() && conditions.empty()) return {};
  Node node = wanted.empty() ? everything() : Node::make(any_ ? Op::any_of : Op::all_of, std::move(wanted));
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

// The tokens of a text, as far as the query may have more. Their texts are valid until the next call.
std::vector<text::Token> QueryCompiler::tokens_of(const Query& query) {
  std::vector<text::Token> tokens = analyzer_.tokens(query.text());
  if (tokens.size() > tokens_left_) {
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(tokens_left_), tokens.end());
    const bool is_first = !std::exchange(out_of_tokens_, true);
    if (is_first) result_.notes.push_back(query::make_note(QueryNote::Code::too_many_tokens, query.range()));
  }
  tokens_left_ -= tokens.size();
  return tokens;
}

std::vector<std::string> QueryCompiler::terms_of(const text::Token& token, std::vector<float>* weights) {
  std::vector<std::string> terms;
  if (const WordCorrection* const correction = correction_of(token)) {
    terms = corrected_terms(*correction, weights);
    if (!correction->keep) return terms;
  }
  for (const Reading& reading : analyzer_.readings(token, mode_)) {
    std::string term;
    analysis::append_term(reading, term);
    terms.push_back(std::move(term));
    if (weights != nullptr) weights->push_back(reading.weight);
  }
  return terms;
}

// The readings of all candidates; a less probable one counts less.
std::vector<std::string> QueryCompiler::corrected_terms(const WordCorrection& correction,
                                                        std::vector<float>* weights) {
  std::vector<std::string> terms;
  const double nearest = correction.candidates.front().cost;
  for (const SpellingCandidate& candidate : correction.candidates) {
    const double factor = std::exp2((nearest - candidate.cost) * ranking::kHalvingsPerLetter);
    for (const text::Token& token : plain_tokens(expansion_analyzer_.tokens(candidate.form))) {
      for (const Reading& reading : expansion_analyzer_.readings(token, StemMode::query)) {
        std::string term;
        analysis::append_term(reading, term);
        if (std::find(terms.begin(), terms.end(), term) != terms.end()) continue;
        terms.push_back(std::move(term));
        if (weights != nullptr) weights->push_back(reading.weight * static_cast<float>(factor));
      }
    }
  }
  return terms;
}

// How many documents have the term in the text field that has it most often.
std::uint64_t QueryCompiler::documents_with(std::string_view term) const {
  std::uint64_t most = 0;
  for (std::size_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].kind != FieldKind::text) continue;
    std::string full;
    store::append_text_term(places_[i], term, full);
    most = std::max(most, reader_.frequency(full));
  }
  return most;
}

void QueryCompiler::collect_words(const Query& query, std::vector<Word>& out) {
  if (query.kind() == Query::Kind::none_of || query.exact() || out.size() > ranking::kMostWords) return;
  if (query.kind() == Query::Kind::words || query.kind() == Query::Kind::phrase) {
    const std::vector<text::Token> tokens = plain_tokens(analyzer_.tokens(query.text()));
    for (const text::Token& token : tokens) {
      if (token.kind != text::TokenKind::word || analysis::is_stop_word(token.text)) continue;
      Word word;
      word.text = token.text;
      const Readings& readings = analyzer_.readings(token, mode_);
      word.in_lexicon =
          has_dictionary_ && std::any_of(readings.begin(), readings.end(), [](const Reading& reading) {
            return reading.kind == ReadingKind::lemma;
          });
      for (const std::string& term : terms_of(token, nullptr)) {
        word.documents = std::max(word.documents, documents_with(term));
      }
      out.push_back(std::move(word));
      if (out.size() > ranking::kMostWords) return;
    }
  }
  for (const Query& child : query.children()) collect_words(child, out);
}

std::vector<QueryCompiler::Word> QueryCompiler::words(const Query& query) {
  corrections_.clear();
  mode_ = bears_diacritics(query) ? StemMode::query : StemMode::folded_query;
  std::vector<Word> out;
  collect_words(query, out);
  return out;
}

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
  if (node.op == Op::nothing || tokens.size() > ranking::kMostWords) return node;
  std::vector<Node> parts = {std::move(node)};
  std::vector<std::vector<std::string>> words;
  for (const text::Token& token : tokens) {
    std::vector<std::string> terms = terms_of(token, nullptr);
    if (!terms.empty()) words.push_back(std::move(terms));
    if (correction_of(token) != nullptr || analysis::is_stop_word(token.text)) continue;
    std::string exact;
    analysis::append_exact_term(token.text, exact);
    Node placed = in_fields({{exact}}, {}, field);
    record(token.text, MatchKind::exact, {{exact}}, field, placed, ranking::kExactForm);
    parts.push_back(Node::scaled(ranking::kExactForm, std::move(placed)));
  }
  if (words.size() > 1 && !incomplete_) {
    Node near = nearness_node(words, field);
    record(text, MatchKind::phrase, words, field, near, ranking::kPhrase);
    parts.push_back(Node::scaled(ranking::kPhrase, std::move(near)));
  }
  return parts.size() == 1 ? std::move(parts.front()) : Node::make(Op::and_maybe, std::move(parts));
}

const WordCorrection* QueryCompiler::correction_of(const text::Token& token) const {
  const auto found =
      std::find_if(corrections_.begin(), corrections_.end(),
                   [&](const WordCorrection& correction) { return correction.word == token.text; });
  return found == corrections_.end() ? nullptr : &*found;
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
    std::vector<Node> row;
    for (const std::vector<std::string>& terms : words) {
      std::vector<Node> alternatives;
      for (std::size_t t = 0; t < terms.size(); ++t) {
        std::string term;
        store::append_text_term(places_[i], terms[t], term);
        const double factor = weights.empty() ? 1.0 : static_cast<double>(weights[t] / best);
        alternatives.push_back(Node::scaled(factor, Node::make_term(std::move(term))));
      }
      // In a phrase the backend takes nothing but an OR of terms; a single word counts as its best reading.
      row.push_back(Node::make(words.size() > 1 ? Op::any_of : Op::best_of, std::move(alternatives)));
    }
    const double boost = field == kAllFields ? schema_.fields[i].boost : 1.0;
    Node placed = Node::make(window.op, std::move(row));
    if (words.size() > 1) placed.window += window.slack;
    fields.push_back(Node::scaled(boost, std::move(placed)));
  }
  return Node::make(Op::any_of, std::move(fields));
}

// Related words are told apart from the word itself: they never share its term, and count for a fifth of it.
Node QueryCompiler::derivations_node(std::string_view word, const std::vector<std::string>& terms,
                                     std::size_t field) {
  constexpr double kDerivationWeight = 0.2;
  std::vector<std::string> related;
  for (const std::string& term : terms) {
    if (term.front() == analysis::kGuessMark || term.front() == analysis::kFoldedMark) continue;
    for (RelatedTerm& other : stemmer_.related_to(term)) related.push_back(std::move(other.term));
  }
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

// An abbreviation in capitals stands for its long forms too; in small letters only when it is no word of its own, so
// that "mas" stays meat.
std::vector<Node> QueryCompiler::expansion_nodes(const text::Token& token, std::size_t field) {
  std::vector<Node> nodes;
  const bool is_word = !analyzer_.readings(token, mode_).empty() &&
                       analyzer_.readings(token, mode_)[0].kind == ReadingKind::lemma;
  if ((!token.all_caps || shouting_) && is_word) return nodes;
  const std::string name(token.text);
  for (const std::string& expansion : synonyms_.expansions(name)) {
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
  for (const std::string& abbreviation : synonyms_.abbreviations(name, mode_)) {
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
  std::vector<Node> wanted;
  std::vector<Node> optional;
  for (Unit& unit : units) (unit.is_stop ? optional : wanted).push_back(std::move(unit.node));
  if (wanted.empty()) wanted.swap(optional);
  result_.wanted += wanted.size();
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
    ++result_.wanted;
    return token_node(tokens.front(), field_of(query));
  }
  MarkedItem mark;
  mark.field = field_of(query);
  for (const text::Token& token : tokens) {
    std::vector<std::string> terms = terms_of(token, nullptr);
    if (!terms.empty()) mark.words.push_back(std::move(terms));
  }
  if (mark.words.empty()) return {};
  ++result_.wanted;
  std::vector<Node> alternatives = {in_fields(mark.words, {}, mark.field, {Op::phrase, query.distance()})};
  const std::size_t field = mark.field;
  record(query.text(), MatchKind::phrase, mark.words, field, alternatives.front());
  mark_words(mark.words, field, query.distance() > 0);
  for (Node& node : abbreviation_nodes(query.text(), field)) alternatives.push_back(std::move(node));
  return Node::make(Op::any_of, std::move(alternatives));
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
  result_.wanted += query.kind() == Query::Kind::phrase ? 1 : all.words.size();
  if (query.kind() == Query::Kind::phrase) {
    mark_words(all.words, all.field, query.distance() > 0);
    Node node = in_fields(all.words, {}, all.field, {Op::phrase, query.distance()});
    record(query.text(), all.words.size() > 1 ? MatchKind::phrase : MatchKind::exact, all.words, all.field,
           node);
    return node;
  }
  std::vector<Node> nodes;
  for (const std::vector<std::string>& word : all.words) {
    nodes.push_back(in_fields({word}, {}, all.field));
    record(std::string_view(word.front()).substr(1), MatchKind::exact, {word}, all.field, nodes.back());
    result_.marks.push_back({{word}, all.field});
  }
  return Node::make(any_ ? Op::any_of : Op::all_of, std::move(nodes));
}

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
