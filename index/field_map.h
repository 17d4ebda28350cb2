// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Where a field of the schema lives in the database: one rule for term prefixes and value slots.
///
///   what                              term or slot                       example
///   id of the document                term "Q" + id, slot 0              Qbreclav
///   text field called "text",
///   or else the last text field       the bare analysed term             azylový
///   other text field number n         P(n) + analysed term               FAazylový
///   keyword, number, date field n     P(n) + ":" + key                   FC:břeclav is folded: FC:breclav
///   abbreviation that a text defines  term "A:" + abbreviation + 0x1F + long form, both lower-cased
///   the same, from the long form      term "B:" + key of the long form + 0x1F + abbreviation
///   file that a document came from    term "D:" + id of the file, when that is not the document's own
///   values of a facet                 slot 3n+1: values, sorted, joined by 0x1F
///   order of field n, and ranges      slot 3n+2: the key (none when the document has no value)
///   ascending order of field n        slot 3n+3: the key, or kNoValueKey
///
/// n is the ordinal of the field in the schema; P(n) is "F", "G" or "H" and one letter A to Z. Analysed terms never
/// begin with an upper-case ASCII letter, so the spaces can't meet. Xapian's convention for ids (Q) is kept, so that
/// its own tools work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/schema.h"

namespace tvar::store {

using Slot = std::uint32_t;

/// Longest term that the backend stores, bytes.
inline constexpr std::size_t kMaxTermBytes = 245;
/// The id of a document, for the stable last key of every order.
inline constexpr Slot kIdSlot = 0;
/// Stands between the values of a list slot; replaced by a space in values.
inline constexpr char kListSeparator = '\x1f';

/// Sorts behind every key of a value.
inline constexpr std::string_view kNoValueKey = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff";

/// The place of one field.
struct FieldPlace {
  std::string prefix;       ///< before every term of the field
  Slot list_slot = 0;       ///< all values
  Slot sort_slot = 0;       ///< the key that orders documents by this field, for ranges and descending order
  Slot ascending_slot = 0;  ///< the same, kNoValueKey for documents without a value
  std::size_t ordinal = 0;  ///< in the schema
};

/// The places of all fields of a schema.
class FieldMap {
 public:
  explicit FieldMap(const Schema& schema);
  [[nodiscard]] const FieldPlace& operator[](std::size_t ordinal) const { return places_[ordinal]; }
  [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
  /// Ordinal of the text field that has the empty prefix.
  [[nodiscard]] std::size_t main_field() const noexcept { return main_field_; }

 private:
  std::vector<FieldPlace> places_;
  std::size_t main_field_ = 0;
};

/// The term of a document id; ids whose term would be too long are replaced by a 128-bit hash.
std::string id_term(std::string_view id);

/// The term of the documents of a file, and the key of the note about it.
std::string file_term(std::string_view file_id);
std::string file_key(std::string_view file_id);
inline constexpr std::string_view kFileKeyPrefix = "tvar.file.";

/// The key of the note about the boilerplate of a source of documents; see lib/indexing/boilerplate.h.
std::string boilerplate_key(std::string_view source);
inline constexpr std::string_view kBoilerplateKeyPrefix = "tvar.boilerplate.";
/// The note whose presence says that boilerplate is not to be learned.
inline constexpr std::string_view kKeepBoilerplateKey = "tvar.keep-boilerplate";

/// The term of a whole value. `key` is what makes values equal (folded text, number_key, ISO date); long keys are
/// cut and closed by a hash, so that different ones stay different.
std::string value_term(const FieldPlace& place, std::string_view key);

/// The terms that record that a document defines an abbreviation: a synonym table that grows and shrinks with the
/// documents. `…_prefix` ends behind the separator, so that walking the terms that begin with it lists what belongs to
/// the name. Empty when a term would be too long.
std::string abbreviation_prefix(std::string_view abbreviation);
std::string abbreviation_term(std::string_view abbreviation, std::string_view expansion);
std::string expansion_prefix(std::string_view key);
std::string expansion_term(std::string_view key, std::string_view abbreviation);

/// An analysed term in the space of its field, cut on a code-point boundary when it is too long.
void append_text_term(const FieldPlace& place, std::string_view term, std::string& out);

/// A number as bytes that sort like the number. Xapian's sortable_serialise.
std::string number_key(double number);
double number_of_key(std::string_view key);

}  // namespace tvar::store
