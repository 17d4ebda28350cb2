// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/index_location.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace tvar::cli {
namespace {

namespace fs = std::filesystem;

class IndexLocation : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = ::testing::TempDir() + "tvar_location_XXXXXX";
    root_ = ::mkdtemp(name.data());
    fs::create_directories(root_ / "a/b/c");
  }
  void TearDown() override { fs::remove_all(root_); }

  fs::path root_;
};

TEST_F(IndexLocation, IsTheNearestUpwards) {
  fs::create_directory(root_ / ".tvar");
  EXPECT_EQ(nearest_index(root_ / "a/b/c"), root_ / ".tvar");
  fs::create_directory(root_ / "a/b/.tvar");
  EXPECT_EQ(nearest_index(root_ / "a/b/c"), root_ / "a/b/.tvar");
  EXPECT_EQ(nearest_index(root_ / "a/b"), root_ / "a/b/.tvar");
  EXPECT_EQ(nearest_index(root_ / "a"), root_ / ".tvar");
}

TEST_F(IndexLocation, IsADirectory) {
  std::ofstream(root_ / "a/.tvar") << "a file of this name is something else\n";
  fs::create_directory(root_ / ".tvar");
  EXPECT_EQ(nearest_index(root_ / "a"), root_ / ".tvar");
}

TEST_F(IndexLocation, OptionBeatsEnvironmentBeatsNearest) {
  EXPECT_EQ(find_index("named", "environment"), "named");
  EXPECT_EQ(find_index(std::nullopt, "environment"), "environment");
  EXPECT_EQ(find_index("", "environment"),
            "");  // wrong, and said so by the library, not silently another one
}

}  // namespace
}  // namespace tvar::cli
