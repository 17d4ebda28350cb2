// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Names of organisations that somebody has put in order: the user's authority file.
///
///     tvar::Schema schema = tvar::Schema::default_schema();
///     schema.organizations = tvar::read_organizations("organizations.csv");
///     tvar::IndexWriter writer = tvar::IndexWriter::open("pages.tvar", schema);
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tvar/export.h"

namespace tvar {
inline namespace v1 {

/// One organisation. Names are compared without case, diacritics and legal form; texts may have them in any case of the
/// declension. A name of one word with two capitals or more (ASZ) is an abbreviation, found only as it is written.
struct Organization {
  std::string name;                       ///< what values of facets and facts are called
  std::vector<std::string> aliases = {};  ///< what it is called otherwise
  /// Its class in hierarchies, from the widest to the narrowest: "Úřady > Úřad práce". Empty: by its name, if that
  /// tells.
  std::string kind = {};

  friend bool operator==(const Organization&, const Organization&) = default;
};

/// Reads a list of organisations. A file that is called .yaml or .yml is a list of mappings with the keys name, aliases
/// (one or a list) and class. Any other one is CSV in UTF-8, with comma, semicolon or tab; the first line names the
/// columns name, aliases (with | between them) and class, in any order, of which name is needed. Other keys and columns
/// are errors.
/// @throws Error invalid_argument with file and line, not_found, io
[[nodiscard]] TVAR_EXPORT std::vector<Organization> read_organizations(const std::filesystem::path& file);

}  // namespace v1
}  // namespace tvar
