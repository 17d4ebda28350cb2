// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What a reader is: a function from one file to documents and problems. Each format has its own .cpp, which alone
/// knows the library it needs, and one row in the registry. Formats whose libraries are large and whose files come from
/// strangers are read in a process of their own, the readers in isolated/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tvar/document.h"
#include "tvar/reader.h"

namespace tvar::readers {

/// Bytes of a file, or of a line of JSONL, that become one document at most. Reading holds a few copies of them in
/// memory, so this is what bounds it.
inline constexpr std::uint64_t kMaxDocumentBytes = std::uint64_t{256} << 20U;

struct IsolatedReader;

/// The file at hand, or something in it that is read like a file.
struct Source {
  std::filesystem::path path;  ///< its extension chooses the reader
  std::string id;              ///< of the document, when the file holds one
  std::uint64_t max_document_bytes = kMaxDocumentBytes;
  /// The bytes, when they are not those of the file `path`: standard input, a member of an archive, an attachment. Is
  /// read once, from where it stands.
  std::istream* content = nullptr;
  unsigned depth = 0;                 ///< archives and messages around it
  std::filesystem::path helper = {};  ///< the program that reads isolated formats; empty: the installed one
  /// The readers of isolated formats, in the program where they run; empty elsewhere.
  std::span<const IsolatedReader> isolated = {};
};

/// Takes a document and the place it came from ("path" or "path:line"). Returns false to stop.
using PlacedSink = std::function<bool(Document&&, const std::string& where)>;

/// Where a reader puts what it found. Places are added here, so that all readers spell them alike.
class Output {
 public:
  /// Refers to its arguments, which must outlive it.
  Output(const Source& source, const PlacedSink& documents, const ProblemSink& problems);

  /// Hands a document on. An id that is empty becomes the source's, a missing `source` field the path, and a
  /// `published` that is a date in another spelling the ISO one.
  /// @param line  1-based, 0 for the whole file
  /// @return false when the sink asked to stop
  bool document(Document&& document, std::uint64_t line = 0) const;

  /// The file or line is read, with losses. `message` is one sentence without a final full stop.
  void warning(std::string message, std::uint64_t line = 0) const;
  /// The file or line is not read.
  void error(std::string message, std::uint64_t line = 0) const;

  /// Where documents and problems go, for what stands inside this source and is read on its own.
  [[nodiscard]] const PlacedSink& documents() const { return documents_; }
  [[nodiscard]] const ProblemSink& problems() const { return problems_; }

 private:
  [[nodiscard]] std::string place(std::uint64_t line) const;

  const Source& source_;
  const PlacedSink& documents_;
  const ProblemSink& problems_;
  std::string path_;  // valid UTF-8
};

/// Reads a file. Throws nothing for a bad file; @return false when a sink asked to stop.
using ReadFunction = bool (*)(const Source& source, const Output& output);

/// One row of the registry.
struct ReaderEntry {
  std::string_view name;                         ///< of the format, for people
  std::span<const std::string_view> extensions;  ///< lower case, with the dot
  ReadFunction read;                             ///< nullptr: an isolated format
};

/// The reader of an isolated format, by the name that its row has.
struct IsolatedReader {
  std::string_view name;
  ReadFunction read;
};

/// All readers. The table lives as long as the program.
std::span<const ReaderEntry> registry() noexcept;

/// The row for the file's extension, whatever its case, or nullptr.
const ReaderEntry* find_reader(const std::filesystem::path& file);

/// Reads one file with the reader that its extension asks for; see tvar::read_file.
bool read_placed(const Source& source, const PlacedSink& documents, const ProblemSink& problems);

// The functions of the rows.
bool read_plain_text(const Source& source, const Output& output);
bool read_html(const Source& source, const Output& output);
bool read_markdown(const Source& source, const Output& output);
bool read_json_lines(const Source& source, const Output& output);
bool read_json(const Source& source, const Output& output);
bool read_csv(const Source& source, const Output& output);

}  // namespace tvar::readers
