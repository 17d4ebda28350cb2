// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/facet_groups.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "index/store.h"
#include "lib/indexing/field_value.h"
#include "tvar/error.h"

namespace tvar::search {
namespace {

constexpr std::int64_t kMostGroups = 1200;  // a century of months; more are shown without the empty ones
constexpr std::int64_t kMonths = 12;

[[noreturn]] void refuse(const FacetRequest& request, const std::string& why, const std::string& hint) {
  throw Error(ErrorCode::invalid_argument, "can't count '" + request.to_string() + "': " + why, hint);
}

// Digits that a key has.
std::int64_t number_at(std::string_view key, std::size_t begin, std::size_t size) {
  std::int64_t number = 0;
  std::from_chars(key.data() + begin, key.data() + begin + size, number);
  return number;
}

std::string padded(std::int64_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text;
}

}  // namespace

FacetGroups::FacetGroups(const Field& field, const FacetRequest& request) : field_(field), request_(request) {
  if (field.kind != FieldKind::number && field.kind != FieldKind::date)
    refuse(request, "the field has neither numbers nor dates", "Count its values one by one: " + field.name);
  if (request.interval == FacetInterval::month && field.kind != FieldKind::date)
    refuse(request, "numbers have no months", "Count it by year, or give the edges of ranges.");
  if (request.interval != FacetInterval::none && !request.edges.empty())
    refuse(request, "there are an interval and edges", "Give one of them.");
  check_edges();
}

void FacetGroups::check_edges() {
  for (const std::string& edge : request_.edges) {
    std::optional<std::string> key = indexing::value_key(field_.kind, edge);
    if (!key || key->empty())
      refuse(request_, "'" + edge + "' is no value of the field", "Write 2010 or 2010-05-31.");
    if (!edges_.empty() && *key <= edges_.back())
      refuse(request_, "'" + edge + "' does not follow the edge before it",
             "Write edges in ascending order.");
    edges_.push_back(std::move(*key));
  }
}

// Ranges have their number, years themselves, months are counted from year 0. @return false for a date without a month
bool FacetGroups::find_group(std::string_view value, std::int64_t& group) {
  const std::optional<std::string> key = indexing::value_key(field_.kind, value);
  if (!key) return false;
  if (!edges_.empty()) {
    group = std::upper_bound(edges_.begin(), edges_.end(), *key) - edges_.begin();
    return true;
  }
  if (field_.kind == FieldKind::number) {
    constexpr double kMost = 9e15;  // above, not every whole number is a double
    const double number = store::number_of_key(*key);
    const double whole = std::floor(number);
    if (!(std::abs(whole) < kMost)) return false;
    group = static_cast<std::int64_t>(whole);
    if (number != whole) with_fractions_.insert(group);
    return true;
  }
  group = number_at(*key, 0, 4);
  if (request_.interval == FacetInterval::year) return true;
  if (key->size() < 7) return false;
  group = group * kMonths + number_at(*key, 5, 2) - 1;
  return true;
}

void FacetGroups::add(const std::vector<std::string_view>& values, std::uint64_t count) {
  groups_.clear();
  bool all = true;
  for (const std::string_view value : values) {
    std::int64_t group = 0;
    const bool found = find_group(value, group);
    all = all && found;
    if (found && std::find(groups_.begin(), groups_.end(), group) == groups_.end()) groups_.push_back(group);
  }
  for (const std::int64_t group : groups_) counts_[group] += count;
  if (!all) imprecise_ += count;
}

std::string FacetGroups::name_of(std::int64_t group) const {
  if (!edges_.empty()) {
    const auto shown = [this](std::int64_t edge) {
      return indexing::canonical_value(field_.kind, request_.edges[static_cast<std::size_t>(edge)]);
    };
    const std::string from = group == 0 ? "" : shown(group - 1);
    return group == std::ssize(edges_) ? from + ".." : from + "..<" + shown(group);
  }
  if (field_.kind == FieldKind::number) {
    // The filter 2008 takes this number alone.
    const std::string number = std::to_string(group);
    return with_fractions_.contains(group) ? number + "..<" + std::to_string(group + 1) : number;
  }
  if (request_.interval == FacetInterval::year) return padded(group, 4);
  return padded(group / kMonths, 4) + "-" + padded(group % kMonths + 1, 2);
}

void FacetGroups::write(FacetResult& result) const {
  result.imprecise = imprecise_;
  const auto put = [&](std::int64_t group, std::uint64_t count) {
    result.values.push_back({name_of(group), count});
  };
  const auto count_of = [this](std::int64_t group) {
    const auto found = counts_.find(group);
    return found == counts_.end() ? 0 : found->second;
  };
  if (!edges_.empty()) {
    for (std::int64_t group = 0; group <= std::ssize(edges_); ++group) put(group, count_of(group));
  } else if (!counts_.empty() && counts_.rbegin()->first - counts_.begin()->first < kMostGroups) {
    for (std::int64_t group = counts_.begin()->first; group <= counts_.rbegin()->first; ++group)
      put(group, count_of(group));
  } else {
    for (const auto& [group, count] : counts_) put(group, count);
  }
  result.distinct = result.values.size();
}

}  // namespace tvar::search
