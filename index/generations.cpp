// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/generations.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <vector>

#include "index/store.h"
#include "index/store_error.h"

namespace tvar::store {
namespace {

namespace fs = std::filesystem;

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

void remove_leftovers(const fs::path& index, const Manifest& manifest) {
  remove_scratch(index);
  const fs::path current = generation_path(index, manifest);
  std::error_code ignored;
  for (const fs::path& entry : entries(index, "gen-")) {
    if (entry != current) fs::remove_all(entry, ignored);
  }
  fs::remove(manifest_path(index).string() + ".new", ignored);
}

std::uint64_t directory_bytes(const fs::path& directory) {
  std::uint64_t bytes = 0;
  for (const fs::path& file : entries(directory, "")) {
    std::error_code gone;
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
