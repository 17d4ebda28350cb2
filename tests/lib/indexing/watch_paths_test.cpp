// SPDX-License-Identifier: GPL-2.0-or-later
// watch_paths(): what is in the index after changes of files. Nothing here depends on how long anything takes.
#include "tvar/watch.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lib/indexing/load_scope.h"
#include "tests/lib/readers/read_result.h"
#include "tests/support/load_report.h"

namespace tvar {
namespace {

namespace fs = std::filesystem;
using readers::TemporaryFolder;
using Strings = std::vector<std::string>;

class WatchTest : public ::testing::Test {
 protected:
  [[nodiscard]] fs::path index() const { return folder_.path() / "index"; }
  [[nodiscard]] fs::path in() const { return folder_.path() / "in"; }

  [[nodiscard]] Schema schema() const {
    Schema schema = Schema::default_schema();
    schema.stemmer = "none";
    return schema;
  }

  static Strings spelled(const LoadReport& report) {
    Strings lines = testing::changes_of(report);
    for (const ReadProblem& problem : report.problems) lines.push_back("! " + problem.message);
    return lines;
  }

  [[nodiscard]] Strings ids() const { return testing::texts_by_id(index()); }

  /// Watches "in", and makes the steps one after the other, each when the update before it was seen. @return what was seen
  std::vector<Strings> watch(const std::vector<std::function<void()>>& steps) {
    std::vector<Strings> seen;
    WatchOptions options{.schema = schema(), .quiet = std::chrono::milliseconds(20)};
    options.updated = [&](const LoadReport& report) {
      seen.push_back(spelled(report));
      if (seen.size() <= steps.size()) steps[seen.size() - 1]();
    };
    options.waiting = waiting_;
    // Not a measure of speed: without it a change that is not seen would be waited for for ever.
    const auto hopeless = std::chrono::steady_clock::now() + std::chrono::seconds(50);
    options.go_on = [&] {
      return seen.size() <= steps.size() && std::chrono::steady_clock::now() < hopeless;
    };
    watch_paths(index(), {in()}, options);
    return seen;
  }

  TemporaryFolder folder_;
  std::function<void(const Error&)> waiting_;
};

TEST_F(WatchTest, FollowsFilesAndFolders) {
  folder_.write("in/a.txt", "jedna");
  folder_.write("in/sub/b.txt", "dva");
  const auto seen = watch({
      [&] { folder_.write("in/a.txt", "jedna podruhé"); },
      [&] { folder_.write("in/new/deep/c.txt", "tři"); },
      [&] { fs::rename(in() / "sub", in() / "moved"); },
      [&] { fs::remove_all(in() / "new"); },
      [&] { folder_.write("in/.tvarignore", "a.txt\n"); },
  });
  EXPECT_EQ(seen, (std::vector<Strings>{{"+a.txt", "+sub/b.txt"},
                                        {"~a.txt"},
                                        {"+new/deep/c.txt"},
                                        {">sub/b.txt>moved/b.txt"},
                                        {"-new/deep/c.txt"},
                                        {"-a.txt"}}));
  EXPECT_EQ(ids(), Strings{"moved/b.txt=dva"});
}

TEST_F(WatchTest, KeepsDocumentsOfAFolderThatIsNotThere) {
  folder_.write("in/a.txt", "jedna");
  const auto seen = watch({
      [&] { fs::rename(in(), folder_.path() / "elsewhere"); },
      [&] {
        folder_.write("elsewhere/b.txt", "dva");
        fs::rename(folder_.path() / "elsewhere", in());
      },
  });
  EXPECT_EQ(seen, (std::vector<Strings>{{"+a.txt"}, {"! No such file or directory"}, {"+b.txt"}}));
  EXPECT_EQ(ids(), (Strings{"a.txt=jedna", "b.txt=dva"}));
}

TEST_F(WatchTest, WaitsForAnotherWriter) {
  folder_.write("in/a.txt", "jedna");
  std::optional<IndexWriter> other;
  Strings waits;
  waiting_ = [&](const Error& error) {
    waits.emplace_back(to_string(error.code()));
    other.reset();
  };
  const auto seen = watch({[&] {
    other.emplace(IndexWriter::open(index()));
    folder_.write("in/b.txt", "dva");
  }});
  EXPECT_EQ(seen, (std::vector<Strings>{{"+a.txt"}, {"+b.txt"}}));
  EXPECT_EQ(waits, Strings{"locked"});
}

TEST_F(WatchTest, IsStoppedWithinALoad) {
  folder_.write("in/a.txt", "jedna");
  WatchOptions options{.schema = schema()};
  options.progress = [](const LoadProgress&) { return false; };
  options.updated = [](const LoadReport&) { ADD_FAILURE() << "nothing was committed"; };
  watch_paths(index(), {in()}, options);
  EXPECT_EQ(ids(), Strings());
}

TEST_F(WatchTest, FindsWhatChangedWhileNobodyWatched) {
  folder_.write("in/a.txt", "jedna");
  watch({});
  fs::rename(in() / "a.txt", in() / "b.txt");
  EXPECT_EQ(watch({}), (std::vector<Strings>{{">a.txt>b.txt"}}));
}

TEST(LoadScope, HasWhatIsNamedAndWhatIsBelow) {
  const indexing::LoadScope scope({"/in/a.txt", "/in/sub/"});
  EXPECT_TRUE(scope.has("/in/a.txt"));
  EXPECT_TRUE(scope.has("/in/sub"));
  EXPECT_TRUE(scope.has("/in/sub/deep/b.txt"));
  EXPECT_FALSE(scope.has("/in/subway"));
  EXPECT_FALSE(scope.has("/in"));
  EXPECT_TRUE(scope.touches("/in"));
  EXPECT_TRUE(scope.touches("/in/sub/deep"));
  EXPECT_FALSE(scope.touches("/in/su"));
  EXPECT_FALSE(scope.touches("/out"));
  EXPECT_FALSE(indexing::LoadScope(std::vector<fs::path>()).touches("/in"));
  EXPECT_TRUE(indexing::LoadScope().has("/in"));
}

}  // namespace
}  // namespace tvar
