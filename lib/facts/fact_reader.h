// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Document → facts, for a caller that analyses the text itself: the tokens of one pass serve the index and the facts.
///
///     reader.start(document, mode);
///     for each value of title and text:
///       reader.begin(source, text); for each token: reader.add(token, readings, note); reader.end();
///     std::vector<Fact> facts = reader.finish();
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/fact_sink.h"
#include "lib/facts/known_organizations.h"
#include "lib/facts/organizations.h"
#include "lib/facts/persons.h"
#include "lib/facts/towns.h"
#include "lib/facts/word_marker.h"
#include "lib/text/tokenizer.h"
#include "tvar/facts.h"

namespace tvar::facts {

/// The names of all facts, in their order.
[[nodiscard]] std::span<const std::string_view> fact_fields() noexcept;

/// One for each thread; reuses its buffers. The stemmer must outlive it.
class FactReader {
 public:
  /// @param fields  those that are wanted, all when empty; what nobody wants is not looked for
  FactReader(const Stemmer& stemmer, const FactOptions& options, std::span<const std::string> fields = {});
  /// With a vocabulary that was made before.
  /// @param words  how many words it remembers, see WordMarker
  FactReader(const Stemmer& stemmer, const FactOptions& options, std::shared_ptr<const Vocabulary> vocabulary,
             std::size_t words);

  /// Whether facts are read from the field.
  [[nodiscard]] static bool reads(std::string_view field) noexcept {
    return field == "title" || field == "text";
  }

  /// @param document  must stay valid until finish()
  void start(const Document& document, StemMode mode);
  /// @param source  index into Document::fields, of a value whose field reads() accepts
  void begin(std::size_t source);
  /// @param note  TextAnalyzer::note(), of an analyzer that is used with this reader alone
  void add(const text::Token& token, const Readings& readings, std::uint64_t& note);
  void end();
  /// As extract_facts() gives them.
  [[nodiscard]] std::vector<Fact> finish();

 private:
  void add_abbreviations(FactSink& sink) const;
  [[nodiscard]] std::vector<Fact> joined(std::string_view field, std::vector<Fact>& found) const;
  [[nodiscard]] std::vector<Fact> given(std::string_view field) const;
  [[nodiscard]] bool may_be_filled(std::string_view field) const;
  [[nodiscard]] std::vector<Fact> arranged(std::vector<Fact>&& found) const;

  [[nodiscard]] bool wants(std::string_view field) const;

  FactOptions options_;
  WantedFields wanted_;
  KnownOrganizations known_;
  WordMarker marker_;
  const Document* document_ = nullptr;
  Page page_;
  std::vector<AnnotatedText> spare_;  // of the documents before
  PersonExtractor persons_;
  OrganizationExtractor organizations_;
  TownExtractor towns_;
};

}  // namespace tvar::facts
