// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What a value that no document has was probably meant to be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/store.h"
#include "tvar/schema.h"

namespace tvar::search {

/// Looks among the values of one index. All arguments must outlive it.
class ValueNeighbours {
 public:
  ValueNeighbours(const Schema& schema, const store::FieldMap& places, const store::Reader& reader)
      : schema_(schema), places_(places), reader_(reader) {}

  /// The values of a field that are near to `value`, the nearest first, at most five. Keywords: those that a slip of the
  /// keyboard turns into it (search::typing_cost), then those that begin with the same words, then those that have all
  /// of its words. Numbers and dates: the next one below and above.
  [[nodiscard]] std::vector<std::string> find(std::size_t field, std::string_view value) const;

 private:
  [[nodiscard]] std::vector<std::string> near_keywords(std::size_t field, std::string_view value) const;
  [[nodiscard]] std::vector<std::string> neighbours(std::size_t field, std::string_view value) const;

  const Schema& schema_;
  const store::FieldMap& places_;
  const store::Reader& reader_;
};

}  // namespace tvar::search
