// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/result.h"

#include <algorithm>

namespace tvar {
inline namespace v1 {

const FacetResult* ResultPage::facet(std::string_view request) const& noexcept {
  const auto found = std::find_if(facets_.begin(), facets_.end(),
                                  [request](const FacetResult& facet) { return facet.request == request; });
  return found == facets_.end() ? nullptr : &*found;
}

}  // namespace v1
}  // namespace tvar
