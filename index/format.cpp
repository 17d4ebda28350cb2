// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/format.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

#include "index/store_error.h"

namespace tvar::store {
namespace {

constexpr std::string_view kReindexHint =
    "Build the index anew from its source documents with this version of tvar.";
constexpr std::string_view kUpgradeHint = "Use a newer version of tvar.";
constexpr std::string_view kMagic = "tvar-index";

// A way in which indexes differ that a version number would hide. A reader must know those flagged r, a writer also
// those flagged w.
struct Feature {
  std::string_view name;
  std::string_view flags;
};
constexpr std::array kFeatures = {
    Feature{"exact_positions", "w"},  // before mixed_lemmas: all exact-form terms carry positions
    Feature{"data_parts", "rw"},      // data of large documents is stored in parts
    Feature{"facts", "rw"},           // the schema has fields that are filled from prose
    Feature{"file_records", "w"},     // which files the documents came from, and in which state they were
    Feature{"hierarchies", "rw"},     // the schema has fields whose values are paths
    Feature{"metadata_words", "rw"},  // the schema has fields whose words are found with those of the text
    Feature{"mixed_lemmas", "rw"},    // lemmas of several forms have their positions under another term
    Feature{"organizations", "rw"},   // the schema has a list of organisations
    Feature{"value_lists", "rw"},     // facet slots hold sorted lists joined by 0x1F
};

const Feature* known_feature(std::string_view name) {
  for (const Feature& feature : kFeatures) {
    if (feature.name == name) return &feature;
  }
  return nullptr;
}

// A schema has keys that older programs take for mistakes. They are told why they can't read it, and an index without
// such keys stays open to them.
bool is_used(const Feature& feature, const Schema& schema) {
  const auto any_field = [&schema](const auto& has) {
    return std::any_of(schema.fields.begin(), schema.fields.end(), has);
  };
  if (feature.name == "exact_positions") return false;
  if (feature.name == "facts") return any_field([](const Field& field) { return field.facts > 0; });
  if (feature.name == "hierarchies") return any_field([](const Field& field) { return field.hierarchy; });
  if (feature.name == "metadata_words") return any_field([](const Field& field) { return field.words; });
  if (feature.name == "organizations") return !schema.organizations.empty();
  return true;
}

std::string feature_lines(const Schema& schema) {
  std::string lines;
  for (const Feature& feature : kFeatures) {
    if (!is_used(feature, schema)) continue;
    lines.append(feature.name).append(" ").append(feature.flags).append("\n");
  }
  return lines;
}

std::optional<int> to_int(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

Error corrupt(const std::filesystem::path& path, std::string_view what) {
  return {ErrorCode::corrupt, path.string() + ": " + std::string(what), std::string(kReindexHint)};
}

void check_features(const std::string& lines, const std::filesystem::path& index, Access access) {
  std::istringstream stream(lines);
  std::string name;
  std::string flags;
  while (stream >> name >> flags) {
    if (known_feature(name) != nullptr) continue;
    const char needed = access == Access::read ? 'r' : 'w';
    const bool blocks = flags.find(needed) != std::string::npos || flags.find('r') != std::string::npos;
    if (blocks) {
      throw Error(
          ErrorCode::format_too_new,
          index.string() + ": the index uses the feature '" + name + "', which this version does not know",
          std::string(kUpgradeHint));
    }
  }
}

int check_version(const std::string& text, const std::filesystem::path& index) {
  if (text.empty()) throw corrupt(index, "a Xapian database, but not one of tvar");
  const std::optional<int> format = to_int(text);
  if (!format) throw corrupt(index, "the format version of the index is damaged");
  const std::string versions =
      "; this version of tvar reads " + std::to_string(kOldestFormat) + " to " + std::to_string(kFormat);
  if (*format > kFormat) {
    throw Error(ErrorCode::format_too_new, index.string() + ": the index has format " + text + versions,
                std::string(kUpgradeHint));
  }
  if (*format < kOldestFormat) {
    throw Error(ErrorCode::format_too_old, index.string() + ": the index has format " + text + versions,
                std::string(kReindexHint));
  }
  return *format;
}

// FNV-1a over the lines above it: tells a torn or edited manifest from a whole one.
std::string checksum(std::string_view lines) {
  std::uint64_t state = 0xcbf29ce484222325U;
  for (const char byte : lines) state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  std::array<char, 17> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + 16, state, 16);
  return {text.data(), end};
}

// An open file that is closed on every way out; close_checked reports what close(2) says.
class File {
 public:
  File(const std::filesystem::path& path, int flags) : path_(path), fd_(::open(path.c_str(), flags, 0666)) {
    if (fd_ < 0) throw system_error(path, "open", errno);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
      if (written < 0) {
        if (errno == EINTR) continue;
        throw system_error(path_, "write", errno);
      }
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void sync() {
    if (::fsync(fd_) != 0) throw system_error(path_, "sync", errno);
  }

 private:
  std::filesystem::path path_;
  int fd_;
};

std::string manifest_lines(const Manifest& manifest) {
  return std::string(kMagic) + " " + std::to_string(kFormat) + "\ngeneration " +
         std::to_string(manifest.generation) + "\n";
}

}  // namespace

void add_feature(Xapian::WritableDatabase& database, std::string_view name) {
  std::string lines = database.get_metadata("tvar.features");
  if (("\n" + lines).find("\n" + std::string(name) + " ") != std::string::npos) return;
  lines.append(name).append(" ").append(known_feature(name)->flags).append("\n");
  database.set_metadata("tvar.features", lines);
}

void read_notes(const Xapian::Database& database, std::string_view prefix, const NoteVisitor& visit) {
  const std::string beginning(prefix);
  for (auto key = database.metadata_keys_begin(beginning); key != database.metadata_keys_end(beginning);
       ++key) {
    visit(*key, database.get_metadata(*key));
  }
}

std::map<std::string, std::string> info_entries(const IndexInfo& info) {
  return {{"tvar.format", std::to_string(kFormat)},
          {"tvar.features", feature_lines(info.schema)},
          {"tvar.schema", info.schema.to_yaml()},
          {"tvar.analyzer", info.analyzer},
          {"tvar.program", info.program}};
}

void write_info(Xapian::WritableDatabase& database, const IndexInfo& info) {
  for (const auto& [key, value] : info_entries(info)) database.set_metadata(key, value);
}

IndexInfo read_info(const Xapian::Database& database, const std::filesystem::path& index, Access access) {
  IndexInfo info;
  info.format = check_version(database.get_metadata("tvar.format"), index);
  check_features(database.get_metadata("tvar.features"), index, access);
  try {
    info.schema = Schema::parse_yaml(database.get_metadata("tvar.schema"));
  } catch (const Error& error) {
    throw corrupt(index, std::string("the schema stored in the index can't be read: ") + error.what());
  }
  info.analyzer = database.get_metadata("tvar.analyzer");
  info.program = database.get_metadata("tvar.program");
  return info;
}

std::filesystem::path manifest_path(const std::filesystem::path& index) {
  return index / "tvar-index";
}

std::filesystem::path generation_path(const std::filesystem::path& index, const Manifest& manifest) {
  return index / ("gen-" + std::to_string(manifest.generation));
}

bool names_databases(const std::filesystem::path& generation) {
  std::error_code ignored;
  return std::filesystem::exists(generation / "XAPIANDB", ignored);
}

Manifest read_manifest(const std::filesystem::path& index) {
  const std::filesystem::path path = manifest_path(index);
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    const int reason = errno;
    if (reason != ENOENT && reason != ENOTDIR) throw system_error(path, "read", reason);
    throw Error(ErrorCode::not_found, index.string() + ": there is no tvar index here",
                "Name the directory of an index, or make one with 'tvar index'.");
  }
  std::string magic;
  std::string format;
  std::string keyword;
  std::string generation;
  std::string sum_keyword;
  std::string sum;
  stream >> magic >> format >> keyword >> generation >> sum_keyword >> sum;
  if (magic != kMagic) throw corrupt(path, "not a manifest of tvar");
  check_version(format, index);
  const std::optional<int> number = to_int(generation);
  const std::string lines = magic + " " + format + "\n" + keyword + " " + generation + "\n";
  if (!number || *number == 0 || keyword != "generation" || sum_keyword != "checksum" ||
      sum != checksum(lines)) {
    throw corrupt(path, "the manifest of the index is damaged");
  }
  return {static_cast<unsigned>(*number)};
}

void write_manifest(const std::filesystem::path& index, const Manifest& manifest) {
  const std::filesystem::path path = manifest_path(index);
  const std::filesystem::path temporary = path.string() + ".new";
  const std::string lines = manifest_lines(manifest);
  {
    File file(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    file.write(lines + "checksum " + checksum(lines) + "\n");
    file.sync();
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) throw system_error(path, "replace", errno);
  File(index, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
}

}  // namespace tvar::store
