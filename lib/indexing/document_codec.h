// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A document as the bytes that the store keeps for it. Format 1: a byte 1, then for each value the ordinal of its
/// field in the schema plus one (0: a field that the schema does not have, followed by its name), and the value; numbers
/// are LEB128, strings are preceded by their length. What stands behind an empty value of a field without a name was not
/// given with the document, but found in its text. The id is not repeated here.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/store.h"
#include "tvar/document.h"
#include "tvar/schema.h"

namespace tvar::indexing {

/// Replaces `out`.
/// @param found  values from the text of the document; they stand behind its own
void encode_document(const Document& document, std::span<const FieldValue> found, const Schema& schema,
                     std::string& out);

/// The document with what was found in its text.
/// @throws Error corrupt when the bytes are not such a document
Document decode_document(std::string_view id, std::string_view bytes, const Schema& schema);

/// The document as it was given. What programs stored that did not tell the two apart counts as given.
/// @throws Error corrupt
Document decode_given(std::string_view id, std::string_view bytes, const Schema& schema);

/// Where a value stands in the bytes of a document.
struct ValuePlace {
  std::string field;
  std::size_t begin = 0;
  std::size_t bytes = 0;
};

/// The values of a document that is read in pieces, those found in its text among them.
/// @throws Error corrupt
std::vector<ValuePlace> find_values(std::string_view id, const store::LongData& data, const Schema& schema);

}  // namespace tvar::indexing
