// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The unit that is indexed and returned: an id and named values.
///
///     tvar::Document page{.id = "breclav", .fields = {{"title", "Lokální partnerství Břeclav"},
///                                                     {"text", "Lokální partnerství bylo ustaveno …"},
///                                                     {"member", "IQ Roma servis"},
///                                                     {"member", "Royal Rangers"}}};
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tvar/export.h"

namespace tvar {
inline namespace v1 {

/// One value of one field. All text is UTF-8; bytes that are not are replaced by U+FFFD when indexed.
struct FieldValue {
  std::string name;
  std::string value;
  friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

/// A document. A field with several values stands several times, in the order in which the values are kept.
/// What a field means is the schema's business; fields that the schema does not name are stored, not searched.
struct TVAR_EXPORT Document {
  /// External id, unique in an index, 1 to 64 KiB of UTF-8. Indexing the same id again replaces the document.
  std::string id;
  std::vector<FieldValue> fields;

  /// Appends a value.
  Document& add(std::string_view name, std::string value);
  /// Replaces all values of the field by this one.
  Document& set(std::string_view name, std::string value);
  /// The first value, or an empty view. Valid as long as the document is neither changed nor destroyed.
  [[nodiscard]] std::string_view value(std::string_view name) const noexcept;
  /// All values in order. The views are valid as long as the document is neither changed nor destroyed.
  [[nodiscard]] std::vector<std::string_view> values(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const noexcept;

  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace v1
}  // namespace tvar
