// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/readers/reader.h"
#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

using Problems = std::vector<std::string>;

TEST(ReaderRegistry, KnowsExtensionsInAnyCase) {
  for (const char* name : {"a.txt", "a.text", "a.html", "a.htm", "a.xhtml", "a.md", "a.markdown", "a.jsonl",
                           "a.ndjson", "A.TXT", "a.Html", "b/a.b.md"}) {
    EXPECT_TRUE(is_readable(name)) << name;
  }
  for (const char* name : {"a", "txt", ".txt", "a.txt~", "a.xyz", "a.jpeg.gz", "html/a", ""}) {
    EXPECT_FALSE(is_readable(name)) << name;
  }
}

TEST(ReaderRegistry, HasNoExtensionTwice) {
  std::vector<std::string_view> all;
  for (const ReaderEntry& entry : registry()) {
    EXPECT_FALSE(entry.name.empty());
    all.insert(all.end(), entry.extensions.begin(), entry.extensions.end());
  }
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
}

TEST(ReadFile, FillsIdAndSource) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.write("a.txt", "Text.\n");
  const Document expected{.id = "zápisy/a.txt", .fields = {{"text", "Text.\n"}, {"source", file.string()}}};
  EXPECT_EQ(only_document(read(file, "zápisy/a.txt")), expected);
}

TEST(ReadFile, AnUnknownExtensionIsAnError) {
  EXPECT_EQ(read("a.xyz").problems, Problems{"error a.xyz: no reader knows this extension"});
}

TEST(ReadFile, NamesWhatIsNotText) {
  EXPECT_EQ(read(fixture("picture.txt")).problems, Problems{"error picture.txt: is not text"});
  EXPECT_EQ(read(fixture("picture.html")).problems, Problems{"error picture.html: is not text"});
  EXPECT_EQ(read(fixture("picture.md")).problems, Problems{"error picture.md: is not text"});
  EXPECT_EQ(read(fixture("picture.jsonl")).problems, Problems{"error picture.jsonl: is not text in UTF-8"});
  EXPECT_EQ(read(fixture("gzip.txt")).problems, Problems{"error gzip.txt: is not text"});
  EXPECT_TRUE(read(fixture("picture.txt")).documents.empty());
}

TEST(ReadFile, EmptyFilesAreWarnings) {
  for (const char* name : {"empty.txt", "empty.jsonl"}) {
    const ReadResult result = read(fixture(name));
    EXPECT_EQ(result.problems, Problems{"warning " + std::string(name) + ": is empty"});
    EXPECT_TRUE(result.documents.empty());
  }
  for (const char* name : {"blank.txt", "no-text.html", "no-text.md"}) {
    const ReadResult result = read(fixture(name));
    EXPECT_EQ(result.problems, Problems{"warning " + std::string(name) + ": holds no text"});
    EXPECT_TRUE(result.documents.empty());
  }
}

TEST(ReadFile, SaysWhyAFileCannotBeOpened) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "folder.txt");
  std::filesystem::create_symlink("nowhere", folder.path() / "dangling.txt");
  std::filesystem::create_symlink("loop.txt", folder.path() / "loop.txt");
  ASSERT_EQ(mkfifo((folder.path() / "pipe.txt").c_str(), 0600), 0);
  const auto problems = [&folder](const char* name) { return read(folder.path() / name).problems; };
  EXPECT_EQ(problems("missing.txt"),
            Problems{"error missing.txt: can't be opened: No such file or directory"});
  EXPECT_EQ(problems("dangling.txt"),
            Problems{"error dangling.txt: can't be opened: No such file or directory"});
  EXPECT_EQ(problems("loop.txt"),
            Problems{"error loop.txt: can't be opened: Too many levels of symbolic links"});
  EXPECT_EQ(problems("folder.txt"), Problems{"error folder.txt: is a folder"});
  EXPECT_EQ(problems("pipe.txt"), Problems{"error pipe.txt: is not a regular file"});
}

TEST(ReadFile, SaysThatRightsAreMissing) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.write("secret.txt", "x");
  std::filesystem::permissions(file, std::filesystem::perms::none);
  EXPECT_EQ(read(file).problems, Problems{"error secret.txt: can't be opened: Permission denied"});
}

TEST(ReadFile, SaysWhyReadingFailed) {
  const TemporaryFolder folder;  // the first page of a process is never mapped: reading it fails
  std::filesystem::create_symlink("/proc/self/mem", folder.path() / "mem.txt");
  std::filesystem::create_symlink("/proc/self/mem", folder.path() / "mem.jsonl");
  EXPECT_EQ(read(folder.path() / "mem.txt").problems,
            Problems{"error mem.txt: can't be read: Input/output error"});
  EXPECT_EQ(read(folder.path() / "mem.jsonl").problems,
            Problems{"error mem.jsonl:1: can't be read further: Input/output error"});
}

/// Reads with a limit of 20 bytes a document.
Problems problems_below_20_bytes(const std::filesystem::path& file, std::vector<Document>& documents) {
  Problems problems;
  read_placed(
      {.path = file, .id = "ID", .max_document_bytes = 20},
      [&documents](Document&& document, const std::string&) {
        documents.push_back(std::move(document));
        return true;
      },
      [&](ReadProblem&& problem) { problems.push_back(spelled(problem, file.parent_path())); });
  return problems;
}

TEST(ReadFile, RefusesWhatIsTooLarge) {
  const TemporaryFolder folder;
  std::vector<Document> documents;
  EXPECT_EQ(problems_below_20_bytes(folder.write("20.txt", std::string(20, 'x')), documents), Problems{});
  EXPECT_EQ(documents.size(), 1U);
  EXPECT_EQ(problems_below_20_bytes(folder.write("21.txt", std::string(21, 'x')), documents),
            Problems{"error 21.txt: is larger than 20 bytes, the most a document may have"});
  EXPECT_EQ(documents.size(), 1U);
}

TEST(ReadFile, RefusesALongLineAndReadsTheNext) {
  const TemporaryFolder folder;
  std::vector<Document> documents;
  const std::string lines = "{\"text\": \"" + std::string(100, 'x') + "\"}\n{\"text\": \"dobře\"}\n";
  EXPECT_EQ(problems_below_20_bytes(folder.write("a.jsonl", lines), documents),
            Problems{"error a.jsonl:1: is a line of more than 20 bytes, the most a document may have; it was "
                     "passed over"});
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].value("text"), "dobře");
}

TEST(ReadFile, ALongLineIsNotKept) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.write("a.jsonl", "{\"text\": \"" + std::string(100'000, 'x'));
  std::filesystem::resize_file(file, 300'000'000);  // a hole, which takes no room on the disk
  std::ofstream(file, std::ios::binary | std::ios::app) << "\"}\n{\"text\": \"dobře\"}\n";
  rusage before{};
  ASSERT_EQ(::getrusage(RUSAGE_SELF, &before), 0);
  std::vector<Document> documents;
  Problems problems;
  read_placed(
      {.path = file, .id = "ID", .max_document_bytes = 16U << 20U},
      [&documents](Document&& document, const std::string&) {
        documents.push_back(std::move(document));
        return true;
      },
      [&](ReadProblem&& problem) { problems.push_back(spelled(problem, folder.path())); });
  EXPECT_EQ(problems,
            Problems{"error a.jsonl:1: is a line of more than 16 MiB, the most a document may have; it "
                     "was passed over"});
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].id, "ID:2");
  rusage after{};
  ASSERT_EQ(::getrusage(RUSAGE_SELF, &after), 0);
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 150 << 10);  // KiB, half of the line
}

TEST(ReadFile, AFileWithoutASizeIsReadToItsEnd) {
  const TemporaryFolder folder;  // of size 0, as the system says
  std::filesystem::create_symlink("/proc/version", folder.path() / "version.txt");
  EXPECT_TRUE(only_document(read(folder.path() / "version.txt")).value("text").starts_with("Linux version "));
}

TEST(ReadFile, StopsWhenTheSinkSaysSo) {
  const TemporaryFolder folder;
  const std::filesystem::path file =
      folder.write("a.jsonl", "{\"text\":\"1\"}\n{\"text\":\"2\"}\n{\"text\":\"3\"}\n");
  int seen = 0;
  EXPECT_FALSE(read_file(
      file, "ID", [&seen](Document&&) { return ++seen < 2; }, [](ReadProblem&&) {}));
  EXPECT_EQ(seen, 2);
}

TEST(ReadFile, APathThatIsNotUtf8IsRepaired) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.write("p\xF8\x65rov.txt", "Text.\n");
  EXPECT_EQ(only_document(read(file)).value("source"), folder.path().string() + "/p\uFFFDerov.txt");
}

TEST(ReadFile, SpellsPublishedAsIsoDate) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.write(
      "a.jsonl",
      R"({"published": ["14. 4. 2016", "2016-04-14T10:00", "loni"], "created": "2016-04-14T10:00"})");
  const std::vector<std::string> expected = {"published=2016-04-14", "published=2016-04-14", "published=loni",
                                             "created=2016-04-14T10:00", "source=" + file.string()};
  EXPECT_EQ(metadata(only_document(read(file))), expected);
}

TEST(ReadFile, AFileMayNameItsSource) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.write("a.md", "---\nsource: https://example.org/a\n---\nText.\n");
  EXPECT_EQ(metadata(only_document(read(file))), std::vector<std::string>{"source=https://example.org/a"});
}

}  // namespace
}  // namespace tvar::readers
