// SPDX-License-Identifier: GPL-2.0-or-later
// DOCX and ODT. The files pandoc.docx and pandoc.odt in the test data were written by pandoc 2.17 from one text.
#include <gtest/gtest.h>

#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

using Strings = std::vector<std::string>;

constexpr const char* kPandocText =
    "Zpráva z Přerova\n\nJana Nováková\n\n2016-04-14\n\nBydlení\n\nAzylový dům má osm lůžek.\n\n"
    "• první\n• druhý\n• vnořený\n\n"
    "obec | lůžka\nPřerov | 8\nKolín | 12\n\nZávěr\n\nStav v roce 2016.";

TEST(Office, BothFormatsOfOneTextAreOneText) {
  for (const char* name : {"pandoc.docx", "pandoc.odt"}) {
    const Document document = only_document(read(fixture(name)));
    EXPECT_EQ(document.value("title"), "Zpráva z Přerova");
    EXPECT_EQ(document.value("text"), kPandocText) << name;
    const Strings expected = {"author=Jana Nováková", "published=2026-11-25", "language=cs-CZ",
                              "source=" + fixture(name).string()};
    EXPECT_EQ(metadata(document), expected) << name;
  }
}

TEST(Docx, WordsOwnWays) {
  const Document document = only_document(read(made("word.docx")));
  EXPECT_EQ(document.value("title"), "Azylové bydlení");
  EXPECT_EQ(document.value("language"), "cs-CZ");
  EXPECT_EQ(document.value("text"),
            "Azylové bydlení\n\n"
            "Dům stojí v Přerově,\nčesko-německý.\n\n"
            "• první\n• druhý\n\n"
            "Kapacita\n\n"
            "obec | lůžka\nPřerov | 8\nKolín\n\nza řekou\n\n12\n\n"
            "V rámečku.");
}

TEST(Docx, WhatCannotBeReadIsNamed) {
  EXPECT_EQ(read(made("no-document.docx")).problems,
            Strings{"error no-document.docx: is no DOCX: it has no word/document.xml"});
  EXPECT_EQ(read(made("bad-xml.docx")).problems,
            Strings{"error bad-xml.docx: is broken: word/document.xml is not well-formed XML "
                    "(Start-end tags mismatch, byte 20)"});
  EXPECT_EQ(read(made("cut-off.docx")).problems,
            Strings{"error cut-off.docx: is broken: ZIP decompression failed (-5)"});
  EXPECT_EQ(read(made("old.docx")).problems,
            Strings{"error old.docx: is encrypted, or of an older format than DOCX; it can't be read"});
  const TemporaryFolder folder;
  EXPECT_EQ(read(folder.write("a.docx", "text")).problems,
            Strings{"error a.docx: is no DOCX: it is not a zip file"});
}

TEST(Docx, BombsAreBounded) {
  EXPECT_EQ(read(made("bomb.docx")).problems,
            Strings{"error bomb.docx: its word/document.xml unpacks to more than 256 MiB, the most a "
                    "document may have"});
  EXPECT_EQ(read(made("deep.docx")).problems, Strings{"warning deep.docx: holds no text"});
}

TEST(Odt, WritersOwnWays) {
  const Document document = only_document(read(made("writer.odt")));
  EXPECT_EQ(document.value("title"), "Azylové bydlení");
  EXPECT_EQ(document.value("language"), "cs-CZ");
  EXPECT_EQ(document.value("text"),
            "Azylové bydlení\n\nDům stojí v Přerově. Konec.\n\n• první\n• druhý\n\n"
            "obec | lůžka\nPřerov | 8\n\nOd roku 2016.");
}

TEST(Odt, WhatCannotBeReadIsNamed) {
  EXPECT_EQ(read(made("encrypted.odt")).problems,
            Strings{"error encrypted.odt: is encrypted; it can't be read without its password"});
  EXPECT_EQ(read(made("no-content.odt")).problems,
            Strings{"error no-content.odt: is no ODT: it has no content.xml"});
}

}  // namespace
}  // namespace tvar::readers
