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

TEST(MemberLayouts, SentencesThatPointToWhatWasSaidBefore) {
  EXPECT_EQ(
      facts_of("Dokument sestavilo Partnerství Javornicko. Jeho členy jsou město Dubí, Charita Dubí a spolek "
               "Zálesí dětem. Jednání řídila Jana Malá.\n",
               "member"),
      "member: město Dubí\nmember: Charita Dubí\nmember: Zálesí dětem\n");
  EXPECT_EQ(facts_of("K Radkovu dotazu, kdo je a kdo není v platformě: partnery Platformy Pomezí\n"
                     "jsou podle podepsaných memorand ke dnešku Charita Moravská Třebová, Dům\n"
                     "dětí a mládeže Maják, spolek Druhá směna, Integrovaná střední škola\n"
                     "Moravská Třebová a Třebovské byty, s. r. o. Sociální odbor chodí jako\n"
                     "host, protože memorandum mu pořád leží u právníků.\n",
                     "member"),
            "member: Charita Moravská Třebová\nmember: Dům dětí a mládeže Maják\nmember: Druhá směna\n"
            "member: Integrovaná střední škola Moravská Třebová\nmember: Třebovské byty\n");
}

TEST(MemberLayouts, CouncilsAndColumnsOfNames) {
  EXPECT_EQ(facts_of("V radě zasedají\n\n1. Klvaňovo gymnázium\n2. Divadelní spolek Opona\n", "member"),
            "member: Klvaňovo gymnázium\nmember: Divadelní spolek Opona\n");
  EXPECT_EQ(
      facts_of("Členy komise jsou zástupci těchto organizací:\n\n  Městská policie Dubí | Jahoda, z. ú.\n"
               "  Neposeda, z. ú. | Základní škola Dubí\n",
               "member"),
      "member: Městská policie Dubí\nmember: Jahoda\nmember: Neposeda\nmember: Základní škola Dubí\n");
}

TEST(MemberLayouts, PlainLinesBelowGroups) {
  EXPECT_EQ(facts_of("Seznam členů podle skupin\n\nNeziskový sektor\n\nTJ Sokol Dubí\nPortimo, o. p. s.\n\n"
                     "Podnikatelský sektor\n\nAGRO Dubí, a. s.\nPila Švařec s. r. o.\n",
                     "member"),
            "member: TJ Sokol Dubí\nmember: Portimo\nmember: AGRO Dubí\nmember: Pila Švařec\n");
}

TEST(MemberLayouts, GroupsThatAHeadingAboveNames) {
  EXPECT_EQ(
      facts_of("Pracovní skupina Senioři\n\nČlenové:\n\nDomov Za Parkem\nCharita Dubí\n\n"
               "Pracovní skupina Rodina\n\nVe skupině pracují zástupci těchto organizací: Charita Dubí, Krok "
               "Kyjov, z. ú., Základní škola Hutník.\n",
               "working_group_member"),
      "working_group_member: Domov Za Parkem\nworking_group_member: Charita Dubí\n"
      "working_group_member: Krok Kyjov\nworking_group_member: Základní škola Hutník\n");
  EXPECT_EQ(facts_of("Kdo v naší skupině je: Členové pracovní skupiny Děti a rodina, jak jsme se dohodli\n"
                     "na podzim, jsou:\n\n   ZŠ Purkyňova Dubí\n   Oblastní charita Dubí\n",
                     "working_group_member"),
            "working_group_member: ZŠ Purkyňova Dubí\nworking_group_member: Oblastní charita Dubí\n");
}

TEST(MemberLayouts, NumberedHeadingsEndABulletedList) {
  EXPECT_EQ(
      facts_of("Složení PS bydlení:\n- město Dubí - odbor SMMN je zastoupen přes p. Malého\n- Charita Dubí\n"
               "- Domovy pod Hrušovou, družstvo\n\n1) Kontrola úkolů\n- pasport ubytoven: zbytek do dubna\n",
               "working_group_member"),
      "working_group_member: město Dubí\nworking_group_member: Charita Dubí\n"
      "working_group_member: Domovy pod Hrušovou\n");
}

}  // namespace
}  // namespace tvar
