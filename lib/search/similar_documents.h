// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The query that a document is: its characteristic words, any of which matches.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "index/store.h"
#include "lib/analysis/text_analyzer.h"
#include "lib/search/query_compiler.h"
#include "tvar/document.h"
#include "tvar/schema.h"

namespace tvar::search {

/// Words of a document that are searched. More hardly change the first hits, but read more postings.
inline constexpr std::size_t kCharacteristicWords = 30;

/// How often a term is in the text of a document for words of its metadata (Field::words).
using LabelTerms = std::map<std::string, std::uint32_t, std::less<>>;
[[nodiscard]] LabelTerms label_terms(const Document& given, const Schema& schema,
                                     analysis::TextAnalyzer& analyzer);

/// Finds the documents that share characteristic words with the document `id`, but not that document. Words are chosen by
/// tf-idf from `terms`, all terms of the document, without `labels`: pages are not alike for being of one town or author;
/// `documents` is the size of the index. Marks are those words. Matches
/// nothing when the document has no words.
[[nodiscard]] CompiledQuery compile_similar(std::string_view id,
                                            const std::vector<store::DocumentTerm>& terms,
                                            const LabelTerms& labels, std::uint64_t documents, const Schema& schema,
                                            const store::FieldMap& places);

}  // namespace tvar::search
