// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/analysis/analyzer_impl.h"
#include "lib/analysis/text_analyzer.h"
#include "lib/facts/fact_reader.h"
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

}  // namespace

struct FactExtractor::Impl {
  Impl(const Stemmer& stemmer, const FactOptions& options) : worker(stemmer), reader(stemmer, options) {}
  analysis::TextAnalyzer worker;
  facts::FactReader reader;
};

FactExtractor::FactExtractor(const Analyzer& analyzer, const FactOptions& options)
    : impl_(std::make_unique<Impl>(*analyzer.impl().stemmer, options)) {}
FactExtractor::FactExtractor(FactExtractor&&) noexcept = default;
FactExtractor& FactExtractor::operator=(FactExtractor&&) noexcept = default;
FactExtractor::~FactExtractor() = default;

std::vector<Fact> FactExtractor::extract(const Document& document) {
  facts::FactReader& reader = impl_->reader;
  const StemMode mode = mode_of(document);
  reader.start(document, mode);
  for (std::size_t i = 0; i < document.fields.size(); ++i) {
    if (!facts::FactReader::reads(document.fields[i].name)) continue;
    reader.begin(i);
    impl_->worker.analyze(document.fields[i].value, mode,
                          [&reader](const text::Token& token, const Readings& readings) {
                            reader.add(token, readings);
                            return true;
                          });
    reader.end();
  }
  return reader.finish();
}

std::vector<Fact> extract_facts(const Document& document, const Analyzer& analyzer,
                                const FactOptions& options) {
  return FactExtractor(analyzer, options).extract(document);
}

}  // namespace v1
}  // namespace tvar
