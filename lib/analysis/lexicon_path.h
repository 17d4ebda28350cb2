// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Where the compiled lexicon is.
#pragma once

#include <filesystem>

namespace tvar::analysis {

/// `wanted` when it is not empty. Otherwise the first that exists of: share/tvar beside the library (or beside the
/// program that it is linked into), the place it was installed to, the build tree. The last candidate when none exists,
/// so that the error names a path.
std::filesystem::path find_lexicon(const std::filesystem::path& wanted);

}  // namespace tvar::analysis
