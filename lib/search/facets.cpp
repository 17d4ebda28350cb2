// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/facets.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/store.h"
#include "lib/indexing/field_value.h"
#include "lib/search/facet_groups.h"
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
  explicit ValueCounts(FieldKind kind) : kind_(kind) {}

  // A document that spells one value in two ways counts once for it.
  void add(const std::vector<std::string_view>& values, std::uint64_t count) {
    ++lists_;
    for (const std::string_view value : values) {
      const auto [place, is_new] = known_.try_emplace(value);
      if (is_new) {
        Counted& counted = by_key_[indexing::facet_key(kind_, value).value_or(std::string(value))];
        place->second = {&counted, &counted.spellings[std::string(value)]};
      }
      auto& [counted, spelled] = place->second;
      if (counted->list != lists_) counted->count += count;
      counted->list = lists_;
      *spelled += count;
    }
  }

  [[nodiscard]] const std::unordered_map<std::string, Counted>& by_key() const { return by_key_; }

 private:
  // Nodes of maps stay where they are.
  using Place = std::pair<Counted*, std::uint64_t*>;
  FieldKind kind_;
  std::size_t lists_ = 0;
  std::unordered_map<std::string, Counted> by_key_;
  std::unordered_map<std::string_view, Place> known_;  // views into the lists
};

void write_values(const Field& field, const ValueCounts& counts, const SearchOptions& options,
                  FacetResult& result) {
  struct Row {
    FacetCount facet;
    std::string order;
  };
  std::vector<Row> rows;
  const std::string wanted = text::fold_key(options.facet_contains);
  for (const auto& [key, counted] : counts.by_key()) {
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
  result.distinct = rows.size();
  const std::size_t limit = options.facet_limit;
  if (limit != 0 && rows.size() > limit) rows.resize(limit);
  for (Row& row : rows) result.values.push_back(std::move(row.facet));
}

bool is_plain(const FacetRequest& request) {
  return request.interval == FacetInterval::none && request.edges.empty();
}

}  // namespace

void check_facet(const Field& field, const FacetRequest& request) {
  if (!is_plain(request)) static_cast<void>(FacetGroups(field, request));
}

FacetResult make_facet(const Field& field, const FacetRequest& request,
                       const std::map<std::string, std::uint64_t>& counts, const SearchOptions& options) {
  FacetResult result;
  result.field = field.name;
  result.request = request.to_string();
  std::vector<std::string_view> values;
  if (!is_plain(request)) {
    FacetGroups groups(field, request);
    for (const auto& [list, count] : counts) {
      split(list, values);
      groups.add(values, count);
    }
    groups.write(result);
    return result;
  }
  ValueCounts by_value(field.kind);
  for (const auto& [list, count] : counts) {
    split(list, values);
    by_value.add(values, count);
  }
  write_values(field, by_value, options, result);
  return result;
}

}  // namespace tvar::search
