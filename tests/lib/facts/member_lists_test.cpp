// SPDX-License-Identifier: GPL-2.0-or-later
// Members in tables, in brackets, in groups below headings, and what is told of them beside their names.
#include <gtest/gtest.h>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

TEST(MemberTables, ColumnsOfSpacesWithAHeader) {
  EXPECT_EQ(facts_of("Členská základna k 31. 12. 2017\n\n"
                     "Organizace                 Zástupce          Účast\n"
                     "--------------------------------------------------\n"
                     "Město Krnov                R. Hýbl           3/3\n"
                     "Charita Krnov              Mgr. Eva Malá     3/3\n"
                     "Domov Lípa Krnov, p. o.    Petr Nový         0/3\n",
                     "member"),
            "member: Město Krnov\nmember: Charita Krnov\nmember: Domov Lípa Krnov\n");
}

TEST(MemberTables, TownsOfAMicroregion) {
  EXPECT_EQ(facts_of("Členské obce svazku a jejich zástupci:\n\n"
                     "Obec                       Zástupce          Přítomen\n"
                     "Slavonice                  Radovan Blaha     ano\n"
                     "Český Rudolec              Jan Brychta       ne\n",
                     "member"),
            "member: Slavonice\nmember: Český Rudolec\n");
}

TEST(MemberTables, NoHeader) {
  EXPECT_EQ(facts_of("Členové komise\n\nPolicie ČR, obvodní oddělení Most | npor. Viktor Malý\n"
                     "Městská policie Most | Karel Bláha\nKlub Zrnko Most, z. ú. | omluveno\n",
                     "member"),
            "member: Policie ČR, obvodní oddělení Most\nmember: Městská policie Most\nmember: Klub Zrnko Most\n");
}

TEST(MemberTables, NumbersBeforeTheRows) {
  EXPECT_EQ(facts_of("Členové partnerství\n\n1. | Obec Osoblaha | Bc. Jan Hradil\n2. | Charita Krnov | neobsazeno\n",
                     "member"),
            "member: Obec Osoblaha\nmember: Charita Krnov\n");
}

TEST(MemberTables, CellsThatRowsShare) {
  EXPECT_EQ(facts_of("Členové podle skupin\n\nSkupina | Člen | Sektor\nVeřejná správa | Městys Osoblaha | V\n"
                     "Obec Bohušov | V\nZemědělství | Agro Slezsko a. s. | S\nStatek Lípa s.r.o. | S\n",
                     "member"),
            "member: Městys Osoblaha\nmember: Obec Bohušov\nmember: Agro Slezsko\nmember: Statek Lípa\n");
}

TEST(MemberTables, CellsWithLineBreaks) {
  EXPECT_EQ(facts_of("Složení pracovních skupin\n\nPS Drogy | Kontaktní centrum Watt\nNemocnice Pod Pohanskem\n\n"
                     "PS Školy | ZŠ Slovácká\nGymnázium Břeclav\n\nSchůzi svolává město.\n",
                     "working_group_member"),
            "working_group_member: Kontaktní centrum Watt\nworking_group_member: Nemocnice Pod Pohanskem\n"
            "working_group_member: ZŠ Slovácká\nworking_group_member: Gymnázium Břeclav\n");
}

TEST(MemberTables, AChronicleIsNone) {
  EXPECT_EQ(facts_of("Členství a roky\n\n2013   Ustavující schůze spolku, 20. dubna.\n"
                     "2014   První dodávka, dar obchodu. Vydrží sedm let.\n"
                     "2020   Charita pomáhá. Za měsíc vydáme tolik co dřív za rok.\n",
                     "member"),
            "");
}

TEST(MemberBrackets, ListsInBrackets) {
  EXPECT_EQ(facts_of("Partnerství má jedenáct členů (město Frýdlant, Základní škola Frýdlant, Husova, Déčko Liberec, "
                     "z. s., a Městská policie Frýdlant). Schází se čtvrtletně.\n",
                     "member"),
            "member: město Frýdlant\nmember: Základní škola Frýdlant, Husova\nmember: Déčko Liberec\n"
            "member: Městská policie Frýdlant\n");
  EXPECT_EQ(facts_of("Pracovní skupiny\n\nSkupina Bydlení (členy jsou Městská část Praha 14, Správa majetku, a. s., "
                     "Poradna Lípa) se sešla v květnu.\nSkupina Práce (členové: Úřad práce ČR, Technické služby Most) "
                     "se nesešla.\n",
                     "working_group_member"),
            "working_group_member: Městská část Praha 14\nworking_group_member: Správa majetku\n"
            "working_group_member: Poradna Lípa\nworking_group_member: Úřad práce ČR\n"
            "working_group_member: Technické služby Most\n");
}

TEST(MemberGroups, PlainMembersBelowTheHeadingOfWorkingGroups) {
  const std::string text =
      "Členové platformy\n\n• Charita Tábor\n• Nemocnice Tábor\n\nPracovní skupiny\n\nDoprava\n\n"
      "Vedoucí: Jana Malá. Členové: Technické služby Tábor, Klub seniorů Tábor.\n\nPéče doma\n\n"
      "Členové: Charita Tábor; Hospic Jordán, z. ú.\n";
  EXPECT_EQ(facts_of(text, "member"), "member: Charita Tábor\nmember: Nemocnice Tábor\n");
  EXPECT_EQ(facts_of(text, "working_group_member"),
            "working_group_member: Technické služby Tábor\nworking_group_member: Klub seniorů Tábor\n"
            "working_group_member: Charita Tábor\nworking_group_member: Hospic Jordán\n");
}

TEST(MemberGroups, AnItemToAGroup) {
  EXPECT_EQ(facts_of("Pracovní skupiny\n\n"
                     "- PS Bydlení – město Vejprty (odbor majetku), Člověk v tísni, Charita Vejprty. Garant: Petr Slabý.\n"
                     "- PS Děti – Základní škola Vejprty, Klub Vejprťáček, z. s.\n"
                     "- PS Práce se v roce 2019 rozpustila.\n",
                     "working_group_member"),
            "working_group_member: město Vejprty\nworking_group_member: Člověk v tísni\n"
            "working_group_member: Charita Vejprty\nworking_group_member: Základní škola Vejprty\n"
            "working_group_member: Klub Vejprťáček\n");
}

TEST(MemberGroups, AListBehindASentence) {
  EXPECT_EQ(facts_of("Pracovní skupina Služby\n\nSkupina řeší hlavně dopravu. Schází se ve středu.\n\n"
                     "• Charita Česká Lípa (Jana Malá)\n• Nemocnice Česká Lípa\n",
                     "working_group_member"),
            "working_group_member: Charita Česká Lípa\nworking_group_member: Nemocnice Česká Lípa\n");
  EXPECT_EQ(facts_of("Pracovní skupina Služby\n\nSkupina řeší hlavně dopravu.\n\n• nové spoje\n• zastávka u Charity\n",
                     "working_group_member"),
            "");
}

TEST(MemberGroups, LinesBelowEachMemberThatTellOfIt) {
  EXPECT_EQ(facts_of("uzavřené mezi těmito partnery\n\nMěsto Bohumín\n  se sídlem Masarykova 158,\n"
                     "  zastoupené Ing. Petrem Malým, starostou\n\nMaryška, občanské sdružení\n"
                     "  zastoupené Alicí Novou, předsedkyní\n\nI.\nPartneři se zavazují spolupracovat.\n",
                     "member"),
            "member: Město Bohumín\nmember: Maryška\n");
  EXPECT_EQ(facts_of("Členové\n\nRosa pro ženy, z. s.\n\nPraha\n\nPoradna Lípa\n\nBrno\n", "member"),
            "member: Rosa pro ženy\nmember: Poradna Lípa\n");
}

TEST(MemberGroups, WhatAPronounStandsFor) {
  const std::string text =
      "Po odchodu kolegy se promíchala pracovní skupina Vzdělávání. Její členové jsou teď:\n\n"
      "- Základní škola Hodonín\n- Městský úřad Hodonín\n";
  EXPECT_EQ(facts_of(text, "member working_group_member"),
            "working_group_member: Základní škola Hodonín\nworking_group_member: Městský úřad Hodonín\n");
  EXPECT_EQ(facts_of("Loni vzniklo partnerství. Jeho členové jsou teď:\n\n- Základní škola Hodonín\n- Charita Hodonín\n",
                     "member working_group_member"),
            "member: Základní škola Hodonín\nmember: Charita Hodonín\n");
}

TEST(MemberGroups, AHeadingBelowALeadIn) {
  EXPECT_EQ(facts_of("Přikládám platné složení skupiny:\n\nPS Rodina - členové\n"
                     "  Charita Brod        (Silvie Malá, vedoucí)\n  Fokus Vysočina, z.ú.   (Eva Nová)\n",
                     "member working_group_member"),
            "working_group_member: Charita Brod\nworking_group_member: Fokus Vysočina\n");
}

TEST(MemberGroups, NamesOfGroupsAmongTheItems) {
  EXPECT_EQ(facts_of("Pracovní skupiny\n\n- Ubytovny (garant: Jan Malý)\n- město Cheb\n- Charita Cheb\n",
                     "working_group_member"),
            "working_group_member: město Cheb\nworking_group_member: Charita Cheb\n");
}

TEST(MemberGroups, AQuestionAndWhatEachDoes) {
  EXPECT_EQ(facts_of("Kdo v něm je?\n\nKlub Lípa Šluknov\nvolnočasové aktivity, kroužky\nOblastní charita Rumburk\n"
                     "poradna, potravinová pomoc\nFarnost Šluknov\nšatník\n\nKde jste?\n",
                     "member"),
            "member: Klub Lípa Šluknov\nmember: Oblastní charita Rumburk\nmember: Farnost Šluknov\n");
}

TEST(MemberGroups, ALineWithoutAColon) {
  EXPECT_EQ(facts_of("Členskými organizacemi partnerství jsou\n    Městská část Praha 14,\n    Klub Lípa, z. ú.,\n"
                     "    Charita Praha\n",
                     "member"),
            "member: Městská část Praha 14\nmember: Klub Lípa\nmember: Charita Praha\n");
  EXPECT_EQ(facts_of("Data: členy pracovní skupiny jsou\n\n• Ústav veřejných politik\n• Charita Brno\n",
                     "working_group_member"),
            "working_group_member: Ústav veřejných politik\nworking_group_member: Charita Brno\n");
}

TEST(MemberGroups, ThoseWhoExcusedThemselves) {
  EXPECT_EQ(facts_of("Přítomní členové:\nCharita Bruntál\nMěsto Bruntál\nOmluveni: ZŠ Bruntál\n", "member"),
            "member: Charita Bruntál\nmember: Město Bruntál\n");
}

TEST(MemberNames, CommasInsideNames) {
  EXPECT_EQ(facts_of("Členové: Úřad práce ČR, kontaktní pracoviště Kraslice, Základní škola Kraslice, Dukelská, Mateřská "
                     "škola Kraslice, Lipová cesta, Základní škola, základní umělecká škola a mateřská škola Frýdlant\n",
                     "member"),
            "member: Úřad práce ČR, kontaktní pracoviště Kraslice\nmember: Základní škola Kraslice, Dukelská\n"
            "member: Mateřská škola Kraslice, Lipová cesta\n"
            "member: Základní škola, základní umělecká škola a mateřská škola Frýdlant\n");
  EXPECT_EQ(facts_of("Členové: Policie ČR, úřad práce Most, Charita Most\n", "member"),
            "member: Policie ČR\nmember: úřad práce Most\nmember: Charita Most\n");
}

TEST(MemberNames, WhatIsToldOfThem) {
  EXPECT_EQ(facts_of("Partneři projektu\n\n1. Město Sokolov: poskytuje prostory v Růžové ulici\n"
                     "2. Charita Haná – terénní program, poradna\n3. Policie ČR – obvodní oddělení Sokolov\n"
                     "4. Město Chodov, zastoupené starostou,\n5. Lesy Sever, s. p., divize Mimoň\n",
                     "member"),
            "member: Město Sokolov\nmember: Charita Haná\nmember: Policie ČR – obvodní oddělení Sokolov\n"
            "member: Město Chodov\nmember: Lesy Sever, divize Mimoň\n");
}

TEST(MemberNames, WhomTheyAreCalledBy) {
  EXPECT_EQ(facts_of("Členové:\n- Gymnázium dr. A. Hrdličky\n- Základní škola Přerov, Boženy Němcové 16\n"
                     "- Armáda spásy – Centrum sociálních služeb Josefa Korbela\n- Charita Přerov – Jan Malý\n",
                     "member"),
            "member: Gymnázium dr. A. Hrdličky\nmember: Základní škola Přerov, Boženy Němcové 16\n"
            "member: Armáda spásy – Centrum sociálních služeb Josefa Korbela\nmember: Charita Přerov\n");
}

TEST(MemberNames, PersonsOfOrganisationsInBracketsWithDashes) {
  EXPECT_EQ(facts_of("Přítomní členové LP: Ing. Jan Malý (Město Bruntál), Eva Nová (ÚP ČR – KoP Bruntál), Petr Starý "
                     "(PČR – OO Bruntál), Hana Mladá (Slezská diakonie)\n",
                     "member"),
            "member: Město Bruntál\nmember: ÚP ČR – KoP Bruntál\nmember: PČR – OO Bruntál\nmember: Slezská diakonie\n");
}

// Lines that people broke by hand, a word too early.
TEST(MemberSentences, UnevenLines) {
  EXPECT_EQ(facts_of("Minule mě Honza správně upozornil, že v zápisu ze setkání chyběli někteří\n"
                     "členové. Opravuji tedy: členy partnerství jsou k dnešnímu\n"
                     "dni město Frýdlant, Oblastní charita Liberec, Probační\n"
                     "a mediační služba Liberec a Centrum Kašpar, z. s.\n",
                     "member"),
            "member: město Frýdlant\nmember: Oblastní charita Liberec\nmember: Probační a mediační služba Liberec\n"
            "member: Centrum Kašpar\n");
}

TEST(MemberSentences, ThoseWhoJoinedAsPartners) {
  EXPECT_EQ(facts_of("K memorandu se připojily jako partneři Charita Náchod, spolek Most k životu a Policie ČR.\n",
                     "member"),
            "member: Charita Náchod\nmember: Most k životu\nmember: Policie ČR\n");
}

TEST(MemberSentences, AListInAClauseThatGoesOn) {
  EXPECT_EQ(facts_of("Pracovní skupiny\n\nNaopak skupina Děti a mládež, již tvořily Šance Janov, Základní škola Most a "
                     "Charita Most, se scházela každé dva měsíce a vznikl v ní záměr klubu.\n",
                     "working_group_member"),
            "working_group_member: Šance Janov\nworking_group_member: Základní škola Most\n"
            "working_group_member: Charita Most\n");
}

TEST(MemberSentences, RanksAndTitlesEndNoList) {
  EXPECT_EQ(facts_of("Přítomní členové: Jan Malý (Město Bruntál), npor. Petr Starý (Policie ČR), Eva Nová (ZŠ Bruntál, "
                     "Okružní 38)\n",
                     "member"),
            "member: Město Bruntál\nmember: Policie ČR\nmember: ZŠ Bruntál, Okružní 38\n");
}

TEST(MemberSentences, ASentenceHeadsNoList) {
  EXPECT_EQ(facts_of("Signatáři budou usilovat o\n- zřízení Centra zdraví v Jeseníku\n- jednání s Pojišťovnou Most\n",
                     "member"),
            "");
}

}  // namespace
}  // namespace tvar
