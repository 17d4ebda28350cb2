// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A document as the bytes that the store keeps for it. Format 1: a byte 1, then for each value the ordinal of its
/// field in the schema plus one (0: a field that the schema does not have, followed by its name), and the value; numbers
/// are LEB128, strings are preceded by their length. The id is not repeated here.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tvar/document.h"
#include "tvar/schema.h"

namespace tvar::indexing {

/// Replaces `out`.
/// @param more  values that stand behind those of the document
void encode_document(const Document& document, std::span<const FieldValue> more, const Schema& schema,
                     std::string& out);

/// @throws Error corrupt when the bytes are not such a document
Document decode_document(std::string_view id, std::string_view bytes, const Schema& schema);

}  // namespace tvar::indexing
