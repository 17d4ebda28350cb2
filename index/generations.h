// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The directories of an index, and what a writer that died left in them.
#pragma once

#include <cstdint>
#include <filesystem>

#include "index/format.h"

namespace tvar::store {

/// Removes segments of a load that was cut short, and generations that the manifest does not name. Only while the
/// index is locked. What is not ours stays.
void remove_leftovers(const std::filesystem::path& index, const Manifest& manifest);

/// Removes the segments. Failures are ignored: the next writer tries again.
void remove_scratch(const std::filesystem::path& index) noexcept;

/// Size of the files in a directory.
std::uint64_t directory_bytes(const std::filesystem::path& directory);

/// Makes a finished generation durable: its files and the directories that name them.
void sync_generation(const std::filesystem::path& index, const Manifest& manifest);

}  // namespace tvar::store
