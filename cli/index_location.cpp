// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/index_location.h"

#include <system_error>

namespace tvar::cli {

std::optional<std::filesystem::path> nearest_index(const std::filesystem::path& start) {
  for (std::filesystem::path folder = start;; folder = folder.parent_path()) {
    std::error_code failure;
    std::filesystem::path candidate = folder / ".tvar";
    if (std::filesystem::is_directory(candidate, failure)) return candidate;
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

std::optional<std::filesystem::path> find_index(const std::optional<std::string>& named,
                                                const std::string& environment) {
  if (named) return std::filesystem::path(*named);
  if (!environment.empty()) return std::filesystem::path(environment);
  std::error_code failure;
  const std::filesystem::path here = std::filesystem::current_path(failure);
  if (failure) return std::nullopt;  // the working directory is gone
  return nearest_index(here);
}

}  // namespace tvar::cli
