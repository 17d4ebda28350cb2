// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/title_line.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

TEST(TitleLine, IsALineOfItsOwnBeforeTheText) {
  EXPECT_EQ(find_title("Zápis z jednání\n\nPřítomno osm osob.\n"), "Zápis z jednání");
  EXPECT_EQ(find_title("\n \n  Zápis   z jednání \n\u00A0\nPřítomno osm osob.\n"), "Zápis z jednání");
  EXPECT_EQ(find_title("Co bude dál?\n\nUvidíme.\n"), "Co bude dál?");
}

TEST(TitleLine, MayBeUnderlined) {
  EXPECT_EQ(find_title("Zápis z jednání\n===============\n\nPřítomno osm osob.\n"), "Zápis z jednání");
  EXPECT_EQ(find_title("Zápis z jednání\n---\n\nPřítomno osm osob.\n"), "Zápis z jednání");
  EXPECT_EQ(find_title("Zápis z jednání\n--\n\nPřítomno osm osob.\n"), "");
}

TEST(TitleLine, IsNotAParagraph) {
  EXPECT_EQ(find_title("Sešli jsme se v úterý.\n\nByla zima.\n"), "");
  EXPECT_EQ(find_title("Dva řádky\njednoho odstavce\n\nByla zima.\n"), "");
  EXPECT_EQ(find_title("Přítomni:\n\nJana\n\nPetr\n"), "");
  EXPECT_EQ(find_title(std::string(121, 'x') + "\n\nByla zima.\n"), "");
  EXPECT_EQ(find_title(std::string(120, 'x') + "\n\nByla zima.\n"), std::string(120, 'x'));
}

TEST(TitleLine, IsNotAListOrAMenu) {
  EXPECT_EQ(find_title("• první\n\n• druhý\n"), "");
  EXPECT_EQ(find_title("- první\n\n- druhý\n"), "");
  EXPECT_EQ(find_title("Úvod | Kontakty\n\nText je tady.\n"), "");
  EXPECT_EQ(find_title("Úvod » Lokality » Krupka\n\nText je tady.\n"), "");
  EXPECT_EQ(find_title("2016\n\nText je tady.\n"), "");
}

TEST(TitleLine, NeedsATextBelow) {
  EXPECT_EQ(find_title(""), "");
  EXPECT_EQ(find_title("\n\n"), "");
  EXPECT_EQ(find_title("Jen jeden řádek"), "");
  EXPECT_EQ(find_title("Jen jeden řádek\n\n\n"), "");
}

TEST(TitleLine, IsTheLineWhoseWordsComeAgain) {
  EXPECT_EQ(find_title("Tisková zpráva\n\nBistro v Olomouci otevřelo\n\nOlomouc dostala nové bistro.\n"),
            "Bistro v Olomouci otevřelo");
  EXPECT_EQ(
      find_title(
          "DOMŮ KONTAKTY\n\nSetkání v Brně\n\nPŘEROV, BRNO\n\nV úterý se v Brně uskutečnilo setkání.\n"),
      "Setkání v Brně");
}

TEST(TitleLine, IsTheFirstLineWhenNoneComesAgain) {
  EXPECT_EQ(find_title("Zápis ze schůze\n\nÚterý odpoledne\n\nPřišlo osm lidí.\n"), "Zápis ze schůze");
}

TEST(TitleLine, GluedWordsAreATitleOnlyWhenTheyComeAgain) {
  EXPECT_EQ(find_title("Odkaz na FacebookOdkaz na YouTube\n\nPřišlo osm lidí.\n"), "");
  EXPECT_EQ(find_title("ŽádostPříloha ČestnéProhlášení\n\nPřišlo osm lidí.\n"), "");
  EXPECT_EQ(
      find_title("Jak na LibreOffice a YouTube\n\nLibreOffice je balík programů, YouTube místo pro filmy.\n"),
      "Jak na LibreOffice a YouTube");
  EXPECT_EQ(find_title("Náš kanál na YouTube\n\nPřišlo osm lidí.\n"), "Náš kanál na YouTube");
}

TEST(TitleLine, LooksAtEightCandidates) {
  std::string text;
  for (int i = 0; i < 8; ++i) text += "YouTubeFacebookTwitter\n\n";
  EXPECT_EQ(find_title(text + "Ubytovna\n\nUbytovna je plná.\n"), "");
  EXPECT_EQ(find_title(text.substr(24) + "Ubytovna\n\nUbytovna je plná.\n"), "Ubytovna");
}

TEST(TitleLine, OfAPageSavedAsText) {
  const Document document = only_document(read(fixture("menu.txt")));
  EXPECT_EQ(document.value("title"), "Partnerství v Krupce");
  EXPECT_TRUE(document.value("text").starts_with("Odkaz na FacebookOdkaz"));
}

}  // namespace
}  // namespace tvar::readers
