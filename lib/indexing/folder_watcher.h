// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Which files change, as the kernel tells it (inotify). All that knows how it is told is in the .cpp.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <set>
#include <vector>

namespace tvar::indexing {

/// What has changed: paths of files, and of folders as a whole.
struct FolderChanges {
  /// Changes were lost, or a folder that was named came back: everything is to be looked at.
  bool everything = false;
  /// New, changed, moved (both places) and removed; folders that are new or gone, and those whose .tvarignore changed.
  std::set<std::filesystem::path> paths;

  [[nodiscard]] bool empty() const noexcept { return !everything && paths.empty(); }
};

/// Watches files and folders, and all folders below these, also those that come later. Files of kinds that no reader knows,
/// hidden entries and links to folders are passed over, as by a load. Changes that another machine makes on a
/// network disk are not told, nor those behind a link.
class FolderWatcher {
 public:
  /// Changes are told from here on. A path that does not exist is waited for when its folder does.
  /// @param left_out  paths that are not looked into: the index itself, which may lie in a folder that is watched
  /// @throws Error io when the system can't watch (so much)
  FolderWatcher(std::vector<std::filesystem::path> paths, std::vector<std::filesystem::path> left_out);
  FolderWatcher(const FolderWatcher&) = delete;
  FolderWatcher& operator=(const FolderWatcher&) = delete;
  ~FolderWatcher();

  /// Waits for a change, so long at most or until a signal comes, and adds what there is to `changes`.
  /// @return whether there was any
  /// @throws Error as above
  bool wait(std::chrono::milliseconds timeout, FolderChanges& changes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tvar::indexing
