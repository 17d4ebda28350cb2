// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/open_analyzer.h"

#include "tvar/error.h"

namespace tvar::indexing {

Analyzer make_analyzer(const Schema& schema, const std::filesystem::path& lexicon) {
  return Analyzer({.stemmer = schema.stemmer, .merge_negation = schema.merge_negation, .lexicon = lexicon});
}

Analyzer open_analyzer(const store::IndexInfo& info, const std::filesystem::path& index,
                       const std::filesystem::path& lexicon) {
  Analyzer analyzer = make_analyzer(info.schema, lexicon);
  if (analyzer.id() == info.analyzer) return analyzer;
  throw Error(ErrorCode::analyzer_mismatch,
              index.string() + ": the index was built with the analyzer '" + info.analyzer +
                  "', this program has '" + analyzer.id() + "'",
              "'tvar reindex' builds the index anew from the documents that it stores.");
}

}  // namespace tvar::indexing
