// SPDX-License-Identifier: GPL-2.0-or-later
// Documents that have some of the words only: what they lack, and where they stand.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/pages.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::Ids;
using testing::ids;
using testing::page_of;
using testing::TempDir;

using Words = std::vector<std::string>;

// "0 rich -město": rank, id and what is missing of each hit, then of each partial hit.
std::vector<std::string> described(const ResultPage& page) {
  std::vector<std::string> lines;
  for (const std::vector<Hit>* hits : {&page.hits(), &page.partial_hits()}) {
    for (const Hit& hit : *hits) {
      std::string line = std::to_string(hit.rank) + " " + hit.id;
      for (const std::string& word : hit.missing) line += " -" + word;
      lines.push_back(line);
    }
  }
  return lines;
}

class PartialHitsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexWriter writer = IndexWriter::open(directory_ / "pages.tvar");
    std::string rest;
    for (int i = 0; i < 60; ++i) rest += " Potom se mluvilo o jiných věcech.";
    writer.upsert(page_of("all", "", "Azylový pobyt." + rest + " Starý dům." + rest + " Celé město." + rest));
    writer.upsert(page_of("rich", "", "Azylový dům pomáhá. Azylový dům hledá azylový dům."));
    for (const char* id : {"a", "b", "c"}) writer.upsert(page_of(id, "", "Město a lidé."));
    writer.commit();
  }
  ResultPage search(std::string_view query, const SearchOptions& options = {}) {
    return Searcher::open(directory_ / "pages.tvar").search(query, options);
  }

  TempDir directory_;
};

TEST_F(PartialHitsTest, OfThreeWordsStandAmongTheHitsByScore) {
  const ResultPage page = search("azylový dům města");
  EXPECT_EQ(described(page), (std::vector<std::string>{"1 all", "0 rich -města", "2 a -azylový -dům",
                                                       "3 b -azylový -dům", "4 c -azylový -dům"}));
  EXPECT_EQ(page.total().upper, 1U);
  EXPECT_EQ(page.partial_total().upper, 4U);
  EXPECT_GT(page.partial_hits()[0].score, page.hits()[0].score);
  EXPECT_GT(page.hits()[0].score, page.partial_hits()[1].score);
}

TEST_F(PartialHitsTest, OfTwoWordsStandBehindTheHits) {
  const ResultPage page = search("azylový města");
  EXPECT_EQ(described(page), (std::vector<std::string>{"0 all", "1 rich -města", "2 a -azylový",
                                                       "3 b -azylový", "4 c -azylový"}));
  EXPECT_LE(page.partial_hits()[0].score, page.hits()[0].score);
}

TEST_F(PartialHitsTest, WhereNothingHasAllTheWordsHitsLackSomeToo) {
  const ResultPage page = search("azylový dům města, kosmonaut", {.correct_spelling = false});
  EXPECT_TRUE(page.any_word());
  EXPECT_EQ(described(page),
            (std::vector<std::string>{"0 rich -města -kosmonaut", "1 all -kosmonaut",
                                      "2 a -azylový -dům -kosmonaut", "3 b -azylový -dům -kosmonaut",
                                      "4 c -azylový -dům -kosmonaut"}));
}

TEST_F(PartialHitsTest, PhrasesAndAlternativesAreMissedAsAWhole) {
  const ResultPage page = search(R"("azylový dům" (město OR obec) pobyt*)");
  EXPECT_TRUE(page.any_word());
  EXPECT_EQ(described(page),
            (std::vector<std::string>{"0 rich -město OR obec -pobyt*", "1 all -\"azylový dům\"",
                                      "2 a -\"azylový dům\" -pobyt*", "3 b -\"azylový dům\" -pobyt*",
                                      "4 c -\"azylový dům\" -pobyt*"}));
}

TEST_F(PartialHitsTest, FunctionWordsAndWhatIsExcludedAreNotMissed) {
  const ResultPage page = search("dům a město v kosmu -pomáhat");
  EXPECT_TRUE(page.any_word());
  EXPECT_EQ(described(page), (std::vector<std::string>{"0 a -dům -kosmu", "1 b -dům -kosmu",
                                                       "2 c -dům -kosmu", "3 all -kosmu"}));
}

TEST_F(PartialHitsTest, SearchesThatAreNotRelaxedMissNothing) {
  for (const SearchOptions& options :
       {SearchOptions{.match = Match::all}, SearchOptions{.match = Match::any}}) {
    const ResultPage page = search("azylový dům města", options);
    EXPECT_TRUE(page.partial_hits().empty());
    ASSERT_FALSE(page.hits().empty());
    for (const Hit& hit : page.hits()) EXPECT_EQ(hit.missing, Words{}) << hit.id;
  }
}

// More documents than are ordered anew: whatever the size of a page, the order is the same and scores fall.
TEST_F(PartialHitsTest, PagesDoNotDependOnTheirSize) {
  IndexWriter writer = IndexWriter::open(directory_ / "pages.tvar");
  for (int i = 0; i < 160; ++i) {
    std::string text = i % 3 == 0 ? "Kolo a vůz." : "Kolo.";
    for (int j = 0; j < i; ++j) text += " Slovo.";
    writer.upsert(page_of("n" + std::to_string(i), "", text));
  }
  writer.commit();
  const ResultPage whole = search("kolo vůz raketa", {.limit = 200, .correct_spelling = false});
  ASSERT_TRUE(whole.any_word());
  ASSERT_EQ(whole.hits().size(), 160U);
  EXPECT_EQ(whole.hits()[0].missing, Words{"raketa"});
  for (std::size_t i = 1; i < whole.hits().size(); ++i) {
    EXPECT_LE(whole.hits()[i].score, whole.hits()[i - 1].score) << i;
  }
  Ids paged;
  for (std::size_t offset = 0; offset < 160; offset += 7) {
    const ResultPage page =
        search("kolo vůz raketa", {.offset = offset, .limit = 7, .correct_spelling = false});
    for (const Hit& hit : page.hits()) {
      EXPECT_EQ(hit.rank, paged.size());
      EXPECT_FALSE(hit.snippet.text.empty()) << hit.id;
      paged.push_back(hit.id);
    }
  }
  EXPECT_EQ(paged, ids(whole));
}

}  // namespace
}  // namespace tvar
