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
  EXPECT_EQ(published("Plán\n\nSchválilo Zastupitelstvo města Dubí dne 11. 12. 2018.\n\nKapitola první\n"),
            "");
}

TEST(Published, MinutesAreOfTheDayOfTheirMeeting) {
  EXPECT_EQ(
      published("ZÁPIS Z 3. JEDNÁNÍ\n\nTermín: 21. 3. 2017, 9:00 - 11:20\nPříští jednání 9. 5. 2017.\n"),
      "published: 2017-03-21\n");
  EXPECT_EQ(published("Zápis č. 4/2021 z jednání komise\n\n9. září 2021, 16.30-18.05, on-line\n\nText.\n"),
            "published: 2021-09-09\n");
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

TEST(Published, HeadsAndBylines) {
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
