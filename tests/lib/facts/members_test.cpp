// SPDX-License-Identifier: GPL-2.0-or-later
// Members in lists, to the letter.
#include <gtest/gtest.h>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

TEST(Facts, MembersInListsOfAllKinds) {
  EXPECT_EQ(facts_of("Členové partnerství:\n\n • město Most (odbor školství)\n • Člověk v tísni, o. p. s.\n",
                     "member"),
            "member: město Most\nmember: Člověk v tísni\n");
  EXPECT_EQ(
      facts_of("Členy partnerství jsou město Most, úřad práce Most, Romodrom o.p.s. a Oblastní charita Most.",
               "member"),
      "member: město Most\nmember: úřad práce Most\nmember: Romodrom\nmember: Oblastní charita Most\n");
  EXPECT_EQ(
      facts_of("Člen partnerství | Zástupce\nMěsto Most | Jana Malá\nCharita Most | Petr Nový\n", "member"),
      "member: Město Most\nmember: Charita Most\n");
  EXPECT_EQ(facts_of("Členové pracovní skupiny Bydlení:\n- Policie ČR\n- ZŠ Hlavní\n",
                     "member working_group_member"),
            "working_group_member: Policie ČR\nworking_group_member: ZŠ Hlavní\n");
}

TEST(Facts, MembersInWrappedLines) {
  EXPECT_EQ(facts_of("Členové sítě: Město Orlová, Úřad práce, Slezská diakonie, Dům\n"
                     "dětí a mládeže Orlová, Bunkr, o.p.s., Nadace Labyrint.\n"
                     "Předseda Jan Novák řídí jednání.\n",
                     "member"),
            "member: Město Orlová\nmember: Úřad práce\nmember: Slezská diakonie\n"
            "member: Dům dětí a mládeže Orlová\nmember: Bunkr\nmember: Nadace Labyrint\n");
  // Short lines are not wrapped: what is below is another matter.
  EXPECT_EQ(facts_of("Členové: Charita Most, Úřad práce\nPředseda Jan Novák\n", "member"),
            "member: Charita Most\nmember: Úřad práce\n");
}

TEST(Facts, MembersInGroupsBelowHeadings) {
  EXPECT_EQ(
      facts_of("Členové podle sídla\n\nHořovice\n- Město Hořovice\n- Kovo, s. r. o.\n\nZdice\n- Město Zdice\n"
               "- Sbor dobrovolných hasičů\n\nLidé\n- Jan Novák\n- Eva Malá\n",
               "member"),
      "member: Město Hořovice\nmember: Kovo\nmember: Město Zdice\nmember: Sbor dobrovolných hasičů\n");
  EXPECT_EQ(facts_of("Členové sítě\n\nHořovice\n- Město Hořovice\n- Charita\n\nPracovní skupina Děti\n- Úřad "
                     "práce\n- Charita\n",
                     "member working_group_member"),
            "member: Město Hořovice\nmember: Charita\nworking_group_member: Úřad práce\n"
            "working_group_member: Charita\n");
}

TEST(Facts, MembersThatAreTownsOrBelong) {
  EXPECT_EQ(facts_of("Členské obce:\nObec Tochovice\nMěsto Březnice\n", "member"),
            "member: Obec Tochovice\nmember: Město Březnice\n");
  EXPECT_EQ(facts_of("Do partnerství patří:\n- Město Nymburk\n- Respondeo, o. s.\n", "member"),
            "member: Město Nymburk\nmember: Respondeo\n");
  EXPECT_EQ(facts_of("Mezi priority patří:\n- Bydlení\n- Zaměstnanost\n", "member"), "");
}

TEST(Facts, AListOfPartnersPrioritiesIsNone) {
  EXPECT_EQ(facts_of("Z jednání vyplynuly priority partnerů:\n- podpora dětí\n- bydlení\n", "member"), "");
}

TEST(Facts, MembersInGroupsOfPlainLines) {
  EXPECT_EQ(facts_of("Členové partnerství Frýdlant\n\nVeřejná správa:\nMěsto Frýdlant\nMěstská policie "
                     "Frýdlant\n\nŠkolství:\n"
                     "Základní škola Bělíkova\n\nDalší zprávy\n\nŠkola slaví.\n",
                     "member"),
            "member: Město Frýdlant\nmember: Městská policie Frýdlant\nmember: Základní škola Bělíkova\n");
  EXPECT_EQ(facts_of("Členská základna\n\nPodnikatelé\n- Pila Otava, s.r.o.\n- Agrospol, a. s.\n", "member"),
            "member: Pila Otava\nmember: Agrospol\n");
}

TEST(Facts, MembersInOneLine) {
  EXPECT_EQ(
      facts_of("Členové platformy\nStatutární město Olomouc; Charita Olomouc; Maltézská pomoc, o. p. s.\n\n"
               "Co chystáme\nJednání; besedy; výlety.\n",
               "member"),
      "member: Statutární město Olomouc\nmember: Charita Olomouc\nmember: Maltézská pomoc\n");
  // Sentences are no list.
  EXPECT_EQ(facts_of("Členové platformy\nCharita vaří; Naděje pere; město platí.\n", "member"), "");
}

TEST(Facts, MembersBeforeDotsThatLeadToPersons) {
  EXPECT_EQ(facts_of("Členské organizace a jejich zástupci\n\nMěstský úřad Písek ........ Lada Vaňková\n"
                     "Arkáda – sociální centrum, z. ú. ... Jiřina Wolfová\n",
                     "member"),
            "member: Městský úřad Písek\nmember: Arkáda – sociální centrum\n");
}

TEST(Facts, MembersBehindHeadingsInOtherWords) {
  EXPECT_EQ(facts_of("Kdo je členem platformy:\n1) Město Kolín\n2) Charita Kolín\n", "member"),
            "member: Město Kolín\nmember: Charita Kolín\n");
  EXPECT_EQ(facts_of("Zastoupené organizace\n\nJana Nová, Město Kolín\nPetr Malý, Charita Kolín\n", "member"),
            "member: Město Kolín\nmember: Charita Kolín\n");
  EXPECT_EQ(facts_of("Partnerem je Zdravotní ústav, který sbírá data.\n", "member"), "");
}

TEST(Facts, MembersEndWhereTheSentenceDoes) {
  EXPECT_EQ(
      facts_of("Koalici tvoří: Charita Kolín a Prostor plus, o. p. s. Do Kolína jezdí z celého kraje.\n",
               "member"),
      "member: Charita Kolín\nmember: Prostor plus\n");
  EXPECT_EQ(facts_of("Členové: město Kolín; Prostor plus, o. p. s.; Probační a mediační služba.\n", "member"),
            "member: město Kolín\nmember: Prostor plus\nmember: Probační a mediační služba\n");
}

TEST(Facts, MembersInSentencesAboutWhatTheyBelongTo) {
  const std::string three = "member: město Dubí\nmember: Charita Teplice\nmember: Květina\n";
  EXPECT_EQ(facts_of("Do partnerství se zapojily město Dubí, Charita Teplice a spolek Květina.\n", "member"),
            three);
  EXPECT_EQ(facts_of("Partnerství tvoří zástupci města Dubí, Charity Teplice a Květina, z. s.\n", "member"),
            three);
  EXPECT_EQ(
      facts_of("V partnerství jsou zastoupeni: město Dubí, Charita Teplice, Květina, z. s.\n", "member"),
      three);
  EXPECT_EQ(
      facts_of("Partnerství sdružuje město Dubí, Charitu Teplice a Květinu, z. s. Vzniklo loni.\n", "member"),
      three);
  EXPECT_EQ(
      facts_of("Platforma má tři členy. Mezi členy patří město Dubí, Charita Teplice a Květina, z. s.\n",
               "member"),
      three);
  EXPECT_EQ(
      facts_of("V pracovní skupině Bydlení zasedají zástupci města Dubí, Charity Teplice a Policie ČR.\n",
               "member working_group_member"),
      "working_group_member: město Dubí\nworking_group_member: Charita Teplice\nworking_group_member: "
      "Policie "
      "ČR\n");
  EXPECT_EQ(
      facts_of("Členy jsou: zástupci města Dubí (odbor bydlení), Charita Teplice, Květina, z. s., škola.\n",
               "member"),
      three);
}

TEST(Facts, SentencesAboutAPartnershipThatNameNoMembers) {
  EXPECT_EQ(facts_of("Partnerství tvoří základ naší práce, pomáhá rodinám, městu i firmám.\n", "member"), "");
  EXPECT_EQ(
      facts_of("Na setkání partnerů Charita Teplice hlasovala proti, Policie ČR pro a město Dubí taky.\n",
               "member"),
      "");
  EXPECT_EQ(facts_of("Do platformy se zapojila řada lidí, studentů, Charita a další.\n", "member"), "");
}

TEST(Facts, MembersBelowWhatTheyJoinedOrSigned) {
  EXPECT_EQ(
      facts_of("Memorandum podepsali:\n- město Bílina\n- Charita Most\n- Romano jasnica, spolek\n", "member"),
      "member: město Bílina\nmember: Charita Most\nmember: Romano jasnica\n");
  EXPECT_EQ(facts_of("Do partnerství vstoupily\n\nMěsto Dubí\nMěstská policie Dubí\n", "member"),
            "member: Město Dubí\nmember: Městská policie Dubí\n");
  EXPECT_EQ(facts_of("Kdo je v síti\n\nMěsto Dubí\nCharita Teplice\n", "member"),
            "member: Město Dubí\nmember: Charita Teplice\n");
  EXPECT_EQ(facts_of("Svazek obcí tvoří tyto obce:\nKošťany\nProboštov\n", "member"),
            "member: Košťany\nmember: Proboštov\n");
  EXPECT_EQ(facts_of("Pracovní skupiny\n\nPS Bydlení (garant Jana Malá)\n- město Dubí\n- Charita Teplice\n",
                     "member working_group_member"),
            "working_group_member: město Dubí\nworking_group_member: Charita Teplice\n");
}

TEST(Facts, MembersBesideAddressesRolesAndPersons) {
  EXPECT_EQ(facts_of("Členové partnerství\n\nMěsto Dubí, Ruská 264, 417 01 Dubí, tel. 417 554 611\n"
                     "Charita Teplice, info@charitateplice.cz\nKvětina, z.s., www.kvetina.cz\n",
                     "member"),
            "member: Město Dubí\nmember: Charita Teplice\nmember: Květina\n");
  EXPECT_EQ(
      facts_of(
          "Členové:\n- za město Dubí: Jana Malá\n- za Charitu Teplice: Petr Nový\n- Květina / Eva Černá\n"
          "- Eva Bílá, ředitelka Lípa, z. s.\n- Jan Dub (OSVČ)\n- Svaz žen – předsedkyně\n",
          "member"),
      "member: město Dubí\nmember: Charita Teplice\nmember: Květina\nmember: Lípa\nmember: Svaz žen\n");
  EXPECT_EQ(
      facts_of(
          "Členové partnerství\n1. Město Dubí\n   Jana Malá, starostka\n2. Charita Teplice\n   Petr Nový\n",
          "member"),
      "member: Město Dubí\nmember: Charita Teplice\n");
}

TEST(Facts, MembersInGroupsOfOneLine) {
  EXPECT_EQ(
      facts_of("Členové akční skupiny\n\nVeřejný sektor: město Dubí, ZŠ Košťany\nNeziskový sektor: Charita "
               "Teplice, Květina, z.s.\n",
               "member"),
      "member: město Dubí\nmember: ZŠ Košťany\nmember: Charita Teplice\nmember: Květina\n");
  EXPECT_EQ(
      facts_of("Zapojené subjekty:\n\nObce a města\n– Dubí\n– Krupka\n\nSpolky\n– Květina\n– Naše ulice\n",
               "member"),
      "member: Dubí\nmember: Krupka\nmember: Květina\nmember: Naše ulice\n");
  EXPECT_EQ(
      facts_of("Členové:\nMěsto Dubí\nCharita Teplice\n\nHosté:\nPolicie ČR\nÚřad práce ČR\n", "member"),
      "member: Město Dubí\nmember: Charita Teplice\n");
}

TEST(Facts, MembersInParagraphsAndBehindBullets) {
  const std::string three = "member: Město Dubí\nmember: Charita Teplice\nmember: Květina\n";
  EXPECT_EQ(
      facts_of("Naši partneři\n\nMěsto Dubí\n\nCharita Teplice\n\nKvětina, z.s.\n\nO nás\n\nPomáháme.\n",
               "member"),
      three);
  EXPECT_EQ(facts_of("Seznam členů (abecedně)\n\nMěsto Dubí, Charita Teplice, Květina, z.s.\n", "member"),
            three);
  EXPECT_EQ(facts_of("Partneři: Město Dubí • Charita Teplice • Květina, z.s.\n", "member"), three);
  EXPECT_EQ(facts_of("Členové partnerství\n-----\n\nMěsto Dubí\nCharita Teplice\nKvětina, z.s.\n", "member"),
            three);
}

TEST(Facts, MembersInTablesWithRules) {
  EXPECT_EQ(
      facts_of("Složení pracovní skupiny\n\n| Jméno | Organizace |\n|---|---|\n| Jana Malá | Město Dubí |\n",
               "member working_group_member"),
      "working_group_member: Město Dubí\n");
  EXPECT_EQ(
      facts_of(
          "| Zástupce | Organizace | Pracovní skupina |\n|---|---|---|\n| Jana Malá | Město Dubí | Byty |\n",
          "member working_group_member"),
      "");
}

}  // namespace
}  // namespace tvar
