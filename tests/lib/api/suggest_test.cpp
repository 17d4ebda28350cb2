// SPDX-License-Identifier: GPL-2.0-or-later
// Completion of what is being typed, on a small real index.
#include <gtest/gtest.h>

#include <ostream>

#include "tests/support/expect_error.h"
#include "tests/support/pages.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::expect_error;
using testing::page_of;
using testing::TempDir;
using Kind = Suggestion::Kind;

std::vector<Document> pages() {
  std::vector<Document> list;
  list.push_back(page_of("breclav", "Lokální partnerství",
                         "Ve městě bude vystavěn azylový dům. Azylový dům platí město, otevře ho Charita "
                         "Přerov. Práce skončí v Přerově."));
  list.back().add("town", "Břeclav").add("member", "IQ Roma servis");
  list.push_back(page_of(
      "prerov", "Zápis z jednání",
      "O azylových domech jednali partneři v Přerově. Radní chtějí azylový dům a domov pro seniory."));
  list.back().add("town", "Přerov").add("member", "Člověk v tísni");
  list.push_back(page_of("brno", "Azylový dům otevřen",
                         "V Brně přibyl azylový dům pro matky. Vedle stojí domov pro seniory."));
  list.back().add("town", "Brno");
  list.push_back(page_of("usti", "Bydlení: \"startovací\" byt -Brno OR domov",
                         "Startovací byt dostala rodina. Azylant čeká."));
  list.back().add("town", "Ústí nad Labem").add("member", "člověk  v tísni");
  return list;
}

class SuggestTest : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexWriter writer = IndexWriter::open(index());
    for (const Document& document : pages()) writer.upsert(document);
    writer.commit();
  }
  std::filesystem::path index() { return directory_ / "pages.tvar"; }

  /// "kind: text (documents)", with the field of titles and values instead of the kind.
  std::vector<std::string> suggest(std::string_view typed, std::size_t limit = 10) {
    std::vector<std::string> lines;
    for (const Suggestion& s : Searcher::open(index()).suggest(typed, {.limit = limit})) {
      const std::string kind = s.kind == Kind::word ? "word" : s.kind == Kind::phrase ? "phrase" : s.field;
      lines.push_back(kind + ": " + s.text + " (" + std::to_string(s.documents) + ")");
    }
    return lines;
  }

  TempDir directory_;
};

using Lines = std::vector<std::string>;

TEST_F(SuggestTest, WordsPhrasesAndTitlesInNaturalForms) {
  EXPECT_EQ(suggest("azyl"), (Lines{"phrase: azylový dům (3)", "word: azylový (3)", "word: azylant (1)",
                                    "title: Azylový dům otevřen (1)"}));
}

TEST_F(SuggestTest, CaseAndMissingDiacriticsDoNotMatter) {
  EXPECT_EQ(suggest("AZYL"), suggest("azyl"));
  EXPECT_EQ(suggest("prer"),
            (Lines{"word: Přerov (2)", "town: Přerov (1)", "organization: Charita Přerov (1)"}));
  EXPECT_EQ(suggest("PŘER"), suggest("prer"));
}

TEST_F(SuggestTest, TypedMarksMustBeThere) {
  EXPECT_EQ(suggest("příb"), Lines{});
  EXPECT_EQ(suggest("prib"), (Lines{"word: přibyl (1)"}));
}

TEST_F(SuggestTest, PhrasesGoOnBehindAPreposition) {
  EXPECT_EQ(suggest("domov"), (Lines{"phrase: domov pro seniory (2)",
                                     "title: Bydlení: \"startovací\" byt -Brno OR domov (1)"}));
}

TEST_F(SuggestTest, ValuesOfFacetsFromTheirBeginningAndFromThatOfAWordInThem) {
  EXPECT_EQ(suggest("usti n"), (Lines{"town: Ústí nad Labem (1)"}));
  EXPECT_EQ(suggest("lab"), (Lines{"town: Ústí nad Labem (1)"}));
  EXPECT_EQ(suggest("tis"), (Lines{"member: Člověk v tísni (2)"}));
}

TEST_F(SuggestTest, EarlierWordsAreKeptAndOccurTogetherWithTheLast) {
  EXPECT_EQ(suggest("azylovy d"),
            (Lines{"phrase: azylový dům (3)", "word: azylový domov (2)", "title: Azylový dům otevřen (1)"}));
  EXPECT_EQ(suggest("Azylovém  do"), (Lines{"phrase: azylových domech (3)", "word: Azylovém domov (2)"}));
  EXPECT_EQ(suggest("startovací azylov"), Lines{});
  EXPECT_EQ(suggest("charita b"), (Lines{"town: charita Břeclav (1)"}));
}

// A verb and its subject are a sentence, not a name.
TEST_F(SuggestTest, PhrasesHaveNoVerbs) {
  IndexWriter writer = IndexWriter::open(index());
  for (const char* const id : {"x", "y"})
    writer.upsert(page_of(id, "Zpráva", "Klokan získal klokaní školku. Klokan získat chce klokaní dům."));
  writer.commit();
  EXPECT_EQ(suggest("kloka"), (Lines{"phrase: klokaní dům (2)", "phrase: klokaní školku (2)",
                                     "word: klokan (2)", "word: klokaní (2)"}));
  EXPECT_EQ(suggest("získ"), (Lines{"word: získat (2)"}));
}

TEST_F(SuggestTest, NothingFromNothing) {
  EXPECT_EQ(suggest(""), Lines{});
  EXPECT_EQ(suggest("  "), Lines{});
  EXPECT_EQ(suggest("?!"), Lines{});
  EXPECT_EQ(suggest("kocour"), Lines{});
  EXPECT_EQ(suggest("\xFF\xFE"), Lines{});
  EXPECT_EQ(suggest(std::string(2000, 'a')), Lines{});
  EXPECT_EQ(suggest("azyl", 0), Lines{});
}

TEST_F(SuggestTest, EachKindGetsItsShare) {
  EXPECT_EQ(suggest("b", 4),
            (Lines{"word: Brno (2)", "town: Břeclav (1)",
                   "title: Bydlení: \"startovací\" byt -Brno OR domov (1)", "word: bydlení (1)"}));
}

TEST_F(SuggestTest, EverySuggestionFindsAsManyDocumentsAsItSays) {
  const Searcher searcher = Searcher::open(index());
  std::size_t checked = 0;
  for (const std::string typed :
       {"a", "b", "d", "c", "p", "m", "s", "z", "u", "azylový d", "město p", "člověk v"}) {
    for (const Suggestion& suggestion : searcher.suggest(typed, {.limit = 100})) {
      SCOPED_TRACE(suggestion.query);
      EXPECT_GT(suggestion.documents, 0U);
      const ResultPage page =
          searcher.search(suggestion.query, {.match = Match::all, .correct_spelling = false});
      EXPECT_FALSE(page.query_error());
      EXPECT_EQ(page.total().estimate, suggestion.documents);
      ++checked;
    }
  }
  EXPECT_GT(checked, 40U);
}

TEST_F(SuggestTest, QueriesAreSafeWhateverTheTextLooksLike) {
  const std::vector<Suggestion> found = Searcher::open(index()).suggest("startov");
  ASSERT_FALSE(found.empty());
  const Suggestion& title = found.back();
  EXPECT_EQ(title.kind, Kind::title);
  EXPECT_EQ(title.text, "Bydlení: \"startovací\" byt -Brno OR domov");
  EXPECT_EQ(title.query, "Bydlení: \\\"startovací\" byt \\-Brno \\OR domov");
}

TEST_F(SuggestTest, TooHighALimit) {
  const Searcher searcher = Searcher::open(index());
  expect_error([&] { (void)searcher.suggest("a", {.limit = 101}); }, ErrorCode::invalid_argument, "101");
}

}  // namespace
}  // namespace tvar
