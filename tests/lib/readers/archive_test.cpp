// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

using Strings = std::vector<std::string>;

Strings ids(const ReadResult& result) {
  Strings ids;
  for (const Document& document : result.documents) ids.push_back(document.id);
  return ids;
}

TEST(Archive, EachFileInItIsRead) {
  for (const std::string name : {"good.zip", "good.tar", "good.tar.gz", "good.tgz"}) {
    const ReadResult result = read(made(name), name);
    EXPECT_EQ(result.problems, Strings{"warning " + name + ": files of other kinds in it, passed over: 1"});
    EXPECT_EQ(ids(result),
              (Strings{name + "/obce/přerov.txt", name + "/obce/kolín.html", "x", name + "/a.jsonl:2"}));
    ASSERT_EQ(result.documents.size(), 4U);
    const Document expected{
        .id = name + "/obce/kolín.html",
        .fields = {
            {"title", "Kolín"}, {"text", "Byty."}, {"source", made(name).string() + "/obce/kolín.html"}}};
    EXPECT_EQ(result.documents[1], expected);
  }
}

#if defined(TVAR_WITH_OFFICE) && defined(TVAR_WITH_PDF)
TEST(Archive, DocumentsAndBrokenFilesInIt) {
  const ReadResult result = read(made("docs.zip"), "docs.zip");
  EXPECT_EQ(result.problems, Strings{"error docs.zip/bad.docx: is no DOCX: it is not a zip file"});
  EXPECT_EQ(ids(result), (Strings{"docs.zip/word.docx", "docs.zip/report.pdf"}));
}
#endif

TEST(Archive, ArchivesInItAreRefused) {
  const ReadResult result = read(made("nested.zip"), "nested.zip");
  EXPECT_EQ(
      result.problems,
      (Strings{"error nested.zip/in/inner.zip: is an archive inside another file, which is not unpacked",
               "error nested.zip/a.txt.gz: is an archive inside another file, which is not unpacked"}));
  EXPECT_EQ(ids(result), Strings{"nested.zip/b.txt"});
}

TEST(Archive, NamesLeadNowhereAndAreReadWhateverTheirCharset) {
  EXPECT_EQ(ids(read(made("evil.zip"), "evil.zip")), (Strings{"evil.zip/abs.txt"}));
  EXPECT_EQ(ids(read(made("dos.zip"), "dos.zip")), (Strings{"dos.zip/žluťoučký kůň.txt"}));
}

TEST(Archive, WhatIsBrokenIsNamed) {
  const ReadResult cut_off = read(made("cut-off.zip"), "cut-off.zip");
  EXPECT_EQ(cut_off.problems, Strings{"error cut-off.zip: is broken: Truncated ZIP file header"});
  EXPECT_EQ(ids(cut_off), (Strings{"cut-off.zip/obce/přerov.txt", "cut-off.zip/obce/kolín.html", "x",
                                   "cut-off.zip/a.jsonl:2"}));
  EXPECT_EQ(read(made("encrypted.zip")).problems,
            Strings{"error encrypted.zip/secret.txt: is encrypted; it can't be read without its password"});
  EXPECT_EQ(read(made("no.zip")).problems, Strings{"error no.zip: is broken: Unrecognized archive format"});
}

TEST(Archive, BombsAreBounded) {
  EXPECT_EQ(read(made("bomb.zip")).problems,
            Strings{"error bomb.zip/a.txt: is larger than 256 MiB, the most a document may have"});
  EXPECT_EQ(
      read(made("bomb-lines.zip")).problems,
      (Strings{"error bomb-lines.zip/a.jsonl:1: can't be read further: Input/output error",
               "error bomb-lines.zip: unpacks to more than 1024 MiB, the most that is read of one file"}));
}

TEST(Compressed, TheFileIsReadAsIfItWereNot) {
  for (const std::string name : {"a.jsonl.gz", "a.jsonl.zst", "a.jsonl.bz2", "a.jsonl.xz"}) {
    const ReadResult result = read(made(name), name);
    EXPECT_EQ(result.problems, Strings());
    const std::string source = made(name).string();
    const std::vector<Document> expected = {
        {.id = "x", .fields = {{"text", "Řádek."}, {"source", source}}},
        {.id = name + ":2", .fields = {{"text", "Druhý."}, {"source", source}}}};
    EXPECT_EQ(result.documents, expected);
  }
}

TEST(Compressed, WhatIsBrokenIsNamed) {
  EXPECT_EQ(read(made("cut-off.txt.gz")).problems,
            Strings{"error cut-off.txt.gz: is broken: truncated gzip input"});
  EXPECT_EQ(read(made("no.txt.gz")).problems,
            Strings{"error no.txt.gz: is not compressed, whatever its name says"});
  EXPECT_EQ(read(made("empty.txt.gz")).problems, Strings{"warning empty.txt.gz: is empty"});
}

TEST(Compressed, OnlyWhatCouldBeReadUnpacked) {
  EXPECT_TRUE(is_readable("a.txt.gz"));
  EXPECT_TRUE(is_readable("a.TAR.GZ"));
  EXPECT_FALSE(is_readable("a.jpeg.gz"));
  EXPECT_FALSE(is_readable("a.gz"));
  EXPECT_FALSE(is_readable(".gz"));
}

}  // namespace
}  // namespace tvar::readers
