// SPDX-License-Identifier: GPL-2.0-or-later
// What is read from a page, to the letter.
#include "tvar/facts.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

const Analyzer& analyzer() {
  static const Analyzer made;
  return made;
}

TEST(Facts, YearsButNoOtherNumbers) {
  EXPECT_EQ(facts_of("V roce 2008 a v letech 2010–2013, do konce roku 2015.", "year"),
            "year: 2008\nyear: 2010\nyear: 2013\nyear: 2015\n");
  EXPECT_EQ(facts_of("Prodej pozemku p. č. 1987 v Písku, variabilní symbol 1950. Symbol roku 1999.", "year"),
            "year: 1999\n");
  EXPECT_EQ(facts_of("-2008–2012", "year"), "year: 2008\nyear: 2012\n");
  EXPECT_EQ(
      facts_of("Podle zákona č. 108/2006 Sb. a § 2008 dostalo 2000 obyvatel 1950 Kč, tel. 2012 345 678.",
               "year"),
      "");
}

TEST(Facts, PublishedAndFounded) {
  EXPECT_EQ(
      facts_of("Brno, 14. 4. 2016 – Dnes se sešli zástupci všech zapojených organizací a mluvili o plánu na "
               "další tři roky, o penězích a o lidech.",
               "published"),
      "published: 2016-04-14\n");
  const Document page{
      .id = "1",
      .fields = {{"title", "Partnerství Krnov"},
                 {"text", "Partnerství Krnov vzniklo dne 25.července 2008. V roce 2011 získalo cenu."}}};
  EXPECT_EQ(facts_of(page, "founded year"), "founded: 2008-07-25\nyear: 2008\nyear: 2011\n");
}

TEST(Facts, PublishedInBylinesLabelsAndLetters) {
  const std::string text =
      "Radnice otevřela hřiště.\nO hřišti se mluvilo osm let a postavilo se za tři měsíce.\n";
  EXPECT_EQ(facts_of("Jana Nováková • 30. října 2017 • 14:05\n" + text, "published"),
            "published: 2017-10-30\n");
  EXPECT_EQ(facts_of("Vyhlášeno: 1. 11. 2023\n" + text, "published"), "published: 2023-11-01\n");
  EXPECT_EQ(facts_of("Od: Jana\nKomu: Petr\nDatum: 27. 8. 2014 9:41\n" + text, "published"),
            "published: 2014-08-27\n");
  EXPECT_EQ(facts_of("Zápis\nDatum: 27. 8. 2014\n" + text, "published"), "published: 2014-08-27\n");
  EXPECT_EQ(facts_of("Beseda\nDatum: 27. 8. 2014\n" + text, "published"), "");  // the day of an event
  EXPECT_EQ(facts_of("Jana Nováková vyhrála 30. října 2017 závod\n" + text, "published"), "");
}

TEST(Facts, PublishedAsDocumentsAndPeriodicalsSayIt) {
  const std::string text =
      "Radnice otevřela hřiště.\nO hřišti se mluvilo osm let a postavilo se za tři měsíce.\n";
  EXPECT_EQ(facts_of("Tisková zpráva ze dne 3. 5. 2016\n\n" + text, "published"), "published: 2016-05-03\n");
  EXPECT_EQ(facts_of("Zápis ze dne 3. 5. 2016\n\n" + text, "published"), "published: 2016-05-03\n");
  EXPECT_EQ(facts_of("Zápis ze dne 3. 5. 2016\n\n" + text + "\nV Mostě dne 5. 5. 2016\n", "published"),
            "published: 2016-05-05\n");
  EXPECT_EQ(facts_of("PASTELKA\nčíslo 3, ročník 14, únor 2018\n\n" + text, "published"),
            "published: 2018-02\n");
  EXPECT_EQ(facts_of("Vyvěšeno na úřední desce dne: 1. 2. 2020\n" + text, "published"),
            "published: 2020-02-01\n");
  EXPECT_EQ(facts_of("Město vydalo 3. května 2016 vyhlášku.\n" + text, "published"), "");
  EXPECT_EQ(facts_of("Ptačí chřipka\nStátní veterinární správa, 14. ledna 2021\n" + text, "published"),
            "published: 2021-01-14\n");
  EXPECT_EQ(facts_of("22. března 2012, redakce Zuzana Malá\n" + text, "published"),
            "published: 2012-03-22\n");
  EXPECT_EQ(facts_of("Schválilo Zastupitelstvo města Rokycany dne 11. 12. 2018.\n" + text, "published"),
            "published: 2018-12-11\n");
  EXPECT_EQ(facts_of(text + text + "Brno, květen 2014\n", "published"), "published: 2014-05\n");
  EXPECT_EQ(facts_of("MĚSTSKÝ ÚŘAD PLANÁ\nVyřizuje: Jan Novák\nDatum: 6. 9. 2021\n" + text, "published"),
            "published: 2021-09-06\n");
}

TEST(Facts, PublishedByMonthTimeOrTakerOfMinutes) {
  const std::string text =
      "Radnice otevřela hřiště.\nO hřišti se mluvilo osm let a postavilo se za tři měsíce.\n";
  EXPECT_EQ(facts_of("Vydáno v červnu 2023, náklad 300 výtisků\n" + text, "published"),
            "published: 2023-06\n");
  EXPECT_EQ(facts_of("18.11.2024 06:30\n" + text, "published"), "published: 2024-11-18\n");
  EXPECT_EQ(facts_of("18. ledna 2020 / Kultura / Jana Malá\n" + text, "published"),
            "published: 2020-01-18\n");
  EXPECT_EQ(facts_of("(ČTK, 18. 1. 2020)\n" + text, "published"), "published: 2020-01-18\n");
  EXPECT_EQ(facts_of(text + text + "Zapsal: Petr Malý, 18. 1. 2020\n", "published"),
            "published: 2020-01-18\n");
  EXPECT_EQ(facts_of("18.11.2024 06:30 odjezd autobusu\n" + text, "published"), "");
}

TEST(Facts, FoundedInOtherWords) {
  const auto founded = [](std::string_view title, std::string_view text) {
    return facts_of(
        Document{.id = "1", .fields = {{"title", std::string(title)}, {"text", std::string(text)}}},
        "founded");
  };
  EXPECT_EQ(founded("Poradna Lípa", "Radíme lidem. Poradna Lípa působí v Brně od roku 2005."),
            "founded: 2005\n");
  EXPECT_EQ(founded("Zápis", "Jednali jsme. Organizace Lípa působí v Lounech od roku 2009."), "");
  EXPECT_EQ(founded("O nás", "Jsme parta lidí z Brna. Působíme od března 2010 v celém kraji."),
            "founded: 2010-03\n");
  EXPECT_EQ(founded("Zpráva", "A. B. C. D. Děkujeme. Slavíme. Vznikli jsme tedy dne 17. října 2001."),
            "founded: 2001-10-17\n");
  EXPECT_EQ(
      founded("Klub vozíčkářů", "Kdo jsme? Parta lidí. Klub založily 1.4.1995 Hedvika Malá a Eva Nová."),
      "founded: 1995-04-01\n");
  EXPECT_EQ(founded("Kontakty", "Sídlíme tu. Jsme v rejstříku. Platí to. Je to tak. Vznikla 30.9.2010."),
            "founded: 2010-09-30\n");
  EXPECT_EQ(founded("Centrum Lípa", "Centrum Lípa zahájilo činnost v září 2003."), "founded: 2003-09\n");
  EXPECT_EQ(founded("Centrum Lípa", "Centrum Lípa zahájilo v září 2003 výstavu."), "");
  EXPECT_EQ(founded("Centrum Lípa", "Centrum Lípa existuje od roku 1999. V roce 2001 byla založena pobočka."),
            "founded: 1999\n");
  EXPECT_EQ(founded("Sto let hasičů",
                    "K založení vedl požár 17. srpna 1883. Hasiči se ustavili 4. května 1884 v hostinci."),
            "founded: 1884-05-04\n");
  EXPECT_EQ(founded("Nová hala firmy Kovo", "Ministerstvo vzniklo v roce 1969."), "");
  EXPECT_EQ(founded("Časté dotazy čtenářů", "První čtenářský spolek vznikl v Litomyšli roku 1838."), "");
}

TEST(Facts, YearsThatBeginTheLinesOfAChronicle) {
  EXPECT_EQ(facts_of("1881  Sbor kupuje stříkačku.\n1893  Požár v Dolní ulici.\n\nZaplatil 1794 zlatých.\n",
                     "year"),
            "year: 1881\nyear: 1893\n");
}

TEST(Facts, MetadataWins) {
  const Document page{.id = "1",
                      .fields = {{"text", "Sešli jsme se v Břeclavi v roce 2008."}, {"town", "Hustopeče"}}};
  EXPECT_EQ(facts_of(page, "town year"), "town: Hustopeče\nyear: 2008\n");
}

TEST(Facts, RangesAreOfTheOriginalText) {
  const Document page{.id = "1",
                      .fields = {{"title", "Zpráva"}, {"text", "Jednání v Přerově vedl Mgr. Tomáš Jurčík."}}};
  for (const Fact& fact : extract_facts(page, analyzer())) {
    ASSERT_EQ(fact.source, 1U);
    EXPECT_EQ(fact.range.of(page.fields[1].value), fact.raw);
    EXPECT_GE(fact.confidence, 0.5F);
    EXPECT_LE(fact.confidence, 1.0F);
  }
}

TEST(Facts, AnyBytes) {
  EXPECT_EQ(facts_of("", ""), "");
  EXPECT_EQ(facts_of("\xFF\n•\n(\n | \n:\n– \n1.\n§", ""), "");
}

TEST(Facts, SchoolYearsInShort) {
  EXPECT_EQ(facts_of("Ve školním roce 2015/16 přišlo dost dětí.", "year"), "year: 2015\nyear: 2016\n");
  EXPECT_EQ(facts_of("Nájem bytu 2015/16 a usnesení č. 2017/18.", "year"), "");
}

TEST(Facts, PublishedAboveTheSectionOfANewspaperOrInMail) {
  EXPECT_EQ(facts_of("5. 5. 2016 | Aktuality\n\nŠkola se otevře v září.", "published"),
            "published: 2016-05-05\n");
  EXPECT_EQ(
      facts_of("Od: Jana Malá\nDatum: 4. dubna 2017 10:22\nPředmět: pozvánka\n\nZvu vás 15. dubna 2017.\n",
               "published"),
      "published: 2017-04-04\n");
  EXPECT_EQ(facts_of("Kdy | Co\n5. 5. 2016 | Jarmark\n6. 6. 2016 | Pouť\n", "published"), "");
}

TEST(Facts, PublishedWhenThePageWasChangedLast) {
  EXPECT_EQ(facts_of("O nás\n\nScházíme se v úterý.\n\nWeb vznikl loni. Stránka aktualizována 5. 9. 2016.\n",
                     "published"),
            "published: 2016-09-05\n");
  EXPECT_EQ(facts_of("Kdy to bude?\n\nBrzy.\n\nOdpověděla Jana Malá. Stav k 15. 3. 2023.\n", "published"),
            "published: 2023-03-15\n");
  EXPECT_EQ(facts_of("Zveřejněno: 1. 2. 2016\n\nText.\n\nPoslední aktualizace 5. 9. 2016\n", "published"),
            "published: 2016-02-01\n");
  EXPECT_EQ(facts_of("Stav střechy se 5. 9. 2016 zhoršil.\n", "published"), "");
}

TEST(Facts, PublishedInMailWithTheDayOfTheWeekAndInClippings) {
  EXPECT_EQ(
      facts_of("Od: Jana Malá\nPředmět: Pozvánka\nDatum: Po 24. 5. 2021 14:12\n\nPřijďte.\n", "published"),
      "published: 2021-05-24\n");
  EXPECT_EQ(
      facts_of("Broumovský zpravodaj, číslo 11, listopad 2018, strana 4\n\nByl to večer.\n", "published"),
      "published: 2018-11\n");
}

TEST(Facts, FoundedByAMeetingOrACouncilOrAsPartnership) {
  const auto page = [](std::string_view title, std::string_view text) {
    return Document{.id = "1", .fields = {{"title", std::string(title)}, {"text", std::string(text)}}};
  };
  EXPECT_EQ(facts_of(page("Dobré sousedství", "Ustavující schůze proběhla 5. června 2013 v tělocvičně."),
                     "founded"),
            "founded: 2013-06-05\n");
  EXPECT_EQ(facts_of(page("Koordinační skupina",
                          "Skupina plánuje služby. Zřídila ji Rada města Vsetín 8. února 2005."),
                     "founded"),
            "founded: 2005-02-08\n");
  EXPECT_EQ(facts_of(page("Zpráva o činnosti lokálního partnerství",
                          "Lokální partnerství existuje od 14. 1. 2013."),
                     "founded"),
            "founded: 2013-01-14\n");
  EXPECT_EQ(
      facts_of(page("Memorandum", "Od roku 2018 je hůř, a tak zakládají Kolínskou platformu."), "founded"),
      "");
}

TEST(Facts, HousesThatAreNumberedAsYearsAreNoYears) {
  EXPECT_EQ(facts_of("Město Sokolov, Rokycanova 1929, 356 01 Sokolov. Exekuce v číslech 2010–2018.", "year"),
            "year: 2010\nyear: 2018\n");
}

TEST(Facts, PublishedInTheIssueOrTheMonthThatStandsBeside) {
  const std::string text = "\nNa louce se stanovalo.\nHrálo se do rána a pršelo.\n\n";
  EXPECT_EQ(facts_of("FARNÍ LIST\nlistopad 2017\n" + text, "published"), "published: 2017-11\n");
  EXPECT_EQ(facts_of("Městský zpravodaj » únor 2021 » Kronika\n" + text, "published"),
            "published: 2021-02\n");
  EXPECT_EQ(facts_of("Text: Adéla Vaňousová · vyšlo v čísle 3/2018 (březen 2018)\n" + text, "published"),
            "published: 2018-03\n");
  EXPECT_EQ(facts_of(text + "(rozhovor vyšel v červnovém čísle 2022, kráceno)\n", "published"),
            "published: 2022-06\n");
  EXPECT_EQ(facts_of("Akce červenec 2024 · vydáno 21. 6. 2024 · mění se\n" + text, "published"),
            "published: 2024-06-21\n");
  EXPECT_EQ(facts_of(text + "leden 2021\n", "published"), "published: 2021-01\n");
}

TEST(Facts, PublishedInNewsWithATimeAnAreaOrLetters) {
  const std::string text = "\nVítr lámal stromy.\nBez proudu byly vsi.\n\n";
  EXPECT_EQ(facts_of("17. 2. 2022 18:05, aktualizováno 21:30\n" + text, "published"),
            "published: 2022-02-17\n");
  EXPECT_EQ(facts_of("Karlovarsko, 4. 12. 2014\n" + text, "published"), "published: 2014-12-04\n");
  EXPECT_EQ(facts_of(text + "(vác), 25. listopadu 2019\n", "published"), "published: 2019-11-25\n");
}

TEST(Facts, FoundedUnderALongNameAndPumpsThatAreNoGroups) {
  EXPECT_EQ(facts_of("Lidé s kelnou jsou u silnice. Jezdí všude. Zdí se. Spolek pro záchranu drobných "
                     "památek Poutník vznikl 6. "
                     "října 2009 v kuchyni.",
                     "founded"),
            "founded: 2009-10-06\n");
  EXPECT_EQ(
      facts_of(
          "1953 - dostali jsme stříkačku PS 8\n1967 - družstvo mužů vyhrálo\n1986 - přijel sbor ze Lhoty\n",
          "working_group_member"),
      "");
}

}  // namespace
}  // namespace tvar
