// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The layout of an index on disk. docs/index-format.md tells the same at length.
///
///   INDEX/tvar-index     the manifest: three lines of text and a checksum, replaced by atomic rename
///   INDEX/gen-N/         generation N, an ordinary Xapian database, whose metadata keys are
///       tvar.format      the format version, a decimal integer
///       tvar.features    lines "name flags"; flags are letters of "rw": who must know the feature
///       tvar.schema      the schema as YAML
///       tvar.analyzer    Analyzer::id
///       tvar.program     version of the program that created the index
///       tvar.file.ID     what is known of a file whose documents are in the index; see lib/indexing/file_record.h
///       tvar.boilerplate.SOURCE, tvar.keep-boilerplate
///                        the lines that are stored, but not indexed; see lib/indexing/boilerplate.h
///
/// A reader refuses an unknown feature flagged r, a writer also an unknown one flagged w. The version changes only
/// when features can't tell it; a program reads every version from kOldestFormat to kFormat.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "index/store.h"

namespace Xapian {
class Database;
class WritableDatabase;
}  // namespace Xapian

namespace tvar::store {

/// 1: first version.
inline constexpr int kFormat = 1;
inline constexpr int kOldestFormat = 1;

/// Who is about to use an index.
enum class Access { read, write };

/// The metadata of a new index, by key.
std::map<std::string, std::string> info_entries(const IndexInfo& info);
/// Writes them.
void write_info(Xapian::WritableDatabase& database, const IndexInfo& info);

/// From now on the index has this feature, which this program knows.
void add_feature(Xapian::WritableDatabase& database, std::string_view name);

/// See Reader::notes.
void read_notes(const Xapian::Database& database, std::string_view prefix, const NoteVisitor& visit);

/// Reads and checks the metadata. @throws Error format_too_new, format_too_old, corrupt
IndexInfo read_info(const Xapian::Database& database, const std::filesystem::path& index, Access access);

/// Which generation is current.
struct Manifest {
  unsigned generation = 1;
};

std::filesystem::path manifest_path(const std::filesystem::path& index);
std::filesystem::path generation_path(const std::filesystem::path& index, const Manifest& manifest);
/// Whether a generation is no database but a file of Xapian's that names others, perhaps on other machines.
bool names_databases(const std::filesystem::path& generation);

/// @throws Error not_found when there is none, corrupt when it is damaged, format_too_new
Manifest read_manifest(const std::filesystem::path& index);

/// Durable when it returns: file and directory are synced. @throws Error io, disk_full
void write_manifest(const std::filesystem::path& index, const Manifest& manifest);

}  // namespace tvar::store
