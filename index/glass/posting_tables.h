// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The two tables whose keys are terms, postlist and position, from the postings of a load.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "index/glass/posting_run.h"
#include "index/glass/statistics.h"
#include "index/glass/table_writer.h"

namespace tvar::store::glass {

using Metadata = std::map<std::string, std::string>;

/// Metadata, values and their statistics, lengths of documents, and the documents of each term.
/// @param visit  called with each term and its number of documents; what it throws comes out
TableInfo write_postlist(const std::filesystem::path& path, MergedPostings& postings,
                         const Metadata& metadata, const Statistics& statistics,
                         const std::function<void(std::string_view term, std::uint32_t documents)>& visit);

/// Where each term stands in each document. No file when no posting has positions.
/// @param wanted  called now and then; false: the table is not wanted any more. What it throws comes out
TableInfo write_positions(const std::filesystem::path& path, MergedPostings& postings,
                          const std::function<bool()>& wanted);

}  // namespace tvar::store::glass
