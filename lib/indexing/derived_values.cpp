// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/derived_values.h"

#include <algorithm>
#include <optional>
#include <string>

#include "lib/facts/areas.h"
#include "lib/indexing/value_path.h"

namespace tvar::indexing {
namespace {

bool names_a_town(std::string_view field) {
  return field == "town" || field == "place";
}

std::string joined(const std::optional<facts::Path>& path) {
  if (!path) return {};
  const std::vector<std::string_view> names(path->begin(), path->end());
  return join_path(names, names.size());
}

std::string organization_path(const facts::KnownOrganizations& known, std::string_view name) {
  const Organization* const organization = known.find(name);
  if (organization == nullptr) return joined(facts::organization_path(name));
  if (organization->kind.empty()) return joined(facts::organization_path(organization->name));
  return organization->kind + std::string(kPathSeparator) + organization->name;
}

}  // namespace

bool has_paths(std::string_view field) {
  return names_a_town(field) || facts::names_organizations(field);
}

void add_derived_values(const Schema& schema, const facts::KnownOrganizations& known,
                        const Document& document, std::string_view region, std::vector<FieldValue>& more) {
  const std::size_t read = more.size();
  for (const Field& field : schema.fields) {
    if (field.from.empty() || document.has(field.name)) continue;
    const std::size_t first = more.size();
    const auto add = [&](const FieldValue& source) {
      if (source.name != field.from) return;
      std::string path = names_a_town(field.from) ? joined(facts::area_of(source.value, region))
                                                  : organization_path(known, source.value);
      const bool is_new = std::none_of(more.begin() + static_cast<std::ptrdiff_t>(first), more.end(),
                                       [&path](const FieldValue& value) { return value.value == path; });
      if (!path.empty() && is_new) more.push_back({field.name, std::move(path)});
    };
    for (const FieldValue& value : document.fields) add(value);
    for (std::size_t i = 0; i < read; ++i) add(FieldValue(more[i]));
  }
}

}  // namespace tvar::indexing
