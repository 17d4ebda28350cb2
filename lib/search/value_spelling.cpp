// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/value_spelling.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "lib/indexing/field_value.h"
#include "lib/indexing/value_path.h"
#include "lib/search/long_document.h"
#include "tvar/document.h"

namespace tvar::search {
namespace {

// Of documents that have a term, the first may have it for another name of a known organisation.
constexpr std::size_t kLookedAt = 4;

// What of a value the term stands for; of a path the node, by path or by name as the term has it. Or nothing.
std::string part_of(const Field& field, const store::FieldPlace& place, const std::string& value,
                    const std::string& term) {
  const auto is_term = [&](const std::string& key) { return store::value_term(place, key) == term; };
  if (!field.hierarchy) {
    const std::vector<std::string> keys = indexing::filter_keys(field.kind, value);
    return std::any_of(keys.begin(), keys.end(), is_term) ? value : std::string();
  }
  const std::vector<std::string_view> names = indexing::split_path(value);
  for (std::size_t count = 1; count <= names.size(); ++count) {
    if (is_term(indexing::path_key(names, count))) return indexing::join_path(names, count);
    if (is_term(indexing::name_key(names[count - 1]))) return std::string(names[count - 1]);
  }
  return {};
}

}  // namespace

std::string spelling_of(const Schema& schema, const store::FieldMap& places, const store::Reader& reader,
                        std::size_t field, const std::string& term) {
  store::MatchRequest request;
  request.query = store::Node::unscored(store::Node::make_term(term));
  request.limit = kLookedAt;
  request.exact_total = false;
  const Field& known = schema.fields[field];
  for (const store::Match& match : reader.match(request).matches) {
    const Document document = whole_document(match, schema);
    for (const std::string_view value : document.values(known.name)) {
      std::string part = part_of(known, places[field], indexing::canonical_value(known, value), term);
      if (!part.empty()) return part;
    }
  }
  return {};
}

}  // namespace tvar::search
