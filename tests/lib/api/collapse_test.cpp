// SPDX-License-Identifier: GPL-2.0-or-later
// One hit for each value of a field, and the order of hits.
#include <gtest/gtest.h>

#include "tests/support/expect_error.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::expect_error;
using testing::TempDir;
using Ids = std::vector<std::string>;

// A town does not make a text longer, so that equal texts are equal hits.
Schema plain_schema() {
  Schema schema = Schema::default_schema();
  for (Field& field : schema.fields) field.words = false;
  return schema;
}

class CollapseTest : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexWriter writer = IndexWriter::open(directory_ / "pages.tvar", plain_schema());
    const auto add = [&](std::string id, std::string title, std::string text, std::string town,
                         std::vector<std::string> years) {
      Document document{.id = std::move(id),
                        .fields = {{"title", std::move(title)}, {"text", std::move(text)}}};
      if (!town.empty()) document.add("town", town);
      for (const std::string& year : years) document.add("year", year);
      writer.upsert(document);
    };
    add("a", "Chata", "dům", "Přerov", {"2012", "2009"});
    add("b", "Hrad", "dům a dům a zase dům", "Přerov", {"2011"});
    add("c", "Čáp", "dům a další dům", "Brno", {"2010", "2020"});
    add("d", "Cihla", "dům", "", {});
    add("e", "Idea", "dům", "", {});
    add("f", "Cesta", "dům i zahrada u lesa", "Přerov", {"2010"});
    writer.commit();
  }
  ResultPage search(std::string_view query, const SearchOptions& options = {}) {
    return Searcher::open(directory_ / "pages.tvar").search(query, options);
  }
  Ids ids(std::string_view query, const SearchOptions& options) {
    Ids list;
    const ResultPage page = search(query, options);
    for (const Hit& hit : page.hits()) {
      list.push_back(hit.id + (hit.collapsed > 0 ? "+" + std::to_string(hit.collapsed) : ""));
    }
    return list;
  }

  TempDir directory_;
};

TEST_F(CollapseTest, KeepsTheBestOfEachValueAndAllWithoutOne) {
  EXPECT_EQ(ids("dům", {}), (Ids{"b", "c", "a", "d", "e", "f"}));
  EXPECT_EQ(ids("dům", {.collapse = "town"}), (Ids{"b+2", "c", "d", "e"}));
  EXPECT_EQ(ids("dům", {.sort = {"title"}, .collapse = "town"}), (Ids{"f+2", "d", "c", "e"}));
}

// However they came into the index: both the one that stands for a value and the order of those that do.
TEST_F(CollapseTest, EqualOnesAreInTheOrderOfIds) {
  IndexWriter writer = IndexWriter::open(directory_ / "pages.tvar", plain_schema());
  for (const char* const id : {"z", "y", "u", "x", "v", "w", "t"}) {
    Document document{.id = id, .fields = {{"title", "Vila"}, {"text", "vila"}}};
    const std::string name = id;
    if (name != "z" && name != "t") document.add("town", name < "x" ? "Kolín" : "Pardubice");
    writer.upsert(document.add("year", "2001"));
  }
  writer.commit();
  EXPECT_EQ(ids("vila", {.sort = {"year"}, .collapse = "town"}), (Ids{"t", "u+2", "x+1", "z"}));
  EXPECT_EQ(ids("vila", {.sort = {"title"}, .collapse = "town"}), (Ids{"t", "u+2", "x+1", "z"}));
  EXPECT_EQ(ids("vila", {.offset = 1, .limit = 2, .sort = {"year", true}, .collapse = "town"}),
            (Ids{"u+2", "x+1"}));
  EXPECT_EQ(ids("vila", {.limit = 1, .sort = {"year"}, .collapse = "town"}), (Ids{"t"}));
  EXPECT_EQ(ids("vila", {.offset = 9, .sort = {"year"}, .collapse = "town"}), Ids{});
}

TEST_F(CollapseTest, TheFirstOfSeveralValuesCounts) {
  EXPECT_EQ(ids("*", {.sort = {"year"}, .collapse = "year"}), (Ids{"c+1", "b", "a", "d", "e"}));
}

TEST_F(CollapseTest, TheTotalIsOfWhatIsLeftAndFacetsCountEveryMatch) {
  const ResultPage page = search("dům", {.facets = {"town"}, .limit = 1, .collapse = "town"});
  EXPECT_EQ(page.total().lower, 4U);
  EXPECT_EQ(page.total().estimate, 4U);
  EXPECT_EQ(page.total().upper, 4U);
  EXPECT_EQ(page.hits().at(0).collapsed, 2U);
  EXPECT_EQ(page.facet("town")->values, (std::vector<FacetCount>{{"Přerov", 3}, {"Brno", 1}}));
}

TEST_F(CollapseTest, PagesContinueEachOther) {
  EXPECT_EQ(ids("dům", {.offset = 1, .limit = 2, .collapse = "town"}), (Ids{"c", "d"}));
}

TEST_F(CollapseTest, NoHitsWithSomeOfTheWordsFollow) {
  const ResultPage all = search("dům zahrada");
  EXPECT_EQ(all.partial_hits().size(), 5U);
  const ResultPage collapsed = search("dům zahrada", {.collapse = "town"});
  EXPECT_TRUE(collapsed.partial_hits().empty());
}

TEST_F(CollapseTest, TextAndUnknownFieldsAreErrors) {
  expect_error([&] { search("*", {.collapse = "title"}); }, ErrorCode::invalid_argument,
               "can't collapse by 'title'");
  expect_error([&] { search("*", {.collapse = "colour"}); }, ErrorCode::invalid_argument,
               "can't collapse by 'colour': there is no such field");
}

// Ch is a letter after h, and č one after c.
TEST_F(CollapseTest, TitlesSortAsInACzechDictionary) {
  EXPECT_EQ(ids("*", {.sort = {"title"}}), (Ids{"f", "d", "c", "b", "a", "e"}));
  EXPECT_EQ(ids("*", {.sort = {"title", true}}), (Ids{"e", "a", "b", "c", "d", "f"}));
}

TEST_F(CollapseTest, ValuesSortBothWaysWithTheFirstOfSeveral) {
  EXPECT_EQ(ids("*", {.sort = {"year"}}), (Ids{"c", "f", "b", "a", "d", "e"}));
  EXPECT_EQ(ids("*", {.sort = {"year", true}}), (Ids{"a", "b", "c", "f", "d", "e"}));
}

TEST_F(CollapseTest, EqualValuesSortByScoreThenByArrival) {
  EXPECT_EQ(ids("dům", {.sort = {"town"}}), (Ids{"c", "b", "a", "f", "d", "e"}));
  EXPECT_EQ(ids("dům", {.sort = {"town", true}}), (Ids{"b", "a", "f", "c", "d", "e"}));
}

}  // namespace
}  // namespace tvar
