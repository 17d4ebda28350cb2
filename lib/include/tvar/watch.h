// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// An index that follows its files.
///
///     tvar::watch_paths("pages.tvar", {"minutes/"}, {
///         .updated = [](const tvar::LoadReport& report) { … },
///         .go_on = [] { return !stop; }});
///
/// Each change of a file is in the index a moment later; in between other programs may write to the index, too.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "tvar/error.h"
#include "tvar/export.h"
#include "tvar/index_writer.h"
#include "tvar/reader.h"
#include "tvar/schema.h"

namespace tvar {
inline namespace v1 {

struct WatchOptions {
  WriterOptions writer = {};
  /// Of an index that is made; see IndexWriter::open.
  std::optional<Schema> schema = std::nullopt;
  /// See ReadOptions::reader.
  std::filesystem::path reader = {};
  /// Files are read when nothing has changed for so long, so that one that is written in pieces is read once…
  std::chrono::milliseconds quiet{200};
  /// …and, when there is no such pause, so long after the first change.
  std::chrono::milliseconds patience{2000};
  /// As LoadOptions::progress, in each update. False stops the update, with nothing of it committed, and the watching.
  std::function<bool(const LoadProgress&)> progress = {};
  /// Called after each commit, when the index has been let go, with what it holds: first after the load of what had
  /// changed before the watching began, then for each update in which a file had changed or was a problem.
  std::function<void(const LoadReport&)> updated = {};
  /// Another program writes to the index; called once, then it is waited for.
  std::function<void(const Error&)> waiting = {};
  /// Asked several times a second, and when a signal comes; false stops.
  std::function<bool()> go_on = {};
};

/// Synchronises the index with the paths (LoadOptions::synchronise), and again whenever a file below them changes,
/// until it is stopped. The index is open only during an update. Linux tells of the changes that programs of this
/// machine make; when there were too many at once, everything is looked at.
/// @throws Error io when the folders can't be watched, and what IndexWriter::open, load_paths and commit throw, but for
///         locked and cancelled
TVAR_EXPORT void watch_paths(const std::filesystem::path& index,
                             const std::vector<std::filesystem::path>& paths, const WatchOptions& options);

}  // namespace v1
}  // namespace tvar
