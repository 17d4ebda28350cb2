// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/generations.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <string>
#include <vector>

#include "index/output_file.h"
#include "index/store.h"
#include "index/store_error.h"

namespace tvar::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGenerationPrefix = "gen-";
constexpr const char* kSetAsideMark = "set-aside";

void sync(const fs::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw system_error(path, "open", errno);
  const int failure = ::fsync(fd) == 0 ? 0 : errno;
  ::close(fd);
  if (failure != 0) throw system_error(path, "sync", failure);
}

// Entries whose name begins so, collected first: removing while listing may skip some.
std::vector<fs::path> entries(const fs::path& directory, std::string_view beginning) {
  std::vector<fs::path> found;
  std::error_code error;
  fs::directory_iterator entry(directory, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (entry->path().filename().string().rfind(beginning, 0) == 0) found.push_back(entry->path());
  }
  return found;
}

}  // namespace

fs::path scratch_path(const fs::path& index) {
  // Canonical: "pages.tvar/", "." and a link to the index mean one place.
  std::error_code error;
  fs::path real = fs::weakly_canonical(index, error);
  if (error) real = index;
  if (!real.has_filename()) real = real.parent_path();
  return real.string() + ".loading";
}

void remove_scratch(const fs::path& index) noexcept {
  try {
    const fs::path scratch = scratch_path(index);
    std::error_code ignored;
    for (const fs::path& entry : entries(scratch, "segment-")) fs::remove_all(entry, ignored);
    fs::remove(scratch, ignored);  // not when there is something else in it
  } catch (const std::exception&) {
    return;
  }
}

void remove_leftovers(const fs::path& index, const Manifest& current, const Manifest& working) {
  remove_scratch(index);
  std::error_code ignored;
  for (const fs::path& entry : entries(index, kGenerationPrefix)) {
    if (entry != generation_path(index, current) && entry != generation_path(index, working)) {
      fs::remove_all(entry, ignored);
    }
  }
  fs::remove(manifest_path(index).string() + ".new", ignored);
}

std::optional<Manifest> find_set_aside(const fs::path& index, const Manifest& current) {
  Manifest newest = current;
  for (const fs::path& entry : entries(index, kGenerationPrefix)) {
    const std::string number = entry.filename().string().substr(kGenerationPrefix.size());
    Manifest found;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), found.generation);
    const bool is_number = error == std::errc() && end == number.data() + number.size();
    if (is_number && found.generation > newest.generation && fs::exists(entry / kSetAsideMark))
      newest = found;
  }
  if (newest.generation == current.generation) return std::nullopt;
  return newest;
}

void mark_set_aside(const fs::path& index, const Manifest& generation) {
  const fs::path directory = generation_path(index, generation);
  OutputFile(directory / kSetAsideMark).close();
  sync(directory, O_DIRECTORY);
}

void unmark_set_aside(const fs::path& index, const Manifest& generation) noexcept {
  std::error_code ignored;
  fs::remove(generation_path(index, generation) / kSetAsideMark, ignored);
}

std::uint64_t directory_bytes(const fs::path& directory) {
  std::uint64_t bytes = 0;
  for (const fs::path& file : entries(directory, "")) {
    std::error_code gone;
    if (fs::is_directory(fs::symlink_status(file, gone))) {
      bytes += directory_bytes(file);
      continue;
    }
    const std::uintmax_t size = fs::file_size(file, gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

void sync_generation(const fs::path& index, const Manifest& manifest) {
  const fs::path generation = generation_path(index, manifest);
  for (const fs::path& file : entries(generation, "")) sync(file, 0);
  sync(generation, O_DIRECTORY);
  sync(index, O_DIRECTORY);
}

}  // namespace tvar::store
