// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From files to documents, and from folders to an index.
///
///     tvar::IndexWriter writer = tvar::IndexWriter::open("pages.tvar");
///     tvar::LoadReport report = tvar::load_paths(writer, {"minutes/", "news.jsonl"});
///     for (const tvar::ReadProblem& problem : report.problems) …   // named, reported, and passed over
///     writer.commit();
///
/// Formats, told by the extension: .txt .text, .html .htm .xhtml, .md .markdown, .jsonl .ndjson. Character sets:
/// UTF-8, UTF-16, windows-1250, ISO-8859-2; a declared one is checked, not believed. One bad file never stops a
/// run: it becomes a ReadProblem.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tvar/document.h"
#include "tvar/export.h"
#include "tvar/index_writer.h"

namespace tvar {
inline namespace v1 {

/// Why a file, or a line of one, was passed over or read with losses.
struct ReadProblem {
  enum class Severity : std::uint8_t {
    warning,  ///< read, with losses (broken bytes were replaced)
    error,    ///< not read
  };
  Severity severity = Severity::error;
  std::string where;    ///< path, or "path:line"
  std::string message;  ///< one sentence, no final full stop
};

/// Takes each document as it is read. Return false to stop reading.
using DocumentSink = std::function<bool(Document&&)>;
using ProblemSink = std::function<void(ReadProblem&&)>;

/// Whether the name has an extension that a reader knows.
TVAR_EXPORT bool is_readable(const std::filesystem::path& file);

/// Reads one file. A file that holds one document gives it the id `id`; a line of JSONL has its own "id", or
/// else "ID:LINE". Problems go to `problems`; nothing is thrown for a bad file.
///
/// Fields that readers fill: `title`, `text` (blocks separated by blank lines, list items beginning with "• ", cells
/// of a table row joined by " | ") and whatever metadata the file names: front matter, <meta name=…>, JSON members.
/// A list in metadata becomes one value for each item; anything nested deeper is passed over with a warning. `source`
/// is the path as given, unless the file names its own; `published` becomes an ISO date where it can mean but one day.
///
/// A document may have 256 MiB: larger files, and lines of JSONL, are problems. JSONL is read line by line, whatever
/// the size of the file.
///
/// @return false when the sink asked to stop
TVAR_EXPORT bool read_file(const std::filesystem::path& file, std::string_view id,
                           const DocumentSink& documents, const ProblemSink& problems);

/// Reads files and folders as load_paths() does, with the same order and ids, without an index.
/// @return files read
TVAR_EXPORT std::uint64_t read_paths(const std::vector<std::filesystem::path>& paths,
                                     const DocumentSink& documents, const ProblemSink& problems);

/// How far a load is.
struct LoadProgress {
  std::uint64_t files = 0;        ///< read so far
  std::uint64_t files_total = 0;  ///< found
  std::uint64_t bytes = 0;
  std::uint64_t bytes_total = 0;
  std::uint64_t documents = 0;
  std::string_view current;  ///< the file at hand; valid during the call
};

struct LoadOptions {
  /// Called after each file. Return false to stop: load_paths then throws Error cancelled.
  std::function<bool(const LoadProgress&)> progress = {};
};

struct LoadReport {
  std::uint64_t files = 0;      ///< read
  std::uint64_t documents = 0;  ///< given to the writer
  std::uint64_t bytes = 0;      ///< of the files read
  std::uint64_t ignored = 0;    ///< files in folders whose extension no reader knows
  std::vector<ReadProblem> problems;
};

/// Reads files and folders (recursively, in the order of their names, hidden ones and symbolic links to folders
/// passed over) and upserts every document. The id of a file is its path relative to the folder it was found in,
/// with '/'; that of a file named directly is its file name. Does not commit.
///
/// @throws Error cancelled, and what IndexWriter::upsert throws about the index. A path that does not exist is a
///         problem in the report, not an exception
TVAR_EXPORT LoadReport load_paths(IndexWriter& writer, const std::vector<std::filesystem::path>& paths,
                                  const LoadOptions& options = {});

}  // namespace v1
}  // namespace tvar
