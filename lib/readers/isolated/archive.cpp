// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <istream>
#include <memory>
#include <string>
#include <utility>

#include "lib/readers/file_text.h"
#include "lib/readers/isolated/archive_members.h"
#include "lib/readers/isolated/nested.h"
#include "lib/readers/isolated/readers.h"
#include "lib/text/utf8.h"

namespace tvar::readers {
namespace {

/// Text is packed to a tenth, the repetitive lines of a database to a fiftieth; a bomb to a thousandth and less.
constexpr std::uint64_t kMaxRatio = 100;
/// Small archives may do what they like within this.
constexpr std::uint64_t kAlwaysAllowed = std::uint64_t{1} << 30U;

std::uint64_t max_unpacked(std::istream& file) {
  file.seekg(0, std::ios_base::end);
  const std::streamoff size = file.tellg();
  file.clear();
  file.seekg(0);
  return std::max(kAlwaysAllowed, size < 0 ? 0 : kMaxRatio * static_cast<std::uint64_t>(size));
}

/// As folders are read: ".git/config", "__MACOSX/._a.txt".
bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != std::string_view::npos;
}

/// @return false when the sink asked to stop
bool read_members(const Source& source, const Output& output, ArchiveMembers& members) {
  const std::string place = text::repair_utf8(source.path.string());
  std::uint64_t unknown = 0;
  while (members.next()) {
    if (is_hidden(members.name())) continue;
    if (find_reader(members.name()) == nullptr) {
      ++unknown;
    } else if (members.encrypted()) {
      output.problems()({ReadProblem::Severity::error, place + "/" + members.name(),
                         "is encrypted; it can't be read without its password"});
    } else if (!read_nested(source, output, source.id, place, members.name(), members.content())) {
      return false;
    }
  }
  if (unknown > 0) output.warning("files of other kinds in it, passed over: " + std::to_string(unknown));
  if (!members.error().empty()) output.error(members.error());
  return true;
}

bool read_archive(const Source& source, const Output& output, ArchiveKind kind) {
  if (refuse_nested_archive(source, output)) return true;
  const std::unique_ptr<std::istream> file = open_file(source, output);
  if (!file) return true;
  ArchiveMembers members(*file, kind, max_unpacked(*file));
  return read_members(source, output, members);
}

/// What a.txt.gz is called when it is unpacked.
std::filesystem::path unpacked_name(const std::filesystem::path& path) {
  return std::filesystem::path(path).replace_extension();
}

/// Reads the one file. Its id and its place are those of the file as it is on the disk.
bool read_unpacked(const Source& source, const Output& output, ArchiveMembers& members) {
  Source unpacked = source;
  unpacked.path = unpacked_name(source.path);
  unpacked.content = &members.content();
  unpacked.depth = source.depth + 1;
  const std::string path = text::repair_utf8(source.path.string());
  const std::string inner_path = text::repair_utf8(unpacked.path.string());
  const auto whole = [&](const std::string& where) {
    return path + where.substr(std::min(inner_path.size(), where.size()));
  };
  const PlacedSink documents = [&](Document&& document, const std::string& where) {
    for (FieldValue& field : document.fields) {
      if (field.name == "source" && field.value == inner_path) field.value = path;
    }
    return output.documents()(std::move(document), whole(where));
  };
  const ProblemSink problems = [&](ReadProblem&& problem) {
    if (!members.error().empty()) return;  // the caller tells it, with the reason
    problem.where = whole(problem.where);
    output.problems()(std::move(problem));
  };
  return read_placed(unpacked, documents, problems);
}

}  // namespace

bool read_zip(const Source& source, const Output& output) {
  return read_archive(source, output, ArchiveKind::zip);
}

bool read_tar(const Source& source, const Output& output) {
  return read_archive(source, output, ArchiveKind::tar);
}

bool read_compressed(const Source& source, const Output& output) {
  const ReaderEntry* const inner = find_reader(unpacked_name(source.path));
  if (inner != nullptr && inner->name == "tar") return read_tar(source, output);
  if (refuse_nested_archive(source, output)) return true;
  const std::unique_ptr<std::istream> file = open_file(source, output);
  if (!file) return true;
  ArchiveMembers members(*file, ArchiveKind::compressed, max_unpacked(*file));
  if (members.next()) {
    if (!read_unpacked(source, output, members)) return false;
  } else if (members.error().empty()) {
    output.warning(kEmpty);
  }
  if (!members.error().empty()) output.error(members.error());
  return true;
}

}  // namespace tvar::readers
