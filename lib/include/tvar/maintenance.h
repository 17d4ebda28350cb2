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
#include <string>
#include <vector>

#include "tvar/document.h"
#include "tvar/export.h"
#include "tvar/index_writer.h"
#include "tvar/schema.h"

namespace tvar {
inline namespace v1 {

/// Writes the index anew, as small as it can be: after many small changes it is smaller and faster to search. Answers
/// are the same; readers are not disturbed; needs room for a second copy.
/// @param go_on  called now and then; false stops, and the index is as before: Error cancelled
/// @throws Error not_found, locked, io, disk_full, cancelled
TVAR_EXPORT void optimize(const std::filesystem::path& index, const std::function<bool()>& go_on = {});

/// Builds the index anew from the documents that it stores, with the analyzer of this program: the remedy for Error
/// analyzer_mismatch. All or nothing, as any load; programs that have the index open are to open it again.
/// @param progress  called now and then with the number of documents done, also while they are written at the end;
///         false stops: Error cancelled
/// @return number of documents
/// @throws Error not_found, locked, corrupt, format_too_new, format_too_old, io, disk_full, cancelled
TVAR_EXPORT std::uint64_t reindex(const std::filesystem::path& index, const WriterOptions& options = {},
                                  const std::function<bool(std::uint64_t)>& progress = {});

/// reindex() for other fields, or another stemmer. Everything that a document was given is stored, fields that the
/// schema did not have too, so that any schema can be built: values of a field that goes are kept with the documents,
/// and searched again when a later schema has the field. A field with `facts` is filled in documents without a value.
/// @throws Error invalid_argument also when the schema is not valid, or a value does not fit the kind that its field
///         has now; the message names the document
TVAR_EXPORT std::uint64_t change_schema(const std::filesystem::path& index, const Schema& schema,
                                        const WriterOptions& options = {},
                                        const std::function<bool(std::uint64_t)>& progress = {});

/// The schema that an index has. Needs no analyzer. @throws Error not_found, corrupt, format_too_new, format_too_old,
/// io
[[nodiscard]] TVAR_EXPORT Schema schema_of(const std::filesystem::path& index);

/// What another schema does to a field.
struct FieldChange {
  enum class Kind : std::uint8_t { added, removed, changed };
  Kind kind = Kind::changed;
  std::string field;
  friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

/// Fields that differ, in the order of `after`, removed ones last. Another order of the same fields is no difference.
[[nodiscard]] TVAR_EXPORT std::vector<FieldChange> compare_fields(const Schema& before, const Schema& after);

/// Calls `visit` with each document of one snapshot, in no particular order, until it returns false. Needs no analyzer.
/// @throws Error not_found, corrupt, format_too_new, format_too_old, io; changed when a writer commits several
///         times meanwhile
TVAR_EXPORT void for_each_document(const std::filesystem::path& index,
                                   const std::function<bool(const Document&)>& visit);

}  // namespace v1
}  // namespace tvar
