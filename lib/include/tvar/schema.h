// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What the fields of an index are and how each is treated. A schema is given when an index is created and
/// travels in it; another one is a matter of change_schema() in maintenance.h.
///
///     tvar::Schema schema = tvar::Schema::parse_yaml(R"(
///       stemmer: czech_light
///       fields:
///         - {name: title, kind: text, boost: 0.5}
///         - {name: text, kind: text}
///         - {name: town, kind: keyword, facet: true}
///         - {name: year, kind: number, facet: true, multi: true}
///     )");
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/export.h"
#include "tvar/organization.h"

namespace tvar {
inline namespace v1 {

/// How the values of a field are searched.
enum class FieldKind : std::uint8_t {
  text,     ///< running text: analysed into terms with positions, ranked, shown in snippets
  keyword,  ///< a name or label: matched whole, without regard to case and diacritics
  number,   ///< a decimal number, for example a year: matched by value and by range "2008..2012"
  date,     ///< ISO 8601 calendar date "2016-04-14", or "2016-04", or "2016": by value and by range
  stored,   ///< kept and returned, not searched
};

/// The spelling used in YAML and JSON: "text", "keyword", "number", "date", "stored".
TVAR_EXPORT std::string_view to_string(FieldKind kind) noexcept;

/// One field.
struct Field {
  /// Lower-case ASCII letters, digits and '_', beginning with a letter, at most 32 bytes. It is what users type
  /// before a colon and, for facets, behind two dashes.
  std::string name;
  FieldKind kind = FieldKind::text;
  /// The field's values are counted and offered for narrowing. Not for text and stored fields.
  bool facet = false;
  /// A document may have several values; for other fields than text the first one is kept otherwise.
  bool multi = false;
  /// Weight of a match in this field in the ranking, for text fields. Range 0.1 to 100. With 1 a title counts as
  /// any sentence of the text.
  double boost = 1.0;
  /// Documents without a value of this field get what their prose says (tvar/facts.h), when the confidence is at least
  /// this. Range 0 (never, the default) to 1. For keyword, number, date and stored fields that are called like a fact:
  /// town, region, place, published, founded, year, member, working_group_member, organization, person.
  double facts = 0;
  /// The values are paths, for keyword fields: "Jihomoravský kraj > Břeclav > Mikulov". Filters by a node, given as its
  /// path or its name alone, take what is below it; counts are those of one level (FacetRequest::children). Names have
  /// no ">" in them.
  bool hierarchy = false;
  /// Documents without a value of this hierarchy get the paths of the values of that keyword field. Of town and place:
  /// kraj, okres and municipality. Of organization, member and working_group_member: the class of the organisation and
  /// its name, for organisations whose class is known ("Úřad práce > Úřad práce Broumov"). Empty: nothing is derived.
  std::string from = {};
  /// For keyword fields: the words of the values that documents are given are found as those of the running text are,
  /// in any form, and rank with them; so a query for a town finds the pages that only their metadata places there. Values
  /// from the prose (`facts`) and derived ones (`from`) have their words in the text.
  bool words = false;

  friend bool operator==(const Field&, const Field&) = default;
};

/// The fields in order, and the analysis that all text fields share.
struct TVAR_EXPORT Schema {
  std::vector<Field> fields;
  /// "czech" (lexicon and guesser), "czech_light" (suffix rules) or "none".
  std::string stemmer = std::string(default_stemmer());
  /// Negated nouns and adjectives are forms of their positive: neznámý finds známý. Negated verbs always are.
  bool merge_negation = false;
  /// The organisations whose names are known: what texts call by these names and aliases is one value (tvar/facts.h),
  /// and hierarchies get the class from here. In YAML a list of {name, aliases, class}; read_organizations() reads it
  /// from a file of its own.
  std::vector<Organization> organizations = {};

  /// The stemmer of a schema that names none.
  [[nodiscard]] static std::string_view default_stemmer() noexcept;

  /// What `facts: true` means in YAML.
  static constexpr double kFactThreshold = 0.5;

  /// title, text, town, year, organization, member, published, author, tags, source. Town to published are filled from
  /// prose, with kFactThreshold; the words of town, organization, member, author and tags are found with those of the text.
  [[nodiscard]] static Schema default_schema();

  /// Reads a schema as in the example above. Unknown keys are errors, so that a typo does not go unseen.
  /// @throws Error invalid_argument with the line, and what validate() throws
  [[nodiscard]] static Schema parse_yaml(std::string_view yaml);

  /// The schema as YAML that parse_yaml reads back to an equal schema.
  [[nodiscard]] std::string to_yaml() const;

  /// The field called `name`, or nullptr. Valid until `fields` changes.
  [[nodiscard]] const Field* find(std::string_view name) const noexcept;

  /// @throws Error invalid_argument when a name is malformed, reserved ("id") or used twice, a text or stored field is
  ///         a facet, a boost is out of range, a field with `facts` is of kind text or no fact, a hierarchy or a field with
  ///         `words` is no keyword field, `from` stands for a field that is no hierarchy or names a field that paths can't be derived
  ///         from, an organisation has no name or shares one with another, there is no text field, there are more than
  ///         64 fields, or the stemmer is unknown
  void validate() const;

  friend bool operator==(const Schema&, const Schema&) = default;
};

}  // namespace v1
}  // namespace tvar
