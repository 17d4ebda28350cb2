// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The analyzer that belongs to an index, for its writer and its searchers.
#pragma once

#include <filesystem>

#include "index/store.h"
#include "tvar/analyzer.h"

namespace tvar::indexing {

/// The analyzer that a schema asks for.
Analyzer make_analyzer(const Schema& schema, const std::filesystem::path& lexicon);

/// The same for an existing index. @throws Error analyzer_mismatch when it was built with another one
Analyzer open_analyzer(const store::IndexInfo& info, const std::filesystem::path& index,
                       const std::filesystem::path& lexicon);

}  // namespace tvar::indexing
