// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/collapsed_order.h"

#include <algorithm>
#include <utility>

#include "index/field_order.h"
#include "index/weighting.h"

namespace tvar::store {
namespace {

// Values of the field on one page whose groups are searched again; on longer pages with more of them the document that
// came first stands for its group.
constexpr std::size_t kMostKeys = 200;

template <class Row>
bool are_equal(const Row& a, const Row& b) {
  return a.key == b.key && a.score == b.score;
}

}  // namespace

Xapian::MSet CollapsedOrder::run(const Xapian::Query& query, bool by_field, Xapian::doccount limit) const {
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(weighting());
  enquire.set_collapse_key(*request_.collapse_slot);
  if (by_field) {
    enquire.set_sort_by_value_then_relevance(*request_.sort_slot, request_.descending);
  } else {
    enquire.set_sort_by_relevance_then_value(kIdSlot, false);
  }
  return enquire.get_mset(0, limit, database_.get_doccount());
}

// So many, and what is equal to the last one.
CollapsedOrder::Rows CollapsedOrder::first_rows(Xapian::doccount wanted) const {
  for (Xapian::doccount limit = wanted + 1;; limit *= 2) {
    limit = std::min(limit, database_.get_doccount());
    const Xapian::MSet found = run(query_.whole(), true, limit);
    Rows rows;
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      rows.push_back({hit, hit.get_sort_key(), hit.get_collapse_count() > 0 ? hit.get_collapse_key() : "",
                      hit.get_weight(), hit.get_collapse_count()});
    }
    const bool goes_on = rows.size() > wanted && are_equal(rows[wanted - 1], rows.back());
    if (!goes_on || rows.size() < limit || limit == database_.get_doccount()) return rows;
  }
}

// The best document of each group among those with this key, by score and then by id.
CollapsedOrder::Groups CollapsedOrder::best_of_groups(const std::string& key) const {
  const Xapian::Query query = FieldOrder(database_, query_, request_).with_key(key).whole();
  Groups groups;
  const Xapian::MSet found = run(query, false, database_.get_doccount());
  for (auto hit = found.begin(); hit != found.end(); ++hit) groups.emplace(hit.get_collapse_key(), hit);
  return groups;
}

void CollapsedOrder::choose(Rows& rows, std::size_t begin, std::size_t end) const {
  std::map<std::string, Groups> by_key;
  for (std::size_t i = begin; i < end; ++i) {
    Row& row = rows[i];
    if (row.group.empty()) continue;
    auto groups = by_key.find(row.key);
    if (groups == by_key.end()) {
      if (by_key.size() == kMostKeys) continue;
      groups = by_key.emplace(row.key, best_of_groups(row.key)).first;
    }
    const auto best = groups->second.find(row.group);
    if (best != groups->second.end()) row.hit = best->second;
  }
}

std::vector<Match> CollapsedOrder::page(Xapian::doccount offset, Xapian::doccount limit) const {
  Rows rows = first_rows(offset + limit);
  if (offset >= rows.size()) return {};
  std::size_t begin = offset;
  std::size_t end = std::min<std::size_t>(offset + limit, rows.size());
  while (begin > 0 && are_equal(rows[begin - 1], rows[begin])) --begin;
  while (end < rows.size() && are_equal(rows[end - 1], rows[end])) ++end;
  choose(rows, begin, end);
  for (std::size_t i = begin; i < end; ++i) rows[i].id = rows[i].hit.get_document().get_value(kIdSlot);
  for (std::size_t i = begin; i < end;) {
    const std::size_t first = i;
    while (i < end && are_equal(rows[first], rows[i])) ++i;
    std::sort(rows.begin() + static_cast<std::ptrdiff_t>(first),
              rows.begin() + static_cast<std::ptrdiff_t>(i),
              [](const Row& a, const Row& b) { return a.id < b.id; });
  }
  std::vector<Match> page;
  for (std::size_t i = offset; i < std::min<std::size_t>(offset + limit, rows.size()); ++i) {
    page.push_back(to_match(database_, rows[i].hit, request_.with_data));
    page.back().collapsed = rows[i].collapsed;
  }
  return page;
}

}  // namespace tvar::store
