// SPDX-License-Identifier: GPL-2.0-or-later
// How long writers, searchers and what they give can be used, and what a program that errs is told.
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <utility>

#include "tests/support/expect_error.h"
#include "tests/support/pages.h"
#include "tests/support/temp_dir.h"
#include "tvar/analyzer.h"
#include "tvar/facts.h"
#include "tvar/index_writer.h"
#include "tvar/searcher.h"

namespace tvar {
namespace {

using testing::expect_error;
using testing::Ids;
using testing::ids;
using testing::page_of;

class LifetimeTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path place(const char* name) const { return directory_ / name; }

  void make(const char* name, const char* id) const {
    IndexWriter writer = IndexWriter::open(place(name));
    writer.upsert(page_of(id, "Azylový dům", "Stavbu platí město."));
    writer.commit();
  }

  testing::TempDir directory_;
};

TEST_F(LifetimeTest, AMovedWriterGoesOnAndItsOldNameCanBeUsedAgain) {
  IndexWriter first = IndexWriter::open(place("a"));
  first.upsert(page_of("one", "", "dům"));
  IndexWriter second = std::move(first);
  first = IndexWriter::open(place("b"));
  first.upsert(page_of("two", "", "dům"));
  second.commit();
  first.commit();
  EXPECT_EQ(ids(Searcher::open(place("a")).search("dům")), Ids{"one"});
  EXPECT_EQ(ids(Searcher::open(place("b")).search("dům")), Ids{"two"});
}

// The writer that is replaced lets its index go.
TEST_F(LifetimeTest, AWriterIsReplacedByAnother) {
  IndexWriter writer = IndexWriter::open(place("a"));
  writer.upsert(page_of("lost", "", "dům"));
  writer = IndexWriter::open(place("b"));
  EXPECT_EQ(IndexWriter::open(place("a")).document_count(), 0U);
}

TEST_F(LifetimeTest, AMovedSearcherGoesOnAndItsOldNameCanBeUsedAgain) {
  make("a", "one");
  make("b", "two");
  Searcher first = Searcher::open(place("a"));
  const Searcher second = std::move(first);
  first = Searcher::open(place("b"));
  EXPECT_EQ(ids(second.search("dům")), Ids{"one"});
  EXPECT_EQ(ids(first.search("dům")), Ids{"two"});
}

TEST_F(LifetimeTest, AMovedExtractorGoesOn) {
  const Analyzer analyzer;
  FactExtractor first(analyzer);
  FactExtractor second = std::move(first);
  first = FactExtractor(analyzer);
  for (FactExtractor* extractor : {&first, &second}) {
    const std::vector<Fact> facts =
        extractor->extract(page_of("a", "Město Břeclav", "Stavba v Břeclavi začala."));
    ASSERT_FALSE(facts.empty());
    EXPECT_EQ(facts[0].field, "town");
    EXPECT_EQ(facts[0].value, "Břeclav");
  }
}

TEST_F(LifetimeTest, APageOutlivesSearcherAndIndex) {
  make("a", "one");
  std::optional<Searcher> searcher = Searcher::open(place("a"));
  const ResultPage page = searcher->search("město", {.facets = {"town"}});
  searcher.reset();
  std::filesystem::remove_all(place("a"));
  ASSERT_EQ(ids(page), Ids{"one"});
  EXPECT_EQ(page.hits()[0].snippet.to_html("[", "]"), "Stavbu platí [město].");
  EXPECT_EQ(page.facet("town")->field, "town");
}

TEST_F(LifetimeTest, ASecondWriterIsRefusedUntilTheFirstIsGone) {
  std::optional<IndexWriter> first = IndexWriter::open(place("a"));
  expect_error([this] { static_cast<void>(IndexWriter::open(place("a"))); }, ErrorCode::locked,
               "can't open the index for writing");
  first.reset();
  EXPECT_EQ(IndexWriter::open(place("a")).document_count(), 0U);
}

TEST_F(LifetimeTest, ASearcherSeesWhatItOpenedUntilItIsReopened) {
  make("a", "one");
  Searcher searcher = Searcher::open(place("a"));
  EXPECT_FALSE(searcher.reopen());
  make("a", "two");
  EXPECT_EQ(ids(searcher.search("dům")), Ids{"one"});
  EXPECT_TRUE(searcher.reopen());
  EXPECT_EQ(ids(searcher.search("dům")), (Ids{"one", "two"}));
}

}  // namespace
}  // namespace tvar
