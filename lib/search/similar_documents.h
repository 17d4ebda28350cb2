// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The query that a document is: its characteristic words, any of which matches.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "index/store.h"
#include "lib/search/query_compiler.h"
#include "tvar/schema.h"

namespace tvar::search {

/// Words of a document that are searched. More hardly change the first hits, but read more postings.
inline constexpr std::size_t kCharacteristicWords = 30;

/// Finds the documents that share characteristic words with the document `id`, but not that document. Words are chosen by
/// tf-idf from `terms`, all terms of the document; `documents` is the size of the index. Marks are those words. Matches
/// nothing when the document has no words.
[[nodiscard]] CompiledQuery compile_similar(std::string_view id,
                                            const std::vector<store::DocumentTerm>& terms,
                                            std::uint64_t documents, const Schema& schema,
                                            const store::FieldMap& places);

}  // namespace tvar::search
