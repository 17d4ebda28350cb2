// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Which index a command works on: --index, else $TVAR_INDEX, else the nearest `.tvar` upwards.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace tvar::cli {

/// The nearest directory called ".tvar" in `start` or one of the directories above it.
[[nodiscard]] std::optional<std::filesystem::path> nearest_index(const std::filesystem::path& start);

/// The index named by an option (nothing: not given) or the environment (empty: not set), else the nearest one.
[[nodiscard]] std::optional<std::filesystem::path> find_index(const std::optional<std::string>& named,
                                                              const std::string& environment);

}  // namespace tvar::cli
