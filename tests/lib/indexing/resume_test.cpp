// SPDX-License-Identifier: GPL-2.0-or-later
// Loads that are stopped, set aside and resumed: in the end the index is as if nobody had stopped them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "tests/lib/readers/read_result.h"
#include "tests/support/seed.h"
#include "tvar/maintenance.h"
#include "tvar/reader.h"
#include "tvar/searcher.h"

namespace tvar {
namespace {

namespace fs = std::filesystem;
using readers::TemporaryFolder;
using Strings = std::vector<std::string>;

constexpr int kLines = 3000;

class Resume : public testing::Test {
 protected:
  void SetUp() override {
    for (int i = 0; i < 60; ++i) {
      write("a" + std::to_string(i) + ".txt", "Soubor " + std::to_string(i) + " " + words(i, 400));
    }
    write_lines(kLines, "první");
    write("z/poslední.txt", "konec");
  }

  void write(const std::string& name, const std::string& text) const { folder_.write("in/" + name, text); }

  /// Large enough to be handed out line by line, so that a load may stop within it.
  void write_lines(int count, const std::string& version) const {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text += R"({"id":"line)" + std::to_string(i) + R"(","text":")" + version + " " + words(i, 40) + "\"}\n";
    }
    write("m.jsonl", text);
  }

  static std::string words(int from, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "slovo" + std::to_string((from * 7 + i * 13) % 997) + " ";
    return text;
  }

  [[nodiscard]] IndexWriter open(const std::string& name, bool resume = false) const {
    Schema schema = Schema::default_schema();
    schema.stemmer = "none";
    return IndexWriter::open(folder_.path() / name, schema, {.threads = 2, .resume = resume});
  }

  /// Stops at that call of `progress`.
  LoadReport load(IndexWriter& writer, int stop_at = -1, LoadMethod method = LoadMethod::bulk) const {
    int calls = 0;
    return load_paths(writer, {folder_.path() / "in"},
                      {.progress = [&](const LoadProgress&) { return ++calls != stop_at; },
                       .method = method,
                       .synchronise = true,
                       .finish_when_stopped = true});
  }

  LoadReport load_stopped_in_the_first_files(IndexWriter& writer) const {
    return load_paths(writer, {folder_.path() / "in"},
                      {.progress = [](const LoadProgress& progress) { return progress.files == 0; },
                       .method = LoadMethod::bulk,
                       .synchronise = true,
                       .finish_when_stopped = true});
  }

  void load_whole(const std::string& name) const {
    IndexWriter writer = open(name);
    ASSERT_FALSE(load(writer).stopped);
    writer.commit();
  }

  /// All that is stored, and one number about what is indexed.
  [[nodiscard]] Strings content(const std::string& name) const {
    Strings list;
    for_each_document(folder_.path() / name, [&list](const Document& document) {
      std::string line = document.id;
      for (const FieldValue& field : document.fields) line += "|" + field.name + "=" + field.value;
      list.push_back(line);
      return true;
    });
    std::sort(list.begin(), list.end());
    const Searcher searcher = Searcher::open(folder_.path() / name);
    list.push_back("slovo5: " + std::to_string(searcher.search("slovo5", {.limit = 0}).total().lower));
    return list;
  }

  [[nodiscard]] std::uint64_t documents(const std::string& name) const {
    return Searcher::open(folder_.path() / name).stats().documents;
  }

  TemporaryFolder folder_;
};

TEST_F(Resume, GivesWhatAnUninterruptedLoadGives) {
  load_whole("whole");
  const Strings expected = content("whole");
  std::mt19937_64 random(test_seed());
  std::uniform_int_distribution<int> moment(1, 90);
  for (int round = 0; round < 3; ++round) {
    fs::remove_all(folder_.path() / "part");
    int stops = 0;
    for (bool stopped = true; stopped;) {
      IndexWriter writer = open("part", true);
      EXPECT_EQ(writer.resumed(), stops > 0);
      // Later ones have less to do, and are not stopped any more in the end.
      stopped = load(writer, moment(random)).stopped;
      if (!stopped) {
        writer.commit();
        break;
      }
      ++stops;
      ASSERT_TRUE(writer.set_aside());
      ASSERT_EQ(documents("part"), 0U) << "seen before it is complete";
    }
    EXPECT_EQ(content("part"), expected) << "after " << stops << " stops";
  }
}

TEST_F(Resume, ReadsOnlyWhatIsMissing) {
  {
    IndexWriter writer = open("part");
    const LoadReport report = load(writer, 20);
    EXPECT_TRUE(report.stopped);
    EXPECT_GE(report.files, 19U);
    ASSERT_TRUE(writer.set_aside());
  }
  IndexWriter writer = open("part", true);
  EXPECT_TRUE(writer.resumed());
  const LoadReport report = load(writer);
  EXPECT_GE(report.unchanged, 19U);
  EXPECT_EQ(report.unchanged + report.files, 62U);
}

TEST_F(Resume, ReadsAgainWhatChangedMeanwhile) {
  {
    IndexWriter writer = open("part");
    // All files are done, so that each change below is one of a file that was kept.
    ASSERT_FALSE(load(writer).stopped);
    ASSERT_TRUE(writer.set_aside());
  }
  write("a1.txt", "docela jiný text");
  fs::remove(folder_.path() / "in/a2.txt");
  fs::rename(folder_.path() / "in/a3.txt", folder_.path() / "in/moved.txt");
  write_lines(kLines / 2, "druhá");
  {
    IndexWriter writer = open("part", true);
    ASSERT_FALSE(load(writer).stopped);
    writer.commit();
  }
  load_whole("whole");
  EXPECT_EQ(content("part"), content("whole"));
}

TEST_F(Resume, ForgetsLinesOfAFileThatWasReadInPart) {
  {
    IndexWriter writer = open("part");
    const LoadReport report = load(writer, 65);  // sixty files come before it
    EXPECT_TRUE(report.stopped);
    EXPECT_GT(report.documents, 60U);
    EXPECT_LT(report.documents, 60U + kLines);
    ASSERT_TRUE(writer.set_aside());
  }
  write_lines(1, "druhá");
  {
    IndexWriter writer = open("part", true);
    ASSERT_FALSE(load(writer).stopped);
    writer.commit();
  }
  EXPECT_EQ(documents("part"), 62U);
}

TEST_F(Resume, LeavesWhatTheIndexHadUntilItIsComplete) {
  load_whole("index");
  const Strings before = content("index");
  for (int i = 0; i < 60; ++i) write("a" + std::to_string(i) + ".txt", "nová verze " + words(i, 300));
  write_lines(kLines, "druhá");
  {
    IndexWriter writer = open("index");
    ASSERT_TRUE(load(writer, 30).stopped);
    ASSERT_TRUE(writer.set_aside());
  }
  EXPECT_EQ(content("index"), before);
  {
    IndexWriter writer = open("index", true);
    ASSERT_FALSE(load(writer).stopped);
    writer.commit();
  }
  load_whole("whole");
  EXPECT_EQ(content("index"), content("whole"));
  EXPECT_FALSE(open("index", true).resumed());
}

TEST_F(Resume, KeepsWhatWasSetAsideWhenTheNextLoadIsGivenUp) {
  {
    IndexWriter writer = open("part");
    ASSERT_TRUE(load(writer, 20).stopped);
    ASSERT_TRUE(writer.set_aside());
  }
  for (const LoadMethod method : {LoadMethod::bulk, LoadMethod::direct}) {
    IndexWriter writer = open("part", true);
    ASSERT_TRUE(load(writer, 1, method).stopped);  // and not set aside
  }
  IndexWriter writer = open("part", true);
  EXPECT_TRUE(writer.resumed());
  ASSERT_FALSE(load(writer).stopped);
  writer.commit();
  load_whole("whole");
  EXPECT_EQ(content("part"), content("whole"));
}

TEST_F(Resume, DirectLoadsGoOnTooButCannotBegin) {
  {
    IndexWriter writer = open("part");
    ASSERT_TRUE(load(writer, 5, LoadMethod::direct).stopped);
    EXPECT_FALSE(writer.set_aside());
  }
  EXPECT_FALSE(open("part", true).resumed());
  {
    IndexWriter writer = open("part");
    ASSERT_TRUE(load(writer, 20).stopped);
    ASSERT_TRUE(writer.set_aside());
  }
  {
    IndexWriter writer = open("part", true);
    ASSERT_TRUE(load(writer, 1, LoadMethod::direct).stopped);
    EXPECT_TRUE(writer.set_aside());
  }
  {
    IndexWriter writer = open("part", true);
    ASSERT_FALSE(load(writer, -1, LoadMethod::direct).stopped);
    writer.commit();
  }
  load_whole("whole");
  EXPECT_EQ(content("part"), content("whole"));
}

TEST_F(Resume, AnotherWriterDropsIt) {
  {
    IndexWriter writer = open("part");
    ASSERT_TRUE(load(writer, 20).stopped);
    ASSERT_TRUE(writer.set_aside());
  }
  EXPECT_FALSE(open("part").resumed());
  EXPECT_FALSE(open("part", true).resumed());
  EXPECT_FALSE(fs::exists(folder_.path() / "part/gen-2"));
}

TEST_F(Resume, AStoppedLoadThatIsCommittedKeepsWhatItHasNotBegun) {
  // More than threads can have in their hands when the first of them has come back.
  for (int i = 0; i < 250; ++i) write("b" + std::to_string(i) + ".txt", words(i, 400));
  load_whole("index");
  for (int i = 0; i < 250; ++i) write("b" + std::to_string(i) + ".txt", "nová verze " + words(i, 400));
  write_lines(kLines, "druhá");
  IndexWriter writer = open("index");
  ASSERT_TRUE(load_stopped_in_the_first_files(writer).stopped);
  writer.commit();
  EXPECT_EQ(documents("index"), 311U + kLines);
  EXPECT_EQ(Searcher::open(folder_.path() / "index").search("druhá", {.limit = 0}).total().lower, 0U);
}

TEST_F(Resume, ALoadThatIsStoppedBeforeItReadsChangesNothing) {
  load_whole("index");
  const Strings before = content("index");
  for (int i = 0; i < 60; ++i) write("a" + std::to_string(i) + ".txt", "nová verze " + words(i, 300));
  write_lines(kLines, "druhá");
  fs::remove(folder_.path() / "in/z/poslední.txt");
  IndexWriter writer = open("index");
  const LoadReport report = load(writer, 1);  // while it looks at what the files repeat
  EXPECT_TRUE(report.stopped);
  EXPECT_EQ(report.files, 0U);
  EXPECT_FALSE(writer.set_aside());
  writer.commit();
  EXPECT_EQ(content("index"), before);
}

}  // namespace
}  // namespace tvar
