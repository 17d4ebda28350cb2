// SPDX-License-Identifier: GPL-2.0-or-later
// Organisations that running text names, to the letter.
#include <gtest/gtest.h>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

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

TEST(Facts, OrganizationsOfManyKinds) {
  EXPECT_EQ(
      facts_of(
          "Vystavuje Muzeum Komenského v Přerově. Zápisy má Státní okresní archiv v Kolíně. Noclehárna Žofie "
          "a Sociálně terapeutická dílna Dobromysl hledají asistenty. Peníze rozděluje Místní akční "
          "skupina Hlučínsko. Psaly o tom Lidové noviny. Léčí v Masarykově nemocnici v Ústí nad Labem.",
          "organization"),
      "organization: Muzeum Komenského v Přerově\n"
      "organization: Státní okresní archiv v Kolíně\n"
      "organization: Noclehárna Žofie\n"
      "organization: Sociálně terapeutická dílna Dobromysl\n"
      "organization: Místní akční skupina Hlučínsko\n"
      "organization: Lidové noviny\n"
      "organization: Masarykova nemocnice v Ústí nad Labem\n");
  EXPECT_EQ(
      facts_of("Zahrála Janáčkova filharmonie Ostrava, zpívalo Smetanovo kvarteto. Potrubí mění Severočeské "
               "vodovody a kanalizace. Učí Vyšší odborná škola zdravotnická Brno. Úřaduje Státní ústav pro "
               "kontrolu léčiv. Dar dal Rotary klub Brno s "
               "Národním památkovým ústavem.",
               "organization"),
      "organization: Janáčkova filharmonie Ostrava\n"
      "organization: Smetanovo kvarteto\n"
      "organization: Severočeské vodovody a kanalizace\n"
      "organization: Vyšší odborná škola zdravotnická Brno\n"
      "organization: Státní ústav pro kontrolu léčiv\n"
      "organization: Rotary klub Brno\n"
      "organization: Národní památkový ústav\n");
}

TEST(Facts, OrganizationsForHealth) {
  EXPECT_EQ(
      facts_of(
          "Psychiatrická nemocnice v Dobřanech ruší lůžka. Otevírá Centrum duševního zdraví Havlíčkův Brod.",
          "organization"),
      "organization: Psychiatrická nemocnice v Dobřanech\n"
      "organization: Centrum duševního zdraví Havlíčkův Brod\n");
}

TEST(Facts, OrganizationsWithinOrganizations) {
  EXPECT_EQ(
      facts_of(
          "Výzkum vede Ústav termomechaniky Akademie věd ČR. Zve Základní organizace Českého svazu včelařů "
          "Litovel. Varuje Povodí Moravy a Lesy České republiky. Nesouhlasí Národní rada osob se "
          "zdravotním postižením ČR.",
          "organization"),
      "organization: Ústav termomechaniky Akademie věd ČR\n"
      "organization: Základní organizace Českého svazu včelařů Litovel\n"
      "organization: Povodí Moravy\n"
      "organization: Lesy České republiky\n"
      "organization: Národní rada osob se zdravotním postižením ČR\n");
}

TEST(Facts, OrganizationsWithLettersForTheirNoun) {
  EXPECT_EQ(
      facts_of(
          "Soutěž pořádá ZŠ a MŠ Horní Lhota s pomocí SDH Horní Lhota. FK Baník Sokolov vyhrál 3:1. Hraje i "
          "ZUŠ Iši Krejčího Olomouc.",
          "organization"),
      "organization: ZŠ a MŠ Horní Lhota\n"
      "organization: SDH Horní Lhota\n"
      "organization: FK Baník Sokolov\n"
      "organization: ZUŠ Iši Krejčího Olomouc\n");
  EXPECT_EQ(facts_of("Hráči Sokola Nová Ves porazili Viktorii Plzeň. Sokol letěl nad lesem.", "organization"),
            "organization: Sokol Nová Ves\norganization: Viktoria Plzeň\n");
  EXPECT_EQ(facts_of("Výstrahu vydal ČHMÚ. Proud vypne ČEZ Distribuce. Zpráva od ČTK.", "organization"),
            "organization: ČHMÚ\norganization: ČEZ Distribuce\norganization: ČTK\n");
  // The text says what the letters are of: no name of its own.
  EXPECT_EQ(facts_of("Český hydrometeorologický ústav (ČHMÚ) varuje. ČHMÚ měří srážky.", "organization"),
            "organization: Český hydrometeorologický ústav\n");
}

TEST(Facts, OrganizationsInShortAreTheSame) {
  EXPECT_EQ(
      facts_of(
          "Oblastní charita Náchod slaví. Zvou i z Charity Náchod. Řekla to Agrární komora České republiky, "
          "a co Agrární komora řekne, platí.",
          "organization"),
      "organization: Oblastní charita Náchod\norganization: Agrární komora České republiky\n");
  // Two of them: the short name could be of either, and what any town has is no name.
  EXPECT_EQ(facts_of("Psal Český svaz včelařů Zlín a Český svaz včelařů Vsetín. Žádost přijme Městský úřad.",
                     "organization"),
            "organization: Český svaz včelařů Zlín\norganization: Český svaz včelařů Vsetín\n");
}

TEST(Facts, OrganizationsAsTheTitleOrTheirLettersTellThem) {
  const auto organizations = [](std::string_view title, std::string_view text) {
    return facts_of(
        Document{.id = "1", .fields = {{"title", std::string(title)}, {"text", std::string(text)}}},
        "organization");
  };
  EXPECT_EQ(organizations("Síť Rodina doma: kdo k nám patří",
                          "Síť Rodina doma spojuje organizace. Do Sítě Rodina doma patří školy."),
            "organization: Síť Rodina doma\n");
  EXPECT_EQ(
      organizations("Ze sta let Sboru dobrovolných hasičů Sloupnice",
                    "Valná hromada Sboru dobrovolných hasičů (dále SDH) Sloupnice se konala v hostinci."),
      "organization: Sbor dobrovolných hasičů Sloupnice\n");
  EXPECT_EQ(facts_of("Konferenci pořádá Česká asociace streetwork (ČAS). Všeobecná zdravotní pojišťovna "
                     "(VZP) péči hradí.",
                     "organization"),
            "organization: Česká asociace streetwork\norganization: Všeobecná zdravotní pojišťovna\n");
}

TEST(Facts, OrganizationsThatBeginSentences) {
  EXPECT_EQ(facts_of("Včelařský spolek Hranice byl založen. Zázemí zajistilo Rybářství Třeboň. Vydalo to "
                     "Oblastní muzeum "
                     "a galerie v Mostě. Bylo to v roce 2021. Šternberská poradna se přestěhovala.",
                     "organization"),
            "organization: Včelařský spolek Hranice\norganization: Rybářství Třeboň\n"
            "organization: Oblastní muzeum a galerie v Mostě\n");
}

TEST(Facts, CompaniesWithoutLegalForm) {
  EXPECT_EQ(
      facts_of(
          "Firma Siemens přijme lidi. Autobusy vypravuje dopravce Arriva City. Druhá byla Karlostav, spol. s "
          "r.o. Provozuje to Vodárenská společnost Chrudim, a. s.",
          "organization"),
      "organization: Siemens\norganization: Arriva City\norganization: Karlostav\n"
      "organization: Vodárenská společnost Chrudim\n");
  EXPECT_EQ(facts_of("Největším odběratelem je Sigma Group.", "organization"), "organization: Sigma Group\n");
  // Announced once, it is known wherever it stands: no town.
  EXPECT_EQ(facts_of("Halu postavila společnost Tatra Kopřivnice. Do Brna ji převezla Tatra Kopřivnice sama.",
                     "organization place"),
            "place: Brno\norganization: Tatra Kopřivnice\n");
}

TEST(Facts, OrganizationsInSeriesBehindTheirNoun) {
  EXPECT_EQ(facts_of("Společnosti Preciosa, Crystalex a Lasvit hledají skláře. Lasvit platí nejvíc.",
                     "organization"),
            "organization: Preciosa\norganization: Crystalex\norganization: Lasvit\n");
  EXPECT_EQ(facts_of("Staví to sdružení firem PSJ a Podzimek a synové.", "organization"),
            "organization: PSJ\norganization: Podzimek a synové\n");
  EXPECT_EQ(facts_of("Ředitel firmy Preciosa a Petr Novák i Krupka mlčí.", "organization"),
            "organization: Preciosa\n");
}

TEST(Facts, OrganizationsThatANounBehindOrBeforeThemExplains) {
  EXPECT_EQ(facts_of("Chodník opravil Laxus, firma z Nymburka. Podle Laxu to šlo.", "organization"),
            "organization: Laxus\n");
  EXPECT_EQ(facts_of("Vodovod spravuje skupina ČEVAK. Pracovní skupina BYTY mlčí.", "organization"),
            "organization: ČEVAK\n");
  EXPECT_EQ(facts_of("Zhotovitel Laxus a supermarket Lidl.", "organization"),
            "organization: Laxus\norganization: Lidl\n");
}

TEST(Facts, OrganizationsWhoseNamesGoOnInLowerCase) {
  EXPECT_EQ(facts_of("Vede ji organizace Most k domovu. Most k domovu má devět lidí.", "organization"),
            "organization: Most k domovu\n");
  EXPECT_EQ(facts_of("Pomohl spolek Most k radosti všech.", "organization"), "organization: Most\n");
  EXPECT_EQ(facts_of("Pomáhá nezisková organizace K srdci klíč.", "organization"),
            "organization: K srdci klíč\n");
  EXPECT_EQ(facts_of("Pomáhá Diakonie ČCE – středisko v Krabčicích.", "organization"),
            "organization: Diakonie ČCE – středisko v Krabčicích\n");
}

TEST(Facts, OrganizationsThatAreWordsAsWell) {
  EXPECT_EQ(facts_of("Noclehárnu provozuje Naděje. Klienti Naděje tu spí.", "organization"),
            "organization: Naděje\n");
  EXPECT_EQ(facts_of("Naděje umírá poslední. Potkali jsme Naději Novou.", "organization"), "");
}

TEST(Facts, LettersStandForTheFullName) {
  EXPECT_EQ(
      facts_of(
          "Úřad práce ČR (ÚP ČR) mlčí. ÚP ČR odpoví. Platí to ZŠ Raspenava, tedy Základní škola Raspenava.",
          "organization"),
      "organization: Úřad práce ČR\norganization: Základní škola Raspenava\n");
  EXPECT_EQ(
      facts_of("Členové: město Dubí, Charita, Úřad práce ČR.\n\nDotaz na ÚP ČR trvá.\n", "organization"),
      "organization: Úřad práce ČR\n");
}

TEST(Facts, PartnershipsWithANameAreOrganizations) {
  EXPECT_EQ(facts_of("Partnerství Pod Klínovcem vzniklo loni. Lokální partnerství se schází. V tomto "
                     "Lokálním partnerství je "
                     "klid.",
                     "organization"),
            "organization: Partnerství Pod Klínovcem\n");
}

TEST(Facts, OrganizationsWithTheirNounOrWithoutTheWordsBefore) {
  EXPECT_EQ(facts_of("Členství ukončil Spolek Na Výsluní. Nově přijat Azylový dům Jizerka.", "organization"),
            "organization: Spolek Na Výsluní\norganization: Azylový dům Jizerka\n");
  EXPECT_EQ(
      facts_of(
          "Data sbírá organizace Pomoc v tísni – Západ, z. ú. Byty spravovala firma Krušnohorská bytová.",
          "organization"),
      "organization: Pomoc v tísni – Západ\norganization: Krušnohorská bytová\n");
  EXPECT_EQ(facts_of("Převzala to po Naději pro Kamenici.", "organization"),
            "organization: Naděje pro Kamenici\n");
}

TEST(Facts, OrganizationsOfNewspapers) {
  EXPECT_EQ(facts_of("Arcibiskupství olomoucké přislíbilo peníze. Úvěr dala Občanská záložna v Lounech.",
                     "organization"),
            "organization: Arcibiskupství olomoucké\norganization: Občanská záložna v Lounech\n");
  EXPECT_EQ(facts_of("Varna je od firmy Novák a Jahn. Mluvčí společnosti EG.D mlčel.", "organization"),
            "organization: Novák a Jahn\norganization: EG.D\n");
  EXPECT_EQ(
      facts_of("Nabídla to Náboženská obec Církve československé husitské. Hraje Cimbálová muzika Radhošťan.",
               "organization"),
      "organization: Náboženská obec Církve československé husitské\norganization: Cimbálová muzika "
      "Radhošťan\n");
  EXPECT_EQ(facts_of("Čestné uznání dalo Okresní sdružení hasičů Praha-východ a Myslivecký spolek Háj.",
                     "organization"),
            "organization: Okresní sdružení hasičů Praha-východ\norganization: Myslivecký spolek Háj\n");
  EXPECT_EQ(facts_of("   TJ Sokol Újezd       60.000,-   schváleno", "organization"),
            "organization: TJ Sokol Újezd\n");
}

TEST(Facts, BranchesAndShortNamesOfTheSame) {
  EXPECT_EQ(facts_of("Platí to Ministerstvo vnitra – generální ředitelství Hasičského záchranného sboru ČR.",
                     "organization"),
            "organization: Ministerstvo vnitra – generální ředitelství Hasičského záchranného sboru ČR\n");
  EXPECT_EQ(facts_of("Spolek Poutník opravuje. Vznikl Spolek pro záchranu drobných památek Poutník.",
                     "organization"),
            "organization: Spolek pro záchranu drobných památek Poutník\n");
  EXPECT_EQ(
      facts_of("Odbor správy majetku zveřejní záměr. Terénní služba pro rodiny je v pátek.", "organization"),
      "");
}

TEST(Facts, OrganizationsOfTheHeading) {
  const Document page{.id = "1",
                      .fields = {{"title", "Lokální partnerství Krnov"},
                                 {"text", "Lokální partnerství Krnov\n\nSchází se od roku 2015."}}};
  EXPECT_EQ(facts_of(page, "organization"), "organization: Lokální partnerství Krnov\n");
}

TEST(Facts, NamesGoOnInLowerCase) {
  const auto organizations = [](std::string_view text) { return facts_of(text, "organization"); };
  EXPECT_EQ(organizations("Ples pořádá spolek Přátelé starého mlýna, zve všechny."),
            "organization: Přátelé starého mlýna\n");
  EXPECT_EQ(organizations("Předseda družstva Náš obchod Jan Novák to tvrdí."), "organization: Náš obchod\n");
  EXPECT_EQ(organizations("Spolek Babičky na síti slaví. Babičky na  síti zpívaly."),
            "organization: Babičky na síti\n");
  EXPECT_EQ(organizations("Dohodu podepsala firma Pekařství Jizerský rohlík."),
            "organization: Pekařství Jizerský rohlík\n");
  EXPECT_EQ(
      organizations("Sdružení pro rozvoj cestovního ruchu Orlické a Jestřebí hory psalo do Asociace malých "
                    "komunitních center."),
      "organization: Sdružení pro rozvoj cestovního ruchu Orlické a Jestřebí hory\n"
      "organization: Asociace malých komunitních center\n");
  EXPECT_EQ(organizations("Dal to Včelařský spolek pro Bojkovice a okolí."),
            "organization: Včelařský spolek pro Bojkovice a okolí\n");
  EXPECT_EQ(organizations("Dům patří spolku přátel. Letos byl Spolek přátel Aloise Jiráska u nás."),
            "organization: Spolek přátel Aloise Jiráska\n");
}

TEST(Facts, NamesWithTheirSeat) {
  const auto organizations = [](std::string_view text) { return facts_of(text, "organization"); };
  EXPECT_EQ(organizations("Sál půjčil Sbor Českobratrské církve evangelické v Kyjově. Studuje na Akademii "
                          "múzických umění v Praze."),
            "organization: Sbor Českobratrské církve evangelické v Kyjově\n"
            "organization: Akademie múzických umění v Praze\n");
  EXPECT_EQ(organizations("Kostel spravuje Římskokatolická farnost Jablonné v Podještědí."),
            "organization: Římskokatolická farnost Jablonné v Podještědí\n");
  EXPECT_EQ(
      organizations("Vzniklo Partnerství pro duševní zdraví na Jesenicku. Lokální partnerství v Sokolově "
                    "má členy."),
      "organization: Partnerství pro duševní zdraví na Jesenicku\n");
  EXPECT_EQ(organizations("Auto odtáhne Správa služeb hl. m. Prahy zítra."),
            "organization: Správa služeb hl. m. Prahy\n");
  EXPECT_EQ(organizations("Děti chodí do Mateřské školy v Kolíně."),
            "organization: Mateřská škola v Kolíně\n");
}

TEST(Facts, NamesWithTheirUnit) {
  const auto organizations = [](std::string_view text) { return facts_of(text, "organization"); };
  EXPECT_EQ(
      organizations("Jednáme s Policií ČR, Dopravním inspektorátem Louny, a peníze dostal Český rybářský "
                    "svaz, MO Brtnice."),
      "organization: Policie ČR, Dopravní inspektorát Louny\n"
      "organization: Český rybářský svaz, MO Brtnice\n");
  EXPECT_EQ(organizations("Zavře Mateřská škola Hlinsko, Budovatelů: celý den."),
            "organization: Mateřská škola Hlinsko, Budovatelů\n");
  EXPECT_EQ(
      organizations("Přišla Základní škola Hlinsko, Městská knihovna Hlinsko a Charita Opava, Dům Naděje."),
      "organization: Základní škola Hlinsko\norganization: Městská knihovna Hlinsko\n"
      "organization: Charita Opava\norganization: Dům Naděje\n");
}

TEST(Facts, NumbersBehindNamesAreNoPartOfThem) {
  EXPECT_EQ(
      facts_of("TJ Sokol Brtnice 40 000 (na topení)\n© Vydavatelství Ozvěny 2024\nRozhodl Exekutorský úřad "
               "Karlovy Vary II a Městská část Praha 3.",
               "organization"),
      "organization: TJ Sokol Brtnice\norganization: Vydavatelství Ozvěny\n"
      "organization: Exekutorský úřad Karlovy Vary II\n");
}

TEST(Facts, WordsBehindOrganizationsThatAreNoNames) {
  const auto organizations = [](std::string_view text) { return facts_of(text, "organization"); };
  EXPECT_EQ(organizations("Organizace          Zástupce      Účast\n"), "");
  EXPECT_EQ(organizations("Škola je příspěvková organizace\nAdresa: Krátká 3\n"), "");
  EXPECT_EQ(organizations("Radnice byla ke vstupu Agentury zdrženlivá."), "");
  EXPECT_EQ(organizations("Platí to Ministerstvo pro místní rozvoj a příspěvek obce."),
            "organization: Ministerstvo pro místní rozvoj\n");
  EXPECT_EQ(organizations("Byla tam Farní charita svatého Jana."), "");
}

TEST(Facts, NamesBehindLabelsUpToTheirLegalForm) {
  EXPECT_EQ(facts_of("Nositel: Pomoc v nouzi Chebsko, z. ú.\n", "organization"),
            "organization: Pomoc v nouzi Chebsko\n");
}

TEST(Facts, ShortNamesOfMembersAreTheMembers) {
  EXPECT_EQ(facts_of("Členové:\n- SVČ Méďa Krnov\n- Charita Opava\n\nV září dokončilo SVČ Méďa klubovnu.",
                     "organization"),
            "organization: SVČ Méďa Krnov\n");
  EXPECT_EQ(
      facts_of("Členské obce:\n- Slavonice\n- Dačice\n\nSchůze se koná v Dačicích. Slavonice pořádají trh.",
               "organization"),
      "");
}

TEST(Facts, WhatAnyTownHasIsNoName) {
  const auto organizations = [](std::string_view text) { return facts_of(text, "organization"); };
  EXPECT_EQ(
      organizations("Přednáška bude v Domově pro seniory. Oznámil to Úřad městské části. Družstvo hraje "
                    "Pražskou ligu."),
      "");
  EXPECT_EQ(organizations("Přednáška bude v Domově pro seniory Javor. Pomohla Česká onkologická společnost."),
            "organization: Domov pro seniory Javor\norganization: Česká onkologická společnost\n");
}

TEST(Facts, NamesEndAtTheirLegalForm) {
  const Document page{.id = "1",
                      .fields = {{"title", "Historie – Rodinné centrum Kopretina Vlašim"},
                                 {"text", "Rodinné centrum Kopretina, z. s., Krátká 3, Vlašim"}}};
  EXPECT_EQ(facts_of(page, "organization"), "organization: Rodinné centrum Kopretina\n");
}

TEST(Facts, UnitsThatAreNoPartOfNames) {
  EXPECT_EQ(facts_of("Sešlo se Lokální partnerství Sokolov - pracovní skupina Bydlení.", "organization"),
            "organization: Lokální partnerství Sokolov\n");
  EXPECT_EQ(facts_of("Hraje Divadlo Kašpárek a housle. Pomohlo Divadlo Kašpárek a město.", "organization"),
            "organization: Divadlo Kašpárek a housle\n");
}

TEST(Facts, NamesBehindNounsInLowerCase) {
  EXPECT_EQ(
      facts_of(
          "Přešel na základní školu Jizerka. Tábor má skautské středisko Vorvaň. Zazpíval sbor Zvoneček.",
          "organization"),
      "organization: základní škola Jizerka\norganization: skautské středisko Vorvaň\n"
      "organization: Zvoneček\n");
  EXPECT_EQ(
      facts_of(
          "Chodí do základní školy Ostrava. Vede ji ředitelka základní školy Jana Malá. Je to střední škola "
          "V Lukách.",
          "organization"),
      "");
}

}  // namespace
}  // namespace tvar
