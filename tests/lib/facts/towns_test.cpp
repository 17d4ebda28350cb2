// SPDX-License-Identifier: GPL-2.0-or-later
// Towns, to the letter.
#include <gtest/gtest.h>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

Document titled(std::string_view title, std::string_view text) {
  return {.id = "1", .fields = {{"title", std::string(title)}, {"text", std::string(text)}}};
}

TEST(Facts, TownInAnyCaseWithItsRegion) {
  EXPECT_EQ(facts_of("Setkání se konalo v Břeclavi. Z Břeclavi přijeli i starší občané.", "town region"),
            "town: Břeclav\nregion: Jihomoravský kraj\n");
  EXPECT_EQ(facts_of("Sešli jsme se v Ústí nad Labem. Do Ústí nad Labem jezdí vlak.", "town region"),
            "town: Ústí nad Labem\nregion: Ústecký kraj\n");
}

// A network, a union of towns or a local action group has a seat and members, but is about none of them.
TEST(Facts, PagesOfAnAreaAreAboutNoTown) {
  for (const char* const title :
       {"Síť poraden v Karlovarském kraji", "Výzva – MAS Zlatý luh", "Svazek obcí Za Lesy"}) {
    const Document page{
        .id = "1",
        .fields = {{"title", title}, {"text", "Sídlo máme v Sokolově. V Sokolově je i kancelář."}}};
    EXPECT_EQ(facts_of(page, "town place"), "place: Sokolov\n") << title;
  }
  const Document seat{
      .id = "1",
      .fields = {{"title", "MAS Sokolov"}, {"text", "Sídlo máme v Sokolově. V Sokolově je i kancelář."}}};
  EXPECT_EQ(facts_of(seat, "town"), "town: Sokolov\n");
}

TEST(Facts, PagesOfSeveralTownsByWhatTheySayFirst) {
  const std::string seat = "\n\nSídlo máme v Sokolově. V Sokolově je i kancelář.\n";
  EXPECT_EQ(facts_of("Svazek obcí Za Lesy\nZápis z valné hromady" + seat, "town"), "");
  EXPECT_EQ(facts_of("O nás\n\nJsme síť poraden, které pomáhají po celém Česku." + seat, "town"), "");
  EXPECT_EQ(facts_of("O nás\n\nJsme volné sdružení obcí a spolků." + seat, "town"), "");
  EXPECT_EQ(facts_of("Úklid\n\nV sobotu se po celém Česku uklízelo." + seat, "town"), "town: Sokolov\n");
  EXPECT_EQ(facts_of("O nás\n\nNejvíc dluhů v celé republice je tady." + seat, "town"), "town: Sokolov\n");
  EXPECT_EQ(facts_of("V pěti obcích Olomouckého kraje ubylo hluku\n\nSokolov 9. května 2023" + seat, "town"),
            "");
  EXPECT_EQ(facts_of(titled("V Sokolově ubylo hluku, ve třech obcích ne", seat), "town"), "town: Sokolov\n");
  EXPECT_EQ(facts_of("Zpráva\n\nO svazku obcí Za Lesy se jedná." + seat, "town"), "town: Sokolov\n");
}

TEST(Facts, DatelinesOfManyTowns) {
  EXPECT_EQ(facts_of("Dvě porodnice\n\nKolín, Kutná Hora, Čáslav – čtvrtek 9. května 2024\n\n"
                     "Porodnice v Čáslavi má 412 porodů. V Čáslavi chybí lékaři.\n",
                     "town"),
            "");
  EXPECT_EQ(
      facts_of(
          "Víkend\n\nTEPLICE - V pátek krátce po 22. hodině vytrhl neznámý muž seniorce kabelku v ulici.\n\n"
          "DĚČÍN - V sobotu ráno vyjel z lesní cesty řidič čtyřkolky přímo před autobus.\n",
          "town"),
      "");
  EXPECT_EQ(
      facts_of(
          "Víkend\n\nTEPLICE - V pátek krátce po 22. hodině vytrhl neznámý muž seniorce kabelku v ulici.\n",
          "town"),
      "town: Teplice\n");
}

TEST(Facts, MembersAndHeadingsOfManyTowns) {
  const std::string venue =
      "Zápis ze schůze\n\nMísto: Městská knihovna Chrudim\n\nČlenové:\n1. Knihovna Chrudim\n";
  EXPECT_EQ(
      facts_of(venue + "2. Knihovna Litomyšl\n3. Knihovna Hlinsko\n4. Knihovna Skuteč\n5. Knihovna Jihlava\n",
               "town"),
      "");
  EXPECT_EQ(facts_of(venue + "2. Knihovna Litomyšl\n3. Charita Chrudim\n", "town"), "town: Chrudim\n");
  EXPECT_EQ(
      facts_of(
          "Členové\n\nPlatforma pro bydlení Chrudim sdružuje:\n\n1. Charita Chrudim\n2. Knihovna Litomyšl\n"
          "3. Knihovna Hlinsko\n4. Knihovna Skuteč\n5. Knihovna Jihlava\nSídlo: Chrudim, Široká 1\n",
          "town"),
      "town: Chrudim\n");
  const std::string news =
      "Zpravodaj\n\nČíslo 2\n\nMají slovo Jeseník i Javorník. Starosta Javorníka souhlasí. V Javorníku je "
      "klid.\n\n";
  EXPECT_EQ(facts_of(news + "V Šumperku začali\n\nSlužby běží.\n\nŠternberk obnovil skupinu\n\nSešla se.\n",
                     "town"),
            "");
  EXPECT_EQ(facts_of(news + "Co bude dál\n\nV Šumperku začali a Šternberk obnovil skupinu.\n", "town"),
            "town: Javorník\n");
}

TEST(Facts, WhereThePersonOfTheTopWorks) {
  EXPECT_EQ(
      facts_of(
          "Rozhovor\n\nKončí ředitelka Základní školy Rožnov pod Radhoštěm Alena Malá. Přišla z Valašského "
          "Meziříčí a nahradí ji Tomáš Nový z Frenštátu pod Radhoštěm.\n",
          "town"),
      "town: Rožnov pod Radhoštěm\n");
}

TEST(Facts, WhoPublishedALeafletTellsItsTown) {
  EXPECT_EQ(
      facts_of(
          "Jak na byt\n\nNaděje má tři byty, charita Most čtyři.\n\nVydal Městský úřad Žatec, leták č. 4\n",
          "town"),
      "town: Žatec\n");
}

TEST(Facts, TownOfTheTitleAgainstPlacesMentioned) {
  const Document page{
      .id = "1",
      .fields = {{"title", "Nová knihovna v Kroměříži"},
                 {"text", "Knihovna v Kroměříži otevírá v pondělí. Půjčovat bude i čtenářům z Holešova."}}};
  EXPECT_EQ(facts_of(page, "town place"), "town: Kroměříž\nplace: Holešov\n");
}

TEST(Facts, NamesThatAreWordsNeedEvidence) {
  EXPECT_EQ(
      facts_of("Most přes řeku opraví obec. Písek na hřiště se doveze. Nový most bude širší.", "town place"),
      "");
  EXPECT_EQ(facts_of("Město Most opraví byty. V Mostě jich je sto. Do Mostu přijel ministr.", "town"),
            "town: Most\n");
}

TEST(Facts, TownsWithinNamesOfOrganisationsAreNoPlaces) {
  EXPECT_EQ(
      facts_of("Město Kolín děkuje. Zasahoval Sbor dobrovolných hasičů Holetín. Z Hlinska přijel starosta.",
               "place"),
      "place: Hlinsko\n");
}

TEST(Facts, TownOfItsMayorOrOfAnAdjectiveInTheTitle) {
  EXPECT_EQ(facts_of("Primátor Mostu to řekl v Litvínově. V Mostě chybí byty.", "town place"),
            "town: Most\nplace: Litvínov\n");
  const Document page{
      .id = "1",
      .fields = {{"title", "Turnovská nemocnice má nový přístroj"},
                 {"text", "Nemocnice v Turnově koupila přístroj. Jezdili do Liberce nebo do Semil."}}};
  EXPECT_EQ(facts_of(page, "town place"), "town: Turnov\nplace: Liberec\nplace: Semily\n");
}

TEST(Facts, TownsInShort) {
  EXPECT_EQ(
      facts_of("Výstaviště Lysá nad Labem zve na květiny. Do Lysé jezdí vlaky z Nymburka. V Lysé je teplo.",
               "town place"),
      "town: Lysá nad Labem\nplace: Nymburk\n");
  EXPECT_EQ(
      facts_of("Ples v Uherském Brodě. Hrála kapela z Brodu. Do Brodu přijeli hosté ze Zlína.", "town place"),
      "town: Uherský Brod\nplace: Zlín\n");
}

TEST(Facts, TownsInTheCaseThatTheirPrepositionTakes) {
  // Višňová and Slatina, not Višňové and Slatiny, which are municipalities as well.
  EXPECT_EQ(facts_of("Klub jezdí do Višňové. Hasiči přijeli z Chocně, Dobříkova a Slatiny.", "town place"),
            "town: Višňová\nplace: Choceň\nplace: Dobříkov\nplace: Slatina\n");
  EXPECT_EQ(facts_of("Čísla porovnala s Litvínovem, Duchcovem a Osekem.", "place"),
            "place: Duchcov\nplace: Osek\nplace: Litvínov\n");
}

TEST(Facts, TownsBehindAdjectivesOrBeforeVerbs) {
  EXPECT_EQ(facts_of("Narodil se v nedalekém Bystrém. Mirotice si besedu objednaly.", "town place"),
            "town: Bystré\nplace: Mirotice\n");
  EXPECT_EQ(facts_of("Náměstí Zachariáše z Hradce je plné. Otevřel se most přes Bílinu.", "town place"), "");
  EXPECT_EQ(facts_of("Knihy opatruje Městská knihovna Polička. Polička na zdi se zlomila.", "town place"),
            "place: Polička\n");
}

TEST(Facts, TownOfOursAgainstTheOneInTheTitle) {
  const Document page{.id = "1",
                      .fields = {{"title", "Páťáci přivezli z Liberce stříbro"},
                                 {"text",
                                  "Naše Základní škola Hrádek nad Nisou byla v Liberci druhá. Vlak do Hrádku "
                                  "nad Nisou byl tichý."}}};
  EXPECT_EQ(facts_of(page, "town place"), "town: Hrádek nad Nisou\nplace: Liberec\n");
  const Document years{.id = "1",
                       .fields = {{"title", "Sto patnáct let hranických včelařů"},
                                  {"text", "Stezka vede z Hranic do Teplic nad Bečvou."}}};
  EXPECT_EQ(facts_of(years, "town place"), "town: Hranice\nplace: Teplice nad Bečvou\n");
}

TEST(Facts, TownOfTheFootOfAPage) {
  EXPECT_EQ(
      facts_of(titled("Beseda",
                      "Přijďte do knihovny. Autor žije v Duchcově.\n\nMariánské náměstí 22, 417 42 Krupka\n"),
               "town place"),
      "town: Krupka\nplace: Duchcov\n");
  EXPECT_EQ(facts_of(titled("Beseda", "Zve Krupka i Duchcov.\n\ntel. 417 803 630, info@krupka-mesto.cz\n"),
                     "town place"),
            "town: Krupka\nplace: Duchcov\n");
}

TEST(Facts, TownOfTheSenderOrTheVenue) {
  EXPECT_EQ(
      facts_of(titled("Farní list", "Římskokatolická farnost Jemnice zve na pouť do Křtin a do Telče.\n"),
               "town place"),
      "town: Jemnice\nplace: Křtiny\nplace: Telč\n");
  EXPECT_EQ(facts_of(titled("Zápis",
                            "Místo konání: zasedací místnost MěÚ Jirkov\n\nV Chomutově běží projekt. Hosté z "
                            "Chomutova jej představili.\n"),
                     "town place"),
            "town: Jirkov\nplace: Chomutov\n");
  EXPECT_EQ(facts_of(titled("Nový trenér", "FK Viktoria Mariánské Lázně má trenéra. Hrál v Sokolově.\n"),
                     "town place"),
            "town: Mariánské Lázně\nplace: Sokolov\n");
}

TEST(Facts, TownInDatelinesOfOtherForms) {
  EXPECT_EQ(
      facts_of(titled("Zápis", "Bor, zámek, 22. června 2012, začátek 16:00\n\nHosté přijeli do Tachova.\n"),
               "town place"),
      "town: Bor\nplace: Tachov\n");
  EXPECT_EQ(
      facts_of(titled("Domov", "Hodonín/ V pondělí začala stavba domova. Do Břeclavi se jezdit nebude.\n"),
               "town place"),
      "town: Hodonín\nplace: Břeclav\n");
}

TEST(Facts, NamesThatAreWordsBeginSentencesOfWhatPeopleDo) {
  EXPECT_EQ(facts_of(titled("Varhaník", "Polička se tento týden rozloučila s učitelem. Studoval v Brně.\n"),
                     "town place"),
            "town: Polička\nplace: Brno\n");
  EXPECT_EQ(facts_of(titled("Nábytek", "Polička se rozbila. Písek se sype. Studoval v Brně.\n"), "town"),
            "town: Brno\n");
  EXPECT_EQ(facts_of("Radnice pozvala do města agenturu.", "town place"), "");
  EXPECT_EQ(facts_of(titled("Rok v Mostě k domovu", "Most k domovu vznikl ve Varnsdorfu.\n"), "town place"),
            "town: Varnsdorf\n");
}

TEST(Facts, TownOfThePeriodicalAgainstWhereSomebodyComesFrom) {
  EXPECT_EQ(facts_of(titled("Deset let",
                            "Broumovský zpravodaj, číslo 11\n\nNápad je z Náchoda. V Náchodě to jde. Slaví "
                            "město Broumov.\n"),
                     "town place"),
            "town: Broumov\nplace: Náchod\n");
  EXPECT_EQ(
      facts_of(titled("Konference", "Sejdeme se v Chebu.\n\nBc. Květa Bauerová, Městský úřad Mikulov\n"),
               "town place"),
      "town: Cheb\n");
}

TEST(Facts, TownOfItsPeopleItsHomeTeamAndItsSender) {
  EXPECT_EQ(
      facts_of(titled("Požár", "Kouř vyděsil obyvatele Mostu. Hasiči přijeli do Litvínova.\n"), "town place"),
      "town: Most\nplace: Litvínov\n");
  EXPECT_EQ(
      facts_of(titled("Derby", "Sokol Havlíčkův Brod – Slavoj Chotěboř 3:2\n\nFanoušci byli z Chotěboře.\n"),
               "town place"),
      "town: Havlíčkův Brod\nplace: Chotěboř\n");
  EXPECT_EQ(
      facts_of(titled("Farní list", "Pouť vede do Olomouce.\n\nVydává Římskokatolická farnost Hranice.\n"),
               "town place"),
      "town: Hranice\nplace: Olomouc\n");
}

TEST(Facts, SeatsOfCourtsAndRegionsAreNotWhatAPageIsAbout) {
  EXPECT_EQ(
      facts_of(titled("Účetní",
                      "Uvedl to místostarosta Chodova. Věc měl Okresní soud v Sokolově, pak Krajský soud v "
                      "Plzni. Herna stála v Sokolově.\n"),
               "town place"),
      "town: Chodov\nplace: Sokolov\n");
  EXPECT_EQ(facts_of(titled("Vichřice", "Vysočina – Vítr lámal stromy. Nejhůř bylo ve Žďáru nad Sázavou.\n"),
                     "town place"),
            "town: Žďár nad Sázavou\n");
}

TEST(Facts, AWalkThroughManyTownsIsAboutNone) {
  EXPECT_EQ(
      facts_of(titled("Třetí den",
                      "Vyšli jsme z Nových Hradů. Spali jsme v Horní Stropnici. Obchod je v Benešově nad "
                      "Černou, v Benešově nad Černou i o víkendu. Minuli jsme Kaplici u Malont. V Malontech "
                      "lilo. V Pohorské Vsi ne. V Kaplici svítilo slunce. V Trhových Svinech spíme. Zítra v "
                      "Českých Budějovicích.\n"),
               "town"),
      "");
}

TEST(Facts, NamesakesAreTheOnesNearTheOtherTowns) {
  EXPECT_EQ(facts_of(titled("Z historie hasičů ve Lhotě",
                            "Hasiči ve Lhotě mají cisternu. Jezdili do Dřís, do Křenku a do Lysé "
                            "nad Labem. Přijel sbor ze Lhoty u Příbramě.\n"),
                     "town region"),
            "town: Lhota\nregion: Středočeský kraj\n");
}

TEST(Facts, NamesOfHousesAreNoHints) {
  EXPECT_EQ(facts_of(titled("Pivovar U Žatecké brány",
                            "Kdo přijíždí od Žatce, projede bránou. V Lounech vařily ještě dva podniky. "
                            "Peníze dala Občanská záložna v Lounech.\n"),
                     "town place"),
            "town: Louny\nplace: Žatec\n");
}

TEST(Facts, StreetsAndSaintsAreNoPlaces) {
  EXPECT_EQ(
      facts_of("Byt je v Dlouhé ulici, úřad sídlí na adrese Mírové náměstí 1. Uzavřena je ulice Mírová. "
               "Mírová 364, přízemí. Kostel sv. Vavřince. Přijeli z Dolní Smrčné a ze Slezské Ostravy.",
               "place"),
      "");
  EXPECT_EQ(facts_of("Přijeli ze Smrčné.", "place"), "place: Smrčná\n");
}

TEST(Facts, PlacesThatBeginNews) {
  EXPECT_EQ(
      facts_of("Tak skončil víkend.\n\nBÍLINA - Případ řeší policisté.\n\nTEPLICE - V pátek někdo kradl.\n",
               "place"),
      "place: Bílina\nplace: Teplice\n");
}

TEST(Facts, PlacesWithCountsAndInBrackets) {
  EXPECT_EQ(
      facts_of("Byli jsme v Kopřivnici (31), Příboře (19), Studénce (16) a Odrách (12). Jezdí se do malých "
               "obcí (Kaliště, Vojslavice). Dresy se půjčovaly z Luk nad Jihlavou.",
               "place"),
      "place: Kopřivnice\nplace: Příbor\nplace: Studénka\nplace: Kaliště\nplace: Vojslavice\n"
      "place: Odry\nplace: Luka nad Jihlavou\n");
}

}  // namespace
}  // namespace tvar
