// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What a search brings back of a document.
#pragma once

#include <xapian.h>

#include <string>

#include "index/store.h"

namespace tvar::store {

/// The match with its data, if that is wanted. `database` is what was searched; `id` that of the document, when it is known.
Match to_match(const Xapian::Database& database, const Xapian::MSetIterator& hit, bool with_data,
               const std::string* id = nullptr);
/// All data of a document.
std::string whole_data(const Xapian::Document& document);

}  // namespace tvar::store
