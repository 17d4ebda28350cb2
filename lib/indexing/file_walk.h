// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From the paths that a user names to the files to be read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tvar/reader.h"

namespace tvar::indexing {

struct FoundFile {
  std::filesystem::path path;
  std::string id;           ///< relative to the folder it was found in, with '/', valid UTF-8
  std::uint64_t bytes = 0;  ///< its size when it was found
};

struct FoundFiles {
  std::vector<FoundFile> files;  ///< in the order of reading
  std::uint64_t ignored = 0;     ///< in folders, of kinds that no reader knows
};

/// Lists the files below `paths`, in their order; those of a folder in the order of their names' bytes, and recursively.
/// Hidden entries and symbolic links to folders are passed over in folders; what is named itself is always taken.
/// Missing paths and folders that can't be listed are problems, and so are two files with one id: the later one
/// would silently replace the earlier.
[[nodiscard]] FoundFiles find_files(const std::vector<std::filesystem::path>& paths,
                                    const ProblemSink& problems);

}  // namespace tvar::indexing
