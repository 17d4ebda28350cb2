// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A document as the bytes that the store keeps for it. Format 1: a byte 1, then for each value the ordinal of its
/// field in the schema plus one (0: a field that the schema does not have, followed by its name), and the value; numbers
/// are LEB128, strings are preceded by their length. The id is not repeated here.
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
/// @param more  values that stand behind those of the document
void encode_document(const Document& document, std::span<const FieldValue> more, const Schema& schema,
                     std::string& out);

/// @throws Error corrupt when the bytes are not such a document
Document decode_document(std::string_view id, std::string_view bytes, const Schema& schema);

/// Where a value stands in the bytes of a document.
struct ValuePlace {
  std::string field;
  std::size_t begin = 0;
  std::size_t bytes = 0;
};

/// The values of a document that is read in pieces.
/// @throws Error corrupt
std::vector<ValuePlace> find_values(std::string_view id, const store::LongData& data, const Schema& schema);

}  // namespace tvar::indexing
