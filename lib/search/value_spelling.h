// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From the term of a value back to the value as people write it: terms know neither capitals nor marks.
#pragma once

#include <cstddef>
#include <string>

#include "index/store.h"
#include "tvar/schema.h"

namespace tvar::search {

/// The value of a keyword field that the term stands for, as the first document that has it spells it. For a node of a
/// hierarchy its path, or its name alone when that is what the term has. Empty when there is no such document.
std::string spelling_of(const Schema& schema, const store::FieldMap& places, const store::Reader& reader,
                        std::size_t field, const std::string& term);

}  // namespace tvar::search
