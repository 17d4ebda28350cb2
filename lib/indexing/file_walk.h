// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// From the paths that a user names to the files to be read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "lib/indexing/load_scope.h"
#include "tvar/reader.h"

namespace tvar::indexing {

struct FoundFile {
  std::filesystem::path path;
  std::string id;            ///< relative to the folder it was found in, with '/', valid UTF-8
  std::uint64_t bytes = 0;   ///< its size when it was found
  std::int64_t changed = 0;  ///< when it was last written: nanoseconds since 1970
};

struct FoundFiles {
  std::vector<FoundFile> files;                 ///< in the order of reading
  std::uint64_t ignored = 0;                    ///< in folders, of kinds that no reader knows
  std::uint64_t hidden = 0;                     ///< entries of folders whose name begins with a dot
  std::uint64_t links = 0;                      ///< links to folders
  std::uint64_t excluded = 0;                   ///< entries that a .tvarignore names; folders count once
  std::vector<std::filesystem::path> roots;     ///< folders that were named and found
  std::vector<std::filesystem::path> unlisted;  ///< folders whose content is not known
  LoadScope scope;                              ///< what was looked at
};

/// Lists the files below `paths`, in their order; those of a folder in the order of their names' bytes, and recursively.
/// Hidden entries, symbolic links to folders and what a .tvarignore names (see ignore_rules.h) are passed over in
/// folders; what is named itself is always taken.
/// Missing paths and folders that can't be listed are problems, and so are two files with one id: the later one
/// would silently replace the earlier.
/// @param scope  what is not in it is passed over without a word, and not counted
[[nodiscard]] FoundFiles find_files(const std::vector<std::filesystem::path>& paths,
                                    const ProblemSink& problems, const LoadScope& scope = {});

}  // namespace tvar::indexing
