// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Work on an index as a whole.
///
///     tvar::optimize("pages.tvar");
///     tvar::for_each_document("pages.tvar", [](const tvar::Document& document) { …; return true; });
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "tvar/document.h"
#include "tvar/export.h"
#include "tvar/index_writer.h"

namespace tvar {
inline namespace v1 {

/// Writes the index anew, as small as it can be: after many small changes it is smaller and faster to search. Answers
/// are the same; readers are not disturbed; needs room for a second copy.
/// @param go_on  called now and then; false stops, and the index is as before: Error cancelled
/// @throws Error not_found, locked, io, disk_full, cancelled
TVAR_EXPORT void optimize(const std::filesystem::path& index, const std::function<bool()>& go_on = {});

/// Builds the index anew from the documents that it stores, with the analyzer of this program: the remedy for Error
/// analyzer_mismatch. All or nothing, as any load; programs that have the index open are to open it again.
/// @param progress  called now and then with the number of documents done, also while they are written at the end; false stops: Error cancelled
/// @return number of documents
/// @throws Error not_found, locked, corrupt, format_too_new, format_too_old, io, disk_full, cancelled
TVAR_EXPORT std::uint64_t reindex(const std::filesystem::path& index, const WriterOptions& options = {},
                                  const std::function<bool(std::uint64_t)>& progress = {});

/// Calls `visit` with each document of one snapshot, in no particular order, until it returns false. Needs no analyzer.
/// @throws Error not_found, corrupt, format_too_new, format_too_old, io; changed when a writer commits several
///         times meanwhile
TVAR_EXPORT void for_each_document(const std::filesystem::path& index,
                                   const std::function<bool(const Document&)>& visit);

}  // namespace v1
}  // namespace tvar
