// SPDX-License-Identifier: GPL-2.0-or-later
// Documents like one, on a small real index.
#include <gtest/gtest.h>

#include "tests/support/expect_error.h"
#include "tests/support/pages.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::expect_error;
using testing::Ids;
using testing::page_of;
using testing::TempDir;

class SimilarTest : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexWriter writer = IndexWriter::open(index());
    writer.upsert(page_of("dum", "Azylový dům", "Azylový dům pro matky s dětmi hradí kraj v roce 2010.")
                      .add("town", "Brno"));
    writer.upsert(page_of("domy", "Zápis", "O azylových domech jednali radní. Matky s dětmi čekají.")
                      .add("town", "Přerov"));
    writer.upsert(page_of("kraj", "Rozpočet", "Kraj schválil rozpočet.").add("town", "Brno"));
    writer.upsert(page_of("rok", "Letos", "V roce 2010 nic pro nás a s námi.").add("town", "Praha"));
    writer.upsert(page_of("sama", "Xylofon", "Marimba vibrafon.").add("town", "Praha"));
    writer.commit();
  }
  std::filesystem::path index() { return directory_ / "pages.tvar"; }
  ResultPage similar(std::string_view id, const SearchOptions& options = {}) {
    return Searcher::open(index()).similar(id, options);
  }
  Ids similar_ids(std::string_view id, const SearchOptions& options = {}) {
    return testing::ids(similar(id, options));
  }

  TempDir directory_;
};

TEST_F(SimilarTest, SharedWordsInAnyInflectionAndNotItself) {
  EXPECT_EQ(similar_ids("dum"), (Ids{"domy", "kraj", "rok"}));
  EXPECT_EQ(similar_ids("domy"), (Ids{"dum"}));
}

TEST_F(SimilarTest, NumbersAndFunctionWordsAreNotCharacteristic) {
  EXPECT_EQ(similar_ids("rok"), (Ids{"dum"}));
}

TEST_F(SimilarTest, NothingIsLikeWordsThatNoOtherDocumentHas) {
  const ResultPage page = similar("sama");
  EXPECT_TRUE(page.hits().empty());
  EXPECT_EQ(page.total().estimate, 0U);
}

TEST_F(SimilarTest, FiltersFacetsAndPages) {
  EXPECT_EQ(similar_ids("dum", {.filters = {{"town", "prerov"}}}), (Ids{"domy"}));
  EXPECT_EQ(similar_ids("dum", {.offset = 1, .limit = 1}), (Ids{"kraj"}));
  const ResultPage page = similar("dum", {.facets = {"town"}, .limit = 0});
  EXPECT_EQ(page.total().estimate, 3U);
  EXPECT_EQ(page.facet("town")->values, (std::vector<FacetCount>{{"Brno", 1}, {"Praha", 1}, {"Přerov", 1}}));
}

TEST_F(SimilarTest, SharedWordsAreMarked) {
  const ResultPage page = similar("dum", {.limit = 1});
  EXPECT_EQ(page.hits().at(0).snippet.to_html("[", "]"),
            "O [azylových] [domech] jednali radní. [Matky] s [dětmi] čekají.");
}

TEST_F(SimilarTest, UnknownIdIsNamed) {
  expect_error([&] { (void)similar("nikde"); }, ErrorCode::not_found, "'nikde'");
  expect_error([&] { (void)similar(""); }, ErrorCode::not_found, "''");
}

TEST_F(SimilarTest, WrongFilters) {
  const ResultPage page = similar("dum", {.filters = {{"year", "letos"}}});
  ASSERT_TRUE(page.query_error());
  EXPECT_EQ(page.query_error()->code, QueryError::Code::bad_value);
  expect_error([&] { (void)similar("dum", {.facets = {"okres"}}); }, ErrorCode::invalid_argument, "okres");
}

}  // namespace
}  // namespace tvar
