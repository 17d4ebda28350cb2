// SPDX-License-Identifier: GPL-2.0-or-later
// What is read from a page, to the letter.
#include "tvar/facts.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace tvar {
namespace {

const Analyzer& analyzer() {
  static const Analyzer made;
  return made;
}

// "field: value" lines of the fields that are asked for, or of all.
std::string facts_of(const Document& page, std::string_view fields = {}) {
  std::string out;
  for (const Fact& fact : extract_facts(page, analyzer())) {
    const bool wanted =
        fields.empty() || (" " + std::string(fields) + " ").find(" " + fact.field + " ") != std::string::npos;
    if (wanted) out += fact.field + ": " + fact.value + "\n";
  }
  return out;
}

std::string facts_of(std::string_view text, std::string_view fields) {
  return facts_of(Document{.id = "page", .fields = {{"text", std::string(text)}}}, fields);
}

TEST(Facts, TownInAnyCaseWithItsRegion) {
  EXPECT_EQ(facts_of("Setkání se konalo v Břeclavi. Z Břeclavi přijeli i starší občané.", "town region"),
            "town: Břeclav\nregion: Jihomoravský kraj\n");
  EXPECT_EQ(facts_of("Sešli jsme se v Ústí nad Labem. Do Ústí nad Labem jezdí vlak.", "town region"),
            "town: Ústí nad Labem\nregion: Ústecký kraj\n");
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

TEST(Facts, YearsButNoOtherNumbers) {
  EXPECT_EQ(facts_of("V roce 2008 a v letech 2010–2013, do konce roku 2015.", "year"),
            "year: 2008\nyear: 2010\nyear: 2013\nyear: 2015\n");
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

TEST(Facts, PublishedInBylinesLabelsAndLetters) {
  const std::string text =
      "Radnice otevřela hřiště.\nO hřišti se mluvilo osm let a postavilo se za tři měsíce.\n";
  EXPECT_EQ(facts_of("Jana Nováková • 30. října 2017 • 14:05\n" + text, "published"),
            "published: 2017-10-30\n");
  EXPECT_EQ(facts_of("Vyhlášeno: 1. 11. 2023\n" + text, "published"), "published: 2023-11-01\n");
  EXPECT_EQ(facts_of("Od: Jana\nKomu: Petr\nDatum: 27. 8. 2014 9:41\n" + text, "published"),
            "published: 2014-08-27\n");
  // The day of a meeting.
  EXPECT_EQ(facts_of("Zápis\nDatum: 27. 8. 2014\n" + text, "published"), "");
  EXPECT_EQ(facts_of("Jana Nováková vyhrála 30. října 2017 závod\n" + text, "published"), "");
}

TEST(Facts, PublishedAsDocumentsAndPeriodicalsSayIt) {
  const std::string text =
      "Radnice otevřela hřiště.\nO hřišti se mluvilo osm let a postavilo se za tři měsíce.\n";
  EXPECT_EQ(facts_of("Tisková zpráva ze dne 3. 5. 2016\n\n" + text, "published"), "published: 2016-05-03\n");
  EXPECT_EQ(facts_of("Zápis ze dne 3. 5. 2016\n\n" + text, "published"), "");
  EXPECT_EQ(facts_of("PASTELKA\nčíslo 3, ročník 14, únor 2018\n\n" + text, "published"),
            "published: 2018-02\n");
  EXPECT_EQ(facts_of("Vyvěšeno na úřední desce dne: 1. 2. 2020\n" + text, "published"),
            "published: 2020-02-01\n");
  EXPECT_EQ(facts_of("Město vydalo 3. května 2016 vyhlášku.\n" + text, "published"), "");
  EXPECT_EQ(facts_of("Ptačí chřipka\nStátní veterinární správa, 14. ledna 2021\n" + text, "published"),
            "published: 2021-01-14\n");
  EXPECT_EQ(facts_of("22. března 2012, redakce Zuzana Malá\n" + text, "published"),
            "published: 2012-03-22\n");
  EXPECT_EQ(facts_of("Schválilo Zastupitelstvo města Rokycany dne 11. 12. 2018.\n" + text, "published"), "");
  EXPECT_EQ(facts_of(text + text + "Brno, květen 2014\n", "published"), "published: 2014-05\n");
  EXPECT_EQ(facts_of("MĚSTSKÝ ÚŘAD PLANÁ\nVyřizuje: Jan Novák\nDatum: 6. 9. 2021\n" + text, "published"),
            "published: 2021-09-06\n");
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
  EXPECT_EQ(founded("Časté dotazy čtenářů", "První čtenářský spolek vznikl v Litomyšli roku 1838."), "");
}

TEST(Facts, YearsThatBeginTheLinesOfAChronicle) {
  EXPECT_EQ(facts_of("1881  Sbor kupuje stříkačku.\n1893  Požár v Dolní ulici.\n\nZaplatil 1794 zlatých.\n",
                     "year"),
            "year: 1881\nyear: 1893\n");
}

TEST(Facts, AListOfPartnersPrioritiesIsNone) {
  EXPECT_EQ(facts_of("Z jednání vyplynuly priority partnerů:\n- podpora dětí\n- bydlení\n", "member"), "");
}

TEST(Facts, PersonsInTheNominative) {
  EXPECT_EQ(
      facts_of(
          "Akci zahájil Bc. Martin Freund. Jednali jsme s Petrem Novotným a s Janou Dvořákovou, bez pana "
          "Jana Němce. Pan Freund poděkoval.",
          "person"),
      "person: Martin Freund\nperson: Petr Novotný\nperson: Jana Dvořáková\nperson: Jan Němec\n");
  EXPECT_EQ(facts_of("Žáci ZŠ Boženy Němcové šli na náměstí Jana Palacha.", "person"), "");
}

TEST(Facts, PersonsWithTwoSurnames) {
  EXPECT_EQ(facts_of("Vede je Mgr. Gabriela Vaňková Jílková. Psali jsme Kamile Rohozné Dudové a Haně Kosové.",
                     "person"),
            "person: Gabriela Vaňková Jílková\nperson: Kamila Rohozná Dudová\nperson: Hana Kosová\n");
}

TEST(Facts, PersonsAcrossTheEndOfAFullLine) {
  EXPECT_EQ(facts_of("Řídící skupina se skládá z vedení města a předsedá jí místostarostka Milada\n"
                     "Kotrbová, která je v úřadu od léta.\n",
                     "person"),
            "person: Milada Kotrbová\n");
  // A line that ends early ends what it says.
  EXPECT_EQ(facts_of("Přítomni byli Milada\nKotrbová přišla pozdě, protože jí ujel vlak, který jezdí ráno.\n",
                     "person"),
            "");
}

TEST(Facts, OrganizationsAreJoined) {
  EXPECT_EQ(
      facts_of(
          "Projekt společnosti Interwork podpořil Městský úřad Broumov. Zástupci Městského úřadu Broumov "
          "navštívili Člověka v tísni.",
          "organization"),
      "organization: Interwork\norganization: Městský úřad Broumov\norganization: Člověk v tísni\n");
}

TEST(Facts, OrganizationsGoOnInGenitives) {
  EXPECT_EQ(
      facts_of(
          "Starosta děkuje Sboru dobrovolných hasičů Slaný a Klubu českých turistů. Zasahoval i Hasičský "
          "záchranný sbor Libereckého kraje. Přispěl Svaz měst a obcí České republiky a Dopravní podnik "
          "měst Mostu a Litvínova. Peníze dalo Ministerstvo kultury a obce.",
          "organization"),
      "organization: Sbor dobrovolných hasičů Slaný\n"
      "organization: Klub českých turistů\n"
      "organization: Hasičský záchranný sbor Libereckého kraje\n"
      "organization: Svaz měst a obcí České republiky\n"
      "organization: Dopravní podnik měst Mostu a Litvínova\n"
      "organization: Ministerstvo kultury\n");
  EXPECT_EQ(
      facts_of("Město podpořilo Svaz tělesně postižených, Sdružení hasičů Čech, Moravy a Slezska a Pohár "
               "Českého svazu házené.",
               "organization"),
      "organization: Svaz tělesně postižených\n"
      "organization: Sdružení hasičů Čech, Moravy a Slezska\n"
      "organization: Český svaz házené\n");
}

TEST(Facts, OrganizationsEndWhereTheSentenceGoesOn) {
  EXPECT_EQ(
      facts_of(
          "Policie řidiče zastavila. Sdružení rodičů pořádá ples. V Městské policii Louny včera slavili. "
          "Hasiči ze Sboru dobrovolných hasičů Skuteč 112 členů přijali.",
          "organization"),
      "organization: Městská policie Louny\norganization: Sbor dobrovolných hasičů Skuteč\n");
}

TEST(Facts, OrganizationsWithPrepositions) {
  EXPECT_EQ(
      facts_of(
          "Odvolat se lze ke Krajskému soudu v Plzni. Radí Ústav pro studium totalitních režimů, Domov se "
          "zvláštním režimem Terezín i Azylový dům pro ženy a matky s dětmi. Zveme do Charity v Brně, do "
          "Fakultní nemocnice u sv. Anny a do Sdružení rodičů při Gymnáziu Jihlava. Dar dala Nadace na "
          "ochranu zvířat.",
          "organization"),
      "organization: Krajský soud v Plzni\n"
      "organization: Ústav pro studium totalitních režimů\n"
      "organization: Domov se zvláštním režimem Terezín\n"
      "organization: Azylový dům pro ženy a matky s dětmi\n"
      "organization: Fakultní nemocnice u sv. Anny\n"
      "organization: Sdružení rodičů při Gymnáziu Jihlava\n"
      "organization: Nadace na ochranu zvířat\n");
}

TEST(Facts, OrganizationsWithSeatsRegionsAndTrades) {
  EXPECT_EQ(
      facts_of(
          "Vzorky vzal Zdravotní ústav se sídlem v Ostravě a Krajská veterinární správa pro Zlínský kraj. "
          "Vede ji Správa Krkonošského národního parku, druhou Správa Národního parku Podyjí. Přispěl "
          "Svaz podnikatelů ve stavebnictví a nadační fond Ruka pro Vysočinu.",
          "organization"),
      "organization: Zdravotní ústav se sídlem v Ostravě\n"
      "organization: Krajská veterinární správa pro Zlínský kraj\n"
      "organization: Správa Krkonošského národního parku\n"
      "organization: Správa Národního parku Podyjí\n"
      "organization: Svaz podnikatelů ve stavebnictví\n"
      "organization: Ruka pro Vysočinu\n");
  EXPECT_EQ(
      facts_of("Most opraví Správa a údržba silnic Zlínského kraje. Učí Střední škola strojní, stavební a "
               "dopravní Liberec. Platí to pro Podniky města Šumperka.\n\nLinky autobusů: 3 a 4.",
               "organization"),
      "organization: Správa a údržba silnic Zlínského kraje\n"
      "organization: Střední škola strojní, stavební a dopravní Liberec\n"
      "organization: Podniky města Šumperka\n");
}

TEST(Facts, TownsWithinNamesOfOrganisationsAreNoPlaces) {
  EXPECT_EQ(
      facts_of("Město Kolín děkuje. Zasahoval Sbor dobrovolných hasičů Holetín. Z Hlinska přijel starosta.",
               "place"),
      "place: Hlinsko\n");
}

TEST(Facts, OrganizationsWithTwoNounsAndBranches) {
  EXPECT_EQ(
      facts_of("Žáci Základní školy a mateřské školy Písek byli v Městském muzeu a galerii Břeclav. Přišla "
               "Diakonie ČCE – středisko Vsetín a Mateřská škola „Sluníčko“ Brno. Uklízely Technické služby "
               "Kroměříž.",
               "organization"),
      "organization: Základní škola a mateřská škola Písek\n"
      "organization: Městské muzeum a galerie Břeclav\n"
      "organization: Diakonie ČCE – středisko Vsetín\n"
      "organization: Mateřská škola „Sluníčko“ Brno\n"
      "organization: Technické služby Kroměříž\n");
}

TEST(Facts, OrganizationsBeforeLegalForms) {
  EXPECT_EQ(
      facts_of(
          "Přispěla pekárna Karel Hřib a synové, s.r.o. Chodský krok, občanské sdružení, slaví. Zpráva "
          "Dětského centra Beránek, příspěvkové organizace, je hotová. Spolek Za krásnější Vimperk, z. s. "
          "píše. Nabídku dala firma GasNet Západ, spol. s r.o.",
          "organization person"),
      "organization: Karel Hřib a synové\norganization: Chodský krok\norganization: Dětské centrum "
      "Beránek\norganization: Za krásnější Vimperk\norganization: GasNet Západ\n");
  EXPECT_EQ(
      facts_of(
          "Pardubická společnost Chléb a sůl, s. r. o. peče. Klub převzali od sdružení Most dětem, které "
          "skončilo. Darovala Pražská Nadace Občanská věc.",
          "organization"),
      "organization: Chléb a sůl\norganization: Most dětem\norganization: Nadace Občanská věc\n");
}

TEST(Facts, OrganizationsAcrossTheEndOfAFullLine) {
  EXPECT_EQ(facts_of("V úterý se na radnici sešli zástupci obcí, přijel i ředitel Speciální základní\n"
                     "školy Svitavy, který mluvil o penězích na opravu.\n",
                     "organization"),
            "organization: Speciální základní škola Svitavy\n");
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

}  // namespace
}  // namespace tvar
