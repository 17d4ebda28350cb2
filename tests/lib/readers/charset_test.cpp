// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever a file was written in, and whatever it claims, the same text comes out.
#include <gtest/gtest.h>

#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

constexpr std::string_view kMinutes =
    "Zápis ze schůzky pracovní skupiny Bydlení\n"
    "\n"
    "Schůzka pracovní skupiny se konala v úterý v Žďáře nad Sázavou. Šest účastníků řešilo prostupné "
    "bydlení,\n"
    "chátrající ubytovnu u nádraží a „tiché“ dluhy na nájemném – všechno najednou.\n"
    "\n"
    "Přítomni: Šárka Ťoupalová, Žofie Říhová, Ľubomír Ďurčo\n";

constexpr std::string_view kPage =
    "Klub Žirafa\n"
    "\n"
    "Nízkoprahový klub Žirafa otevřeli v\u00A0září. Přišlo šestnáct dětí, nejmladší teprve třináctiletá.\n"
    "\n"
    "Přístřeší poskytla škola, nábytek přivezli řemeslníci ze sousedství.";

class TextCharset : public testing::TestWithParam<const char*> {};

TEST_P(TextCharset, IsRecognised) {
  const std::string file = GetParam();
  const Document document = only_document(read(fixture(file)));
  EXPECT_EQ(document.value("title"), "Zápis ze schůzky pracovní skupiny Bydlení");
  EXPECT_EQ(document.value("text"), kMinutes);
}

std::string ascii_name(const testing::TestParamInfo<const char*>& test) {
  std::string name = test.param;
  for (char& c : name) {
    if (c == '-' || c == '.') c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, TextCharset,
                         testing::Values("windows-1250.txt", "utf-8-bom.txt", "utf-16le.txt", "utf-16be.txt"),
                         ascii_name);

TEST(TextCharset, Iso88592IsRecognised) {  // it has neither dashes nor Czech quotation marks
  EXPECT_EQ(only_document(read(fixture("iso-8859-2.txt"))).value("text"),
            "Zápis ze schůzky pracovní skupiny Bydlení\n"
            "\n"
            "Schůzka pracovní skupiny se konala v úterý v Žďáře nad Sázavou. Šest účastníků řešilo prostupné "
            "bydlení,\n"
            "chátrající ubytovnu u nádraží a tiché dluhy na nájemném - všechno najednou.\n"
            "\n"
            "Přítomni: Šárka Ťoupalová, Žofie Říhová, Ľubomír Ďurčo\n");
}

class HtmlCharset : public testing::TestWithParam<const char*> {};

TEST_P(HtmlCharset, IsRecognised) {
  const Document document = only_document(read(fixture(GetParam())));
  EXPECT_EQ(document.value("title"), "Klub Žirafa ve Žďáře");
  EXPECT_EQ(document.value("text"), kPage);
}

INSTANTIATE_TEST_SUITE_P(Files, HtmlCharset,
                         testing::Values("windows-1250.html", "iso-8859-2.html", "utf-16.html",
                                         "claims-windows-1250.html", "claims-utf-8.html",
                                         "claims-latin-1.html"),
                         ascii_name);

TEST(HtmlCharset, XmlDeclarationCounts) {
  EXPECT_EQ(
      only_document(read(fixture("xhtml-windows-1250.xhtml"))).value("text"),
      "Klub Žirafa\n"
      "\n"
      "„Tady“ je\n"
      "Nízkoprahový klub Žirafa otevřeli v\u00A0září. Přišlo šestnáct dětí, nejmladší teprve třináctiletá.\n"
      "\n"
      "Přístřeší poskytla škola, nábytek přivezli řemeslníci ze sousedství.");
}

TEST(TextCharset, DamagedUtf8IsReadWithAWarning) {
  const ReadResult result = read(fixture("broken-utf-8.txt"));
  EXPECT_EQ(result.problems,
            std::vector<std::string>{"warning broken-utf-8.txt: 2 broken byte sequences were "
                                     "replaced by U+FFFD; read as UTF-8"});
  ASSERT_EQ(result.documents.size(), 1U);
  EXPECT_EQ(result.documents[0].value("text"),
            "Město Přerov otevřelo nízkoprahový klub pro děti a mládež.\n"
            "Zbytek \uFFFD souboru je v poř\uFFFDdku, říká ředitelka.\n");
}

}  // namespace
}  // namespace tvar::readers
