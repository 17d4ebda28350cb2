// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <thread>

#include "index/store.h"
#include "tests/support/expect_error.h"
#include "tests/support/temp_dir.h"

namespace tvar::store {
namespace {

using tvar::testing::expect_error;
using tvar::testing::TempDir;
using tvar::testing::write_file;
using Ids = std::vector<std::string>;

IndexInfo test_info() {
  IndexInfo info;
  info.schema.stemmer = "none";
  info.schema.fields = {{.name = "text"}};
  info.analyzer = "none/1";
  info.program = "0.0.0";
  return info;
}

PreparedDocument document(const std::string& id, const std::string& word) {
  PreparedDocument prepared;
  prepared.id = id;
  prepared.data = word + " of " + id;
  prepared.add_posting(word, 1);
  prepared.add_posting("všude", 2);
  return prepared;
}

class BulkLoadTest : public ::testing::Test {
 protected:
  Writer writer() { return Writer::open(index(), test_info()); }
  std::filesystem::path index() { return directory_ / "pages.tvar"; }
  std::filesystem::path scratch() { return directory_ / "pages.tvar.loading"; }

  Ids found(const std::string& word) {
    MatchRequest request;
    request.query = Node::make_term(word);
    request.limit = 10000;
    Ids ids;
    for (const Match& match : Reader::open(index()).match(request).matches) ids.push_back(match.id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  std::string data(const std::string& id) { return Reader::open(index()).find(id).value_or("none"); }

  /// Documents d0, d1 … with this word, `size` in each of `segments`, beginning with number `first`.
  static void fill(BulkLoad& load, std::size_t first, std::size_t segments, std::size_t size,
                   const std::string& word, std::size_t from = 0) {
    for (std::size_t i = 0; i < segments; ++i) {
      BulkLoad::Segment segment = load.segment(first + i);
      for (std::size_t k = 0; k < size; ++k)
        segment.add(document("d" + std::to_string(from + i * size + k), word));
      segment.finish();
    }
  }

  void load(const std::string& word, std::size_t documents, std::size_t from = 0, const Ids& removed = {}) {
    Writer writing = writer();
    BulkLoad loading = writing.begin_load();
    for (const std::string& id : removed) loading.remove(id);
    fill(loading, 0, documents, 1, word, from);
    writing.finish_load(std::move(loading));
    writing.commit();
  }

  TempDir directory_;
};

TEST_F(BulkLoadTest, IsSeenWhenItIsCommittedAndNotBefore) {
  Writer writing = writer();
  BulkLoad loading = writing.begin_load();
  fill(loading, 0, 3, 2, "dům");
  EXPECT_TRUE(std::filesystem::exists(scratch()));
  writing.finish_load(std::move(loading));
  EXPECT_FALSE(std::filesystem::exists(scratch()));
  EXPECT_EQ(writing.document_count(), 6U);
  EXPECT_EQ(found("dům"), Ids{});
  writing.commit();
  EXPECT_EQ(found("dům"), (Ids{"d0", "d1", "d2", "d3", "d4", "d5"}));
  EXPECT_TRUE(std::filesystem::exists(index() / "gen-2"));
  EXPECT_FALSE(std::filesystem::exists(index() / "gen-1"));
}

TEST_F(BulkLoadTest, SegmentsAreMergedOnTheWayWhateverTheirOrder) {
  Writer writing = writer();
  BulkLoad loading = writing.begin_load();
  // 2100 segments are two levels of merging, the last few of each left over; most are empty.
  for (std::size_t number = 2100; number-- > 0;) {
    BulkLoad::Segment segment = loading.segment(number);
    if (number % 7 == 0)
      segment.add(document("d" + std::to_string(number % 50), "w" + std::to_string(number)));
    segment.finish();
  }
  writing.finish_load(std::move(loading));
  writing.commit();
  EXPECT_EQ(found("všude").size(), 50U);
  // The highest numbers that divide by 7 and are 49 and 0 modulo 50, not those that came last.
  EXPECT_EQ(data("d49"), "w1799 of d49");
  EXPECT_EQ(data("d0"), "w1750 of d0");
}

TEST_F(BulkLoadTest, TheLastVersionInASegmentCounts) {
  Writer writing = writer();
  BulkLoad loading = writing.begin_load();
  BulkLoad::Segment segment = loading.segment(0);
  segment.add(document("a", "dům"));
  segment.add(document("b", "dům"));
  segment.add(document("a", "byt"));
  segment.finish();
  writing.finish_load(std::move(loading));
  writing.commit();
  EXPECT_EQ(found("dům"), Ids{"b"});
  EXPECT_EQ(found("byt"), Ids{"a"});
}

TEST_F(BulkLoadTest, ReplacesDocumentsOfTheIndex) {
  load("dům", 10);
  // Few of the old ones: they are deleted. Most of them: the others are copied. Then all.
  load("byt", 3, 8);
  EXPECT_EQ(found("dům"), (Ids{"d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7"}));
  EXPECT_EQ(found("byt"), (Ids{"d10", "d8", "d9"}));
  load("kolo", 9);
  EXPECT_EQ(found("dům"), Ids{});
  EXPECT_EQ(found("byt"), (Ids{"d10", "d9"}));
  EXPECT_EQ(found("kolo").size(), 9U);
  EXPECT_EQ(data("d10"), "byt of d10");
  load("les", 11);
  EXPECT_EQ(found("les").size(), 11U);
  EXPECT_EQ(found("všude").size(), 11U);
}

TEST_F(BulkLoadTest, RemovesWhatTheLoadDoesNotHave) {
  load("dům", 10);
  load("byt", 2, 0, {"d1", "d5", "unknown"});
  EXPECT_EQ(found("byt"), (Ids{"d0", "d1"}));
  EXPECT_EQ(found("dům"), (Ids{"d2", "d3", "d4", "d6", "d7", "d8", "d9"}));
  load("kolo", 1, 20, {"d2", "d3", "d4", "d6", "d7", "d8", "d9"});
  EXPECT_EQ(found("všude"), (Ids{"d0", "d1", "d20"}));
}

TEST_F(BulkLoadTest, DirectChangesFollowALoad) {
  Writer writing = writer();
  BulkLoad loading = writing.begin_load();
  fill(loading, 0, 4, 1, "dům");
  writing.finish_load(std::move(loading));
  EXPECT_FALSE(writing.has_changes());
  EXPECT_TRUE(writing.remove("d1"));
  writing.upsert(document("d2", "byt"));
  EXPECT_TRUE(writing.has_changes());
  writing.commit();
  EXPECT_EQ(found("všude"), (Ids{"d0", "d2", "d3"}));
  EXPECT_EQ(found("byt"), Ids{"d2"});
}

TEST_F(BulkLoadTest, TwoLoadsMayBeCommittedAtOnce) {
  Writer writing = writer();
  for (const std::size_t from : {0U, 2U}) {
    BulkLoad loading = writing.begin_load();
    fill(loading, 0, 3, 1, "w" + std::to_string(from), from);
    writing.finish_load(std::move(loading));
  }
  writing.commit();
  EXPECT_EQ(found("w0"), (Ids{"d0", "d1"}));
  EXPECT_EQ(found("w2"), (Ids{"d2", "d3", "d4"}));
  EXPECT_FALSE(std::filesystem::exists(index() / "gen-2"));
}

TEST_F(BulkLoadTest, WhatIsNotCommittedLeavesNothingBehind) {
  load("dům", 2);
  {
    Writer writing = writer();
    BulkLoad given_up = writing.begin_load();
    fill(given_up, 0, 2, 1, "byt");
  }
  EXPECT_FALSE(std::filesystem::exists(scratch()));
  {
    Writer writing = writer();
    BulkLoad loading = writing.begin_load();
    fill(loading, 0, 2, 1, "byt");
    writing.finish_load(std::move(loading));
  }
  EXPECT_FALSE(std::filesystem::exists(index() / "gen-3"));
  EXPECT_EQ(found("dům"), (Ids{"d0", "d1"}));
}

TEST_F(BulkLoadTest, TheNextWriterRemovesWhatADeadOneLeft) {
  load("dům", 2);
  std::filesystem::create_directories(scratch() / "segment-0-7");
  std::filesystem::create_directories(index() / "gen-3");
  write_file(index() / "gen-3" / "postlist.glass", "half");
  write_file(scratch() / "notes.txt", "somebody else's");
  writer();
  EXPECT_FALSE(std::filesystem::exists(scratch() / "segment-0-7"));
  EXPECT_FALSE(std::filesystem::exists(index() / "gen-3"));
  EXPECT_TRUE(std::filesystem::exists(scratch() / "notes.txt"));
  EXPECT_EQ(found("dům"), (Ids{"d0", "d1"}));
}

TEST_F(BulkLoadTest, ReadersAnswerThroughoutAndFollow) {
  const auto load_many = [this](const std::string& word, std::size_t from) {
    Writer writing = writer();
    BulkLoad loading = writing.begin_load();
    fill(loading, 0, 2, 100, word, from);
    writing.finish_load(std::move(loading));
    writing.commit();
  };
  load_many("dům", 0);
  Reader reading = Reader::open(index());
  MatchRequest request;
  request.query = Node::make_term("dům");
  load_many("byt", 200);
  EXPECT_EQ(reading.match(request).lower, 200U);
  EXPECT_EQ(reading.find("d250"), std::nullopt);
  EXPECT_TRUE(reading.reopen());
  EXPECT_EQ(reading.find("d250"), "byt of d250");
  // Outrun within the generation, which then goes away: the reader follows.
  for (int round = 0; round < 3; ++round) {
    Writer writing = writer();
    for (int i = 0; i < 200; ++i) writing.upsert(document("d" + std::to_string(i), "dům"));
    writing.commit();
  }
  load_many("byt", 400);
  EXPECT_EQ(reading.match(request).lower, 200U);
}

TEST_F(BulkLoadTest, ManyThreadsFillSegments) {
  Writer writing = writer();
  BulkLoad loading = writing.begin_load();
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&loading, thread] {
      for (std::size_t number = thread; number < 100; number += 4)
        fill(loading, number, 1, 5, "dům", number * 5);
    });
  }
  for (std::thread& thread : threads) thread.join();
  writing.finish_load(std::move(loading));
  writing.commit();
  EXPECT_EQ(found("dům").size(), 500U);
}

}  // namespace
}  // namespace tvar::store
