// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/facets.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/store.h"
#include "lib/indexing/field_value.h"
#include "lib/text/collation.h"
#include "lib/text/fold.h"

namespace tvar::search {
namespace {

struct Counted {
  std::uint64_t count = 0;
  std::map<std::string, std::uint64_t> spellings;
};

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> values;
  while (true) {
    const std::size_t end = list.find(store::kListSeparator);
    values.emplace_back(list.substr(0, end));
    if (end == std::string_view::npos) return values;
    list.remove_prefix(end + 1);
  }
}

const std::string& most_frequent(const std::map<std::string, std::uint64_t>& spellings) {
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// A document that spells one value in two ways counts once for it.
void add_list(const Field& field, std::string_view list, std::uint64_t count,
              std::unordered_map<std::string, Counted>& by_key) {
  std::set<std::string> keys;
  for (std::string& value : split(list)) {
    std::string key = indexing::value_key(field.kind, value).value_or(value);
    Counted& counted = by_key[key];
    if (keys.insert(std::move(key)).second) counted.count += count;
    counted.spellings[std::move(value)] += count;
  }
}

}  // namespace

FacetResult make_facet(const Field& field, const std::map<std::string, std::uint64_t>& counts,
                       const SearchOptions& options) {
  std::unordered_map<std::string, Counted> by_key;
  for (const auto& [list, count] : counts) add_list(field, list, count, by_key);

  struct Row {
    FacetCount facet;
    std::string order;
  };
  std::vector<Row> rows;
  const std::string wanted = text::fold_key(options.facet_contains);
  for (const auto& [key, counted] : by_key) {
    if (!wanted.empty() && text::fold_key(most_frequent(counted.spellings)).find(wanted) == std::string::npos)
      continue;
    const std::string& spelling = most_frequent(counted.spellings);
    rows.push_back(
        {{spelling, counted.count}, field.kind == FieldKind::keyword ? text::collation_key(spelling) : key});
  }
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    const bool by_count = !options.facets_by_value && a.facet.count != b.facet.count;
    return by_count ? a.facet.count > b.facet.count : a.order < b.order;
  });
  FacetResult result;
  result.field = field.name;
  result.distinct = rows.size();
  const std::size_t limit = options.facet_limit;
  if (limit != 0 && rows.size() > limit) rows.resize(limit);
  for (Row& row : rows) result.values.push_back(std::move(row.facet));
  return result;
}

}  // namespace tvar::search
