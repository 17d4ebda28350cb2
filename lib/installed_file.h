// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Files that are installed beside the library: the lexicon, the helper that reads risky formats.
#pragma once

#include <filesystem>
#include <string_view>

namespace tvar {

/// The first that exists of: `installed`, relative to the folder of the library (or of the program that it is linked
/// into); the same one folder higher, where the library's folder is lib/ARCHITECTURE; `built`, in the build tree. The
/// first candidate when none exists, so that the error names a path.
[[nodiscard]] std::filesystem::path find_installed_file(std::string_view installed, std::string_view built);

}  // namespace tvar
