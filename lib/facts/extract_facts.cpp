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

// What reads one document after the other.
struct DocumentReader {
  /// @param words  how many words are remembered
  DocumentReader(const Analyzer::Impl& analyzer, const FactOptions& options, std::size_t words)
      : worker(*analyzer.stemmer),
        reader(*analyzer.stemmer, options, vocabulary_of(analyzer, options), words) {}

  std::vector<Fact> extract(const Document& document) {
    const StemMode mode = mode_of(document);
    reader.start(document, mode);
    for (std::size_t i = 0; i < document.fields.size(); ++i) {
      if (!facts::FactReader::reads(document.fields[i].name)) continue;
      reader.begin(i);
      worker.analyze(document.fields[i].value, mode,
                     [this](const text::Token& token, const Readings& readings) {
                       reader.add(token, readings, worker.note());
                       return true;
                     });
      reader.end();
    }
    return reader.finish();
  }

  analysis::TextAnalyzer worker;
  facts::FactReader reader;
};

}  // namespace

struct FactExtractor::Impl {
  Impl(const Analyzer::Impl& analyzer, const FactOptions& options)
      : reader(analyzer, options, facts::WordMarker::kForManyTexts) {}
  DocumentReader reader;
};

FactExtractor::FactExtractor(const Analyzer& analyzer, const FactOptions& options)
    : impl_(std::make_unique<Impl>(analyzer.impl(), options)) {}
FactExtractor::FactExtractor(FactExtractor&&) noexcept = default;
FactExtractor& FactExtractor::operator=(FactExtractor&&) noexcept = default;
FactExtractor::~FactExtractor() = default;

std::vector<Fact> FactExtractor::extract(const Document& document) {
  return impl_->reader.extract(document);
}

std::vector<Fact> extract_facts(const Document& document, const Analyzer& analyzer,
                                const FactOptions& options) {
  return DocumentReader(analyzer.impl(), options, facts::WordMarker::kForOneText).extract(document);
}

}  // namespace v1
}  // namespace tvar
