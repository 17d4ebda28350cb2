// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryCompiler for the words of a text and the terms that each of them stands for.
#include <algorithm>
#include <cmath>
#include <utility>

#include "lib/analysis/stop_words.h"
#include "lib/query/limits.h"
#include "lib/query/notes.h"
#include "lib/search/query_compiler.h"
#include "lib/search/ranking.h"
#include "lib/text/fold.h"

namespace tvar::search {
namespace {

// The words that are to be found in any inflection.
void collect_texts(const Query& query, std::vector<std::string_view>& out) {
  if (query.kind() == Query::Kind::words || query.kind() == Query::Kind::phrase)
    out.emplace_back(query.text());
  for (const Query& child : query.children()) collect_texts(child, out);
}

}  // namespace

StemMode mode_of(const Query& query, const Stemmer& stemmer) {
  std::vector<std::string_view> texts;
  collect_texts(query, texts);
  return analysis::query_mode(stemmer, texts);
}

std::vector<text::Token> plain_tokens(const std::vector<text::Token>& tokens) {
  std::vector<text::Token> plain;
  for (const text::Token& token : tokens) {
    if (!token.is_extra) plain.push_back(token);
  }
  return plain;
}

// Once is enough.
void QueryCompiler::note_left_out(const Query& query) {
  if (std::exchange(out_of_tokens_, true)) return;
  result_.notes.push_back(query::make_note(QueryNote::Code::too_many_tokens, query.range()));
}

// The tokens of a text, as far as the query may have more. Their texts are valid until the next call.
std::vector<text::Token> QueryCompiler::tokens_of(const Query& query) {
  std::vector<text::Token> tokens = analyzer_.tokens(query.text());
  const bool is_phrase = query.kind() == Query::Kind::phrase;
  const std::size_t most = is_phrase ? std::min(tokens_left_, query::kMaxPhraseWords) : tokens_left_;
  if (tokens.size() > most) {
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(most), tokens.end());
    note_left_out(query);
  }
  tokens_left_ -= tokens.size();
  return tokens;
}

std::vector<std::string> QueryCompiler::terms_of(const text::Token& token, std::vector<float>* weights) {
  std::vector<std::string> terms;
  const WordCorrection* const correction = correction_of(token);
  if (correction != nullptr) {
    terms = corrected_terms(*correction, weights);
    if (!correction->keep) return terms;
  }
  // Words of a pasted page, each with all that it might be, are thousands of terms, at 30 us each.
  const bool is_pasted = correction == nullptr && tokens_left_ + query::kManyTokens < query::kMaxTokens;
  const Readings& readings = analyzer_.readings(token, mode_);
  for (const Reading& reading : readings) {
    if (is_pasted && reading.weight < query::kLeastShareOfMany * readings[0].weight) continue;
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
  mode_ = mode_of(query, stemmer_);
  std::vector<Word> out;
  collect_words(query, out);
  return out;
}

const WordCorrection* QueryCompiler::correction_of(const text::Token& token) const {
  const auto found =
      std::find_if(corrections_.begin(), corrections_.end(),
                   [&](const WordCorrection& correction) { return correction.word == token.text; });
  return found == corrections_.end() ? nullptr : &*found;
}

}  // namespace tvar::search
