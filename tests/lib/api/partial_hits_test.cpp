// SPDX-License-Identifier: GPL-2.0-or-later
// Documents that have some of the words only: what they lack, and where they stand.
#include <gtest/gtest.h>

#include <algorithm>
#include <iomanip>
#include <sstream>
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

TEST_F(PartialHitsTest, NeighboursCountAndAreExplained) {
  const ResultPage page = search("starý azylový dům", {.explain = true});
  ASSERT_EQ(described(page), (std::vector<std::string>{"1 all", "0 rich -starý"}));
  const Hit& hit = page.partial_hits()[0];
  std::vector<std::string> parts;
  double sum = 0.0;
  for (const ScorePart& part : hit.explanation) {
    if (part.kind == MatchKind::phrase) parts.push_back(part.word);
    sum += part.score;
  }
  EXPECT_EQ(parts, std::vector<std::string>{"azylový dům"});
  EXPECT_NEAR(sum, hit.score, 1e-6 * hit.score);
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

// Rank, id and score of each hit, in the order of ranks.
std::vector<std::string> ranked(const ResultPage& page) {
  std::vector<const Hit*> hits;
  for (const Hit& hit : page.hits()) hits.push_back(&hit);
  for (const Hit& hit : page.partial_hits()) hits.push_back(&hit);
  std::sort(hits.begin(), hits.end(), [](const Hit* a, const Hit* b) { return a->rank < b->rank; });
  std::vector<std::string> lines;
  for (const Hit* hit : hits) {
    std::ostringstream line;
    line << hit->rank << ' ' << hit->id << ' ' << std::fixed << std::setprecision(6) << hit->score;
    for (const std::string& word : hit->missing) line << " -" << word;
    EXPECT_FALSE(hit->snippet.text.empty()) << hit->id;
    lines.push_back(line.str());
  }
  return lines;
}

// Few hits with all words among those that have some.
TEST_F(PartialHitsTest, FewHitsStandWhereTheyDoOnPagesOfAnySize) {
  IndexWriter writer = IndexWriter::open(directory_ / "pages.tvar");
  std::string rest;
  for (int i = 0; i < 300; ++i) rest += " Potom se mluvilo o jiných věcech.";
  for (int i = 0; i < 5; ++i) {
    const std::string number = std::to_string(i);
    writer.upsert(page_of("kolo" + number, "", "Kolo. Vůz. Raketa." + std::string(i % 2 == 0 ? "" : rest)));
  }
  for (int i = 0; i < 30; ++i) {
    std::string text = i % 3 == 0 ? "Kolo má vůz a kolo má vůz." : "Kolo.";
    for (int j = 0; j < i; ++j) text += " Slovo.";
    writer.upsert(page_of("n" + std::to_string(i), "", text));
  }
  writer.commit();
  for (const char* const query : {"kolo vůz raketa", "vůz raketa"}) {
    const ResultPage page = search(query, {.limit = 50});
    EXPECT_EQ(page.total().upper, 5U);
    const std::vector<std::string> whole = ranked(page);
    ASSERT_EQ(whole.size(), std::string(query) == "vůz raketa" ? 15U : 35U);
    // Some of the three words are worth more than all of them in a long text; one of two words never is.
    EXPECT_EQ(whole[4].find(" -") == std::string::npos, std::string(query) == "vůz raketa");
    EXPECT_EQ(std::count_if(whole.begin(), whole.begin() + 10,
                            [](const std::string& line) { return line.find(" -") == std::string::npos; }),
              5);
    for (const std::size_t size : {1U, 2U, 3U, 7U, 10U}) {
      std::vector<std::string> paged;
      for (std::size_t offset = 0; offset < whole.size(); offset += size) {
        const ResultPage part = search(query, {.offset = offset, .limit = size});
        EXPECT_EQ(part.partial_total().upper, page.partial_total().upper);
        for (std::string& line : ranked(part)) paged.push_back(std::move(line));
      }
      EXPECT_EQ(paged, whole) << size;
    }
  }
}

TEST_F(PartialHitsTest, FewHitsThatAllLackSomethingStandWhereTheyDoToo) {
  const std::string query = "azylový dům města, kosmonaut";
  const std::vector<std::string> whole = ranked(search(query, {.correct_spelling = false}));
  ASSERT_EQ(whole.size(), 5U);
  for (const std::size_t size : {1U, 2U, 3U}) {
    std::vector<std::string> paged;
    for (std::size_t offset = 0; offset < whole.size(); offset += size) {
      const ResultPage part = search(query, {.offset = offset, .limit = size, .correct_spelling = false});
      EXPECT_TRUE(part.any_word());
      EXPECT_EQ(part.partial_hits().size(), 0U);
      for (std::string& line : ranked(part)) paged.push_back(std::move(line));
    }
    EXPECT_EQ(paged, whole) << size;
  }
}

TEST_F(PartialHitsTest, CountsAreThoseOfTheHitsOnAllPages) {
  IndexWriter writer = IndexWriter::open(directory_ / "pages.tvar");
  for (const char* const id : {"x", "y"}) {
    Document page = page_of(id, "", "Kolo. Vůz.");
    page.add("town", "Brno");
    writer.upsert(page);
  }
  writer.commit();
  const ResultPage page = search("kolo vůz", {.facets = {"town"}, .offset = 1, .limit = 1});
  EXPECT_EQ(ids(page), Ids{"y"});
  EXPECT_EQ(page.facet("town")->values.at(0).count, 2U);
}

}  // namespace
}  // namespace tvar
