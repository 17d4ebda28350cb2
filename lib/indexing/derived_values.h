// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Hierarchies that are filled from other fields of the same document: where its towns lie, what its organisations are.
#pragma once

#include <string_view>
#include <vector>

#include "lib/facts/known_organizations.h"
#include "tvar/document.h"
#include "tvar/schema.h"

namespace tvar::indexing {

/// Whether the values of a field called so have paths.
[[nodiscard]] bool has_paths(std::string_view field);

/// Appends the paths of all fields with Field::from that the document has no value of. Values that no path is known of, such as
/// towns abroad, give none.
/// @param known  the organisations of the schema
/// @param region  the kraj that the document is about, for namesakes; may be empty
/// @param more  what was read from the prose of the document, in front of what is appended
void add_derived_values(const Schema& schema, const facts::KnownOrganizations& known,
                        const Document& document, std::string_view region, std::vector<FieldValue>& more);

}  // namespace tvar::indexing
