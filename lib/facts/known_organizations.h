// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The organisations that somebody has listed (tvar/organization.h), and where a text names them:
///
///     KnownOrganizations known({{.name = "Člověk v tísni", .aliases = {"ČvT"}}});
///     known.mark(page, sink);       "s Člověkem v tísni", "ČvT" → organization "Člověk v tísni"
///     known.find("clovek v tisni, o. p. s.")->name     "Člověk v tísni"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/facts/fact_sink.h"
#include "lib/facts/name_forms.h"
#include "tvar/organization.h"

namespace tvar::facts {

/// What two names of one organisation have in common: folded, without legal form.
[[nodiscard]] std::string organization_key(std::string_view name);

/// Whether the values of a field called so are organisations.
[[nodiscard]] bool names_organizations(std::string_view field) noexcept;

/// Immutable when made.
class KnownOrganizations {
 public:
  explicit KnownOrganizations(std::vector<Organization> organizations);

  [[nodiscard]] bool empty() const noexcept { return organizations_.empty(); }

  /// The organisation of that name or alias, in the nominative. Or nullptr.
  [[nodiscard]] const Organization* find(std::string_view name) const;

  /// Adds a fact for each place of the running text that names one of them in some case, and marks its words. A name that
  /// goes on behind (Úřad práce Broumov, where Úřad práce is known) is another one. Runs when persons are marked.
  void mark(Page& page, FactSink& sink) const;

  /// Gives the facts that are organisations the names from here.
  void rename(FactSink& sink) const;

 private:
  struct Entry {
    std::string lower;           // a name or alias without legal form
    std::string raw;             // when it must stand as it is written
    std::size_t first_word = 0;  // bytes of `lower`
    NameDeclension declension;   // of the first word
    std::size_t organization = 0;
  };
  struct Found {
    std::size_t organization = 0;
    std::size_t last = 0;  // word
  };
  void add(std::string_view name, std::size_t organization);
  [[nodiscard]] std::optional<Found> at(const AnnotatedText& text, std::size_t i) const;
  [[nodiscard]] std::size_t end_of(const Entry& entry, const AnnotatedText& text, std::size_t i) const;
  void mark_section(Section& section, FactSink& sink) const;

  std::vector<Organization> organizations_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_beginning_;  // of entries
};

}  // namespace tvar::facts
