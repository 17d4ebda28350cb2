// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What a document says about itself: its town, dates, members, organisations and persons, read from Czech prose.
///
///     tvar::Analyzer analyzer;
///     for (const tvar::Fact& fact : tvar::extract_facts(page, analyzer))
///       …   // {"town", "Břeclav", "Břeclavi", …, 0.97}
///
/// Metadata wins: for a field that the document has a value of, nothing is looked for in its prose.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/analyzer.h"
#include "tvar/document.h"
#include "tvar/export.h"
#include "tvar/organization.h"
#include "tvar/text_range.h"

namespace tvar {
inline namespace v1 {

/// One finding. Fields that are looked for:
///
///     town                  the municipality that the document is about; at most one
///     region                the kraj of that town
///     place                 municipalities that are only mentioned
///     published             2016-04-14: from the dateline of the document, or a line that says so
///     founded               2008-07-25, 2008-06 or 2008: when what the title names was founded
///     year                  each year that the text dates something to; of a range both ends
///     member                organisations in a list of members or partners
///     working_group_member  organisations in a list of members of working groups
///     organization          organisations that running text names
///     person                first name and surname in the nominative
///     abbreviation          the long form of an abbreviation that the text defines; `raw` is the abbreviation
struct Fact {
  std::string field;
  /// Canonical: names in the nominative, without legal form and bracketed remarks; dates as in ISO 8601.
  std::string value;
  /// As the document has it.
  std::string raw;
  /// Index into Document::fields of the value it was found in. Document::fields.size(): in the id.
  std::size_t source = 0;
  /// Bytes of that value, of the first mention.
  TextRange range;
  /// Probability that the fact is right, by rule and evidence, 0 to 1. Metadata has 1.
  float confidence = 0;

  friend bool operator==(const Fact&, const Fact&) = default;
};

struct FactOptions {
  /// Facts with less confidence are left out.
  float threshold = 0.5F;
  /// Fields that may have been filled with facts when the document was indexed. When their values are those that are
  /// found again, they are given as found, with place and confidence; otherwise they are metadata.
  std::vector<std::string> filled = {};
  /// Dictionary forms of the words that a list of members is headed by: "Členové partnerství:".
  std::vector<std::string> member_words = {"člen",       "členka",   "členský",    "partner",
                                           "partnerský", "signatář", "zakladatel", "delegát"};
  /// Organisations that are known beforehand: what is called by a name or alias of one gets its name as the value.
  std::vector<Organization> organizations = {};
};

/// The facts of a document, grouped by field in the order above, each value once, in the order of the text. Reads the
/// fields `title` and `text`; looks at `id` and `source` for the town. Safe to call from several threads. Linear in the
/// length of the text.
[[nodiscard]] TVAR_EXPORT std::vector<Fact> extract_facts(const Document& document, const Analyzer& analyzer,
                                                          const FactOptions& options = {});

/// extract_facts() for many documents: what the options need is made ready once. One for each thread. One that was
/// moved from can only be assigned to or destroyed.
///
///     tvar::FactExtractor extractor(analyzer, {.organizations = tvar::read_organizations("organizations.csv")});
///     for (const tvar::Document& page : pages) use(extractor.extract(page));
class TVAR_EXPORT FactExtractor {
 public:
  /// The analyzer must outlive it.
  explicit FactExtractor(const Analyzer& analyzer, const FactOptions& options = {});
  FactExtractor(FactExtractor&&) noexcept;
  FactExtractor& operator=(FactExtractor&&) noexcept;
  ~FactExtractor();

  [[nodiscard]] std::vector<Fact> extract(const Document& document);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace v1
}  // namespace tvar
