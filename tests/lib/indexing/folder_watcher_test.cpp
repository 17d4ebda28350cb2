// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/folder_watcher.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "tests/lib/readers/read_result.h"

namespace tvar::indexing {
namespace {

namespace fs = std::filesystem;
using readers::TemporaryFolder;
using std::chrono::milliseconds;
using Strings = std::vector<std::string>;

class FolderWatcherTest : public testing::Test {
 protected:
  FolderWatcherTest() { fs::create_directories(in()); }
  [[nodiscard]] fs::path in() const { return folder_.path() / "in"; }

  /// What was told until now, relative to the folder of the test. A file at the end says that all before it was told.
  Strings told(FolderWatcher& watcher) {
    const fs::path mark = folder_.write("in/mark.txt", "");
    FolderChanges changes;
    while (!changes.paths.contains(mark) && !changes.everything) {
      if (!watcher.wait(milliseconds(10'000), changes)) return {"nothing within ten seconds"};
    }
    Strings list;
    if (changes.everything) list.emplace_back("everything");
    for (const fs::path& path : changes.paths) {
      if (path != mark) list.push_back(path.lexically_relative(folder_.path()).string());
    }
    return list;
  }

  TemporaryFolder folder_;
};

TEST_F(FolderWatcherTest, TellsNewChangedMovedAndRemovedFiles) {
  folder_.write("in/changed.txt", "a");
  folder_.write("in/removed.txt", "a");
  folder_.write("in/from.txt", "a");
  folder_.write("in/same.txt", "a");
  FolderWatcher watcher({in()}, {});
  folder_.write("in/new.txt", "a");
  folder_.write("in/changed.txt", "b");
  fs::remove(in() / "removed.txt");
  fs::rename(in() / "from.txt", in() / "to.txt");
  fs::create_symlink("same.txt", in() / "link.txt");
  EXPECT_EQ(told(watcher), (Strings{"in/changed.txt", "in/from.txt", "in/link.txt", "in/new.txt",
                                    "in/removed.txt", "in/to.txt"}));
  EXPECT_EQ(told(watcher), Strings());
}

TEST_F(FolderWatcherTest, PassesOverWhatALoadDoes) {
  folder_.write("in/index/lock", "");
  FolderWatcher watcher({in()}, {in() / "index"});
  folder_.write("in/photo.jpeg", "a");
  folder_.write("in/.hidden.txt", "a");
  folder_.write("in/.git/a.txt", "a");
  folder_.write("in/index/gen-2/a.txt", "a");
  folder_.write("beside.txt", "a");
  EXPECT_EQ(told(watcher), Strings());
}

TEST_F(FolderWatcherTest, SeesAFileWhenItIsClosed) {
  FolderWatcher watcher({in()}, {});
  std::ofstream open(in() / "long.txt");
  open << "beginning" << std::flush;
  EXPECT_EQ(told(watcher), Strings());
  open << "end";
  open.close();
  EXPECT_EQ(told(watcher), Strings{"in/long.txt"});
}

TEST_F(FolderWatcherTest, FollowsNewFoldersToAnyDepth) {
  FolderWatcher watcher({in()}, {});
  fs::create_directories(in() / "a/b");
  EXPECT_EQ(told(watcher).front(), "in/a");
  folder_.write("in/a/b/deep.txt", "a");
  EXPECT_EQ(told(watcher), Strings{"in/a/b/deep.txt"});
}

TEST_F(FolderWatcherTest, FollowsAFolderThatMoves) {
  folder_.write("in/old/deep/a.txt", "a");
  FolderWatcher watcher({in()}, {});
  fs::rename(in() / "old", in() / "new");
  EXPECT_EQ(told(watcher), (Strings{"in/new", "in/old"}));
  folder_.write("in/new/deep/a.txt", "b");
  EXPECT_EQ(told(watcher), Strings{"in/new/deep/a.txt"});
  // What has left is watched no more.
  fs::rename(in() / "new", folder_.path() / "gone");
  EXPECT_EQ(told(watcher), Strings{"in/new"});
  folder_.write("gone/deep/a.txt", "c");
  EXPECT_EQ(told(watcher), Strings());
}

TEST_F(FolderWatcherTest, TellsTheFolderOfChangedRules) {
  folder_.write("in/sub/a.txt", "a");
  FolderWatcher watcher({in()}, {});
  folder_.write("in/sub/.tvarignore", "a.txt");
  EXPECT_EQ(told(watcher), Strings{"in/sub"});
}

TEST_F(FolderWatcherTest, WatchesANamedFileAlone) {
  const fs::path file = folder_.write("notes.txt", "a");
  FolderWatcher watcher({file, in()}, {});
  folder_.write("other.txt", "a");
  folder_.write("notes.txt", "b");
  EXPECT_EQ(told(watcher), Strings{"notes.txt"});
  // Editors replace a file by another one.
  folder_.write("notes.new", "c");
  fs::rename(folder_.path() / "notes.new", file);
  EXPECT_EQ(told(watcher), Strings{"notes.txt"});
}

TEST_F(FolderWatcherTest, WaitsForANamedFolderToComeBack) {
  fs::create_directories(folder_.path() / "mounted");
  FolderWatcher watcher({folder_.path() / "mounted", in()}, {});
  fs::remove(folder_.path() / "mounted");
  EXPECT_EQ(told(watcher), Strings{"mounted"});
  fs::create_directories(folder_.path() / "mounted");
  EXPECT_EQ(told(watcher), Strings{"mounted"});
  folder_.write("mounted/a.txt", "a");
  EXPECT_EQ(told(watcher), Strings{"mounted/a.txt"});
}

TEST_F(FolderWatcherTest, AsksForEverythingWhenChangesWereLost) {
  std::ifstream limit("/proc/sys/fs/inotify/max_queued_events");
  int events = 0;
  if (!(limit >> events) || events > 200'000) GTEST_SKIP() << "the queue of this system is too long to fill";
  const fs::path a = folder_.write("in/a.txt", "a");
  const fs::path b = folder_.write("in/b.txt", "b");
  FolderWatcher watcher({in()}, {});
  // Equal events that follow each other would count as one.
  for (int i = 0; i <= events; i += 2) {
    fs::permissions(a, fs::perms::owner_read | fs::perms::owner_write);
    fs::permissions(b, fs::perms::owner_read | fs::perms::owner_write);
  }
  // A folder whose making was among what was lost.
  fs::create_directories(in() / "unseen");
  FolderChanges changes;
  while (!changes.everything) ASSERT_TRUE(watcher.wait(milliseconds(10'000), changes));
  folder_.write("in/unseen/c.txt", "c");
  EXPECT_EQ(told(watcher), Strings{"in/unseen/c.txt"});
}

TEST_F(FolderWatcherTest, DoesNotWaitLongerThanIsAsked) {
  FolderWatcher watcher({in()}, {});
  FolderChanges changes;
  EXPECT_FALSE(watcher.wait(milliseconds(0), changes));
  EXPECT_TRUE(changes.empty());
}

}  // namespace
}  // namespace tvar::indexing
