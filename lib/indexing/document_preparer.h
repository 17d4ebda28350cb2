// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Document → what the store writes for it: terms with positions, filter terms, values, stored bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/store.h"
#include "lib/analysis/text_analyzer.h"
#include "lib/facts/fact_reader.h"
#include "lib/indexing/boilerplate.h"
#include "lib/indexing/form_positions.h"
#include "tvar/document.h"
#include "tvar/schema.h"

namespace tvar::indexing {

/// The way in which all words of a document are stemmed. The search re-analyses stored texts to mark matches and must
/// come to the same mode.
StemMode document_mode(const Document& document, const Schema& schema);

/// How the exact forms of words are indexed. An index has them with positions, so that exact phrases are exact, wherever
/// those of lemmas do not tell them; the others are there to measure what that costs (tests/bench/index_bench.cpp).
enum class ExactForms : std::uint8_t { none, without_positions, with_positions };

/// One for each thread; reuses its buffers. What it is given must outlive it.
class DocumentPreparer {
 public:
  /// @param boilerplate  lines of the main text that are stored, but not indexed
  DocumentPreparer(const Schema& schema, const Stemmer& stemmer,
                   const BoilerplateLines* boilerplate = nullptr,
                   ExactForms exact_forms = ExactForms::with_positions,
                   std::size_t max_bytes = std::numeric_limits<std::size_t>::max());

  /// Replaces `out`.
  /// @throws Error invalid_argument when the id is empty or too long, a number or date is none, or terms take more than
  ///         max_bytes of memory
  void prepare(const Document& document, store::PreparedDocument& out);

 private:
  bool add_text(const store::FieldPlace& place, std::string_view text, StemMode mode, std::uint32_t& position,
                bool is_main, store::PreparedDocument& out);
  void add_text_field(std::size_t ordinal, const Document& document, StemMode mode, bool with_facts,
                      store::PreparedDocument& out);
  void add_metadata_words(const store::FieldPlace& place, const Document& document, StemMode mode,
                          std::uint32_t position, store::PreparedDocument& out);
  void add_abbreviations(std::string_view text, StemMode mode, store::PreparedDocument& out);
  [[nodiscard]] bool wants_facts(const Document& document) const;
  void add_facts(std::vector<FieldValue>& values, std::string& region, const Document& document);
  void check_size(const store::PreparedDocument& out);
  [[nodiscard]] const Organization* known_organization(const Field& field, std::string_view value) const;
  void add_value_field(std::size_t ordinal, const Document& document, store::PreparedDocument& out);

  const Schema& schema_;
  facts::KnownOrganizations known_;
  store::FieldMap places_;
  analysis::TextAnalyzer analyzer_;
  const BoilerplateLines* boilerplate_;
  std::string boilerplate_field_;
  std::optional<facts::FactReader> facts_;  // when a field of the schema is filled from prose
  bool reading_facts_ = false;              // of the text at hand
  ExactForms exact_forms_;
  FormPositions forms_;
  std::size_t max_bytes_;
  std::uint32_t unchecked_tokens_ = 0;
  std::vector<std::uint32_t> lemmas_;  // of the token at hand
  std::string term_;
  std::string full_term_;
};

}  // namespace tvar::indexing
