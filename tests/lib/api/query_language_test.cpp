// SPDX-License-Identifier: GPL-2.0-or-later
// What each construct of the query language finds, and what an answer says when a query was too much.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/pages.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::Ids;
using testing::page_of;
using testing::TempDir;

class QueryLanguage : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = new TempDir;
    IndexWriter writer = IndexWriter::open(index());
    writer.upsert(page_of("dum", "Azylový dům", "Azylový dům pro matky v Brně stojí na okraji města.")
                      .add("town", "Brno"));
    writer.upsert(page_of("domy", "Zápis", "V azylových a jiných domech na Přerovsku žijí desítky rodin.")
                      .add("town", "Přerov")
                      .add("year", "2008")
                      .add("published", "2016-05-01"));
    writer.upsert(
        page_of("mesto", "Partnerství", "Město podporuje azyl. O tři roky později tu vyrostl nový dům.")
            .add("town", "Přeštice")
            .add("year", "2011")
            .add("published", "2016-08-01"));
    writer.upsert(page_of("prace", "Práce", "Partneři z partnerství hledali práci, prací žijí i pracovníci.")
                      .add("town", "Most")
                      .add("year", "2014"));
    writer.commit();
  }
  static void TearDownTestSuite() {
    delete directory_;
    directory_ = nullptr;
  }
  static std::filesystem::path index() { return *directory_ / "pages.tvar"; }
  static ResultPage page(std::string_view query) {
    return Searcher::open(index()).search(query, {.match = Match::all});
  }
  static Ids found(std::string_view query) {
    const ResultPage result = page(query);
    EXPECT_FALSE(result.query_error()) << result.query_error()->message;
    return testing::sorted_ids(result);
  }
  static Ids notes(std::string_view query) {
    Ids messages;
    const ResultPage result = page(query);
    for (const QueryNote& note : result.notes()) messages.push_back(note.message);
    return messages;
  }

  static TempDir* directory_;
};
TempDir* QueryLanguage::directory_ = nullptr;

TEST_F(QueryLanguage, DocumentsThatHaveAValue) {
  EXPECT_EQ(found("town:*"), (Ids{"domy", "dum", "mesto", "prace"}));
  EXPECT_EQ(found("year:*"), (Ids{"domy", "mesto", "prace"}));
  EXPECT_EQ(found("published:*"), (Ids{"domy", "mesto"}));
  EXPECT_EQ(found("-year:*"), Ids{"dum"});
  EXPECT_EQ(found("dům -published:*"), Ids{"dum"});
  EXPECT_EQ(found("year:2014 OR published:*"), (Ids{"domy", "mesto", "prace"}));
  EXPECT_EQ(found("member:*"), Ids{});
  EXPECT_EQ(notes("town:* year:*"), Ids{});
}

TEST_F(QueryLanguage, ValuesThatOverlapOrRepeat) {
  EXPECT_EQ(found("year:2008..2011 OR year:2011..2012 OR year:2008"), (Ids{"domy", "mesto"}));
  EXPECT_EQ(found("year:2008 OR town:Brno OR published:2016-08 OR year:2008"), (Ids{"domy", "dum", "mesto"}));
  EXPECT_EQ(found("year:2014 OR azyl"), (Ids{"mesto", "prace"}));
  EXPECT_EQ(found("year:2008..2011 year:2011 year:2011 dům"), (Ids{"mesto"}));
}

TEST_F(QueryLanguage, Operators) {
  EXPECT_EQ(found("*"), (Ids{"domy", "dum", "mesto", "prace"}));
  EXPECT_EQ(found("-dům"), Ids{"prace"});
  EXPECT_EQ(found("-(-dům)"), (Ids{"domy", "dum", "mesto"}));
  EXPECT_EQ(found("dům NE matka"), (Ids{"domy", "mesto"}));
  EXPECT_EQ(found("dům A město"), (Ids{"dum", "mesto"}));
  EXPECT_EQ(found("matka NEBO práce"), (Ids{"dum", "prace"}));
  EXPECT_EQ(found("dům -(matka OR rodina)"), Ids{"mesto"});
}

TEST_F(QueryLanguage, PhrasesLeaveRoomForOtherWords) {
  EXPECT_EQ(found("\"azylový dům\""), Ids{"dum"});
  EXPECT_EQ(found("\"azylový dům\"~1"), Ids{"dum"});
  EXPECT_EQ(found("\"azylové domy\"~2"), (Ids{"domy", "dum"}));
  EXPECT_EQ(found("\"dům azylový\"~2"), Ids{});
  EXPECT_EQ(found("=\"azylových domech\"~2"), Ids{"domy"});
  EXPECT_EQ(found("=\"azylových domech\"~1"), Ids{});
  EXPECT_EQ(found("title:\"azylový dům\"~2"), Ids{"dum"});
}

TEST_F(QueryLanguage, NearFindsAnyInflectionInAnyOrder) {
  EXPECT_EQ(found("dům NEAR/1 azylový"), Ids{"dum"});
  EXPECT_EQ(found("dům NEAR/2 azylový"), Ids{"dum"});
  EXPECT_EQ(found("dům BLÍZKO/3 azylový"), (Ids{"domy", "dum"}));
  EXPECT_EQ(found("dum NEAR azylovy"), (Ids{"domy", "dum"}));
  EXPECT_EQ(found("azylový NEAR/5 \"desítka rodin\""), Ids{});
  EXPECT_EQ(found("azylový NEAR/10 \"desítka rodin\""), Ids{"domy"});
  EXPECT_EQ(found("azylový NEAR/10 \"rodina desítka\""), Ids{});
  EXPECT_EQ(found("(azyl OR partner) NEAR/2 (podporovat OR partnerství)"), (Ids{"mesto", "prace"}));
  EXPECT_EQ(found("partne* NEAR/2 =hledali"), Ids{"prace"});
  EXPECT_EQ(found("title:dům NEAR/3 title:azylový"), Ids{"dum"});
  EXPECT_EQ(found("dům NEAR/3 azylový -matka"), Ids{"domy"});
}

TEST_F(QueryLanguage, WhatWasFoundIsMarked) {
  const auto marked = [](std::string_view query) {
    Ids words;
    const ResultPage result = page(query);
    for (const Hit& hit : result.hits()) {
      for (const TextRange& range : hit.snippet.highlights) words.emplace_back(range.of(hit.snippet.text));
    }
    return words;
  };
  EXPECT_EQ(marked("dům NEAR/3 azylový -matka"), (Ids{"azylových", "domech"}));
  EXPECT_EQ(marked("\"azylový dům\"~3 -matka"), (Ids{"azylových", "domech"}));
  EXPECT_EQ(marked("prac* -město"), (Ids{"práci", "prací", "pracovníci"}));
  EXPECT_EQ(marked("azilovy~ -matka"), Ids{"azylových"});
}

TEST_F(QueryLanguage, PrefixesMatchFormsWithDiacriticsOrWithout) {
  EXPECT_EQ(found("azyl*"), (Ids{"domy", "dum", "mesto"}));
  EXPECT_EQ(found("AZYLOV*"), (Ids{"domy", "dum"}));
  EXPECT_EQ(found("prac*"), Ids{"prace"});
  EXPECT_EQ(found("mest*"), (Ids{"dum", "mesto"}));
  EXPECT_EQ(found("měst*"), (Ids{"dum", "mesto"}));
  EXPECT_EQ(found("=mest*"), Ids{});
  EXPECT_EQ(found("=měst*"), (Ids{"dum", "mesto"}));
  EXPECT_EQ(found("title:part*"), Ids{"mesto"});
  EXPECT_EQ(found("partner* -title:part*"), Ids{"prace"});
  EXPECT_EQ(found("town:pře*"), (Ids{"domy", "mesto"}));
  EXPECT_EQ(found("town:prer* dům"), Ids{"domy"});
  EXPECT_EQ(found("town:x*"), Ids{});
  EXPECT_EQ(found("dům kosmo*"), Ids{});
  EXPECT_EQ(found("dům -kosmo*"), (Ids{"domy", "dum", "mesto"}));
}

TEST_F(QueryLanguage, RelaxationKeepsPrefixesOfKeywords) {
  const ResultPage result = Searcher::open(index()).search("kosmonaut dům town:pře* -rodina");
  EXPECT_TRUE(result.any_word());
  ASSERT_EQ(result.hits().size(), 1U);
  EXPECT_EQ(result.hits()[0].id, "mesto");
}

TEST_F(QueryLanguage, SimilarWordsDifferByALetterOrTwo) {
  EXPECT_EQ(found("azilový~"), (Ids{"domy", "dum"}));
  EXPECT_EQ(found("patnerstvi~"), (Ids{"mesto", "prace"}));
  EXPECT_EQ(found("prcae~"), Ids{"prace"});
  EXPECT_EQ(found("razylovy~"), (Ids{"domy", "dum"}));
  EXPECT_EQ(found("matk~"), Ids{"dum"});
  EXPECT_EQ(found("mtky~"), Ids{"dum"});
  EXPECT_EQ(found("mtk~"), Ids{});
  EXPECT_EQ(found("=mesto~"), Ids{"mesto"});
  EXPECT_EQ(found("=mestoo~"), Ids{"mesto"});
  EXPECT_EQ(found("title:prace~"), Ids{"prace"});
  EXPECT_EQ(found("kosmonaut~ dům"), Ids{});
}

TEST_F(QueryLanguage, TheRightSpellingComesFirst) {
  TempDir directory;
  IndexWriter writer = IndexWriter::open(directory / "i.tvar");
  for (const std::string id : {"1", "2", "3", "4", "5", "6"})
    writer.upsert(page_of(id, "", "Kniha leží v lese."));
  writer.upsert(page_of("misto", "", "Místo leží v lese."));
  writer.upsert(page_of("mesto", "", "Město leží v lese."));
  writer.commit();
  const ResultPage result = Searcher::open(directory / "i.tvar").search("mesto~");
  ASSERT_EQ(result.hits().size(), 2U);
  EXPECT_EQ(result.hits()[0].id, "mesto");
  EXPECT_GT(result.hits()[0].score, result.hits()[1].score);
}

TEST_F(QueryLanguage, FieldsGroupsAndRanges) {
  EXPECT_EQ(found("town:(Brno OR Most)"), (Ids{"dum", "prace"}));
  EXPECT_EQ(found("year:2008..2011"), (Ids{"domy", "mesto"}));
  EXPECT_EQ(found("year:2011.."), (Ids{"mesto", "prace"}));
  EXPECT_EQ(found("year:..2008"), Ids{"domy"});
  EXPECT_EQ(found("published:2016-04..2016-06"), Ids{"domy"});
  EXPECT_EQ(found("title:(práce OR dům)"), (Ids{"dum", "prace"}));
  EXPECT_EQ(found("title:\"azylový dům\" town:brno"), Ids{"dum"});
}

TEST_F(QueryLanguage, PastedTextIsSearched) {
  EXPECT_EQ(found("\"azylový dům"), Ids{"dum"});
  EXPECT_EQ(found("„azylový dům“ 😀"), Ids{"dum"});
  EXPECT_EQ(found("\"azylový dům\" § ?"), Ids{"dum"});
  EXPECT_EQ(found("\"azylový dům\" \"?!\" - ("), Ids{"dum"});
  EXPECT_EQ(found("\"?\" \"!\""), Ids{});
  EXPECT_EQ(notes("dům*y"),
            Ids{"a star stands for more letters only at the end of a word, and was read as text"});
}

TEST_F(QueryLanguage, WithoutAWordNothingIsFound) {
  const std::string nothing = "there is no word to search for, so nothing was searched";
  for (const std::string typed :
       {"!!!", "\"...\"", "=\"?\"", "\"?\" OR !", "title:(\"?\" §)", "-dům ?", "? NEAR !"}) {
    EXPECT_EQ(found(typed), Ids{}) << typed;
    EXPECT_EQ(notes(typed), Ids{nothing}) << typed;
  }
  EXPECT_EQ(found("\"\""), Ids{});
  EXPECT_EQ(notes("\"\""), (Ids{"empty quotes were left out", nothing}));
  EXPECT_EQ(notes("? town:Brno"), Ids{});
  EXPECT_EQ(found("? town:Brno"), Ids{"dum"});
  EXPECT_EQ(found("\"...\" OR dům"), (Ids{"domy", "dum", "mesto"}));
  EXPECT_EQ(notes("kosmonaut"), Ids{});
}

std::string repeated(std::string_view unit, std::size_t times) {
  std::string text;
  for (; times > 0; --times) text += unit;
  return text;
}

const std::string kManyWords = "a query has at most 512 words, and 32 KB of them; what follows was left out";

const std::string kManyTokens = "the query has more words than are searched; the last ones were left out";

TEST_F(QueryLanguage, TooManyWordsAreAnsweredInPart) {
  EXPECT_EQ(notes(repeated("dům OR ", 100'000) + "x"), Ids{kManyWords});
  EXPECT_EQ(found(repeated("dům OR ", 100'000) + "x"), (Ids{"domy", "dum", "mesto"}));
  EXPECT_EQ(notes(repeated("dům ", 100'000)), Ids{kManyWords});
  EXPECT_EQ(notes(repeated("d,", 2000)), Ids{kManyTokens});
  EXPECT_EQ(notes(repeated("d,", 500'000)), (Ids{kManyWords, kManyTokens}));
  EXPECT_EQ(notes("\"" + repeated("dům ", 100'000) + "\""), (Ids{kManyWords, kManyTokens}));
}

TEST_F(QueryLanguage, TooManyBracketsAndTooLongTextsAreRefused) {
  EXPECT_EQ(page(repeated("(", 200'000)).query_error()->code, QueryError::Code::too_complex);
  EXPECT_EQ(page(repeated("(", 200'000) + "a" + repeated(")", 200'000)).query_error()->code,
            QueryError::Code::too_complex);
  EXPECT_EQ(found(repeated("-(kosmonaut OR ", 100) + "dům"), (Ids{"domy", "dum", "mesto"}));
  EXPECT_EQ(found(repeated("dům -kosmonaut -town:x year:..3000 (dům OR -(", 50) + "dům"),
            (Ids{"domy", "mesto"}));
  EXPECT_EQ(page(std::string((1U << 20U) + 1, 'a')).query_error()->code, QueryError::Code::too_long);
}

TEST_F(QueryLanguage, LongPhrasesAndChainsAreCut) {
  TempDir directory;
  IndexWriter writer = IndexWriter::open(directory / "i.tvar");
  std::string forty;
  std::string chain;
  for (int i = 0; i < 40; ++i) forty += "slovo" + std::to_string(i) + " ";
  for (int i = 0; i < 16; ++i) chain += (i > 0 ? " NEAR/9 slovo" : "slovo") + std::to_string(i);
  writer.upsert(page_of("all", "", forty));
  writer.commit();
  const Searcher searcher = Searcher::open(directory / "i.tvar");
  const auto found_with = [&](const std::string& query) {
    const ResultPage page = searcher.search(query, {.match = Match::all, .correct_spelling = false});
    return std::to_string(page.hits().size()) + (page.notes().empty() ? "" : " " + page.notes()[0].message);
  };
  const std::string cut = "1 " + kManyTokens;
  const std::string thirty_two = forty.substr(0, forty.find("slovo32"));
  EXPECT_EQ(found_with('"' + thirty_two + '"'), "1");
  EXPECT_EQ(found_with('"' + forty + '"'), cut);
  EXPECT_EQ(found_with('"' + thirty_two + "jinak\""), cut);
  EXPECT_EQ(found_with('"' + forty.substr(0, 40) + "jinak\""), "0");
  EXPECT_EQ(found_with(chain), "1");
  EXPECT_EQ(found_with(chain + " NEAR/9 jinak"), cut);
}

TEST_F(QueryLanguage, TreesOfProgramsHaveLimitsToo) {
  const Searcher searcher = Searcher::open(index());
  Query deep = Query::words("dům");
  for (int i = 0; i < 200'000; ++i) deep = Query::any_of({Query::none_of({deep}), Query::words("b")});
  const ResultPage refused = searcher.search(deep);
  ASSERT_TRUE(refused.query_error());
  EXPECT_EQ(refused.query_error()->code, QueryError::Code::too_complex);
  EXPECT_EQ(refused.query_error()->message, "the query is nested deeper than 310 levels");

  Query shared = Query::words("dům");
  for (int i = 0; i < 60; ++i) shared = Query::any_of({shared, shared});
  EXPECT_EQ(searcher.search(shared).query_error()->message, "the query has more than 65536 parts");

  const Query wide = Query::any_of(std::vector<Query>(100'000, Query::words("dům")));
  EXPECT_EQ(searcher.search(wide).query_error()->code, QueryError::Code::too_complex);
}

// A document with so many forms that one prefix can't stand for all of them.
TEST_F(QueryLanguage, WidePrefixesTakeTheMostFrequentFormsAndSaySo) {
  TempDir directory;
  IndexWriter writer = IndexWriter::open(directory / "i.tvar");
  for (int document = 0; document < 3; ++document) {
    std::string text = "společný";
    for (int i = 0; i < 100; ++i) text += " s" + std::to_string(1000 * document + i) + "x";
    writer.upsert(page_of("d" + std::to_string(document), "", text));
  }
  writer.commit();
  const ResultPage result = Searcher::open(directory / "i.tvar").search("s*");
  EXPECT_EQ(result.hits().size(), 3U);
  ASSERT_EQ(result.notes().size(), 1U);
  EXPECT_EQ(result.notes()[0].message,
            "s* stands for more words than are searched; the most frequent were taken");
  EXPECT_EQ(result.notes()[0].range, (TextRange{0, 2}));
  EXPECT_EQ(result.notes()[0].code, QueryNote::Code::too_many_forms);
  EXPECT_EQ(result.notes()[0].arguments, (std::vector<std::string>{"s*"}));
}

// 1,000 documents with 2 x 20 words are more than the 10,000 lists of positions that a NEAR may read in a small index.
TEST_F(QueryLanguage, NearOfWidePrefixesLosesTheMostFrequentForms) {
  TempDir directory;
  IndexWriter writer = IndexWriter::open(directory / "i.tvar");
  for (int document = 0; document < 1'000; ++document) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "s" + std::to_string(i) + "x p" + std::to_string(i) + "x ";
    if (document == 7) text += "srare prare";
    writer.upsert(page_of("d" + std::to_string(document), "", text));
  }
  writer.commit();
  const ResultPage result = Searcher::open(directory / "i.tvar").search("s* NEAR/3 p*");
  ASSERT_EQ(result.notes().size(), 1U);
  EXPECT_EQ(result.notes()[0].code, QueryNote::Code::too_many_alternatives);
  EXPECT_EQ(result.notes()[0].range, (TextRange{0, 12}));
  ASSERT_GT(result.hits().size(), 0U);
  const ResultPage rare = Searcher::open(directory / "i.tvar").search("sra* NEAR/3 pra*");
  EXPECT_EQ(rare.notes().size(), 0U);
  EXPECT_EQ(testing::ids(rare), Ids{"d7"});
}

std::string numbered_words(std::string_view separator) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += (i == 0 ? "" : std::string(separator)) + "slovo" + std::to_string(i);
  return text;
}

// 500 words in 250 documents are more than the 100,000 postings that alternatives may read in a small index.
TEST_F(QueryLanguage, AlternativesThatReadTooMuchLoseTheMostFrequentOnes) {
  TempDir directory;
  IndexWriter writer = IndexWriter::open(directory / "i.tvar");
  for (int i = 0; i < 250; ++i) writer.upsert(page_of("d" + std::to_string(i), "", numbered_words(" ")));
  writer.upsert(page_of("rare", "", "vzácný"));
  writer.commit();
  const Searcher searcher = Searcher::open(directory / "i.tvar");
  const ResultPage cut = searcher.search(numbered_words(" OR ") + " OR vzácný");
  ASSERT_EQ(cut.notes().size(), 1U);
  EXPECT_EQ(cut.notes()[0].message,
            "the query has more alternatives than are searched; the most frequent were left out");
  ASSERT_EQ(cut.hits().size(), 1U);
  EXPECT_EQ(cut.hits()[0].id, "rare");

  const ResultPage all = searcher.search(numbered_words(" "));
  EXPECT_TRUE(all.notes().empty());
  EXPECT_EQ(all.total().estimate, 250U);
  const ResultPage excluded = searcher.search("vzácný -(" + numbered_words(" OR ") + ")");
  EXPECT_TRUE(excluded.notes().empty());
  EXPECT_EQ(excluded.total().estimate, 1U);
}

// "bara" is Bára, and improbably a form of a name that no dictionary has.
TEST_F(QueryLanguage, WordsOfAPastedPageAreOnlyWhatTheyProbablyAre) {
  TempDir directory;
  IndexWriter writer = IndexWriter::open(directory / "i.tvar");
  writer.upsert(page_of("guess", "", "Přišel pan Bařa z města."));
  writer.commit();
  const Searcher searcher = Searcher::open(directory / "i.tvar");
  EXPECT_EQ(testing::ids(searcher.search("bara")), Ids{"guess"});
  std::string page;
  for (int i = 0; i < 70; ++i) page += "slovo" + std::to_string(i) + " OR ";
  EXPECT_EQ(testing::ids(searcher.search(page + "bara")), Ids{});
  EXPECT_EQ(testing::ids(searcher.search(page + "pana")), Ids{"guess"});
}

}  // namespace
}  // namespace tvar
