// SPDX-License-Identifier: GPL-2.0-or-later
// A bulk load against the plain writer: what is found must be the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/lib/readers/read_result.h"
#include "tvar/error.h"
#include "tvar/maintenance.h"
#include "tvar/reader.h"
#include "tvar/searcher.h"

namespace tvar {
namespace {

namespace fs = std::filesystem;
using readers::TemporaryFolder;
using Strings = std::vector<std::string>;

class BulkLoad : public testing::Test {
 protected:
  /// Some running text, always the same for the same number.
  static std::string words(unsigned number, int count) {
    static constexpr const char* kWords[] = {"dům",  "byt",   "azylový", "město",      "škola",
                                             "rada", "zápis", "obec",    "les",        "řeka",
                                             "most", "práce", "úřad",    "partnerství"};
    std::string text;
    std::uint32_t state = number * 2654435761U + 1;
    for (int i = 0; i < count; ++i) {
      state = state * 1664525U + 1013904223U;
      text += kWords[(state >> 16U) % std::size(kWords)];
      text += i % 9 == 8 ? ". " : " ";
    }
    return text;
  }

  static std::string line(unsigned number, unsigned version) {
    static constexpr const char* kTowns[] = {"Brno", "Přerov", "Břeclav", "Zlín"};
    return R"({"id":"d)" + std::to_string(number) + R"(","title":")" + words(number + version, 3) +
           R"(","text":")" + words(number * 7 + version, 20 + static_cast<int>(number % 60)) +
           R"(","town":")" + kTowns[(number + version) % 4] + R"(","year":)" +
           std::to_string(2000 + (number + version) % 20) + "}\n";
  }

  static std::string lines(unsigned from, unsigned to, unsigned version) {
    std::string text;
    for (unsigned i = from; i < to; ++i) text += line(i, version);
    return text;
  }

  IndexWriter writer(const std::string& name, const WriterOptions& options = {}) {
    Schema schema = Schema::default_schema();
    schema.stemmer = "none";
    return IndexWriter::open(folder_.path() / name, schema, options);
  }

  LoadReport load(const std::string& index, const fs::path& input, LoadMethod method, unsigned threads = 2) {
    IndexWriter writing = writer(index, {.threads = threads});
    LoadReport report = load_paths(writing, {input}, {.method = method});
    writing.commit();
    return report;
  }

  /// All that searches say about an index.
  [[nodiscard]] Strings answers(const std::string& index) const {
    const Searcher searcher = Searcher::open(folder_.path() / index);
    Strings said;
    for (const char* query : {"dům", "azylový byt", "\"rada obec\"", "title:les", ""}) {
      for (const char* order : {"", "year"}) {
        SearchOptions options{.facets = {"town", "year"}, .limit = 3000, .snippet_length = 0};
        if (*order != '\0') options.sort.field = order;
        const ResultPage page = searcher.search(query, options);
        said.push_back(std::string(query) + " " + order + " " + std::to_string(page.total().lower));
        Strings hits;
        for (const Hit& hit : page.hits()) {
          char score[40];
          std::snprintf(score, sizeof score, "%.17g", hit.score);
          hits.push_back(hit.id + " " + score);
        }
        // Equal years stand in the order in which the documents came; a replaced one keeps its place or not.
        if (*order != '\0') std::sort(hits.begin(), hits.end());
        said.insert(said.end(), hits.begin(), hits.end());
        for (const FacetResult& facet : page.facets()) {
          for (const FacetCount& count : facet.values)
            said.push_back(count.value + "=" + std::to_string(count.count));
        }
      }
    }
    return said;
  }

  TemporaryFolder folder_;
};

TEST_F(BulkLoad, GivesTheSameAnswersAsThePlainWriter) {
  // Lines that are handed out (more than 512 kB of them), and files that the threads read; some ids in both.
  folder_.write("first/a.jsonl", lines(0, 1500, 0));
  for (unsigned i = 0; i < 40; ++i) folder_.write("first/b/" + std::to_string(i) + ".txt", words(i, 50));
  folder_.write("first/c.jsonl", lines(1400, 1600, 3));
  folder_.write("second/a.jsonl", lines(100, 300, 5) + lines(1700, 1800, 0));
  folder_.write("third/a.jsonl", lines(0, 1300, 6));

  for (const char* step : {"first", "second", "third"}) {
    const LoadReport plain = load("plain", folder_.path() / step, LoadMethod::direct);
    const Strings expected = answers("plain");
    for (const unsigned threads : {1U, 4U}) {
      const std::string index = "bulk" + std::to_string(threads);
      const LoadReport report = load(index, folder_.path() / step, LoadMethod::bulk, threads);
      EXPECT_EQ(report.documents, plain.documents);
      EXPECT_EQ(report.files, plain.files);
      EXPECT_EQ(report.bytes, plain.bytes);
      EXPECT_TRUE(answers(index) == expected) << step << " with threads: " << threads;
    }
  }
}

TEST_F(BulkLoad, ReportsProblemsAndProgressInTheOrderOfFiles) {
  for (unsigned i = 0; i < 30; ++i) {
    folder_.write("in/" + std::to_string(100 + i) + ".jsonl",
                  i % 3 == 0 ? lines(i * 40, i * 40 + 40, 0) + "broken\n" : lines(i * 40, i * 40 + 400, 0));
  }
  std::string big = lines(5000, 7000, 0) + "broken\n" + R"({"id":"bad","year":"loni"})" + "\n";
  folder_.write("in/105.jsonl", big);
  const auto run = [&](LoadMethod method, Strings& seen) {
    IndexWriter writing = writer(method == LoadMethod::bulk ? "bulk" : "plain", {.threads = 4});
    return load_paths(
        writing, {folder_.path() / "in"},
        {.progress =
             [&seen, files = std::uint64_t{0},
              bytes = std::uint64_t{0}](const LoadProgress& progress) mutable {
               EXPECT_LE(bytes, progress.bytes);
               bytes = progress.bytes;
               // While the tables are written it is asked now and then whether to go on, with no file at hand, and so it is
               // within a large file.
               const bool is_between = std::exchange(files, progress.files) == progress.files;
               if (is_between && (!progress.current.empty() || files == progress.files_total)) return true;
               seen.push_back(std::to_string(progress.files) + " " + std::to_string(progress.bytes) + " " +
                              std::to_string(progress.documents) + " " + std::string(progress.current));
               return true;
             },
         .method = method});
  };
  Strings plain_seen;
  Strings bulk_seen;
  const LoadReport plain = run(LoadMethod::direct, plain_seen);
  const LoadReport bulk = run(LoadMethod::bulk, bulk_seen);
  EXPECT_EQ(bulk_seen, plain_seen);
  ASSERT_EQ(bulk.problems.size(), 12U);
  ASSERT_EQ(plain.problems.size(), 12U);
  for (std::size_t i = 0; i < 12; ++i) {
    EXPECT_EQ(bulk.problems[i].where, plain.problems[i].where);
    EXPECT_EQ(bulk.problems[i].message, plain.problems[i].message);
  }
}

TEST_F(BulkLoad, IsSeenWhenItIsCommitted) {
  folder_.write("a.jsonl", lines(0, 10, 0));
  IndexWriter writing = writer("index");
  load_paths(writing, {folder_.path() / "a.jsonl"}, {.method = LoadMethod::bulk});
  EXPECT_EQ(writing.document_count(), 10U);
  EXPECT_EQ(Searcher::open(folder_.path() / "index").stats().documents, 0U);
  writing.commit();
  EXPECT_EQ(Searcher::open(folder_.path() / "index").stats().documents, 10U);
}

TEST_F(BulkLoad, ChangesThatWaitAreNotLost) {
  folder_.write("a.jsonl", lines(0, 10, 0));
  IndexWriter writing = writer("index");
  writing.upsert({.id = "mine", .fields = {{"text", "dům"}}});
  load_paths(writing, {folder_.path() / "a.jsonl"}, {.method = LoadMethod::bulk});
  writing.commit();
  EXPECT_EQ(Searcher::open(folder_.path() / "index").stats().documents, 11U);
}

TEST_F(BulkLoad, CancellingLeavesTheWriterAsItWas) {
  for (unsigned i = 0; i < 50; ++i)
    folder_.write("in/" + std::to_string(i) + ".jsonl", lines(i * 100, i * 100 + 100, 0));
  IndexWriter writing = writer("index", {.threads = 3});
  writing.upsert({.id = "mine", .fields = {{"text", "dům"}}});
  writing.commit();
  EXPECT_THROW(load_paths(writing, {folder_.path() / "in"},
                          {.progress = [](const LoadProgress& progress) { return progress.files < 7; },
                           .method = LoadMethod::bulk}),
               Error);
  EXPECT_FALSE(fs::exists(folder_.path() / "index.loading"));
  EXPECT_EQ(writing.document_count(), 1U);
  writing.upsert({.id = "another", .fields = {{"text", "dům"}}});
  writing.commit();
  EXPECT_EQ(Searcher::open(folder_.path() / "index").stats().documents, 2U);
}

TEST_F(BulkLoad, AFailingThreadEndsTheLoad) {
  folder_.write("a.jsonl", lines(0, 5000, 0));
  IndexWriter writing = writer("index", {.threads = 3});
  // Threads write the file that this directory is in the way of.
  std::filesystem::create_directories(folder_.path() / "index.loading/segment-load/docdata.glass");
  try {
    load_paths(writing, {folder_.path() / "a.jsonl"}, {.method = LoadMethod::bulk});
    FAIL() << "not thrown";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("docdata.glass: can't create: Is a directory"),
              std::string::npos)
        << error.what();
  }
  EXPECT_EQ(writing.document_count(), 0U);
  load_paths(writing, {folder_.path() / "a.jsonl"}, {.method = LoadMethod::bulk});
  EXPECT_EQ(writing.document_count(), 5000U);
}

TEST_F(BulkLoad, ADocumentThatWouldNotFitIntoMemoryIsAProblem) {
  folder_.write("in/a.txt", std::string(14U << 20U, 'a'));
  folder_.write("in/b.txt", "dům");
  for (const LoadMethod method : {LoadMethod::direct, LoadMethod::bulk}) {
    IndexWriter writing = writer("index", {.memory = 64U << 20U});
    const LoadReport report = load_paths(writing, {folder_.path() / "in"}, {.method = method});
    EXPECT_EQ(report.documents, 1U);
    ASSERT_EQ(report.problems.size(), 1U);
    EXPECT_EQ(report.problems[0].message, "is larger than 12.8 MiB, the most a document may have");
  }
}

// Its size says nothing of that.
TEST_F(BulkLoad, SoIsADocumentOfTooManyDifferentWords) {
  std::string text;
  for (unsigned i = 0; i < 300'000; ++i) text += "w" + std::to_string(i) + " ";
  folder_.write("in/a.txt", text);
  folder_.write("in/b.txt", "dům");
  for (const LoadMethod method : {LoadMethod::direct, LoadMethod::bulk}) {
    IndexWriter writing = writer("index", {.memory = 64U << 20U});
    const LoadReport report = load_paths(writing, {folder_.path() / "in"}, {.method = method});
    EXPECT_EQ(report.documents, 1U);
    ASSERT_EQ(report.problems.size(), 1U);
    EXPECT_EQ(report.problems[0].message,
              "document 'a.txt' has too many different words: they take more than 25 MiB of memory");
  }
  IndexWriter writing = writer("index", {.memory = 1U << 30U});
  EXPECT_EQ(load_paths(writing, {folder_.path() / "in"}, {.method = LoadMethod::bulk}).documents, 2U);
}

// Text of that length is more than any buffer holds: stored bytes, terms and positions.
TEST_F(BulkLoad, ADocumentOfMegabytesIsFoundAndGivenBack) {
  std::string text;
  for (unsigned i = 0; i < 120'000; ++i) text += words(i, 12) + " ";
  text += "konec";
  folder_.write("in/a.txt", text);
  IndexWriter writing = writer("index", {.memory = 64U << 20U});
  ASSERT_EQ(load_paths(writing, {folder_.path() / "in"}, {.method = LoadMethod::bulk}).documents, 1U);
  writing.commit();
  const Searcher searcher = Searcher::open(folder_.path() / "index");
  EXPECT_EQ(searcher.search("konec").total().lower, 1U);
  const std::optional<Document> found = searcher.find("a.txt");
  ASSERT_TRUE(found.has_value());
  EXPECT_GT(text.size(), std::size_t{8} << 20U);
  EXPECT_TRUE(found->value("text") == text);
}

TEST_F(BulkLoad, TheLastStepOfARebuildCanBeStopped) {
  folder_.write("a.jsonl", lines(0, 500, 0));
  load("index", folder_.path() / "a.jsonl", LoadMethod::bulk);
  const Strings before = answers("index");
  const fs::path index = folder_.path() / "index";
  bool all_were_done = false;
  try {
    reindex(index, {}, [&](std::uint64_t documents) {
      // Called with the last result, and again while the tables are written.
      return documents < 500 || !std::exchange(all_were_done, true);
    });
    FAIL() << "not stopped";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::cancelled);
    EXPECT_EQ(std::string(error.what()), index.string() + ": building it anew was stopped");
  }
  try {
    optimize(index, [] { return false; });
    FAIL() << "not stopped";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::cancelled);
    EXPECT_EQ(std::string(error.what()), index.string() + ": writing it anew was stopped");
  }
  EXPECT_EQ(answers("index"), before);
  EXPECT_FALSE(fs::exists(index.string() + ".loading"));
  optimize(index, [] { return true; });
  EXPECT_EQ(answers("index"), before);
}

}  // namespace
}  // namespace tvar
