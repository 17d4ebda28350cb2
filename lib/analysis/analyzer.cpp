// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/analyzer.h"

#include <algorithm>
#include <utility>

#include "lib/analysis/analyzer_impl.h"
#include "lib/analysis/lexicon_path.h"
#include "lib/analysis/text_analyzer.h"
#include "stemmers/registry.h"
#include "tvar/error.h"

namespace tvar {
inline namespace v1 {
namespace {

const stemmers::StemmerEntry& find_entry(const std::string& name) {
  const stemmers::StemmerEntry* entry = stemmers::find_stemmer(name);
  if (entry != nullptr) return *entry;
  std::string names;
  for (const stemmers::StemmerEntry& known : stemmers::registry()) {
    names += names.empty() ? "" : ", ";
    names += known.name;
  }
  throw Error(ErrorCode::invalid_argument, "there is no stemmer called '" + name + "'",
              "Use one of: " + names + ".");
}

StemMode mode_of(std::string_view text, Purpose purpose, const Stemmer& stemmer) {
  if (purpose == Purpose::query) return analysis::query_mode(stemmer, {&text, 1});
  return analysis::is_written_without_diacritics(text) ? StemMode::folded_document : StemMode::document;
}

AnalyzedTerm to_term(const Reading& reading) {
  AnalyzedTerm term{{}, reading.kind, reading.weight};
  analysis::append_term(reading, term.text);
  return term;
}

}  // namespace

Analyzer::Analyzer(const AnalyzerOptions& options) : impl_(std::make_unique<Impl>()) {
  const stemmers::StemmerEntry& entry = find_entry(options.stemmer);
  stemmers::StemmerOptions stemmer_options;
  stemmer_options.merge_negation = options.merge_negation;
  if (entry.needs_lexicon) stemmer_options.lexicon = analysis::find_lexicon(options.lexicon);
  impl_->stemmer = entry.make(stemmer_options);
  impl_->id = std::string(impl_->stemmer->id()) + " analysis/" + std::to_string(analysis::kAnalysisVersion);
}

Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

std::string Analyzer::id() const {
  return impl_->id;
}

std::vector<AnalyzedToken> Analyzer::analyze(std::string_view text, Purpose purpose) const {
  std::vector<AnalyzedToken> result;
  analysis::TextAnalyzer worker(*impl_->stemmer);
  worker.analyze(text, mode_of(text, purpose, *impl_->stemmer),
                 [&](const text::Token& token, const Readings& readings) {
                   AnalyzedToken& analyzed = result.emplace_back();
                   analyzed.text = token.text;
                   analyzed.range = {token.begin, token.end};
                   analyzed.position = token.position;
                   analysis::append_exact_term(token.text, analyzed.exact);
                   for (const Reading& reading : readings) analyzed.terms.push_back(to_term(reading));
                   return true;
                 });
  return result;
}

void Analyzer::terms_of_word(std::string_view word, Purpose purpose, std::vector<std::string>& out) const {
  // One worker a thread and stemmer would be kept by the caller in a longer-lived design; here the buffers live with
  // the thread, since a list of words is read by one call a word.
  thread_local text::Tokenizer tokenizer;
  thread_local std::vector<text::Token> tokens;
  thread_local Readings readings;
  out.clear();
  tokenizer.tokenize(word, tokens);
  const StemMode mode = mode_of(word, purpose, *impl_->stemmer);
  for (const text::Token& token : tokens) {
    analysis::read_token(*impl_->stemmer, token, mode, readings);
    for (const Reading& reading : readings) {
      std::string term;
      analysis::append_term(reading, term);
      if (std::find(out.begin(), out.end(), term) == out.end()) out.push_back(std::move(term));
    }
  }
}

WordInfo Analyzer::explain(std::string_view word) const {
  WordInfo info;
  const Stemmer& stemmer = *impl_->stemmer;
  const std::vector<AnalyzedToken> tokens = analyze(word, Purpose::query);
  if (tokens.empty()) return info;
  info.readings = tokens.front().terms;
  for (const AnalyzedTerm& reading : info.readings) {
    if (reading.kind != ReadingKind::lemma) continue;
    WordInfo::Lemma lemma;
    lemma.lemma = stemmer.lemma_of(reading.text);
    lemma.forms = stemmer.forms_of(reading.text);
    for (const RelatedTerm& related : stemmer.related_to(reading.text)) {
      lemma.derivations.push_back(stemmer.lemma_of(related.term));
    }
    for (const std::string& term : stemmer.family_of(reading.text)) {
      std::string relative = stemmer.lemma_of(term);
      if (std::find(lemma.derivations.begin(), lemma.derivations.end(), relative) ==
          lemma.derivations.end()) {
        lemma.derivations.push_back(std::move(relative));
      }
    }
    info.lemmas.push_back(std::move(lemma));
  }
  return info;
}

}  // namespace v1
}  // namespace tvar
