// SPDX-License-Identifier: GPL-2.0-or-later
// The public API from end to end: documents in, pages out.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/expect_error.h"
#include "tests/support/pages.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::expect_error;
using testing::Ids;
using testing::ids;
using testing::page_of;
using testing::sorted_ids;
using testing::TempDir;

std::vector<std::string> marked(const Snippet& snippet) {
  std::vector<std::string> words;
  for (const TextRange& range : snippet.highlights) words.emplace_back(range.of(snippet.text));
  return words;
}

std::vector<Document> pages() {
  std::vector<Document> list;
  list.push_back(
      page_of("breclav", "Lokální partnerství Břeclav",
              "Ve městě bude vystavěn prostorný azylový dům. Stavbu platí město. Ředitel je spokojen."));
  list.back().add("town", "Břeclav").add("year", "2008").add("year", "2012").add("member", "IQ Roma servis");
  list.back().add("published", "2012-03-14");
  list.push_back(page_of("prerov", "Zápis z jednání",
                         "Bez střechy nad hlavou: o azylových domech jednali partneři v Přerově."));
  list.back()
      .add("town", "Přerov")
      .add("year", "2011")
      .add("member", "Člověk v tísni")
      .add("member", "IQ Roma servis");
  list.back().add("published", "2011-11");
  list.push_back(
      page_of("brno", "Azylový dům otevřen", "V Brně přibyl dům pro matky. Kolaudace proběhla včera."));
  list.back().add("town", "Brno").add("year", "2016").add("published", "2016-04-14");
  list.push_back(
      page_of("usti", "Nezaměstnanost", "Startovací byt dostala rodina, která má být samostatná."));
  list.back().add("town", "Ústí nad Labem").add("member", "člověk  v tísni");
  return list;
}

class SearchTest : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexWriter writer = IndexWriter::open(index());
    for (const Document& document : pages()) writer.upsert(document);
    writer.commit();
  }
  std::filesystem::path index() { return directory_ / "pages.tvar"; }
  ResultPage search(std::string_view query, const SearchOptions& options = {}) {
    return Searcher::open(index()).search(query, options);
  }

  TempDir directory_;
};

TEST_F(SearchTest, AllWordsAreWantedInAnyInflection) {
  EXPECT_EQ(sorted_ids(search("azylový dům")), (Ids{"breclav", "brno", "prerov"}));
  EXPECT_EQ(sorted_ids(search("azylovými domy")), (Ids{"breclav", "brno", "prerov"}));
  EXPECT_EQ(ids(search("azylový Přerov")), Ids{"prerov"});
}

TEST_F(SearchTest, QueryWithoutDiacriticsFindsAccentedText) {
  EXPECT_EQ(sorted_ids(search("azylovy dum")), (Ids{"breclav", "brno", "prerov"}));
  EXPECT_EQ(ids(search("reditel")), Ids{"breclav"});
}

TEST_F(SearchTest, PhraseWorksAcrossInflection) {
  EXPECT_EQ(sorted_ids(search("\"azylový dům\"")), (Ids{"breclav", "brno", "prerov"}));
  EXPECT_EQ(ids(search("\"dům pro matky\"")), Ids{"brno"});
  EXPECT_EQ(ids(search("\"domu azylový\"")), Ids{});
}

TEST_F(SearchTest, ExclusionAlternativesAndFields) {
  EXPECT_EQ(sorted_ids(search("azylový -matka")), (Ids{"breclav", "prerov"}));
  EXPECT_EQ(sorted_ids(search("kolaudace OR startovací")), (Ids{"brno", "usti"}));
  EXPECT_EQ(ids(search("title:azylový")), Ids{"brno"});
  EXPECT_EQ(sorted_ids(search("text:azylový")), (Ids{"breclav", "prerov"}));
  EXPECT_EQ(ids(search("dům town:brno")), Ids{"brno"});
  EXPECT_EQ(ids(search("year:2011..2012 prostorný")), Ids{"breclav"});
}

TEST_F(SearchTest, ExactFormsMatchNothingElse) {
  EXPECT_EQ(ids(search("=domech")), Ids{"prerov"});
  EXPECT_EQ(ids(search("=\"azylových domech\"")), Ids{"prerov"});
  EXPECT_EQ(ids(search("=\"azylového domu\"")), Ids{});
  EXPECT_EQ(ids(search("=AZYLOVÝCH")), Ids{"prerov"});
}

TEST_F(SearchTest, WithoutAFullMatchAnyWordIsTakenAndSaidSo) {
  const ResultPage page = search("kolaudace střecha kosmonaut");
  EXPECT_TRUE(page.any_word());
  EXPECT_EQ(sorted_ids(page), (Ids{"brno", "prerov"}));
  const ResultPage strict = search("kolaudace střecha kosmonaut", {.match = Match::all});
  EXPECT_FALSE(strict.any_word());
  EXPECT_EQ(ids(strict), Ids{});
  EXPECT_FALSE(search("azylový dům").any_word());
  EXPECT_FALSE(search("kosmonaut").any_word());
}

TEST_F(SearchTest, RelaxedSearchKeepsExclusionsAndFilters) {
  const ResultPage page = search("kolaudace střecha kosmonaut -matka");
  EXPECT_TRUE(page.any_word());
  EXPECT_EQ(ids(page), Ids{"prerov"});
  EXPECT_EQ(ids(search("kolaudace střecha", {.filters = {{"town", "Brno"}}})), Ids{"brno"});
}

TEST_F(SearchTest, FunctionWordsDoNotDecide) {
  EXPECT_EQ(ids(search("azylový dům se kterými v Přerově")), Ids{"prerov"});
  EXPECT_EQ(ids(search("která")), Ids{"usti"});
}

TEST_F(SearchTest, MatchInTheTitleRanksFirst) {
  const ResultPage page = search("azylový dům");
  EXPECT_EQ(page.hits().at(0).id, "brno");
  EXPECT_GT(page.hits().at(0).score, page.hits().at(1).score);
  EXPECT_EQ(page.hits().at(1).rank, 1U);
}

TEST_F(SearchTest, FiltersTakeAnyOfTheirValuesAndAllOfTheFields) {
  EXPECT_EQ(sorted_ids(search("*", {.filters = {{"town", {"breclav", "PŘEROV"}}}})),
            (Ids{"breclav", "prerov"}));
  EXPECT_EQ(sorted_ids(search("*", {.filters = {{"town", {"Břeclav", "Přerov"}}, {"year", "2008..2010"}}})),
            Ids{"breclav"});
  EXPECT_EQ(sorted_ids(search("*", {.filters = {{"member", "člověk v tísni"}}})), (Ids{"prerov", "usti"}));
  EXPECT_EQ(sorted_ids(search("*", {.filters = {{"published", "2011..2012"}}})), (Ids{"breclav", "prerov"}));
  EXPECT_EQ(sorted_ids(search("*", {.filters = {{"published", "2012-03-14"}}})), Ids{"breclav"});
  EXPECT_EQ(sorted_ids(search("*", {.filters = {{"published", "2012-04.."}}})), Ids{"brno"});
}

TEST_F(SearchTest, FacetsCountAllMatches) {
  const ResultPage page = search("*", {.facets = {"town", "member", "year"}, .limit = 1});
  EXPECT_EQ(page.hits().size(), 1U);
  EXPECT_EQ(page.total().lower, 4U);
  EXPECT_TRUE(page.total().exact());
  const std::vector<FacetCount> towns = {{"Brno", 1}, {"Břeclav", 1}, {"Přerov", 1}, {"Ústí nad Labem", 1}};
  EXPECT_EQ(page.facet("town")->values, towns);
  // Two spellings of one organisation are one value.
  const std::vector<FacetCount> members = {{"Člověk v tísni", 2}, {"IQ Roma servis", 2}};
  EXPECT_EQ(page.facet("member")->values, members);
  const std::vector<FacetCount> years = {{"2008", 1}, {"2011", 1}, {"2012", 1}, {"2016", 1}};
  EXPECT_EQ(page.facet("year")->values, years);
  EXPECT_EQ(page.facet("title"), nullptr);
}

TEST_F(SearchTest, FacetLimitCutsAndSaysHowManyThereAre) {
  const ResultPage page = search("*", {.facets = {"town"}, .limit = 0, .facet_limit = 2});
  EXPECT_EQ(page.facet("town")->values.size(), 2U);
  EXPECT_EQ(page.facet("town")->distinct, 4U);
  EXPECT_TRUE(page.hits().empty());
}

TEST_F(SearchTest, SnippetMarksTheFormsThatStandThere) {
  const ResultPage page = search("azylový dům", {.filters = {{"town", "Přerov"}}});
  EXPECT_EQ(marked(page.hits().at(0).snippet), (std::vector<std::string>{"azylových", "domech"}));
  const ResultPage phrase = search("\"azylový dům\"", {.filters = {{"town", "Břeclav"}}});
  EXPECT_EQ(phrase.hits().at(0).snippet.text,
            "Ve městě bude vystavěn prostorný azylový dům. Stavbu platí město. Ředitel je spokojen.");
  EXPECT_EQ(marked(phrase.hits().at(0).snippet), (std::vector<std::string>{"azylový dům"}));
}

TEST_F(SearchTest, HitCarriesTheStoredFieldsButTheText) {
  const ResultPage page = search("kolaudace");
  const std::vector<FieldValue> expected = {
      {"title", "Azylový dům otevřen"}, {"town", "Brno"}, {"year", "2016"}, {"published", "2016-04-14"}};
  EXPECT_EQ(page.hits().at(0).fields, expected);
}

TEST_F(SearchTest, PagingContinuesTheRanking) {
  const Ids all = ids(search("azylový dům"));
  const ResultPage second = search("azylový dům", {.offset = 1, .limit = 1});
  EXPECT_EQ(ids(second), Ids{all.at(1)});
  EXPECT_EQ(second.hits().at(0).rank, 1U);
  EXPECT_EQ(second.total().lower, 3U);
  EXPECT_EQ(ids(search("azylový dům", {.offset = 9})), Ids{});
}

TEST_F(SearchTest, SortsByFieldsWithMissingValuesLast) {
  EXPECT_EQ(ids(search("*", {.sort = {"published", true}})), (Ids{"brno", "breclav", "prerov", "usti"}));
  EXPECT_EQ(ids(search("*", {.sort = {"published"}})), (Ids{"prerov", "breclav", "brno", "usti"}));
  EXPECT_EQ(ids(search("*", {.sort = {"title"}})), (Ids{"brno", "breclav", "usti", "prerov"}));
  EXPECT_EQ(ids(search("*", {.sort = {"town"}})), (Ids{"brno", "breclav", "prerov", "usti"}));
}

TEST_F(SearchTest, WrongQueriesAreValues) {
  const ResultPage value = search("dům year:loni");
  ASSERT_TRUE(value.query_error().has_value());
  EXPECT_EQ(value.query_error()->code, QueryError::Code::bad_value);
  EXPECT_EQ(value.query_error()->range.of("dům year:loni"), "loni");
  EXPECT_TRUE(value.hits().empty());
  const ResultPage filter = search("dům", {.filters = {{"year", "2012..2008"}}});
  ASSERT_TRUE(filter.query_error().has_value());
  EXPECT_EQ(filter.query_error()->message, "the range \"2012..2008\" ends before it begins");
}

TEST_F(SearchTest, WrongOptionsAreErrors) {
  expect_error(
      [&] {
        search("*", {.filters = {{"colour", "red"}}});
      },
      ErrorCode::invalid_argument, "'colour'");
  expect_error([&] { search("*", {.filters = {{"text", "dům"}}}); }, ErrorCode::invalid_argument, "'text'");
  expect_error([&] { search("*", {.facets = {"colour"}}); }, ErrorCode::invalid_argument,
               "there is no such field");
  expect_error([&] { search("*", {.facets = {"title"}}); }, ErrorCode::invalid_argument, "not a facet");
  expect_error([&] { search("*", {.sort = {"text"}}); }, ErrorCode::invalid_argument, "can't sort by 'text'");
  expect_error([&] { search("*", {.limit = 100'001}); }, ErrorCode::invalid_argument, "too high");
}

TEST_F(SearchTest, FindGivesBackTheDocument) {
  const Searcher searcher = Searcher::open(index());
  EXPECT_EQ(searcher.find("breclav"), pages().at(0));
  EXPECT_EQ(searcher.find("nowhere"), std::nullopt);
}

TEST_F(SearchTest, ReopenShowsNewCommits) {
  Searcher searcher = Searcher::open(index());
  IndexWriter writer = IndexWriter::open(index());
  writer.upsert(page_of("new", "Kosmonaut", "Kosmonaut přistál."));
  EXPECT_TRUE(writer.remove("brno"));
  writer.commit();
  EXPECT_EQ(ids(searcher.search("kosmonaut")), Ids{});
  EXPECT_TRUE(searcher.reopen());
  EXPECT_EQ(ids(searcher.search("kosmonaut")), Ids{"new"});
  EXPECT_EQ(sorted_ids(searcher.search("azylový dům")), (Ids{"breclav", "prerov"}));
}

TEST_F(SearchTest, StatsDescribeTheIndex) {
  const IndexStats stats = Searcher::open(index()).stats();
  EXPECT_EQ(stats.documents, 4U);
  EXPECT_GT(stats.bytes_on_disk, 0U);
  EXPECT_GT(stats.terms, 50U);
  EXPECT_EQ(stats.format, 1);
  EXPECT_EQ(stats.schema, Schema::default_schema());
  EXPECT_EQ(stats.analyzer, Analyzer().id());
  EXPECT_EQ(stats.program, version());
}

TEST_F(SearchTest, DocumentWithoutDiacriticsIsFoundByAccentedQuery) {
  IndexWriter writer = IndexWriter::open(index());
  writer.upsert(page_of("ascii", "Zprava",
                        "Nova ubytovna nenahradi azylovy dum, rekl reditel mestske charity v Zline."));
  writer.commit();
  EXPECT_EQ(sorted_ids(search("azylový dům ubytovna")), Ids{"ascii"});
  EXPECT_EQ(sorted_ids(search("azylovy dum ubytovna")), Ids{"ascii"});
}

TEST_F(SearchTest, AbbreviationThatATextDefinesIsASynonymInAllDocuments) {
  IndexWriter writer = IndexWriter::open(index());
  writer.upsert(page_of("defines", "Zpráva",
                        "Rada zřídila Krajský fond obnovy domů (dále jen KFOD) a jmenovala správce."));
  writer.upsert(
      page_of("uses", "Oznámení", "Žádosti přijímá KFOD do konce března, výsledky budou v květnu."));
  writer.upsert(
      page_of("neither", "Ohlédnutí", "Krajský soud projednal žalobu na fond, který spravuje obnovu lesů."));
  writer.commit();
  EXPECT_EQ(sorted_ids(search("KFOD")), (Ids{"defines", "uses"}));
  EXPECT_EQ(sorted_ids(search("kfod")), (Ids{"defines", "uses"}));
  EXPECT_EQ(sorted_ids(search("krajský fond obnovy domů")), (Ids{"defines", "uses"}));
  EXPECT_EQ(sorted_ids(search("\"krajského fondu obnovy domů\"")), (Ids{"defines", "uses"}));
  EXPECT_EQ(sorted_ids(search("žádosti krajský fond obnovy domů")), Ids{"uses"});
  writer.remove("defines");
  writer.commit();
  EXPECT_EQ(sorted_ids(search("\"krajského fondu obnovy domů\"")), Ids{});
}

TEST_F(SearchTest, CapitalsTellAnAbbreviationFromAWord) {
  IndexWriter writer = IndexWriter::open(index());
  writer.upsert(page_of("group", "Dotace", "Místní akční skupina rozdělila peníze na opravy kostelů."));
  writer.upsert(page_of("meat", "Řeznictví", "Prodej čerstvého masa a uzenin z vlastního chovu."));
  writer.commit();
  EXPECT_EQ(ids(search("MAS")).at(0), "group");
  // Typed without marks it may also be máš, a form of mít, but never the group.
  EXPECT_EQ(sorted_ids(search("mas")), (Ids{"meat", "usti"}));
}

TEST_F(SearchTest, DerivedWordsCountOnlyOnRequest) {
  IndexWriter writer = IndexWriter::open(index());
  writer.upsert(page_of("adverb", "Byty", "Byty dostanou rodiny sociálně slabé."));
  writer.commit();
  EXPECT_EQ(ids(search("sociální")), Ids{});
  EXPECT_EQ(ids(search("sociální", {.derivations = true})), Ids{"adverb"});
}

TEST_F(SearchTest, MisspelledWordsAreReadAsTheNearestInTheIndex) {
  const ResultPage page = search("azilový dům Přrov");
  EXPECT_EQ(ids(page), Ids{"prerov"});
  EXPECT_EQ(page.corrections(),
            (std::vector<SpellingCorrection>{{"azilový", "azylový"}, {"přrov", "přerov"}}));
  EXPECT_FALSE(page.any_word());
  EXPECT_EQ(marked(page.hits()[0].snippet), (std::vector<std::string>{"azylových", "domech", "Přerově"}));
  EXPECT_EQ(ids(search("kolaudase", {.match = Match::any})), Ids{"brno"});

  const ResultPage refused = search("azilový dům Přrov", {.match = Match::all, .correct_spelling = false});
  EXPECT_EQ(ids(refused), Ids{});
  EXPECT_EQ(refused.corrections(), std::vector<SpellingCorrection>{});
  // A word of the language is no slip, a word that is near to nothing neither.
  EXPECT_EQ(ids(search("kosmonaut")), Ids{});
  EXPECT_EQ(ids(search("brrrrrrrno")), Ids{});
}

TEST_F(SearchTest, WordsAreNoSlipsBecauseWhatTheyFindIsExcluded) {
  IndexWriter writer = IndexWriter::open(index());
  writer.upsert(page_of("rare", "", "Xenos má prodej."));
  for (int i = 0; i < 5; ++i) writer.upsert(page_of("often" + std::to_string(i), "", "Xenon svítí."));
  writer.commit();
  const ResultPage page = search("xenos -prodej");
  EXPECT_EQ(ids(page), Ids{});
  EXPECT_EQ(page.corrections(), std::vector<SpellingCorrection>{});
  // One that the index does not have still is.
  EXPECT_EQ(ids(search("xenoss -xenon")), Ids{"rare"});
}

TEST_F(SearchTest, FewHitsAreFollowedByDocumentsWithSomeOfTheWords) {
  const ResultPage page = search("azylový Přerov", {.facets = {"town"}});
  EXPECT_EQ(ids(page), Ids{"prerov"});
  Ids partial;
  for (const Hit& hit : page.partial_hits()) partial.push_back(hit.id);
  EXPECT_EQ(partial, (Ids{"brno", "breclav"}));
  EXPECT_EQ(page.total().upper, 1U);
  EXPECT_EQ(page.partial_total().upper, 2U);
  EXPECT_EQ(page.facet("town")->values, (std::vector<FacetCount>{{"Přerov", 1}}));
  EXPECT_EQ(page.partial_hits()[0].rank, 1U);
  EXPECT_LE(page.partial_hits()[0].score, page.hits()[0].score);

  // Behind the last hit, on whatever page that is.
  const ResultPage second = search("azylový Přerov", {.offset = 2, .limit = 5});
  EXPECT_EQ(ids(second), Ids{});
  ASSERT_EQ(second.partial_hits().size(), 1U);
  EXPECT_EQ(second.partial_hits()[0].id, "breclav");
  EXPECT_EQ(second.partial_hits()[0].rank, 2U);

  for (const SearchOptions& refusing :
       {SearchOptions{.match = Match::all}, SearchOptions{.sort = {.field = "title"}},
        SearchOptions{.limit = 1}}) {
    const ResultPage strict = search("azylový Přerov", refusing);
    EXPECT_EQ(ids(strict), Ids{"prerov"});
    EXPECT_TRUE(strict.partial_hits().empty());
  }
}

TEST_F(SearchTest, FilterOnAFieldDoesNotNarrowItsOwnCounts) {
  const ResultPage page =
      search("dům", {.filters = {{"town", "Brno"}, {"year", "2010..2020"}}, .facets = {"town", "year"}});
  EXPECT_EQ(ids(page), Ids{"brno"});
  EXPECT_EQ(page.facet("town")->values,
            (std::vector<FacetCount>{{"Brno", 1}, {"Břeclav", 1}, {"Přerov", 1}}));
  EXPECT_EQ(page.facet("year")->values, (std::vector<FacetCount>{{"2016", 1}}));
}

TEST_F(SearchTest, ExcludedValuesLeaveDocumentsOut) {
  Filter town("town", {"Brno", "Přerov"});
  town.exclude = true;
  const ResultPage page = search("dům", {.filters = {town}, .facets = {"town"}});
  EXPECT_EQ(ids(page), Ids{"breclav"});
  EXPECT_EQ(page.facet("town")->values, (std::vector<FacetCount>{{"Břeclav", 1}}));
}

TEST_F(SearchTest, KeywordIsFoundByItsLeadingWords) {
  EXPECT_EQ(ids(search("byt", {.filters = {{"town", "usti"}}})), Ids{"usti"});
  EXPECT_EQ(ids(search("byt", {.filters = {{"town", "ústí nad"}}})), Ids{"usti"});
  EXPECT_EQ(ids(search("byt", {.filters = {{"town", "Ús"}}})), Ids{});
  EXPECT_EQ(ids(search("byt", {.filters = {{"town", "nad Labem"}}})), Ids{});
}

TEST_F(SearchTest, FacetValuesAreSearchedAndOrdered) {
  const auto values = [&](const SearchOptions& options) {
    const ResultPage page = search("*", options);
    Ids list;
    for (const FacetCount& count : page.facet("town")->values) list.push_back(count.value);
    return list;
  };
  EXPECT_EQ(values({.facets = {"town"}, .facet_contains = "ERO"}), Ids{"Přerov"});
  EXPECT_EQ(values({.facets = {"town"}, .facets_by_value = true}),
            (Ids{"Brno", "Břeclav", "Přerov", "Ústí nad Labem"}));
}

// Function words do not part neighbours, and which of the two comes first does not matter.
TEST_F(SearchTest, NeighboursInALongQueryComeNearEachOther) {
  IndexWriter writer = IndexWriter::open(directory_ / "pairs.tvar");
  const std::string filler = " Nikdo neví, jak dlouho a kde přesně. ";
  writer.upsert(page_of("apart", "", "Les." + filler + "Fond." + filler + "Kraj."));
  writer.upsert(page_of("pair", "", "Les." + filler + filler + "Kraj, fond."));
  writer.commit();
  const Searcher searcher = Searcher::open(directory_ / "pairs.tvar");
  EXPECT_EQ(ids(searcher.search("les a fond pro kraj")), (Ids{"pair", "apart"}));
  EXPECT_EQ(ids(searcher.search("fond les kraj")), (Ids{"apart", "pair"}));  // equal: no neighbours
}

TEST_F(SearchTest, PhrasesAndFormsAsTypedComeFirst) {
  IndexWriter writer = IndexWriter::open(index());
  const std::string filler = " Obec opravila chodník a cestu ke hřišti.";
  writer.upsert(page_of("near", "Zpráva", "Charita otevřela novou noclehárnu." + filler));
  writer.upsert(page_of("far", "Zpráva", "Noclehárnu opravila obec, novou otevřela charita." + filler));
  writer.upsert(page_of("other", "Zpráva", "Charitě chybí nové noclehárny." + filler));
  writer.commit();
  EXPECT_EQ(ids(search("novou noclehárnu")), (Ids{"near", "other", "far"}));
  EXPECT_EQ(ids(search("nové noclehárny")), (Ids{"other", "near", "far"}));
}

TEST_F(SearchTest, NegatedNominalsAreApartUnlessTheSchemaMergesThem) {
  IndexWriter writer = IndexWriter::open(index());
  writer.upsert(page_of("out", "Práce", "Kurz je pro nezaměstnané. Lektor nepřišel."));
  writer.commit();
  EXPECT_EQ(ids(search("zaměstnaný")), Ids{});
  EXPECT_EQ(ids(search("nezaměstnaného")), Ids{"out"});
  EXPECT_EQ(ids(search("lektor přijde")), Ids{"out"});
  Schema merged = Schema::default_schema();
  merged.merge_negation = true;
  IndexWriter other = IndexWriter::open(directory_ / "merged.tvar", merged);
  other.upsert(page_of("out", "Práce", "Kurz je pro nezaměstnané."));
  other.commit();
  EXPECT_EQ(ids(Searcher::open(directory_ / "merged.tvar").search("zaměstnaný")), Ids{"out"});
}

TEST_F(SearchTest, SameWordsInAnyUnicodeFormAreFound) {
  EXPECT_EQ(sorted_ids(search("AZYLOVÝ DŮM")), (Ids{"breclav", "brno", "prerov"}));
  EXPECT_EQ(sorted_ids(search("azylovy\xCC\x81 du\xCC\x8Am")), (Ids{"breclav", "brno", "prerov"}));
  EXPECT_EQ(sorted_ids(search("azy\xC2\xADlový dům")), (Ids{"breclav", "brno", "prerov"}));
}

TEST_F(SearchTest, AnyBytesAreSurvived) {
  IndexWriter writer = IndexWriter::open(index());
  writer.upsert(page_of("broken", "\xff\xfe", std::string("pravd\x9a \0 kosmonaut \xc3", 20)));
  writer.commit();
  EXPECT_EQ(ids(search("kosmonaut")), Ids{"broken"});
  EXPECT_FALSE(search("\xff\xc3 \x80").query_error().has_value());
}

TEST(IndexWriterApi, BadDocumentIsRefusedAndTheWriterStaysUsable) {
  const TempDir directory;
  IndexWriter writer = IndexWriter::open(directory / "a.tvar");
  expect_error([&] { writer.upsert({.id = "", .fields = {}}); }, ErrorCode::invalid_argument, "no id");
  expect_error([&] { writer.upsert({.id = std::string(70'000, 'x'), .fields = {}}); },
               ErrorCode::invalid_argument, "70000 bytes");
  expect_error(
      [&] {
        writer.upsert({.id = "a", .fields = {{"year", "loni"}}});
      },
      ErrorCode::invalid_argument, "document 'a': the field 'year' holds 'loni', which is not a number");
  expect_error(
      [&] {
        writer.upsert({.id = "a", .fields = {{"published", "14. 4. 2016"}}});
      },
      ErrorCode::invalid_argument, "not a date");
  writer.upsert({.id = "a", .fields = {{"text", "dům"}}});
  writer.commit();
  EXPECT_EQ(writer.document_count(), 1U);
}

TEST(IndexWriterApi, AnotherSchemaIsRefused) {
  const TempDir directory;
  IndexWriter::open(directory / "a.tvar").commit();
  Schema other = Schema::default_schema();
  other.fields.pop_back();
  expect_error([&] { static_cast<void>(IndexWriter::open(directory / "a.tvar", other)); },
               ErrorCode::invalid_argument, "another schema");
}

TEST(IndexWriterApi, StemmerOfTheSchemaIsUsed) {
  const TempDir directory;
  Schema schema = Schema::default_schema();
  schema.stemmer = "none";
  IndexWriter writer = IndexWriter::open(directory / "a.tvar", schema);
  writer.upsert({.id = "a", .fields = {{"text", "azylového domu"}}});
  writer.commit();
  const Searcher searcher = Searcher::open(directory / "a.tvar");
  EXPECT_EQ(ids(searcher.search("azylového")), Ids{"a"});
  EXPECT_EQ(ids(searcher.search("azylový")), Ids{});
}

TEST(IndexWriterApi, UnknownStemmerIsNamed) {
  const TempDir directory;
  Schema schema = Schema::default_schema();
  schema.stemmer = "klingon";
  expect_error([&] { static_cast<void>(IndexWriter::open(directory / "a.tvar", schema)); },
               ErrorCode::invalid_argument, "klingon");
}

}  // namespace
}  // namespace tvar
