// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/facets.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/store.h"
#include "lib/indexing/field_value.h"
#include "lib/indexing/value_path.h"
#include "lib/search/facet_groups.h"
#include "lib/search/facet_level.h"
#include "lib/text/collation.h"
#include "lib/text/fold.h"

namespace tvar::search {
namespace {

struct Counted {
  std::uint64_t count = 0;
  std::size_t list = 0;  // that counted last
  std::map<std::string, std::uint64_t> spellings;
};

void split(std::string_view list, std::vector<std::string_view>& values) {
  values.clear();
  while (true) {
    const std::size_t end = list.find(store::kListSeparator);
    values.push_back(list.substr(0, end));
    if (end == std::string_view::npos) return;
    list.remove_prefix(end + 1);
  }
}

const std::string& most_frequent(const std::map<std::string, std::uint64_t>& spellings) {
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

// Counts of the values of one field. Lists share their values, so each value is folded once.
class ValueCounts {
 public:
  explicit ValueCounts(const Field& field) : field_(field) {}

  // A document that spells one value in two ways counts once for it.
  void add(const std::vector<std::string_view>& values, std::uint64_t count) {
    ++lists_;
    for (const std::string_view value : values) {
      const std::uint32_t number = known_.intern(value);
      if (number == places_.size()) {
        Counted& counted = by_key_[indexing::facet_key(field_, value).value_or(std::string(value))];
        places_.emplace_back(&counted, &counted.spellings[std::string(value)]);
      }
      auto& [counted, spelled] = places_[number];
      if (counted->list != lists_) counted->count += count;
      counted->list = lists_;
      *spelled += count;
    }
  }

  [[nodiscard]] const std::unordered_map<std::string, Counted>& by_key() const { return by_key_; }

 private:
  // Nodes of maps stay where they are.
  using Place = std::pair<Counted*, std::uint64_t*>;
  const Field& field_;
  std::size_t lists_ = 0;
  std::unordered_map<std::string, Counted> by_key_;
  store::TermTable known_;  // the values, by number
  std::vector<Place> places_;
};

// What a reader sees of a value: of a path the last name.
std::string_view label_of(const Field& field, std::string_view value) {
  return field.hierarchy ? indexing::split_path(value).back() : value;
}

void write_values(const Field& field, const ValueCounts& counts, const SearchOptions& options,
                  FacetResult& result) {
  struct Row {
    FacetCount facet;
    std::string order;
  };
  std::vector<Row> rows;
  const std::string wanted = text::fold_key(options.facet_contains);
  for (const auto& [key, counted] : counts.by_key()) {
    const std::string& spelling = most_frequent(counted.spellings);
    if (!wanted.empty() && text::fold_key(label_of(field, spelling)).find(wanted) == std::string::npos)
      continue;
    rows.push_back(
        {{spelling, counted.count}, field.kind == FieldKind::keyword ? text::collation_key(spelling) : key});
  }
  std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    const bool by_count = !options.facets_by_value && a.facet.count != b.facet.count;
    if (by_count) return a.facet.count > b.facet.count;
    return a.order != b.order ? a.order < b.order : a.facet.value < b.facet.value;
  });
  result.distinct = rows.size();
  const std::size_t limit = options.facet_limit;
  if (limit != 0 && rows.size() > limit) rows.resize(limit);
  for (Row& row : rows) result.values.push_back(std::move(row.facet));
}

// Calls `take` with the values of each list, and how many documents have it.
template <typename Take>
void for_each_list(const store::SlotCounts& counts, const Take& take) {
  std::vector<std::string_view> values;
  for (std::uint32_t number = 0; number < counts.size(); ++number) {
    split(counts.content(number), values);
    take(values, counts.documents(number));
  }
}

bool is_plain(const FacetRequest& request) {
  return request.interval == FacetInterval::none && request.edges.empty();
}

}  // namespace

void check_facet(const Field& field, const FacetRequest& request) {
  if (field.hierarchy || !request.node.empty()) {
    static_cast<void>(FacetLevel(field, request));
  } else if (!is_plain(request)) {
    static_cast<void>(FacetGroups(field, request));
  }
}

FacetResult make_facet(const Field& field, const FacetRequest& request, const store::SlotCounts& counts,
                       const SearchOptions& options) {
  FacetResult result;
  result.field = field.name;
  result.request = request.to_string();
  if (!field.hierarchy && !is_plain(request)) {
    FacetGroups groups(field, request);
    for_each_list(counts, [&](const auto& values, std::uint64_t count) { groups.add(values, count); });
    groups.write(result);
    return result;
  }
  std::optional<FacetLevel> level;  // the counts have views of its nodes
  if (field.hierarchy) level.emplace(field, request);
  ValueCounts by_value(field);
  std::vector<std::string_view> nodes;
  for_each_list(counts, [&](const auto& values, std::uint64_t count) {
    if (!level) return by_value.add(values, count);
    nodes.clear();
    for (const std::string_view path : values) {
      const std::vector<std::string_view>& found = level->nodes_of(path);
      nodes.insert(nodes.end(), found.begin(), found.end());
    }
    by_value.add(nodes, count);
  });
  write_values(field, by_value, options, result);
  return result;
}

}  // namespace tvar::search
