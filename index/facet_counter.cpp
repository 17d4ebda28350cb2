// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/facet_counter.h"

#include <algorithm>

namespace tvar::store {

FacetCounter::FacetCounter(const Xapian::Database& database, bool is_one, const std::vector<Slot>& slots)
    : database_(database), is_one_(is_one), slots_(slots) {
  if (is_one_) return;
  for (const Slot slot : slots) spies_.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
}

void FacetCounter::add_to(Xapian::Enquire& enquire) {
  if (is_one_ && !slots_.empty()) enquire.add_matchspy(&matches_);
  for (const auto& spy : spies_) enquire.add_matchspy(spy.get());
}

SlotCounts FacetCounter::read(Slot slot) const {
  SlotCounts counts;
  Xapian::ValueIterator value = database_.valuestream_begin(slot);
  const Xapian::ValueIterator end = database_.valuestream_end(slot);
  for (const Xapian::docid number : matches_.numbers) {
    if (value == end) break;
    value.skip_to(number);
    if (value != end && value.get_docid() == number) counts.add(*value);
  }
  return counts;
}

std::vector<SlotCounts> FacetCounter::counts() {
  std::vector<SlotCounts> all;
  // The backend finds matches in this order, but does not promise it.
  if (!std::is_sorted(matches_.numbers.begin(), matches_.numbers.end()))
    std::sort(matches_.numbers.begin(), matches_.numbers.end());
  for (std::size_t i = 0; i < slots_.size() && is_one_; ++i) all.push_back(read(slots_[i]));
  for (const auto& spy : spies_) {
    SlotCounts& counts = all.emplace_back();
    for (auto value = spy->values_begin(); value != spy->values_end(); ++value) {
      counts.add(*value, value.get_termfreq());
    }
  }
  return all;
}

}  // namespace tvar::store
