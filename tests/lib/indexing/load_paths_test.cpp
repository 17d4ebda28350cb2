// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <istream>
#include <optional>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "lib/indexing/file_walk.h"
#include "tests/lib/readers/read_result.h"
#include "tvar/error.h"
#include "tvar/reader.h"
#include "tvar/searcher.h"

namespace tvar {
namespace {

namespace fs = std::filesystem;
using readers::TemporaryFolder;
using Strings = std::vector<std::string>;

/// What the walk finds: "id" of each file, in order.
Strings ids(const std::vector<fs::path>& paths, Strings* problems = nullptr,
            std::uint64_t* ignored = nullptr) {
  Strings found_problems;
  const indexing::FoundFiles found = indexing::find_files(
      paths, [&](ReadProblem&& problem) { found_problems.push_back(readers::spelled(problem, paths[0])); });
  Strings result;
  for (const indexing::FoundFile& file : found.files) result.push_back(file.id);
  if (problems != nullptr) *problems = found_problems;
  if (problems == nullptr) {
    EXPECT_EQ(found_problems, Strings());
  }
  if (ignored != nullptr) *ignored = found.ignored;
  return result;
}

TEST(FileWalk, ListsInTheOrderOfNames) {
  const TemporaryFolder folder;
  for (const char* name : {"b/2.txt", "b/10.txt", "b.txt", "a.md", "c/d/e.html", "Z.txt", "č.txt"}) {
    folder.write(name, "x");
  }
  const Strings expected = {"Z.txt", "a.md", "b/10.txt", "b/2.txt", "b.txt", "c/d/e.html", "č.txt"};
  EXPECT_EQ(ids({folder.path()}), expected);
  EXPECT_EQ(ids({folder.path() / ""}), expected);  // with a slash behind it
  EXPECT_EQ(ids({folder.path() / "b" / ".."}), expected);
}

TEST(FileWalk, PassesHiddenAndUnknownFilesOver) {
  const TemporaryFolder folder;
  for (const char* name : {".hidden.txt", ".tvar/a.txt", "a.txt", "a.xyz", "b/c.doc", "README"})
    folder.write(name, "x");
  std::uint64_t ignored = 0;
  Strings problems;
  EXPECT_EQ(ids({folder.path()}, &problems, &ignored), Strings{"a.txt"});
  EXPECT_EQ(ignored, 3U);
  EXPECT_EQ(problems, Strings());
}

TEST(FileWalk, TakesWhatIsNamedItself) {
  const TemporaryFolder folder;
  const fs::path hidden = folder.write(".hidden.txt", "x");
  const fs::path unknown = folder.write("sub/a.xyz", "x");
  folder.write(".folder/b.txt", "x");
  fs::create_symlink(folder.path() / "sub", folder.path() / "link");
  folder.write("sub/c.txt", "x");
  const Strings expected = {".hidden.txt", "a.xyz", "b.txt", "c.txt"};
  EXPECT_EQ(ids({hidden, unknown, folder.path() / ".folder", folder.path() / "link"}), expected);
}

TEST(FileWalk, FollowsLinksToFilesOnly) {
  const TemporaryFolder folder;
  folder.write("real/a.txt", "x");
  fs::create_directory_symlink(".", folder.path() / "loop");
  fs::create_directory_symlink("real", folder.path() / "other");
  fs::create_symlink("real/a.txt", folder.path() / "link.txt");
  fs::create_symlink("nowhere", folder.path() / "dangling.txt");
  fs::create_symlink("self.txt", folder.path() / "self.txt");
  const Strings expected = {"dangling.txt", "link.txt", "real/a.txt",
                            "self.txt"};  // reading says what is wrong
  EXPECT_EQ(ids({folder.path()}), expected);
}

TEST(FileWalk, MissingPathsAreProblems) {
  const TemporaryFolder folder;
  folder.write("a.txt", "x");
  Strings problems;
  EXPECT_EQ(ids({folder.path(), folder.path() / "missing", folder.path() / "a.txt" / "b"}, &problems),
            Strings{"a.txt"});
  EXPECT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0], "error missing: No such file or directory");
}

TEST(FileWalk, NoticesTwoFilesWithOneId) {
  const TemporaryFolder folder;
  folder.write("2010/zápis.txt", "x");
  folder.write("2011/zápis.txt", "x");
  Strings problems;
  const Strings expected = {"zápis.txt", "zápis.txt"};
  EXPECT_EQ(ids({folder.path() / "2010", folder.path() / "2011"}, &problems), expected);
  EXPECT_EQ(problems,
            Strings{"warning " + folder.path().string() + "/2011/zápis.txt: has the id 'zápis.txt', as " +
                    folder.path().string() + "/2010/zápis.txt has, and replaces it"});
}

TEST(FileWalk, NamesThatAreNotUtf8AreRepaired) {
  const TemporaryFolder folder;
  folder.write("p\xF8rov/a.txt", "x");
  EXPECT_EQ(ids({folder.path()}), Strings{"p\uFFFDrov/a.txt"});
}

TEST(FileWalk, ManyLevelsAreNoProblem) {
  const TemporaryFolder folder;
  std::string name;
  for (int i = 0; i < 500; ++i) name += "d/";
  folder.write(name + "a.txt", "x");
  EXPECT_EQ(ids({folder.path()}), Strings{name + "a.txt"});
}

/// A folder of files and an index beside it.
class LoadPaths : public testing::Test {
 protected:
  LoadPaths() {
    Schema schema = Schema::default_schema();
    schema.stemmer = "none";  // no lexicon is needed to load files
    writer_.emplace(IndexWriter::open(folder_.path() / "index.tvar", schema));
  }

  LoadReport load(const std::vector<std::string>& names, const LoadOptions& options = {}) {
    std::vector<fs::path> paths;
    for (const std::string& name : names) paths.push_back(folder_.path() / name);
    return load_paths(*writer_, paths, options);
  }

  [[nodiscard]] Strings spelled(const LoadReport& report) const {
    Strings result;
    for (const ReadProblem& problem : report.problems)
      result.push_back(readers::spelled(problem, folder_.path()));
    return result;
  }

  TemporaryFolder folder_;
  std::optional<IndexWriter> writer_;
};

TEST_F(LoadPaths, IndexesFilesAndLines) {
  folder_.write("in/a.txt", "Nadpis\n\nText zápisu.\n");
  folder_.write("in/b/news.jsonl", "{\"id\":\"n1\",\"text\":\"První\"}\n{\"text\":\"Druhý\"}\n");
  folder_.write("in/picture.png", "x");
  const LoadReport report = load({"in"});
  EXPECT_EQ(spelled(report), Strings());
  EXPECT_EQ(report.files, 2U);
  EXPECT_EQ(report.documents, 3U);
  EXPECT_EQ(report.bytes, 23U + 27U + 18U);
  EXPECT_EQ(report.ignored, 1U);
  EXPECT_EQ(writer_->document_count(), 3U);
  writer_->commit();
  const Searcher searcher = Searcher::open(folder_.path() / "index.tvar");
  const std::optional<Document> found = searcher.find("a.txt");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->value("title"), "Nadpis");
  EXPECT_EQ(found->value("source"), (folder_.path() / "in/a.txt").string());
  EXPECT_TRUE(searcher.find("n1").has_value());
  EXPECT_TRUE(searcher.find("b/news.jsonl:2").has_value());
}

TEST_F(LoadPaths, DoesNotCommit) {
  folder_.write("a.txt", "Text.\n");
  load({"a.txt"});
  EXPECT_FALSE(Searcher::open(folder_.path() / "index.tvar").find("a.txt").has_value());
}

TEST_F(LoadPaths, GoesOnBehindBadFiles) {
  folder_.write("in/1.txt", "Dobrý.\n");
  folder_.write("in/2.txt", std::string_view("\0\1\2\0", 4));
  folder_.write("in/3.txt", "");
  folder_.write("in/4.jsonl", "{\"text\":\"a\"}\nnic\n{\"text\":\"b\"}\n");
  folder_.write("in/5.txt", "Také dobrý.\n");
  folder_.write("x.xyz", "x");
  const LoadReport report = load({"in", "missing", "x.xyz"});
  const Strings expected = {"error missing: No such file or directory", "error in/2.txt: is not text",
                            "warning in/3.txt: is empty", "error in/4.jsonl:2: is not valid JSON (byte 2)",
                            "error x.xyz: no reader knows this extension"};
  EXPECT_EQ(spelled(report), expected);
  EXPECT_EQ(report.files, 4U);  // 1, 3, 4, 5
  EXPECT_EQ(report.documents, 4U);
}

TEST_F(LoadPaths, ADocumentThatTheIndexRefusesIsAProblem) {
  folder_.write("in/a.md", "---\nyear: loni\n---\nText.\n");
  folder_.write("in/b.jsonl",
                "{\"text\":\"a\"}\n{\"text\":\"b\",\"published\":\"v dubnu\"}\n{\"text\":\"c\"}\n");
  const LoadReport report = load({"in"});
  ASSERT_EQ(report.problems.size(), 2U);
  EXPECT_TRUE(spelled(report)[0].starts_with("error in/a.md: ")) << spelled(report)[0];
  EXPECT_NE(spelled(report)[0].find("year"), std::string::npos);
  EXPECT_TRUE(spelled(report)[1].starts_with("error in/b.jsonl:2: ")) << spelled(report)[1];
  EXPECT_NE(spelled(report)[1].find("published"), std::string::npos);
  EXPECT_EQ(report.documents, 2U);
  EXPECT_EQ(report.files, 1U);
  EXPECT_EQ(writer_->document_count(), 2U);
}

TEST_F(LoadPaths, LoadingAgainReplaces) {
  folder_.write("a.txt", "Starý.\n");
  load({"a.txt"});
  folder_.write("a.txt", "Nový.\n");
  load({"a.txt"});
  writer_->commit();
  EXPECT_EQ(writer_->document_count(), 1U);
  EXPECT_EQ(Searcher::open(folder_.path() / "index.tvar").find("a.txt")->value("text"), "Nový.\n");
}

TEST_F(LoadPaths, TellsItsProgress) {
  folder_.write("in/a.txt", "1234");
  folder_.write("in/b.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
  Strings seen;
  load({"in"}, {.progress = [&](const LoadProgress& progress) {
         seen.push_back(std::to_string(progress.files) + "/" + std::to_string(progress.files_total) + " " +
                        std::to_string(progress.bytes) + "/" + std::to_string(progress.bytes_total) + " " +
                        std::to_string(progress.documents) + " " +
                        std::string(progress.current.substr(progress.current.rfind('/') + 1)));
         return true;
       }});
  const Strings expected = {"1/2 4/30 1 a.txt", "2/2 30/30 3 b.jsonl"};
  EXPECT_EQ(seen, expected);
}

TEST_F(LoadPaths, StopsWhenProgressSaysSo) {
  folder_.write("in/a.txt", "a");
  folder_.write("in/b.txt", "b");
  try {
    load({"in"}, {.progress = [](const LoadProgress&) { return false; }});
    FAIL() << "not cancelled";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::cancelled);
    EXPECT_EQ(error.what(), (folder_.path() / "in/a.txt").string() + ": loading was stopped here");
  }
  EXPECT_EQ(writer_->document_count(), 1U);
}

TEST(LoadStream, ADocumentHasTheShareOfMemoryThatItHasInAFile) {
  const TemporaryFolder folder;
  IndexWriter writer = IndexWriter::open(folder.path() / "i.tvar",
                                         {.lexicon = TVAR_LEXICON_IMAGE, .memory = std::size_t{64} << 20U});
  std::istringstream content("{\"id\": \"a\", \"text\": \"" + std::string(14'000'000, 'x') +
                             "\"}\n{\"id\": \"b\", \"text\": \"dobře\"}\n");
  const LoadReport report = load_stream(writer, content, "in.jsonl");
  EXPECT_EQ(report.documents, 1U);
  ASSERT_EQ(report.problems.size(), 1U);
  EXPECT_EQ(report.problems[0].where, "in.jsonl:1");
  EXPECT_EQ(report.problems[0].message,
            "is a line of more than 12.8 MiB, the most a document may have; it was passed over");
}

class BrokenBuffer : public std::streambuf {
 protected:
  int_type underflow() override { throw std::ios_base::failure("broken"); }
};

TEST(LoadStream, AStreamThatBreaksIsNotTakenForItsEnd) {
  const TemporaryFolder folder;
  IndexWriter writer = IndexWriter::open(folder.path() / "i.tvar", {.lexicon = TVAR_LEXICON_IMAGE});
  BrokenBuffer buffer;
  std::istream content(&buffer);
  const LoadReport report = load_stream(writer, content, "in.jsonl");
  EXPECT_EQ(report.documents, 0U);
  ASSERT_EQ(report.problems.size(), 2U);
  EXPECT_EQ(report.problems[0].message, "is empty");
  EXPECT_EQ(report.problems[1].severity, ReadProblem::Severity::error);
  EXPECT_EQ(report.problems[1].where, "in.jsonl");
  EXPECT_EQ(report.problems[1].message, "can't be read to its end");
}

}  // namespace
}  // namespace tvar
