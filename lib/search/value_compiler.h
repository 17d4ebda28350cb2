// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Values of keyword, number and date fields, as filters and queries name them → terms and ranges for the store.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/store.h"
#include "tvar/query.h"
#include "tvar/result.h"
#include "tvar/schema.h"
#include "tvar/searcher.h"

namespace tvar::search {

/// A filter in terms.
struct Condition {
  store::Node node;
  std::string field;
  bool exclude = false;
};

/// Compiles values for one index, and remembers those that it does not have. One thread at a time; all arguments must
/// outlive it.
class ValueCompiler {
 public:
  ValueCompiler(const Schema& schema, const store::FieldMap& places, const store::Reader& reader)
      : schema_(schema), places_(places), reader_(reader) {}

  /// What a value or range of the field number `ordinal` matches; nothing when it is none of its kind.
  std::optional<store::Node> compile(std::size_t ordinal, std::string_view value);

  /// One condition for each filter.
  /// @throws Error invalid_argument for a field that does not exist or is text
  /// @return an error for a value that is none of its field's
  std::optional<QueryError> compile_filters(const std::vector<Filter>& filters, std::vector<Condition>& out);

  /// Remembers the nodes of hierarchies that are to be counted and are not there.
  void check_nodes(const std::vector<FacetRequest>& facets);

  /// Forgets the unknown values of the search before.
  void reset() { unknown_.clear(); }
  /// The values that were compiled since then and that no document has, each once, with what is near to them.
  [[nodiscard]] std::vector<UnknownValue> unknown_values() const;

 private:
  std::optional<store::Node> keyword_node(std::size_t ordinal, std::string_view value);
  std::optional<store::Node> path_node(std::size_t ordinal, std::string_view value);
  bool add_branches(const std::string& beginning, std::vector<store::Node>& terms,
                    std::string_view but_with = {}) const;
  [[nodiscard]] std::vector<store::Node> terms_between(const store::FieldPlace& place, const std::string& low,
                                                       const std::string& high, std::size_t most) const;
  void note_unknown(std::size_t ordinal, std::string_view value);

  const Schema& schema_;
  const store::FieldMap& places_;
  const store::Reader& reader_;
  std::vector<std::pair<std::size_t, std::string>> unknown_;  // ordinal, value
};

}  // namespace tvar::search
