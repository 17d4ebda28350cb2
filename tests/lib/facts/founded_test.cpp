// SPDX-License-Identifier: GPL-2.0-or-later
// When the subject of a page was founded, by what its sentences say.
#include <gtest/gtest.h>

#include <string>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

std::string founded(const std::string& text) {
  return facts_of(text, "founded");
}

// Sentences enough that what follows is not told at the beginning.
const std::string kMore =
    "Pomáháme lidem. Jezdíme po okolí. Rok byl dobrý. Přišlo hodně lidí. Děkujeme všem. ";

// Behind sentences enough that only the subject tells whose founding it is.
std::string founded_later(const std::string& sentence) {
  return founded(
      "Zpráva\n\nMáme klub i poradnu. Pomáháme lidem. Jezdíme po okolí. Rok byl dobrý. Partnerství roste. "
      "Asociace pomáhá. Přišlo hodně lidí.\n\n" +
      sentence + "\n");
}

TEST(Founded, BySubjectsWithoutANameOfTheirOwn) {
  EXPECT_EQ(founded_later("Partnerství bylo založeno 7. 6. 2016 a má osm členů."), "founded: 2016-06-07\n");
  EXPECT_EQ(founded_later("Lokální partnerství bylo ve městě ustaveno v říjnu 2014."), "founded: 2014-10\n");
  EXPECT_EQ(founded_later("Příští rok budeme slavit, asociace vznikla v březnu 2012."), "founded: 2012-03\n");
  EXPECT_EQ(founded_later("Hrálo se dávno, ale klub jako takový byl založen až 12. května 1946."),
            "founded: 1946-05-12\n");
  EXPECT_EQ(founded_later("Partnerství funguje od září 2017."), "founded: 2017-09\n");
  EXPECT_EQ(founded_later("Partnerství se poprvé sešlo v březnu 2008 na radnici."), "founded: 2008-03\n");
  EXPECT_EQ(founded_later("Partnerství se sešlo v březnu 2008 na radnici."), "");
  EXPECT_EQ(founded_later("Platforma vznikla v březnu 2012."), "");  // nobody speaks of it
  EXPECT_EQ(founded_later("Na vsi pak klub Sokol vznikl v březnu 2012."), "");
  EXPECT_EQ(founded_later("Partnerství vznikne do 1. března 2023."), "");
  EXPECT_EQ(founded_later("Papíry jsme nesli v září 2006, aby mohlo vzniknout partnerství."), "");
}

TEST(Founded, NotForATownInTheFirstLine) {
  EXPECT_EQ(founded("Novinky města\n\n" + kMore + "V roce 2015 vznikla ve městě nová platforma.\n"), "");
}

TEST(Founded, NotWhatMinutesOfCouncilsTellOfOthers) {
  EXPECT_EQ(founded(std::string("Zápis z jednání Rady města Mostu\n\nPřítomni: všichni.\n\n") + kMore +
                    "Partnerství se schází. Partnerství bylo ustaveno 21. března 2019 na půdě magistrátu.\n"),
            "");
  EXPECT_EQ(founded("Zápis z jednání partnerství\n\nPřítomni: všichni.\n\n" + kMore +
                    "Od ustavení partnerství v lednu 2015 uběhl rok.\n"),
            "founded: 2015-01\n");
}

TEST(Founded, ByChartersAndFoundingMeetings) {
  EXPECT_EQ(
      founded(
          "Mikroregion Tři kopce\n\nZakládající smlouvu podepsali starostové dne 17. 5. 2001 na hradě.\n"),
      "founded: 2001-05-17\n");
  EXPECT_EQ(
      founded(
          "Milí přátelé,\n\nkdyž jsme 4. listopadu 2009 podepisovaly u notářky zakládací listinu, měly jsme "
          "jeden stůl.\n"),
      "founded: 2009-11-04\n");
  EXPECT_EQ(founded("Zakladatelská listina leží od roku 2009 v archivu.\n"), "");
  EXPECT_EQ(founded_later("Ustavující schůzka proběhla 11. května 2016 v aule."), "founded: 2016-05-11\n");
  EXPECT_EQ(founded_later("  2013   Ustavující schůze spolku, 20. dubna, osm zakladatelů."),
            "founded: 2013-04-20\n");
  EXPECT_EQ(founded_later("Ustavující schůze zastupitelstva proběhla 11. května 2016 v aule."), "");
}

TEST(Founded, SinceTheFoundingOfTheOne) {
  EXPECT_EQ(founded_later("Doprovodili jsme 163 nemocných, nejvíc od založení ústavu v roce 2011."),
            "founded: 2011\n");
  EXPECT_EQ(founded_later("Fond od svého zřízení v roce 2017 čerpal třikrát."), "");
  EXPECT_EQ(founded_later("Slavíme sto let od vzniku Československa v roce 1918."), "");
  EXPECT_EQ(founded_later("Náš sbor, založený v roce 1886, má 74 členů."), "founded: 1886\n");
  EXPECT_EQ(founded_later("Náš starosta navštívil sbor, založený v roce 1886."), "");
  EXPECT_EQ(founded_later("Organizace vznikla zápisem 2. října 2006."), "founded: 2006-10-02\n");
}

TEST(Founded, ByLettersOfTheHead) {
  EXPECT_EQ(founded("Partnerství Sokolov - pracovní skupina Bydlení\n\n" + kMore + "PS vznikla v r. 2016.\n"),
            "founded: 2016\n");
  EXPECT_EQ(founded("Zápis z jednání PS Bydlení\n\n" + kMore + "PS pracuje od září 2016.\n"),
            "founded: 2016-09\n");
  EXPECT_EQ(founded("Zápis z jednání PS Bydlení\n\n" + kMore + "MAS vznikla v r. 2016.\n"), "");
}

TEST(Founded, WhatAPronounMeans) {
  EXPECT_EQ(founded("Kamínky, věstník farnosti\n\n" + kMore +
                    "Sbor oslavil třicet let! Založil ho v lednu 1995 učitel.\n"),
            "");
  EXPECT_EQ(founded("Rada seniorů\n\nRada je poradním orgánem. Zřízena byla usnesením rady města dne 25. "
                    "února 2016.\n"),
            "founded: 2016-02-25\n");
}

TEST(Founded, OnTheDayOfTheSigning) {
  const std::string day = "Náchod 1. března 2018 – ";
  EXPECT_EQ(founded(day + "Šest organizací dnes podepsalo dohodu o vzniku paktu zaměstnanosti.\n"),
            "founded: 2018-03-01\n");
  EXPECT_EQ(
      founded(day +
              "Zástupci škol podepsali včera memorandum o spolupráci. Formálně tak zahájilo činnost lokální "
              "partnerství, které má připravit plán.\n"),
      "founded: 2018-02-28\n");
  EXPECT_EQ(
      founded(day + "Zástupci škol jednali včera o memorandu. Formálně tak zahájilo činnost nové hřiště.\n"),
      "");
  EXPECT_EQ(founded("Proto se v dubnu 2012 domluvilo pět organizací. Tak vznikla Síť služeb.\n"),
            "founded: 2012-04\n");
  EXPECT_EQ(founded("Od dubna 2012 do května 2013 se jednalo. Tak vznikla Síť služeb.\n"), "");
}

TEST(Founded, ByAgreements) {
  const std::string end = "\n\nPlatí na dobu neurčitou.\n\nV Jeseníku dne 4. dubna 2024\n";
  EXPECT_EQ(
      founded("MEMORANDUM O SPOLUPRÁCI\n\nSignatáři zřizují Partnerství pro duševní zdraví na Jesenicku." +
              end),
      "founded: 2024-04-04\n");
  EXPECT_EQ(
      founded("MEMORANDUM O SPOLUPRÁCI\n\nMemorandum nezakládá práva. Kontaktní místo zřídí město." + end),
      "");
  EXPECT_EQ(founded("OZNÁMENÍ\n\nNěkteří občané zakládají spolky." + end), "");
}

}  // namespace
}  // namespace tvar
