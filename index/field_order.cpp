// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/field_order.h"

#include <algorithm>
#include <utility>

#include "index/weighting.h"

namespace tvar::store {
namespace {

using XQuery = Xapian::Query;

}  // namespace

FieldOrder::Window FieldOrder::window(Xapian::doccount offset, Xapian::doccount limit) {
  const Xapian::doccount before = offset > 0 ? 1 : 0;
  return {offset - before, before + limit + 1};
}

std::vector<Match> FieldOrder::page(const Xapian::MSet& found, Xapian::doccount offset,
                                    Xapian::doccount limit) const {
  std::vector<Row> rows;
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    rows.push_back({hit.get_sort_key(), hit.get_weight()});
  const Xapian::doccount first = window(offset, limit).begin;
  const std::size_t begin = std::min<std::size_t>(offset - first, rows.size());
  const std::size_t end = std::min<std::size_t>(begin + limit, rows.size());
  if (begin == end) return {};
  const bool cut_before = begin > 0 && rows[begin - 1] == rows[begin];
  const bool cut_behind = end < rows.size() && rows[end - 1] == rows[end];

  std::vector<Match> page;
  for (std::size_t i = begin; i < end;) {
    const auto equal = static_cast<std::ptrdiff_t>(page.size());
    const Row& row = rows[i];
    for (; i < end && rows[i] == row; ++i)
      page.push_back(to_match(database_, found[static_cast<Xapian::doccount>(i)], request_.with_data));
    std::sort(page.begin() + equal, page.end(), [](const Match& a, const Match& b) { return a.id < b.id; });
  }
  if (cut_before) settle(rows[begin].key, rows, first, offset, page);
  if (cut_behind && !(cut_before && rows[begin].key == rows[end - 1].key))
    settle(rows[end - 1].key, rows, first, offset, page);
  return page;
}

// Replaces what the page has of a key, `first` being the rank of the first row.
void FieldOrder::settle(const std::string& key, const std::vector<Row>& rows, Xapian::doccount first,
                        Xapian::doccount offset, std::vector<Match>& page) const {
  const auto has_key = [&key](const Row& row) { return row.key == key; };
  const auto seen = std::find_if(rows.begin(), rows.end(), has_key);
  const auto row = static_cast<Xapian::doccount>(seen - rows.begin());
  const Xapian::doccount rank = row > 0 || first == 0 ? first + row : rank_of(key);
  const Xapian::doccount from = std::max(offset, first + row);
  const auto last = std::find_if(rows.rbegin(), rows.rend(), has_key);
  const auto behind = first + static_cast<Xapian::doccount>(rows.rend() - last);
  const Xapian::doccount to = std::min(behind, offset + static_cast<Xapian::doccount>(page.size()));

  Xapian::Enquire enquire(database_);
  enquire.set_query(with_key(key).whole());
  enquire.set_weighting_scheme(weighting());
  enquire.set_sort_by_relevance_then_value(kIdSlot, false);
  const Xapian::MSet found = enquire.get_mset(from - rank, to - from);
  if (!found.empty()) found.fetch(found.begin(), found.end());
  std::size_t at = from - offset;
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    page[at++] = to_match(database_, hit, request_.with_data);
}

// How many matches have a key that comes before this one.
Xapian::doccount FieldOrder::rank_of(const std::string& key) const {
  return count(until_key(key)) - count(with_key(key).found);
}

RankedQuery FieldOrder::with_key(const std::string& key) const {
  const Slot slot = *request_.sort_slot;
  RankedQuery query = query_;
  // No key begins with the byte 0, and no value is smaller.
  if (key.empty()) {
    const XQuery any(XQuery::OP_VALUE_GE, slot, std::string(1, '\0'));
    query.found = XQuery(XQuery::OP_AND_NOT, query.found, any);
  } else {
    query.found = XQuery(XQuery::OP_FILTER, query.found, XQuery(XQuery::OP_VALUE_RANGE, slot, key, key));
  }
  return query;
}

Xapian::Query FieldOrder::until_key(const std::string& key) const {
  if (request_.descending && key.empty()) return query_.found;
  const XQuery::op op = request_.descending ? XQuery::OP_VALUE_GE : XQuery::OP_VALUE_LE;
  return {XQuery::OP_FILTER, query_.found, XQuery(op, *request_.sort_slot, key)};
}

Xapian::doccount FieldOrder::count(const Xapian::Query& query) const {
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 1, database_.get_doccount()).get_matches_estimated();
}

}  // namespace tvar::store
