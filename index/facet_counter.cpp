// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/facet_counter.h"

namespace tvar::store {

FacetCounter::FacetCounter(const std::vector<Slot>& slots) {
  for (const Slot slot : slots) spies_.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
}

void FacetCounter::add_to(Xapian::Enquire& enquire) {
  for (const auto& spy : spies_) enquire.add_matchspy(spy.get());
}

std::vector<std::map<std::string, std::uint64_t>> FacetCounter::counts() const {
  std::vector<std::map<std::string, std::uint64_t>> result;
  for (const auto& spy : spies_) {
    auto& counts = result.emplace_back();
    for (auto value = spy->values_begin(); value != spy->values_end(); ++value) {
      counts.emplace_hint(counts.end(), *value, value.get_termfreq());
    }
  }
  return result;
}

}  // namespace tvar::store
