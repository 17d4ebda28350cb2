// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The directories of an index, and what a writer that died left in them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "index/format.h"

namespace tvar::store {

/// Removes segments of a load that was cut short, and generations that are neither of the two. Only while the index is
/// locked. What is not ours stays.
/// @param working  the generation that is worked on, or was set aside
void remove_leftovers(const std::filesystem::path& index, const Manifest& current, const Manifest& working);

/// The generation that was set aside, whole and durable, after the current one.
std::optional<Manifest> find_set_aside(const std::filesystem::path& index, const Manifest& current);
/// Marks a durable generation as such, and takes the mark away. The mark is a file in its directory: they go together.
void mark_set_aside(const std::filesystem::path& index, const Manifest& generation);
void unmark_set_aside(const std::filesystem::path& index, const Manifest& generation) noexcept;

/// Removes the segments. Failures are ignored: the next writer tries again.
void remove_scratch(const std::filesystem::path& index) noexcept;

/// Size of the files in a directory and below it. What a writer takes away meanwhile does not count.
std::uint64_t directory_bytes(const std::filesystem::path& directory);

/// Makes a finished generation durable: its files and the directories that name them.
void sync_generation(const std::filesystem::path& index, const Manifest& manifest);

}  // namespace tvar::store
