// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <utility>

#include "lib/indexing/file_walk.h"
#include "lib/readers/reader.h"
#include "lib/text/utf8.h"
#include "tvar/error.h"
#include "tvar/reader.h"

namespace tvar {
inline namespace v1 {
namespace {

/// One run over the files.
class Load {
 public:
  Load(IndexWriter& writer, const LoadOptions& options) : writer_(writer), options_(options) {}

  LoadReport run(const std::vector<std::filesystem::path>& paths) {
    const ProblemSink problems = [this](ReadProblem&& problem) { take(std::move(problem)); };
    const indexing::FoundFiles found = indexing::find_files(paths, problems);
    report_.ignored = found.ignored;
    progress_.files_total = found.files.size();
    for (const indexing::FoundFile& file : found.files) progress_.bytes_total += file.bytes;
    for (const indexing::FoundFile& file : found.files) {
      read(file, problems);
      tell(file);
    }
    return std::move(report_);
  }

 private:
  void read(const indexing::FoundFile& file, const ProblemSink& problems) {
    const std::uint64_t documents_before = report_.documents;
    file_failed_ = false;
    const readers::Source source{.path = file.path, .id = file.id};
    readers::read_placed(
        source, [this](Document&& document, const std::string& where) { return upsert(document, where); },
        problems);
    if (file_failed_ && report_.documents == documents_before) return;
    ++report_.files;
    report_.bytes += file.bytes;
  }

  /// A document that the index can't take is a problem of that document; anything else is one of the index.
  bool upsert(const Document& document, const std::string& where) {
    try {
      writer_.upsert(document);
      ++report_.documents;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::invalid_argument) throw;
      take({ReadProblem::Severity::error, where, error.what()});
    }
    return true;
  }

  void take(ReadProblem&& problem) {
    if (problem.severity == ReadProblem::Severity::error) file_failed_ = true;
    report_.problems.push_back(std::move(problem));
  }

  void tell(const indexing::FoundFile& file) {
    ++progress_.files;
    progress_.bytes += file.bytes;
    progress_.documents = report_.documents;
    if (!options_.progress) return;
    const std::string path = text::repair_utf8(file.path.string());
    progress_.current = path;
    const bool go_on = options_.progress(progress_);
    progress_.current = {};
    if (!go_on) throw Error(ErrorCode::cancelled, path + ": loading was stopped here");
  }

  IndexWriter& writer_;
  const LoadOptions& options_;
  LoadReport report_;
  LoadProgress progress_;
  bool file_failed_ = false;  // the file at hand had an error
};

}  // namespace

std::uint64_t read_paths(const std::vector<std::filesystem::path>& paths, const DocumentSink& documents,
                         const ProblemSink& problems) {
  std::uint64_t files = 0;
  bool go_on = true;
  for (const indexing::FoundFile& file : indexing::find_files(paths, problems).files) {
    if (!go_on) break;
    go_on = readers::read_placed(
        {.path = file.path, .id = file.id},
        [&](Document&& document, const std::string&) { return documents(std::move(document)); }, problems);
    ++files;
  }
  return files;
}

LoadReport load_paths(IndexWriter& writer, const std::vector<std::filesystem::path>& paths,
                      const LoadOptions& options) {
  return Load(writer, options).run(paths);
}

}  // namespace v1
}  // namespace tvar
