// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/similar_documents.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "lib/analysis/stop_words.h"
#include "lib/indexing/document_preparer.h"

namespace tvar::search {
namespace {

using store::Node;

struct Word {
  std::string term;  // without the prefix of a field
  double occurrences = 0.0;
  std::uint64_t documents = 0;  // at most in one field
  double value = 0.0;
};

// The part of a term behind the prefix of its field; nothing when it is no term of a text. Terms of texts never begin
// with an upper-case ASCII letter, those of values begin with a colon there.
std::optional<std::string_view> word_of(std::string_view term, const Schema& schema,
                                        const store::FieldMap& places, std::size_t& field) {
  for (field = 0; field < places.size(); ++field) {
    if (schema.fields[field].kind != FieldKind::text) continue;
    const std::string& prefix = places[field].prefix;
    if (!term.starts_with(prefix) || term.size() == prefix.size()) continue;
    const char first = term[prefix.size()];
    if (first < 'A' || first > 'Z') return term.substr(prefix.size());
  }
  return std::nullopt;
}

// Numbers and years say when, not what about. Forms and folded stems repeat what the lemmas say.
bool is_characteristic(std::string_view word) {
  const bool number = word.front() >= '0' && word.front() <= '9';
  const bool form = word.front() == analysis::kExactMark || word.front() == analysis::kFoldedMark;
  return !number && !form && !analysis::is_stop_word(word);
}

std::vector<Word> words_of(const std::vector<store::DocumentTerm>& terms, const Schema& schema,
                           const LabelTerms& labels, const store::FieldMap& places) {
  std::map<std::string, Word, std::less<>> words;
  for (const store::DocumentTerm& term : terms) {
    const auto label = labels.find(term.term);
    const std::uint32_t outside = label == labels.end() ? 0 : label->second;
    if (term.occurrences <= outside) continue;
    std::size_t field = 0;
    const std::optional<std::string_view> text = word_of(term.term, schema, places, field);
    if (!text || !is_characteristic(*text)) continue;
    Word& word = words[std::string(*text)];
    word.term = *text;
    word.occurrences += schema.fields[field].boost * (term.occurrences - outside);
    word.documents = std::max(word.documents, term.documents);
  }
  std::vector<Word> list;
  for (auto& [term, word] : words) list.push_back(std::move(word));
  return list;
}

double damped(double occurrences) {
  return 1.0 + std::log(std::max(occurrences, 1.0));
}

void keep_characteristic(std::uint64_t documents, std::vector<Word>& words) {
  for (Word& word : words) {
    const double rarity =
        std::log((1.0 + static_cast<double>(documents)) / static_cast<double>(word.documents));
    word.value = damped(word.occurrences) * rarity;
  }
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return a.value != b.value ? a.value > b.value : a.term < b.term;
  });
  if (words.size() > kCharacteristicWords) words.resize(kCharacteristicWords);
}

// BM25 knows how rare the word is; how much the document speaks of it is for the factor.
Node word_node(const Word& word, const Schema& schema, const store::FieldMap& places) {
  std::vector<Node> fields;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (schema.fields[i].kind != FieldKind::text) continue;
    fields.push_back(Node::scaled(schema.fields[i].boost, Node::make_term(places[i].prefix + word.term)));
  }
  return Node::scaled(damped(word.occurrences), Node::make(Node::Op::any_of, std::move(fields)));
}

}  // namespace

LabelTerms label_terms(const Document& given, const Schema& schema, analysis::TextAnalyzer& analyzer) {
  LabelTerms terms;
  const StemMode mode = indexing::document_mode(given, schema);
  std::string term;
  for (const FieldValue& value : given.fields) {
    const Field* const field = schema.find(value.name);
    if (field == nullptr || !field->words) continue;
    analyzer.analyze(value.value, mode, [&](const text::Token&, const Readings& readings) {
      for (const Reading& reading : readings) {
        term.clear();
        analysis::append_term(reading, term);
        ++terms[term];
      }
      return true;
    });
  }
  return terms;
}

CompiledQuery compile_similar(std::string_view id, const std::vector<store::DocumentTerm>& terms,
                              const LabelTerms& labels, std::uint64_t documents, const Schema& schema, const store::FieldMap& places) {
  std::vector<Word> words = words_of(terms, schema, labels, places);
  // A word that no other document has finds none.
  std::erase_if(words, [](const Word& word) { return word.documents < 2; });
  keep_characteristic(documents, words);
  CompiledQuery query;
  query.scores = true;
  if (words.empty()) return query;
  std::vector<Node> nodes;
  for (const Word& word : words) {
    nodes.push_back(word_node(word, schema, places));
    query.marks.push_back({.words = {{word.term}}});
  }
  query.node = Node::make(Node::Op::and_not, {Node::make(Node::Op::any_of, std::move(nodes)),
                                              Node::make_term(store::id_term(id))});
  return query;
}

}  // namespace tvar::search
