// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Completion: what the index has that begins as somebody has begun to type.
///
/// The sorted terms say which words there are and how many documents have them. How people write them - in which form,
/// with which capitals, beside which other words - is read from a few of the documents that have them most.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "index/store.h"
#include "lib/analysis/text_analyzer.h"
#include "lib/search/known_boilerplate.h"
#include "lib/search/query_compiler.h"
#include "lib/search/word_sample.h"
#include "tvar/schema.h"
#include "tvar/suggestion.h"

namespace tvar::search {

/// One request. All arguments must outlive it.
class Suggester {
 public:
  Suggester(const Schema& schema, const store::FieldMap& places, const store::Reader& reader,
            QueryCompiler& compiler, analysis::TextAnalyzer& analyzer, KnownBoilerplate& boilerplate)
      : schema_(schema),
        places_(places),
        reader_(reader),
        compiler_(compiler),
        analyzer_(analyzer),
        boilerplate_(boilerplate) {}

  /// At most `limit`, the most useful first; see Searcher::suggest.
  [[nodiscard]] std::vector<Suggestion> suggest(std::string_view typed, std::size_t limit);

 private:
  struct Candidate {
    Suggestion suggestion;
    Query query;
    bool follows = false;  // stands right behind the word before it
  };
  using Candidates = std::vector<Candidate>;
  struct Word;
  struct Value;

  bool read(std::string_view typed);
  [[nodiscard]] std::string with_marks(const std::string& typed);
  [[nodiscard]] std::string marked_form(const std::string& word) const;
  [[nodiscard]] std::vector<Word> words();
  [[nodiscard]] std::vector<store::Node> sample_queries(const std::vector<Word>& words);
  void read_sample(const std::vector<Word>& words, WordSample& sample);
  [[nodiscard]] Candidates complete_words(const std::vector<Word>& words, const WordSample& sample) const;
  [[nodiscard]] Candidates words_beside(const WordSample& sample, std::size_t most) const;
  [[nodiscard]] Candidates complete_phrases(const WordSample& sample) const;
  [[nodiscard]] Candidates continue_phrases(const WordSample& sample) const;
  [[nodiscard]] Candidate word(const std::string& form) const;
  [[nodiscard]] Candidate phrase(const std::string& head, const std::string& words) const;
  [[nodiscard]] Candidates titles(std::size_t limit);
  void add_titles(std::size_t field, std::size_t limit, Candidates& out);
  [[nodiscard]] Candidates values(std::size_t limit) const;
  void add_values(std::size_t field, const std::string& beginning, const std::string& kept, std::size_t limit,
                  Candidates& out) const;
  [[nodiscard]] std::vector<Value> walk_values(std::size_t field, const std::string& beginning) const;
  void take_found(std::size_t most, Candidates& candidates, std::set<std::string>& seen,
                  Candidates& out) const;
  [[nodiscard]] std::uint64_t count(const Query& query) const;

  const Schema& schema_;
  const store::FieldMap& places_;
  const store::Reader& reader_;
  QueryCompiler& compiler_;
  analysis::TextAnalyzer& analyzer_;
  KnownBoilerplate& boilerplate_;
  std::string typed_;  // with single spaces, and marks where the index has them
  std::string kept_;   // before the last word, with the space behind it
  std::string head_;   // the same without the word before the last
  WordBeginning beginning_;
};

}  // namespace tvar::search
