// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What a reader is: a function from one file to documents and problems. Each format has its own .cpp, which alone
/// knows the library it needs, and one row in the registry.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
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

/// The file at hand.
struct Source {
  std::filesystem::path path;
  std::string id;  ///< of the document, when the file holds one
  std::uint64_t max_document_bytes = kMaxDocumentBytes;
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

 private:
  [[nodiscard]] std::string place(std::uint64_t line) const;

  const Source& source_;
  const PlacedSink& documents_;
  const ProblemSink& problems_;
  std::string path_;  // valid UTF-8
};

/// One row of the registry.
struct ReaderEntry {
  std::string_view name;                         ///< of the format, for people
  std::span<const std::string_view> extensions;  ///< lower case, with the dot
  /// Reads the file. Throws nothing for a bad file; @return false when a sink asked to stop.
  bool (*read)(const Source& source, const Output& output);
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

}  // namespace tvar::readers
