// SPDX-License-Identifier: GPL-2.0-or-later
// When a page was published, by what it says of itself.
#include <gtest/gtest.h>

#include <string>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

std::string published(const std::string& text) {
  return facts_of(text, "published");
}

TEST(Published, StampsAtTheFootAndTheTop) {
  const std::string page = "Kulturní rada\n\nRada rozděluje granty.\n\nKancelář je u pokladny.\n\n";
  EXPECT_EQ(published(page + "Stránku spravuje R. Hrdá, naposledy 2. 5. 2024"), "published: 2024-05-02\n");
  EXPECT_EQ(published(page + "Poslední změna 12. 6. 2024. Web podpořil kraj."), "published: 2024-06-12\n");
  EXPECT_EQ(published(page + "Text naposledy upraven v říjnu 2022."), "published: 2022-10\n");
  EXPECT_EQ(published(page + "Zbrojnice, Dlouhá ul. | vloženo 9. 4. 2024"), "published: 2024-04-09\n");
  EXPECT_EQ(published(page + "Vytvořeno 19. 12. 2016 Vytisknout"), "published: 2016-12-19\n");
  EXPECT_EQ(published(page + "Uzávěrka programu 28. srpna 2023."), "published: 2023-08-28\n");
  EXPECT_EQ(published(page + "Vydal Městský úřad Žatec, leták č. 4, březen 2020"), "published: 2020-03\n");
  EXPECT_EQ(published("Florbal\n\nvložil: Mates | 24.4.2022 22:51 | přečteno 913x\n\nVyhráli jsme."),
            "published: 2022-04-24\n");
  EXPECT_EQ(published("5. výzva\n\nVyhlášení výzvy | 14. 9. 2017\nPříjem žádostí | 2. 10. 2017\n"),
            "published: 2017-09-14\n");
}

TEST(Published, NotWhatAParagraphTells) {
  EXPECT_EQ(
      published(
          "Skupina\n\nPod koordinační skupinou působí pracovní skupina pro děti a rodinu. Sešla se zatím "
          "devětkrát, naposledy 6. 12. 2022, a navrhla zřídit terénní službu v noclehárně ve městě.\n"),
      "");
  EXPECT_EQ(published("Úvod\n\nPlán schválilo zastupitelstvo 11. 12. 2018 a platí do konce roku.\n\nText\n"),
            "");
}

TEST(Published, DocumentsAreOfTheDayThatTheyWereDrawnUp) {
  const auto document = [](const std::string& line) {
    return published("Plán začleňování města Dubí\n\n" + line + "\n\nKapitola první\n\nČtyři lokality.\n");
  };
  EXPECT_EQ(document("Schválilo Zastupitelstvo města Dubí dne 11. 12. 2018."), "published: 2018-12-11\n");
  EXPECT_EQ(document("Schváleno radou města dne 3. 5. 2017, usnesení č. 8/14."), "published: 2017-05-03\n");
  EXPECT_EQ(document("Datum předání | 31. 8. 2020"), "published: 2020-08-31\n");
  EXPECT_EQ(document("Datum vyhotovení: 31. 8. 2020"), "published: 2020-08-31\n");
  EXPECT_EQ(document("Termín zpracování: květen 2019"), "published: 2019-05\n");
  EXPECT_EQ(document("Datum narození: 31. 8. 1920"), "");
  EXPECT_EQ(document("uzavřená v Dubí dne 5. března 2018"), "published: 2018-03-05\n");
  EXPECT_EQ(document("přednesená na valné hromadě 14. ledna 2017 v kulturním domě"),
            "published: 2017-01-14\n");
  EXPECT_EQ(document("Ivan Malý, starosta Ve Velkých Losinách, únor 2017"), "published: 2017-02\n");
  EXPECT_EQ(document("Ivan Malý, starosta, byl zvolen v Dubí 4. 2. 2017"), "");
}

TEST(Published, SignaturesAtTheEnd) {
  const std::string page = "Zpráva o činnosti\n\nPomohli jsme mnoha lidem.\n\nDěkujeme dárcům.\n\n";
  EXPECT_EQ(published(page + "Za vedení školy Mgr. Ivan Malý, ředitel Hrotovice, 20. března 2025"),
            "published: 2025-03-20\n");
  EXPECT_EQ(published(page + "V Lomu 12. 10. 2018 zpracovala I. Nová"), "published: 2018-10-12\n");
  EXPECT_EQ(published(page + "Zapsala: Hana Malá            Chropyně 20.1.2015"), "published: 2015-01-20\n");
  EXPECT_EQ(published(page + "                          Za spolek Hana Malá, ředitelka\n"
                             "                                V Písku 1. června 2023"),
            "published: 2023-06-01\n");
  EXPECT_EQ(published(page + "por. Hana Malá\n11. října 2021"), "published: 2021-10-11\n");
  EXPECT_EQ(published(page + "Dne 12. 10. 2018 zpracoval Jan Malý."), "published: 2018-10-12\n");
  EXPECT_EQ(published(page + "napsal Radek, září 2021"), "published: 2021-09\n");
  std::string longer = page;
  for (int i = 0; i < 12; ++i) longer += "Pomáhali jsme v mnoha obcích.\n\n";
  EXPECT_EQ(published(longer + "por. Hana Malá\n11. října 2021"), "published: 2021-10-11\n");
  EXPECT_EQ(published(longer + "Setkání s občany\n11. října 2021"), "");
  EXPECT_EQ(published(page + "Příští sraz s Radkem bude v září 2021"), "");
}

TEST(Published, MinutesAreOfTheDayOfTheirMeeting) {
  EXPECT_EQ(
      published("ZÁPIS Z 3. JEDNÁNÍ\n\nTermín: 21. 3. 2017, 9:00 - 11:20\nPříští jednání 9. 5. 2017.\n"),
      "published: 2017-03-21\n");
  EXPECT_EQ(published("Zápis č. 4/2021 z jednání komise\n\n9. září 2021, 16.30-18.05, on-line\n\nText.\n"),
            "published: 2021-09-09\n");
  for (const std::string line :
       {"Datum: 19. 11. 2015, 9:00 – 11:40", "Datum | 19. 11. 2015",
        "Datum konání: čtvrtek 19. listopadu 2015", "Schůzka se konala 19. listopadu 2015 od 16 hodin.",
        "z pracovní skupiny Bydlení 19. 11. 2015", "konaného ve čtvrtek 19. listopadu 2015 od 13.30 h",
        "Kdy: čt 19. 11. 2015"})
    EXPECT_EQ(published("Zápis z 5. jednání partnerství\n\n" + line + "\nÚkoly do 27. 12. 2015\n"),
              "published: 2015-11-19\n")
        << line;
  for (std::string_view line :
       {"Plán na rok 2016 a úkoly do 19. 11. 2015 splní obec.", "Úkol trvá do 19. 11. 2015."})
    EXPECT_EQ(published("Zápis z jednání\n\nPřítomni: všichni\n\nProgram:\n\n" + std::string(line) + "\n"),
              "")
        << line;
  const std::string minutes = "Zápis z členské schůze\nkonané dne 6. 11. 2023\n\n";
  EXPECT_EQ(published(minutes + "Členové (stav k 1. 11. 2023):\n1. Knihovna Lhota\n"),
            "published: 2023-11-06\n");
  EXPECT_EQ(published(minutes + "Skončeno v 17.05. Zapsáno 9. 11. 2023"), "published: 2023-11-09\n");
  EXPECT_EQ(published(minutes + "Do klubu je zapsáno 16 dětí.\nZápis vyhotoven 9. 11. 2023."),
            "published: 2023-11-09\n");
  EXPECT_EQ(published("Kurz vaření\n\nDatum: 19. 11. 2015, 9:00\n\nPřijďte.\n"), "");
  EXPECT_EQ(published("FK Dubí\nzápis z valné hromady konané 17.1.2015 v 17.00 v restauraci\n\nText.\n"),
            "published: 2015-01-17\n");
}

TEST(Published, IssuesOfPeriodicals) {
  EXPECT_EQ(published("Lávka\n\nZ dubnového čísla zpravodaje, 2024\n\nText.\n"), "published: 2024-04\n");
  EXPECT_EQ(published("Třešťské listy · ročník XXVIII · číslo 6 · červen 2014 · strana 9\n\nText.\n"),
            "published: 2014-06\n");
  EXPECT_EQ(published("Rada\n\nChrudimský zpravodaj 2/2012, vyšlo 31. ledna 2012\n\nText.\n"),
            "published: 2012-01-31\n");
}

TEST(Published, IssuesInTheImprint) {
  const std::string page =
      "Odešel učitel a vodák\n\nV pátek zemřel pan Malý.\n\nČest jeho památce.\n\nEva Malá\n\n";
  EXPECT_EQ(published(page + "Zpravodaj města, prosinec 2023. Vydává Městské kulturní zařízení."),
            "published: 2023-12\n");
  EXPECT_EQ(published(page + "-- z farního listu Brána, roč. 11, č. 2 (únor 2017) --"),
            "published: 2017-02\n");
  EXPECT_EQ(published("LHOTECKÝ SPOUTNÍK\nMěsíčník pro město a okolí     ročník XXVII     číslo 4 / duben "
                      "2019\n\nText.\n"),
            "published: 2019-04\n");
  EXPECT_EQ(published(page + "Zpravodaj města vyjde v prosinci 2023. Vydává Městské kulturní zařízení."), "");
}

TEST(Published, ColumnsAndWeekdaysInTheHead) {
  EXPECT_EQ(
      published("Týdeník\nZPRÁVY Z PODHŮŘÍ                 pondělí 4. dubna 2022\n\nStezka se odkládá\n"),
      "published: 2022-04-04\n");
  EXPECT_EQ(published("Aktuality / 7. března 2023\n\nZahrada má správce\n\nText.\n"),
            "published: 2023-03-07\n");
  EXPECT_EQ(published("Výzva\n\npondělí 6. března 2023\n\nMěsto vyzývá spolky.\n"),
            "published: 2023-03-06\n");
  EXPECT_EQ(published("Výzva\n\nstředa 17. ledna 2024, 6:30   autor: Hana Malá\n\nText.\n"),
            "published: 2024-01-17\n");
  EXPECT_EQ(published("Text: Hana Malá, foto: archiv města | 17. května 2022, 6:30\n\nText.\n"),
            "published: 2022-05-17\n");
  EXPECT_EQ(published("Slovácké listy | 23. ledna 2021 | Hana Malá\n\nText.\n"), "published: 2021-01-23\n");
  EXPECT_EQ(published("Domů | Sport | Kontakt\nTisková zpráva | Klatovy, čtvrtek 14. října 2021\n\nText.\n"),
            "published: 2021-10-14\n");
  EXPECT_EQ(published("Město zve na slavnost\n\nsobota 20. června 2015\n\nTančí se.\n"), "");
  EXPECT_EQ(published("SLAVNOST\n\nsobota 20. června 2015\n\n 9.00 mše\n"), "");
  EXPECT_EQ(published("Výstava · 12. 10. 2023 – 31. 3. 2024 · 2. podlaží\n\nText.\n"), "");
  EXPECT_EQ(published("Novinky\n\n21. 2. 2017 – Poradna se přestěhovala.\n\n3. 4. 2017 – Hledáme pomoc.\n\n"
                      "Stránku naposledy upravila 11. května 2017."),
            "published: 2017-05-11\n");
  EXPECT_EQ(published("Přehled\n\nHana Malá | předsedkyně | 3. 4. 2017\nIvan Malý | člen | 3. 4. 2017\n"),
            "");
}

TEST(Published, BelowTheTitleBehindACommaOrThePlace) {
  EXPECT_EQ(published("Plán pro lokality\n\nTisková zpráva, Sokolov 19. září 2019\n\nText.\n"),
            "published: 2019-09-19\n");
  EXPECT_EQ(published("ROK PRVNÍ\n\nOhlédnutí koordinátorky, květen 2015\n\nText.\n"),
            "published: 2015-05\n");
  EXPECT_EQ(
      published(
          "FARNÍ LÍSTEK\nŘímskokatolická farnost Lhota, 3. neděle adventní, 15. prosince 2019\n\nText.\n"),
      "published: 2019-12-15\n");
  EXPECT_EQ(published("Beseda\n\nVelký sál, 12. května 2019\n\nText.\n"), "");
  EXPECT_EQ(published("Odešel učitel\n\nV pátek zemřel pan Malý.\n\nČest jeho památce.\n\n"
                      "Otištěno v městském zpravodaji Jitřenka, květen 2017\n"),
            "published: 2017-05\n");
}

TEST(Published, HeadsAndBylines) {
  EXPECT_EQ(published("Od: Jana Malá\nOdesláno: pondělí 20. května 2019 9:41\nKomu: Petr\n\nText.\n"),
            "published: 2019-05-20\n");
  EXPECT_EQ(published("From: Jitka <j@a.example>\nTo: k@a.example\nDate: Tue, 12 Feb 2019 16:42:08 +0100\n"
                      "Subject: Pozvánka\n\nDobrý den, sejdeme se 26. března 2019.\n"),
            "published: 2019-02-12\n");
  EXPECT_EQ(published("Most\n\nAdéla Hofmanová 2. března 2020 6:00 Komentáře (47)\n\nText.\n"),
            "published: 2020-03-02\n");
  EXPECT_EQ(
      published("Vichřice\n\nJESENICKO, ŠUMPERSKO 30. října 2017 (vb, red) – Poryvy větru lámaly stromy.\n"),
      "published: 2017-10-30\n");
  EXPECT_EQ(published("Zpráva\n\nText.\n\nV Havlíčkově Brodě 28. května 2019 Barbora Nová, ředitelka\n"),
            "published: 2019-05-28\n");
}

}  // namespace
}  // namespace tvar
