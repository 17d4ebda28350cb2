// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

using Strings = std::vector<std::string>;

TEST(Pdf, TextInReadingOrderAndMetadata) {
  const Document document = only_document(read(made("report.pdf")));
  EXPECT_EQ(document.id, "ID");
  EXPECT_EQ(document.value("title"), "Zpráva o terénní práci");
  EXPECT_EQ(document.value("text"),
            "Terénní práce v Přerově\n\n"
            "Azylový dům nabídl loni zaměstnání osmi lidem. Vyšla o něm česko-německá zpráva Praha-Libeň.\n\n"
            "• první bod\n• druhý bod, který se nevejde na řádek\n\n"
            "Druhá strana začíná zde.");
  const Strings expected = {"author=Jana Nováková", "published=2016-04-14",
                            "source=" + made("report.pdf").string()};
  EXPECT_EQ(metadata(document), expected);
}

TEST(Pdf, TitleOfTheTextWhenTheFileNamesNone) {
  EXPECT_EQ(only_document(read(made("untitled.pdf"))).value("title"), "Terénní práce v Přerově");
}

TEST(Pdf, WhatCannotBeReadIsNamed) {
  EXPECT_EQ(read(made("encrypted.pdf")).problems,
            Strings{"error encrypted.pdf: is encrypted; it can't be read without its password"});
  EXPECT_EQ(read(made("no.pdf")).problems, Strings{"error no.pdf: is no PDF, or broken beyond repair"});
  EXPECT_EQ(read(made("cut-off.pdf")).problems,
            Strings{"error cut-off.pdf: is no PDF, or broken beyond repair"});
  EXPECT_EQ(read(made("empty.pdf")).problems,
            Strings{"warning empty.pdf: holds no text; its pages may be pictures"});
  EXPECT_EQ(read(made("none.pdf")).problems,
            Strings{"error none.pdf: can't be opened: No such file or directory"});
}

TEST(Pdf, AnEmptyFileIsAWarning) {
  const TemporaryFolder folder;
  EXPECT_EQ(read(folder.write("a.pdf", "")).problems, Strings{"warning a.pdf: is empty"});
}

}  // namespace
}  // namespace tvar::readers
