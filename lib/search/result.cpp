// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/result.h"

#include <algorithm>

namespace tvar {
inline namespace v1 {

const FacetResult* ResultPage::facet(std::string_view field) const& noexcept {
  const auto found = std::find_if(facets_.begin(), facets_.end(),
                                  [field](const FacetResult& facet) { return facet.field == field; });
  return found == facets_.end() ? nullptr : &*found;
}

}  // namespace v1
}  // namespace tvar
