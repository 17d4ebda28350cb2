// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Hits whose text is too large to be read, let alone analysed, for the sake of a few lines of it.
#pragma once

#include <cstddef>
#include <vector>

#include "index/store.h"
#include "lib/search/known_boilerplate.h"
#include "lib/search/query_compiler.h"
#include "tvar/document.h"
#include "tvar/schema.h"
#include "tvar/stemmer.h"

namespace tvar::search {

/// All of a document, however large.
[[nodiscard]] Document whole_document(const store::Match& match, const Schema& schema);

/// The same without what was found in its text.
[[nodiscard]] Document given_document(const store::Match& match, const Schema& schema);

/// A document whose values are cut behind `most` bytes, on code-point boundaries. Of short documents nothing is cut.
[[nodiscard]] Document document_beginning(const store::Match& match, const Schema& schema, std::size_t most);

/// A document with what of its text is worth looking at.
struct Excerpt {
  Document
      document;  ///< without boilerplate; the first value of the main text is a piece of it when that is long
  StemMode mode = StemMode::document;  ///< of the whole document
};

/// Of a long text the piece of some 64 KB that has most of the marked words, the first of several; where they stand is
/// read from the index. Without any: the beginning. Other values are whole.
[[nodiscard]] Excerpt excerpt_of(const store::Match& match, const Schema& schema,
                                 const store::FieldMap& places, const std::vector<MarkedItem>& marks,
                                 KnownBoilerplate& boilerplate);

}  // namespace tvar::search
