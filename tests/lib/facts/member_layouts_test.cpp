// SPDX-License-Identifier: GPL-2.0-or-later
// Members in layouts of printed pages and of sentences that tell more than names.
#include <gtest/gtest.h>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

TEST(MemberLayouts, ATableBelowAParagraphBelowTheHeading) {
  EXPECT_EQ(
      facts_of("Členové partnerství\n\nPartnerství zasedlo v listopadu.\n\nOrganizace | Zástupce | Klapka\n"
               "Město Dubí | Jana Malá | 211\nSpolečně v Dubí, z. s. | Petr Nový | 224\n",
               "member"),
      "member: Město Dubí\nmember: Společně v Dubí\n");
  EXPECT_EQ(
      facts_of("Členové partnerství\n\nZměny v kraji\n\nOrganizace | Dotace\nMěsto Dubí | 211\n", "member"),
      "");
}

TEST(MemberLayouts, LabelsAndListsByTurns) {
  EXPECT_EQ(
      facts_of(
          "Partneři\n\nObce\nMěstys Osoblaha, Obec Bohušov\nSpolky\nLípa, z. s. – Javor, z. ú. – Charita Sv. "
          "Martina\nŠkoly\nZákladní škola Osoblaha\n",
          "member"),
      "member: Městys Osoblaha\nmember: Obec Bohušov\nmember: Lípa\nmember: Javor\nmember: Charita Sv. "
      "Martina\n"
      "member: Základní škola Osoblaha\n");
}

TEST(MemberLayouts, SignatoriesSideBySide) {
  EXPECT_EQ(
      facts_of("SIGNATÁŘI – ČLENOVÉ PLATFORMY\n\n..........          ..........\n"
               "Město Kolín              Oblastní charita Polabí\n"
               "Lumír Pokorný, starosta     Bc. Lydie Kárová, ředitelka\n\n..........          ..........\n"
               "Azylový dům Lípa, z. ú.     Prostor Polabí, o. p. s.\nJiří Šejnoha, ředitel    Klára Nová\n",
               "member"),
      "member: Město Kolín\nmember: Oblastní charita Polabí\nmember: Azylový dům Lípa\nmember: Prostor "
      "Polabí\n");
}

TEST(MemberLayouts, AWrappedParagraphThatGoesOn) {
  EXPECT_EQ(facts_of("Podle posledního zápisu jsou členy partnerství tyto organizace:\n"
                     "Město Jirkov, Základní škola Na Stráni, Základní škola Krušnohorská,\n"
                     "Mateřská škola Duha Jirkov, Vodní klub Červený Hrádek, Nová šance\n"
                     "Chomutovsko z. s. a Městská policie Jirkov. Pokud zastupujete\n"
                     "některou z nich, napište.\n",
                     "member"),
            "member: Město Jirkov\nmember: Základní škola Na Stráni\nmember: Základní škola Krušnohorská\n"
            "member: Mateřská škola Duha Jirkov\nmember: Vodní klub Červený Hrádek\nmember: Nová šance "
            "Chomutovsko\n"
            "member: Městská policie Jirkov\n");
}

TEST(MemberLayouts, StreetsWithOneDigitBesideAPhone) {
  EXPECT_EQ(facts_of("Členové:\n1. Charita Pomoraví, Wilsonova 7, Hodonín, tel. 518 000 402\n2. Obec Lužice, "
                     "Česká 1, 696 "
                     "18 Lužice\n3. Základní škola, Dubí 2\n",
                     "member"),
            "member: Charita Pomoraví\nmember: Obec Lužice\nmember: Základní škola, Dubí 2\n");
}

TEST(MemberLayouts, AnAgendaHeadsNoList) {
  EXPECT_EQ(facts_of("Program\n1. Kontrola úkolů\n2. Změny členů\n3. Zprávy ze skupin\n4. Host\n", "member"),
            "");
  EXPECT_EQ(facts_of("1. Členové\n- Město Dubí\n- Charita Teplice\n", "member"),
            "member: Město Dubí\nmember: Charita Teplice\n");
}

TEST(MemberLayouts, SentencesThatTellMoreOfAMember) {
  EXPECT_EQ(
      facts_of("Partnery jsou vedle města, které je vede, také Základní škola a Mateřská škola Velké Hamry, "
               "tanvaldská "
               "pobočka organizace Most k lidem, o. p. s., dále spolek Hamrovské mámy, Svaz žen Tanvald a od "
               "letošního "
               "ledna i Poradna Pod Špičákem, z. ú., která převzala terénní práci.\n",
               "member"),
      "member: Základní škola a Mateřská škola Velké Hamry\nmember: Most k lidem\nmember: Hamrovské mámy\n"
      "member: Svaz žen Tanvald\nmember: Poradna Pod Špičákem\n");
  EXPECT_EQ(facts_of("Partnerství dnes tvoří město Broumov, obě zdejší školy – Masarykova základní škola a "
                     "Základní škola "
                     "Hradební –, Diakonie Broumovsko a firma Veba textil.\n",
                     "member"),
            "member: město Broumov\nmember: Masarykova základní škola\nmember: Základní škola Hradební\n"
            "member: Diakonie Broumovsko\nmember: Veba textil\n");
}

}  // namespace
}  // namespace tvar
