// SPDX-License-Identifier: GPL-2.0-or-later
// A disk that fills up: the error says so, and the index is as it was. Skipped where nothing can be mounted.
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <string>

#include "tests/lib/readers/read_result.h"
#include "tvar/error.h"
#include "tvar/reader.h"
#include "tvar/searcher.h"

namespace tvar {
namespace {

class FullDisk : public testing::TestWithParam<LoadMethod> {
 protected:
  void SetUp() override {
    disk_ = folder_.path() / "disk";
    std::filesystem::create_directory(disk_);
    if (::mount("tvar-test", disk_.c_str(), "tmpfs", 0, "size=1m") != 0)
      GTEST_SKIP() << "can't mount a small disk";
    mounted_ = true;
  }
  ~FullDisk() override {
    if (mounted_) ::umount2(disk_.c_str(), MNT_DETACH);
  }

  readers::TemporaryFolder folder_;
  std::filesystem::path disk_;
  bool mounted_ = false;
};

TEST_P(FullDisk, LeavesTheIndexWhole) {
  std::string lines;
  for (int i = 0; i < 4000; ++i) {
    lines += R"({"id":"d)" + std::to_string(i) + R"(","text":"dům slovo)" + std::to_string(i) +
             " a jiné číslo" + std::to_string(i * 7) + "\"}\n";
  }
  const std::filesystem::path input = folder_.write("in.jsonl", lines);
  Schema schema = Schema::default_schema();
  schema.stemmer = "none";
  {
    IndexWriter writer = IndexWriter::open(disk_ / "index", schema);
    writer.upsert({.id = "kept", .fields = {{"text", "dům"}}});
    writer.commit();
    try {
      load_paths(writer, {input}, {.method = GetParam()});
      writer.commit();
      FAIL() << "the disk is too large";
    } catch (const Error& error) {
      EXPECT_EQ(to_string(error.code()), "disk_full") << error.what();
      EXPECT_NE(std::string(error.what()).find("no space left on the disk"), std::string::npos)
          << error.what();
    }
    EXPECT_EQ(Searcher::open(disk_ / "index").search("dům").total().lower, 1U);
  }
  EXPECT_FALSE(std::filesystem::exists(disk_ / "index.loading"));
  EXPECT_EQ(Searcher::open(disk_ / "index").search("dům").total().lower, 1U);
  // Nothing of a bulk load takes up room. Tables that a direct one has made larger stay so: their room is used again,
  // but the disk is full for everything else.
  if (GetParam() == LoadMethod::direct) return;
  IndexWriter writer = IndexWriter::open(disk_ / "index", schema);
  writer.upsert({.id = "another", .fields = {{"text", "dům"}}});
  writer.commit();
  EXPECT_EQ(Searcher::open(disk_ / "index").search("dům").total().lower, 2U);
}

INSTANTIATE_TEST_SUITE_P(Methods, FullDisk, testing::Values(LoadMethod::direct, LoadMethod::bulk),
                         [](const auto& method) {
                           return method.param == LoadMethod::bulk ? "Bulk" : "Direct";
                         });

}  // namespace
}  // namespace tvar
