// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Organisations that running text names, in the nominative:
///
///     IQ Roma servis, o.s.                         a legal form stands behind the name
///     společností Interwork                        a common noun announces it
///     Městského úřadu Broumov                      it is built around the noun for an office
///     Člověka v tísni                              it is well known, or a member that the page lists
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/facts/fact_sink.h"
#include "lib/facts/name_forms.h"

namespace tvar::facts {

/// Runs after persons and members are marked; marks what it takes.
class OrganizationExtractor {
 public:
  /// @param given  names that the metadata of the document has
  void extract(Page& page, const std::vector<std::string>& given, FactSink& sink);

 private:
  struct Known {
    std::string lower;
    std::string name;
    std::size_t first_word = 0;  // bytes of `lower`
    NameDeclension declension;   // of the first word
    std::size_t words = 0;
  };
  struct Found {
    std::string name;
    std::size_t first = 0;  // words
    std::size_t last = 0;
    double confidence = 0;
  };

  [[nodiscard]] static const std::vector<Known>& well_known_names();
  void learn(std::string name);
  void learn_names_with_legal_forms(const AnnotatedText& text, const Stemmer& stemmer);
  void learn_announced_names(const AnnotatedText& text, const Stemmer& stemmer);
  void learn_names_of_title(const AnnotatedText& title, const Stemmer& stemmer);
  void learn_names_with_letters(const AnnotatedText& text, const Stemmer& stemmer);
  [[nodiscard]] const std::string& in_full(const std::string& name) const;
  static void match(const Known& known, const AnnotatedText& text, std::size_t i, std::optional<Found>& best);
  [[nodiscard]] std::optional<Found> known_at(const AnnotatedText& text, std::size_t i) const;
  [[nodiscard]] std::optional<Found> headed_at(const AnnotatedText& text, std::size_t i,
                                               const Stemmer& stemmer) const;
  [[nodiscard]] static std::optional<Found> short_at(const AnnotatedText& text, std::size_t i);
  [[nodiscard]] std::optional<Found> announced_at(const AnnotatedText& text, std::size_t i,
                                                  const Stemmer& stemmer) const;
  [[nodiscard]] static std::optional<Found> word_at(const AnnotatedText& text, std::size_t i);
  [[nodiscard]] std::optional<Found> named_after_persons(const AnnotatedText& text, std::size_t i) const;
  [[nodiscard]] static std::optional<Found> named_behind(const AnnotatedText& text, std::size_t head,
                                                         const Stemmer& stemmer);
  [[nodiscard]] static Found with_unit(const AnnotatedText& text, Found found, const Stemmer& stemmer);
  [[nodiscard]] std::optional<Found> found_at(const AnnotatedText& text, std::size_t i,
                                              const Stemmer& stemmer) const;

  std::vector<Known> known_;
  std::vector<std::string> titled_;  // names in the title
  std::vector<std::string> formal_;  // names with a legal form behind them
};

}  // namespace tvar::facts
