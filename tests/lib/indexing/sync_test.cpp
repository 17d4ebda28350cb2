// SPDX-License-Identifier: GPL-2.0-or-later
// Loads that only do what is needed: LoadOptions::synchronise and plan_load.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lib/indexing/file_record.h"
#include "tests/lib/readers/read_result.h"
#include "tests/support/load_report.h"
#include "tvar/maintenance.h"
#include "tvar/reader.h"
#include "tvar/searcher.h"

namespace tvar {
namespace {

namespace fs = std::filesystem;
using readers::TemporaryFolder;
using Strings = std::vector<std::string>;

class Synchronise : public ::testing::TestWithParam<LoadMethod> {
 protected:
  /// Files are a day old, so that their time is to be trusted.
  void write(const std::string& name, const std::string& text, int hours_ago = 24) const {
    const fs::path path = folder_.write(name, text);
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(hours_ago));
  }

  [[nodiscard]] IndexWriter writer() const {
    Schema schema = Schema::default_schema();
    schema.stemmer = "none";
    return IndexWriter::open(index(), schema);
  }
  [[nodiscard]] fs::path index() const { return folder_.path() / "index"; }

  static Strings spelled(const LoadReport& report) {
    Strings lines = testing::changes_of(report);
    lines.push_back("unchanged " + std::to_string(report.unchanged));
    return lines;
  }

  /// Loads the folder "in", and checks that the plan said the same before.
  Strings load(const std::vector<std::string>& names = {"in"}) {
    std::vector<fs::path> paths;
    for (const std::string& name : names) paths.push_back(folder_.path() / name);
    const Strings planned = spelled(plan_load(index(), paths));
    IndexWriter writing = writer();
    report_ = load_paths(writing, paths, {.method = GetParam(), .synchronise = true});
    writing.commit();
    EXPECT_EQ(spelled(report_), planned);
    return planned;
  }

  [[nodiscard]] Strings ids() const { return testing::texts_by_id(index()); }

  TemporaryFolder folder_;
  LoadReport report_;
};

TEST_P(Synchronise, LooksOnlyAtWhatIsAskedFor) {
  write("in/a.txt", "jedna");
  write("in/b.txt", "dva");
  write("in/sub/c.txt", "tři");
  write("in/sub/d.txt", "čtyři");
  load();
  write("in/a.txt", "jedna podruhé", 23);
  write("in/b.txt", "dva podruhé", 23);
  fs::remove(folder_.path() / "in/sub/c.txt");
  fs::remove(folder_.path() / "in/sub/d.txt");
  write("in/sub/e.txt", "pět");
  IndexWriter writing = writer();
  const fs::path in = folder_.path() / "in";
  const LoadReport report = load_paths(
      writing, {in}, {.method = GetParam(), .synchronise = true, .only = {{in / "a.txt", in / "sub/c.txt"}}});
  writing.commit();
  EXPECT_EQ(spelled(report), (Strings{"~a.txt", "-sub/c.txt", "unchanged 0"}));
  EXPECT_EQ(ids(), (Strings{"a.txt=jedna podruhé", "b.txt=dva", "sub/d.txt=čtyři"}));
}

TEST_P(Synchronise, TellsFilesApart) {
  write("in/a.txt", "jedna");
  write("in/b.txt", "dva");
  write("in/c/d.txt", "tři");
  EXPECT_EQ(load(), (Strings{"+a.txt", "+b.txt", "+c/d.txt", "unchanged 0"}));
  EXPECT_EQ(load(), Strings{"unchanged 3"});
  EXPECT_EQ(report_.documents, 0U);

  write("in/a.txt", "nová", 5);
  fs::rename(folder_.path() / "in/b.txt", folder_.path() / "in/moved.txt");
  fs::remove(folder_.path() / "in/c/d.txt");
  EXPECT_EQ(load(), (Strings{"~a.txt", ">b.txt>moved.txt", "-c/d.txt", "unchanged 0"}));
  EXPECT_EQ(report_.documents, 2U);
  EXPECT_EQ(ids(), (Strings{"a.txt=nová", "moved.txt=dva"}));
  EXPECT_EQ(load(), Strings{"unchanged 2"});
}

TEST_P(Synchronise, AnotherTimeAloneIsNoChange) {
  write("in/a.txt", "jedna");
  load();
  write("in/a.txt", "jedna", 3);
  EXPECT_EQ(load(), Strings{"unchanged 1"});
  EXPECT_EQ(report_.documents, 0U);
}

TEST_P(Synchronise, AFileThatWasWrittenJustNowIsCompared) {
  write("in/a.txt", "jedna", 0);
  load();
  // Same size, and within the step of the clock perhaps the same time.
  const fs::file_time_type time = fs::last_write_time(folder_.path() / "in/a.txt");
  write("in/a.txt", "jinak", 0);
  fs::last_write_time(folder_.path() / "in/a.txt", time);
  EXPECT_EQ(load(), (Strings{"~a.txt", "unchanged 0"}));
  EXPECT_EQ(ids(), Strings{"a.txt=jinak"});
}

TEST_P(Synchronise, LinesThatAreGoneAreRemoved) {
  write("in/a.jsonl", "{\"id\":\"1\",\"text\":\"jedna\"}\n{\"id\":\"2\",\"text\":\"dva\"}\n");
  write("in/b.jsonl", "{\"text\":\"tři\"}\n{\"id\":\"b.jsonl\",\"text\":\"čtyři\"}\n");
  load();
  EXPECT_EQ(ids(), (Strings{"1=jedna", "2=dva", "b.jsonl:1=tři", "b.jsonl=čtyři"}));
  write("in/a.jsonl", "{\"id\":\"2\",\"text\":\"nová\"}\n{\"id\":\"3\",\"text\":\"tři\"}\n", 5);
  EXPECT_EQ(load(), (Strings{"~a.jsonl", "unchanged 1"}));
  EXPECT_EQ(ids(), (Strings{"2=nová", "3=tři", "b.jsonl:1=tři", "b.jsonl=čtyři"}));
  fs::remove(folder_.path() / "in/b.jsonl");
  EXPECT_EQ(load(), (Strings{"-b.jsonl", "unchanged 1"}));
  EXPECT_EQ(ids(), (Strings{"2=nová", "3=tři"}));
}

TEST_P(Synchronise, OnlyWhatWasNamedIsCompared) {
  write("in/a.txt", "jedna");
  write("other/b.txt", "dva");
  load({"in", "other"});
  fs::remove(folder_.path() / "other/b.txt");
  EXPECT_EQ(load(), Strings{"unchanged 1"});
  EXPECT_EQ(ids(), (Strings{"a.txt=jedna", "b.txt=dva"}));
  EXPECT_EQ(load({"other"}), (Strings{"-b.txt", "unchanged 0"}));
  EXPECT_EQ(ids(), Strings{"a.txt=jedna"});
}

TEST_P(Synchronise, ADocumentOfAnotherOriginStays) {
  write("in/a.txt", "jedna");
  {
    IndexWriter writing = writer();
    writing.upsert({.id = "mine", .fields = {{"text", "moje"}}});
    writing.commit();
  }
  load();
  fs::remove(folder_.path() / "in/a.txt");
  load();
  EXPECT_EQ(ids(), Strings{"mine=moje"});
}

TEST_P(Synchronise, AFileWithAnErrorIsReadAgain) {
  write("in/a.jsonl", "{\"id\":\"1\",\"text\":\"jedna\"}\nbroken\n");
  load();
  EXPECT_EQ(report_.problems.size(), 1U);
  EXPECT_EQ(load(), (Strings{"~a.jsonl", "unchanged 0"}));
  EXPECT_EQ(report_.problems.size(), 1U);
  EXPECT_EQ(ids(), Strings{"1=jedna"});
}

TEST_P(Synchronise, DoesNotWaitForPipes) {
  write("in/a.txt", "jedna");
  ASSERT_EQ(mkfifo((folder_.path() / "in/pipe.txt").c_str(), 0600), 0);
  ASSERT_EQ(mkfifo((folder_.path() / "in/.tvarignore").c_str(), 0600), 0);
  EXPECT_EQ(load(), (Strings{"+a.txt", "+pipe.txt", "unchanged 0"}));
  ASSERT_EQ(report_.problems.size(), 2U);
  EXPECT_TRUE(report_.problems[0].where.ends_with("in/.tvarignore"));
  EXPECT_EQ(report_.problems[0].message, "can't be read");
  EXPECT_TRUE(report_.problems[1].where.ends_with("in/pipe.txt"));
  EXPECT_EQ(report_.problems[1].message, "is not a regular file");
  EXPECT_EQ(ids(), Strings{"a.txt=jedna"});
}

TEST_P(Synchronise, IgnoredAndHiddenFilesAreCounted) {
  write("in/a.txt", "jedna");
  write("in/draft/b.txt", "dva");
  write("in/c/x.txt", "tři");
  write("in/c/y.txt", "čtyři");
  load();
  folder_.write("in/.hidden.txt", "x");
  folder_.write("in/.tvarignore", "draft/\n*.txt\n!a.txt\n");
  folder_.write("in/c/.tvarignore", "!y.txt\n");
  fs::create_directory_symlink("..", folder_.path() / "in/loop");
  EXPECT_EQ(load(), (Strings{"-c/x.txt", "-draft/b.txt", "unchanged 2"}));
  EXPECT_EQ(ids(), (Strings{"a.txt=jedna", "c/y.txt=čtyři"}));
  EXPECT_EQ(report_.excluded, 2U);
  EXPECT_EQ(report_.hidden, 1U);
  EXPECT_EQ(report_.links, 1U);
}

TEST_P(Synchronise, WorksAfterTheIndexWasBuiltAnew) {
  write("in/a.jsonl", "{\"id\":\"1\",\"text\":\"jedna\"}\n{\"id\":\"2\",\"text\":\"dva\"}\n");
  load();
  EXPECT_EQ(reindex(index()), 2U);
  optimize(index());
  EXPECT_EQ(load(), Strings{"unchanged 1"});
  write("in/a.jsonl", "{\"id\":\"2\",\"text\":\"dva\"}\n", 5);
  load();
  EXPECT_EQ(ids(), Strings{"2=dva"});
}

INSTANTIATE_TEST_SUITE_P(Methods, Synchronise, ::testing::Values(LoadMethod::direct, LoadMethod::bulk),
                         [](const auto& method) {
                           return method.param == LoadMethod::bulk ? "Bulk" : "Direct";
                         });

TEST(FileRecord, ComesBackAsItWas) {
  const indexing::FileRecord record{.id = "a\nb.txt",
                                    .path = "/x\ny/a\nb.txt",
                                    .bytes = 12,
                                    .changed = 1'700'000'000'123'456'789,
                                    .hash = "00ff",
                                    .own_id = true,
                                    .other_ids = true};
  const std::string note = indexing::encode_record(record);
  EXPECT_EQ(note, "1\n12\n1700000000123456789\n00ff\n3\n7\na\nb.txt/x\ny/a\nb.txt");
  const std::optional<indexing::FileRecord> back = indexing::decode_record(note);
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(indexing::encode_record(*back), note);
  EXPECT_FALSE(indexing::decode_record("2" + note.substr(1)).has_value());
  for (std::size_t size = 0; size < 35; ++size) {
    EXPECT_FALSE(indexing::decode_record(note.substr(0, size)).has_value());
  }
}

}  // namespace
}  // namespace tvar
