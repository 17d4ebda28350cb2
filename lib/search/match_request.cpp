// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/match_request.h"

#include <string>
#include <string_view>

#include "lib/search/facets.h"
#include "tvar/error.h"

namespace tvar::search {
namespace {

constexpr std::size_t kMaxLimit = 100'000;

const Field& find_field(const Schema& schema, const std::string& name, std::string_view doing) {
  const Field* field = schema.find(name);
  if (field != nullptr) return *field;
  throw Error(ErrorCode::invalid_argument,
              "can't " + std::string(doing) + " '" + name + "': there is no such field",
              "The fields are listed by 'tvar stats'.");
}

std::size_t ordinal_of(const Schema& schema, const Field& field) {
  return static_cast<std::size_t>(&field - schema.fields.data());
}

void add_facets(const Schema& schema, const store::FieldMap& places, const SearchOptions& options,
                store::MatchRequest& request) {
  for (const FacetRequest& wanted : options.facets) {
    const std::string& name = wanted.field;
    const Field& field = find_field(schema, name, "count");
    if (!field.facet) {
      throw Error(ErrorCode::invalid_argument, "can't count '" + name + "': the field is not a facet",
                  "Set 'facet: true' for it in the schema and build the index anew.");
    }
    check_facet(field, wanted);
    request.count_slots.push_back(places[ordinal_of(schema, field)].list_slot);
  }
}

void set_order(const Schema& schema, const store::FieldMap& places, const Sort& sort,
               store::MatchRequest& request) {
  if (sort.field.empty()) return;
  const Field& field = find_field(schema, sort.field, "sort by");
  const store::FieldPlace& place = places[ordinal_of(schema, field)];
  const bool is_main = field.kind == FieldKind::text && place.ordinal == places.main_field();
  if (is_main || field.kind == FieldKind::stored) {
    throw Error(ErrorCode::invalid_argument, "can't sort by '" + sort.field + "'",
                "Sort by the title or by a keyword, number or date field.");
  }
  request.sort_slot = sort.descending ? place.sort_slot : place.ascending_slot;
  request.descending = sort.descending;
}

void set_collapse(const Schema& schema, const store::FieldMap& places, const std::string& name,
                  store::MatchRequest& request) {
  if (name.empty()) return;
  const Field& field = find_field(schema, name, "collapse by");
  if (field.kind == FieldKind::text || field.kind == FieldKind::stored) {
    throw Error(ErrorCode::invalid_argument, "can't collapse by '" + name + "'",
                "Collapse by a keyword, number or date field.");
  }
  request.collapse_slot = places[ordinal_of(schema, field)].sort_slot;
}

}  // namespace

store::MatchRequest make_request(const SearchOptions& options, const Schema& schema,
                                 const store::FieldMap& places) {
  if (options.limit > kMaxLimit) {
    throw Error(ErrorCode::invalid_argument,
                "the limit of " + std::to_string(options.limit) + " hits is too high",
                "Ask for at most 100000 and page through them with the offset.");
  }
  store::MatchRequest request;
  request.offset = options.offset;
  request.limit = options.limit;
  request.with_data = options.fields || options.snippet_length > 0 || options.explain;
  add_facets(schema, places, options, request);
  set_order(schema, places, options.sort, request);
  set_collapse(schema, places, options.collapse, request);
  return request;
}

}  // namespace tvar::search
