// SPDX-License-Identifier: GPL-2.0-or-later
#include <memory>
#include <mutex>

#include "lib/analysis/analyzer_impl.h"
#include "lib/analysis/text_analyzer.h"
#include "lib/facts/fact_reader.h"
#include "lib/facts/vocabulary.h"
#include "lib/text/utf8.h"
#include "tvar/facts.h"

namespace tvar {
inline namespace v1 {
namespace {

StemMode mode_of(const Document& document) {
  std::string sample;
  for (const FieldValue& field : document.fields) {
    if (facts::FactReader::reads(field.name)) sample.append(field.value, 0, 16 * 1024).append(" ");
  }
  return analysis::is_written_without_diacritics(sample) ? StemMode::folded_document : StemMode::document;
}

// The one of the default options is made once for an analyzer: it takes as long as the facts of a short page.
std::shared_ptr<const facts::Vocabulary> vocabulary_of(const Analyzer::Impl& impl,
                                                       const FactOptions& options) {
  const auto made = [&] {
    return std::make_shared<const facts::Vocabulary>(*impl.stemmer, options.member_words);
  };
  if (options.member_words != FactOptions().member_words) return made();
  std::call_once(impl.vocabulary_made, [&] { impl.vocabulary = made(); });
  return impl.vocabulary;
}

}  // namespace

std::vector<Fact> extract_facts(const Document& document, const Analyzer& analyzer,
                                const FactOptions& options) {
  const Stemmer& stemmer = *analyzer.impl().stemmer;
  const StemMode mode = mode_of(document);
  analysis::TextAnalyzer worker(stemmer);
  facts::FactReader reader(stemmer, options, vocabulary_of(analyzer.impl(), options));
  reader.start(document, mode);
  for (std::size_t i = 0; i < document.fields.size(); ++i) {
    if (!facts::FactReader::reads(document.fields[i].name)) continue;
    reader.begin(i);
    worker.analyze(document.fields[i].value, mode, [&](const text::Token& token, const Readings& readings) {
      reader.add(token, readings);
      return true;
    });
    reader.end();
  }
  return reader.finish();
}

}  // namespace v1
}  // namespace tvar
