// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The library's own way to fill a ResultPage, which nobody else can change.
#pragma once

#include <optional>
#include <vector>

#include "tvar/result.h"

namespace tvar {
inline namespace v1 {

/// All references are valid as long as the page.
struct ResultPageAccess {
  static std::vector<Hit>& hits(ResultPage& page) noexcept { return page.hits_; }
  static std::vector<Hit>& partial_hits(ResultPage& page) noexcept { return page.partial_hits_; }
  static std::vector<FacetResult>& facets(ResultPage& page) noexcept { return page.facets_; }
  static std::vector<QueryNote>& notes(ResultPage& page) noexcept { return page.notes_; }
  static std::vector<SpellingCorrection>& corrections(ResultPage& page) noexcept { return page.corrections_; }
  static std::vector<UnknownValue>& unknown_values(ResultPage& page) noexcept { return page.unknown_values_; }
  static TotalHits& partial_total(ResultPage& page) noexcept { return page.partial_total_; }
  static TotalHits& total(ResultPage& page) noexcept { return page.total_; }
  static std::optional<QueryError>& query_error(ResultPage& page) noexcept { return page.query_error_; }
  static bool& any_word(ResultPage& page) noexcept { return page.any_word_; }
};

}  // namespace v1
}  // namespace tvar
