// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From files to documents, and from folders to an index.
///
///     tvar::IndexWriter writer = tvar::IndexWriter::open("pages.tvar");
///     tvar::LoadReport report = tvar::load_paths(writer, {"minutes/", "news.jsonl"});
///     for (const tvar::ReadProblem& problem : report.problems) …   // named, reported, and passed over
///     writer.commit();
///
/// Formats, told by the extension: .txt .text, .html .htm .xhtml, .md .markdown, .jsonl .ndjson, .json, .csv .tsv; .pdf
/// .docx .odt, .eml .mbox, .zip .tar .tgz and all of these with .gz .zst .bz2 .xz behind, when the library was built
/// with them. file_formats() lists them. Character sets: UTF-8, UTF-16, windows-1250, ISO-8859-2; a declared one is
/// checked, not believed. One bad file never stops a run: it becomes a ReadProblem.
///
/// These last ones are read by a program of its own, tvar-reader, which is started for each file and may use 2 GiB of
/// memory and a minute of processor time (and a second more for each megabyte): a file that breaks it is a problem like
/// any other.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
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
  std::string where;    ///< path, "path:line", or "path:row" of CSV, whose header is row 1
  std::string message;  ///< one sentence, no final full stop
};

/// Takes each document as it is read, in the thread of the caller. Return false to stop reading.
using DocumentSink = std::function<bool(Document&&)>;
using ProblemSink = std::function<void(ReadProblem&&)>;

/// A format that this build of the library reads.
struct FileFormat {
  std::string_view name;                     ///< for people
  std::vector<std::string_view> extensions;  ///< lower case, with the dot
};

/// All formats. The views live as long as the program.
TVAR_EXPORT std::vector<FileFormat> file_formats();

/// Whether the name has an extension that a reader knows.
TVAR_EXPORT bool is_readable(const std::filesystem::path& file);

struct ReadOptions {
  /// The program tvar-reader. Empty: libexec/tvar-reader beside the library, or beside the program that the static
  /// library is linked into; when it is not there, the formats that need it are problems that name the path.
  std::filesystem::path reader = {};
};

/// Reads one file. A file that holds one document gives it the id `id`; a line of JSONL, an object in a JSON array and
/// a row of CSV have their own "id", or else "ID:NUMBER", of the line, the object or the row. Problems go to
/// `problems`; nothing is thrown for a bad file.
///
/// Fields that readers fill: `title`, `text` (blocks separated by blank lines, list items beginning with "• ", cells
/// of a table row joined by " | ") and whatever metadata the file names: front matter, <meta name=…>, JSON members.
/// A list in metadata becomes one value for each item; anything nested deeper is passed over with a warning. `source`
/// is the path as given, unless the file names its own; `published` becomes an ISO date where it can mean but one day.
/// Front matter that has no `published` gives it from `date`, or else from `lastmod` or `last_modified_at`, and HTML from a
/// date in <meta>.
///
/// A document may have 256 MiB: larger files, and lines of JSONL and rows of CSV, are problems, and the next line or
/// row is read. JSONL and CSV are read line by line, whatever the size of the file (CSV in UTF-16 is not).
///
/// @return false when the sink asked to stop
TVAR_EXPORT bool read_file(const std::filesystem::path& file, std::string_view id,
                           const DocumentSink& documents, const ProblemSink& problems,
                           const ReadOptions& options = {});

/// Reads files and folders as load_paths() does, with the same order and ids, without an index.
/// @return files read
TVAR_EXPORT std::uint64_t read_paths(const std::vector<std::filesystem::path>& paths,
                                     const DocumentSink& documents, const ProblemSink& problems);

/// How far a load is.
struct LoadProgress {
  std::uint64_t files = 0;        ///< read so far
  std::uint64_t files_total = 0;  ///< found
  std::uint64_t bytes = 0;        ///< of the files read so far, and of what was read of a large one
  std::uint64_t bytes_total = 0;  ///< of the files found
  std::uint64_t documents = 0;    ///< made of them so far
  std::string_view current;       ///< the file at hand; valid during the call
};

/// How documents get into the index. What is found afterwards is the same.
enum class LoadMethod : std::uint8_t {
  automatic,  ///< bulk when there is enough to load, for the size that the index has already
  direct,     ///< one by one into the index: right for a few
  bulk,       ///< on all processors, as small parts that are merged with the index at the end: right for many
};

/// What a synchronisation finds out about a file.
enum class FileState : std::uint8_t {
  added,
  changed,  ///< its content is another than that which was indexed
  moved,    ///< an added one with the content of a removed one
  removed,  ///< indexed before, and no longer there, or not to be indexed any more
};

struct FileChange {
  FileState state = FileState::added;
  std::string id;
  std::string from = {};  ///< the id that a moved file had
  friend bool operator==(const FileChange&, const FileChange&) = default;
};

struct LoadOptions {
  /// Called after each file, and now and then within a large one, in the thread of the caller. Return false to stop:
  /// load_paths then throws Error cancelled, or see finish_when_stopped.
  std::function<bool(const LoadProgress&)> progress = {};
  /// See ReadOptions.
  std::filesystem::path reader = {};
  LoadMethod method = LoadMethod::automatic;
  /// Read only the files that are new or changed since they were last loaded so, and remove the documents of those that
  /// are gone from the folders that are named. A file with the size and the time that it had is not opened; one with
  /// another time counts as changed when its content is another.
  bool synchronise = false;
  /// Look only at these files and folders, and what is below them, of the paths that are named: whatever else there is
  /// stays as the index has it. For a `.tvarignore` that changed name its folder.
  std::optional<std::vector<std::filesystem::path>> only = std::nullopt;
  /// When `progress` stops the load, end it with what was read until then, and say so in the report. With `synchronise`
  /// the index knows which files these are, so that the next load goes on with the others: see IndexWriter::set_aside.
  /// Files that were not begun stay as the index has them; one that was read in part is there in part, and is read
  /// again.
  bool finish_when_stopped = false;
};

struct LoadReport {
  bool stopped = false;             ///< by `progress`, before all was read
  std::uint64_t files = 0;          ///< read
  std::uint64_t documents = 0;      ///< given to the writer
  std::uint64_t bytes = 0;          ///< of the files read
  std::uint64_t ignored = 0;        ///< files in folders whose extension no reader knows
  std::uint64_t hidden = 0;         ///< entries of folders whose name begins with a dot
  std::uint64_t links = 0;          ///< links to folders
  std::uint64_t excluded = 0;       ///< entries that a .tvarignore names
  std::uint64_t unchanged = 0;      ///< files not read because the index has them; only when synchronising
  std::vector<FileChange> changes;  ///< what synchronising found, in the order of reading, removed ones last
  std::vector<ReadProblem> problems;
};

/// Reads files and folders (recursively, in the order of their names, hidden ones, symbolic links to folders and what a
/// `.tvarignore` names passed over) and upserts every document. The id of a file is its path relative to the folder it
/// was found in, with '/'; that of a file named directly is its file name. Does not commit.
///
/// @throws Error cancelled, and what IndexWriter::upsert throws about the index. A path that does not exist is a
///         problem in the report, not an exception
TVAR_EXPORT LoadReport load_paths(IndexWriter& writer, const std::vector<std::filesystem::path>& paths,
                                  const LoadOptions& options = {});

/// Reads a stream to its end and upserts every document, as if it were a file of this name. Does not commit.
/// @param name  its extension chooses the reader; without one the beginning of the stream does, whose extension is then
///              appended: "stdin" becomes "stdin.html". The file name is the id of a document that has none
/// @throws as load_paths; progress counts no files. A stream that goes bad is a problem in the report
TVAR_EXPORT LoadReport load_stream(IndexWriter& writer, std::istream& content,
                                   const std::filesystem::path& name, const LoadOptions& options = {});

/// What load_paths would do with `synchronise`: no file is read but to compare it, and nothing is written. There need
/// be no index yet. @return a report without documents
TVAR_EXPORT LoadReport plan_load(const std::filesystem::path& index,
                                 const std::vector<std::filesystem::path>& paths);

}  // namespace v1
}  // namespace tvar
