// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/value_spelling.h"
#include "lib/search/long_document.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "lib/indexing/field_value.h"
#include "tvar/document.h"

namespace tvar::search {
namespace {

bool has_term(FieldKind kind, const store::FieldPlace& place, const std::string& value,
              const std::string& term) {
  const std::vector<std::string> keys = indexing::filter_keys(kind, value);
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return store::value_term(place, key) == term; });
}

}  // namespace

std::string spelling_of(const Schema& schema, const store::FieldMap& places, const store::Reader& reader,
                        std::size_t field, const std::string& term) {
  store::MatchRequest request;
  store::Node everything;
  everything.op = store::Node::Op::everything;
  request.query =
      store::Node::make(store::Node::Op::filter, {std::move(everything), store::Node::make_term(term)});
  request.limit = 1;
  request.exact_total = false;
  const Field& known = schema.fields[field];
  for (const store::Match& match : reader.match(request).matches) {
    const Document document = whole_document(match, schema);
    for (const std::string_view value : document.values(known.name)) {
      std::string shown = indexing::canonical_value(known.kind, value);
      if (has_term(known.kind, places[field], shown, term)) return shown;
    }
  }
  return {};
}

}  // namespace tvar::search
