// SPDX-License-Identifier: GPL-2.0-or-later
// Towns as organisations, to the letter.
#include <gtest/gtest.h>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

TEST(Facts, TownsThatActAreOrganizations) {
  EXPECT_EQ(
      facts_of(
          "Statutární město Most dnes otevřelo centrum. Obec Lesná v okrese Tachov dokončila přestavbu. "
          "Ples pořádá městys Svitávka. Zřizovatelem je město Přerov. Podporu slíbil Zlínský kraj i Město "
          "Krnov. Smlouvu s městem Kolín podepsala škola.",
          "organization"),
      "organization: statutární město Most\norganization: obec Lesná\norganization: městys Svitávka\n"
      "organization: město Přerov\norganization: Zlínský kraj\norganization: město Krnov\norganization: "
      "město Kolín\n");
}

TEST(Facts, TownsThatAreOnlyThereAreNone) {
  EXPECT_EQ(
      facts_of(
          "Zveme vás do města Kolína. Město Kolín leží na Labi. Obec Lesná má 500 obyvatel. Navštívili jsme "
          "město Písek. Za městem Most je jezero. Z rozpočtu města Zlín.",
          "organization"),
      "");
}

TEST(Facts, CouncilsWithTheirTownAreOrganizations) {
  EXPECT_EQ(facts_of("Zápis ze zasedání Zastupitelstva městyse Svitávka. Rada města Mostu schvaluje dar, "
                     "radě města se líbí. "
                     "Zadavatel: město Písek. Koncerty podporují Ministerstvo kultury a město Telč.",
                     "organization"),
            "organization: Ministerstvo kultury\norganization: Zastupitelstvo městyse Svitávka\n"
            "organization: Rada města Mostu\norganization: město Písek\norganization: město Telč\n");
}

TEST(Facts, TownsThatAreParties) {
  EXPECT_EQ(facts_of("Příjemce: město Bruntál\nŽadatel: obec Lipová\n", "organization"),
            "organization: město Bruntál\norganization: obec Lipová\n");
  EXPECT_EQ(facts_of("Žádost podá město Krupka. Dotaci dostala i obec Lipová.", "organization"),
            "organization: město Krupka\norganization: obec Lipová\n");
  EXPECT_EQ(facts_of("Prezident navštíví město Krupka. Minul i obec Lipová.", "organization"), "");
}

TEST(Facts, RegionsThatActAreOrganizations) {
  EXPECT_EQ(facts_of("Plzeňský kraj přispěl. Program financuje Středočeský kraj. Web vznikl za podpory "
                     "Jihomoravského kraje.",
                     "organization"),
            "organization: Plzeňský kraj\norganization: Středočeský kraj\norganization: Jihomoravský kraj\n");
  EXPECT_EQ(
      facts_of("Ústecký kraj patří k nejchudším. Bydlí v Libereckém kraji. Projeli kus Zlínského kraje.",
               "organization"),
      "");
  EXPECT_EQ(facts_of("Projekt podporuje Hlavní město Praha.", "organization"),
            "organization: Hlavní město Praha\n");
}

TEST(Facts, RegionsThatGiveAreOrganizations) {
  EXPECT_EQ(facts_of("Peníze přislíbil i stát. Zbytek přijde od Zlínského kraje. Hřiště je z dotace Kraje "
                     "Vysočina. Zápis se pošle Olomouckému kraji. Loni získali cenu Středočeského kraje. "
                     "Na lávku přispěl stát, na chodník Plzeňský kraj. Peníze by mohl dát Pardubický kraj.",
                     "organization"),
            "organization: Zlínský kraj\norganization: Kraj Vysočina\norganization: Olomoucký kraj\n"
            "organization: Středočeský kraj\norganization: Plzeňský kraj\norganization: Pardubický kraj\n");
  EXPECT_EQ(facts_of("Přišli lidé ze Zlínského kraje. Jezdí k Olomouckému kraji. Databáze / Ústecký kraj / "
                     "Jirkov. Sídlo: Chodov, Karlovarský kraj. Byli v centru Plzeňského kraje. Projeli "
                     "Liberecký kraj.",
                     "organization"),
            "");
}

TEST(Facts, TownsAtHeadAndFootOfTheirPage) {
  EXPECT_EQ(facts_of("MĚSTO OSTROV\nOznámení o uzavírce\n\nUlice bude zavřená.", "organization town"),
            "town: Ostrov\norganization: město Ostrov\n");
  EXPECT_EQ(
      facts_of("MĚSTSKÁ ČÁST PRAHA-KOLOVRATY\nTrhy\n\nByt pronajímá městská část Praha 7.", "organization"),
      "organization: Městská část PRAHA-KOLOVRATY\norganization: Městská část Praha 7\n");
  EXPECT_EQ(
      facts_of("Pozvánka\n\nPřijďte.\n\nMěsto Písek, Velké náměstí 114/3, 397 19 Písek\n", "organization"),
      "organization: město Písek\n");
  EXPECT_EQ(facts_of("Pozvánka\n\nPřijďte.\n\nMěsto Tábor, odbor sociálních věcí\n", "organization"),
            "organization: město Tábor\n");
  EXPECT_EQ(facts_of("Pozvánka\n\nPřijďte.\n\n© Město Rumburk\n", "organization"),
            "organization: město Rumburk\n");
  EXPECT_EQ(facts_of("Výlety\n\nPrvní den\n\nDruhý den\n\nMěsto Písek\n\nMěsto Tábor, okres Tábor\n\n"
                     "Hrálo se v městské části Praha 14.",
                     "organization"),
            "");
}

TEST(Facts, BodiesOfTownsAndOthers) {
  const auto organizations = [](std::string_view text) { return facts_of(text, "organization"); };
  EXPECT_EQ(organizations("Ples pořádá Kulturní komise města Krnova. Jednala Rada seniorů města Opavy."),
            "organization: Kulturní komise města Krnova\norganization: Rada seniorů města Opavy\n");
  EXPECT_EQ(
      organizations(
          "Zasedá ve Výboru pro prevenci domácího násilí. Návrh má Rada malých neziskových "
          "organizací. Cenu dala Obec překladatelů. Peníze (dotace na most, Kraj Vysočina) přišly."),
      "organization: Výbor pro prevenci domácího násilí\norganization: Rada malých neziskových organizací\n"
      "organization: Obec překladatelů\norganization: Kraj Vysočina\n");
  EXPECT_EQ(organizations("Rada školy jednala, sešel se i Výbor pro bydlení. Komise prevence kriminality má "
                          "zápis. Obec návštěvníků nemá dost. Sešla se kulturní komise města."),
            "");
}

TEST(Facts, TownsWithVerbsOfActors) {
  EXPECT_EQ(facts_of("Obec Lipová bude o pracích vyrozuměna. Zájem projevily město Krnov a Charita Opava.",
                     "organization"),
            "organization: Charita Opava\norganization: obec Lipová\norganization: město Krnov\n");
  EXPECT_EQ(facts_of("Obec Lipová bude zítra bez vody.", "organization"), "");
}

TEST(Facts, TownsThatActAreNoPlaces) {
  EXPECT_EQ(facts_of("Obec Přídolí nabídla byt. V Kaplici to jde. Do Kaplice jezdí vlak.",
                     "organization town place"),
            "town: Kaplice\norganization: obec Přídolí\n");
}

}  // namespace
}  // namespace tvar
