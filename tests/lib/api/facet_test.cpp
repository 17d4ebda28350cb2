// SPDX-License-Identifier: GPL-2.0-or-later
// Filters by values that are not there, legal forms, histograms and ranges.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::TempDir;
using Counts = std::vector<FacetCount>;
using Unknown = std::vector<UnknownValue>;

Schema small_schema() {
  Schema schema;
  schema.stemmer = "none";
  schema.fields = {{.name = "text", .kind = FieldKind::text},
                   {.name = "town", .kind = FieldKind::keyword, .facet = true},
                   {.name = "year", .kind = FieldKind::number, .facet = true, .multi = true},
                   {.name = "member", .kind = FieldKind::keyword, .facet = true, .multi = true},
                   {.name = "published", .kind = FieldKind::date, .facet = true}};
  return schema;
}

class FacetTest : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexWriter writer = IndexWriter::open(index(), small_schema());
    add(writer, "a", "Brno", {"2004", "2008"}, "Člověk v tísni, o.p.s.", "2010-05-17");
    add(writer, "b", "Brno", {"2008"}, "Člověk v tísni", "2010-07");
    add(writer, "c", "Břeclav", {"2011"}, "o. s. Naděje", "2010");
    add(writer, "d", "Přerov", {"2012"}, "Naděje", "2011-01-03");
    add(writer, "e", "Ústí nad Labem", {"2008"}, "Úřad práce Broumov", "");
    writer.commit();
  }
  static void add(IndexWriter& writer, std::string id, std::string_view town,
                  const std::vector<std::string>& years, std::string_view member,
                  std::string_view published) {
    Document document{.id = std::move(id), .fields = {{"text", "zápis z jednání"}}};
    document.add("town", std::string(town)).add("member", std::string(member));
    for (const std::string& year : years) document.add("year", year);
    if (!published.empty()) document.add("published", std::string(published));
    writer.upsert(document);
  }
  std::filesystem::path index() { return directory_ / "facets.tvar"; }
  ResultPage search(const SearchOptions& options, std::string_view query = "zápis") {
    return Searcher::open(index()).search(query, options);
  }
  std::string found_by(const std::string& field, const std::string& value) {
    std::string ids;
    const ResultPage page = search({.filters = {{field, value}}});
    for (const Hit& hit : page.hits()) ids += hit.id;
    std::sort(ids.begin(), ids.end());
    return ids;
  }
  Unknown unknown_of(const SearchOptions& options, std::string_view query) {
    const ResultPage page = search(options, query);
    return page.unknown_values();
  }
  Unknown unknown(const std::string& field, const std::string& value) {
    return unknown_of({.filters = {{field, value}}}, "zápis");
  }

  TempDir directory_;
};

TEST_F(FacetTest, AnUnknownKeywordIsAnsweredWithTheNearest) {
  EXPECT_EQ(search({.filters = {{"town", "Brnno"}}}).total().estimate, 0U);
  EXPECT_EQ(unknown("town", "Brnno"), (Unknown{{"town", "Brnno", {"Brno"}}}));
  EXPECT_EQ(unknown("town", "prerof"), (Unknown{{"town", "prerof", {"Přerov"}}}));
  EXPECT_EQ(unknown("town", "Kocourkov"), (Unknown{{"town", "Kocourkov", {}}}));
  EXPECT_EQ(unknown("member", "Úřad práce Semily"),
            (Unknown{{"member", "Úřad práce Semily", {"Úřad práce Broumov"}}}));
  EXPECT_EQ(unknown("member", "Broumov"), (Unknown{{"member", "Broumov", {"Úřad práce Broumov"}}}));
  EXPECT_EQ(unknown("member", "Člověk v tísně, z.s."),
            (Unknown{{"member", "Člověk v tísně, z.s.", {"Člověk v tísni", "Člověk v tísni, o.p.s."}}}));
}

TEST_F(FacetTest, AnUnknownNumberOrDateIsAnsweredWithItsNeighbours) {
  EXPECT_EQ(unknown("year", "2009"), (Unknown{{"year", "2009", {"2008", "2011"}}}));
  EXPECT_EQ(unknown("year", "2010"), (Unknown{{"year", "2010", {"2011", "2008"}}}));
  EXPECT_EQ(unknown("year", "1990"), (Unknown{{"year", "1990", {"2004"}}}));
  EXPECT_EQ(unknown("published", "2010-06"), (Unknown{{"published", "2010-06", {"2010-05-17", "2010-07"}}}));
}

TEST_F(FacetTest, KnownValuesAndRangesAreNotUnknown) {
  EXPECT_EQ(unknown("town", "BRNO"), Unknown{});
  EXPECT_EQ(unknown("town", "usti"), Unknown{});
  EXPECT_EQ(unknown("year", "2008"), Unknown{});
  EXPECT_EQ(unknown("published", "2010"), Unknown{});
  EXPECT_EQ(unknown("year", "2005..2007"), Unknown{});
}

TEST_F(FacetTest, UnknownValuesOfQueriesAndExclusionsAreNamedOnce) {
  const Unknown brno = {{"town", "Brnno", {"Brno"}}};
  EXPECT_EQ(unknown_of({}, "zápis town:Brnno"), brno);
  SearchOptions options{.filters = {{"town", "Brnno"}}};
  EXPECT_EQ(unknown_of(options, "zápis town:Brnno"), brno);
  options.filters.front().exclude = true;
  const ResultPage page = search(options);
  EXPECT_EQ(page.unknown_values(), brno);
  EXPECT_EQ(page.total().estimate, 5U);
}

TEST_F(FacetTest, LegalFormsDoNotCount) {
  for (const char* name : {"Člověk v tísni", "Člověk v tísni, o.p.s.", "člověk v tísni o. p. s.",
                           "Člověk v tísni, obecně prospěšná společnost"}) {
    EXPECT_EQ(found_by("member", name), "ab") << name;
  }
  for (const char* name : {"Naděje", "o. s. Naděje", "Naděje, o.s."}) {
    EXPECT_EQ(found_by("member", name), "cd") << name;
  }
  const ResultPage page = search({.facets = {"member"}});
  EXPECT_EQ(page.facet("member")->values,
            (Counts{{"Člověk v tísni", 2}, {"Naděje", 2}, {"Úřad práce Broumov", 1}}));
}

TEST_F(FacetTest, AHistogramHasAllYearsBetween) {
  const ResultPage page = search({.facets = {FacetRequest::histogram("year", FacetInterval::year)}});
  ASSERT_NE(page.facet("year/year"), nullptr);
  EXPECT_EQ(page.facet("year/year")->values, (Counts{{"2004", 1},
                                                     {"2005", 0},
                                                     {"2006", 0},
                                                     {"2007", 0},
                                                     {"2008", 3},
                                                     {"2009", 0},
                                                     {"2010", 0},
                                                     {"2011", 1},
                                                     {"2012", 1}}));
  EXPECT_EQ(page.facet("year/year")->distinct, 9U);
  EXPECT_TRUE(page.facet("year/year")->exact);
}

TEST_F(FacetTest, AYearWithFractionsIsCountedUnderAnIntervalThatTakesThem) {
  IndexWriter writer = IndexWriter::open(index(), small_schema());
  add(writer, "f", "Brno", {"2008.5", "2008.25"}, "Naděje", "");
  add(writer, "g", "Brno", {"-0.5"}, "Naděje", "");
  writer.commit();
  const ResultPage page =
      search({.filters = {{"town", "Brno"}}, .facets = {FacetRequest::parse("year/year")}});
  const Counts& counts =
      page.facet("year/year")->values;  // without the empty years, of which there are too many
  EXPECT_EQ(counts, (Counts{{"-1..<0", 1}, {"2004", 1}, {"2008..<2009", 3}}));
  for (const FacetCount& year : counts) {
    EXPECT_EQ(search({.filters = {{"town", "Brno"}, {"year", year.value}}}).total().estimate, year.count)
        << year.value;
  }
}

TEST_F(FacetTest, DatesAreCountedByYearAndByMonth) {
  const ResultPage page = search({.facets = {FacetRequest::parse("published/year"),
                                             FacetRequest::parse("published/month"), "published"}});
  EXPECT_EQ(page.facet("published/year")->values, (Counts{{"2010", 3}, {"2011", 1}}));
  EXPECT_EQ(page.facet("published/year")->imprecise, 0U);
  EXPECT_EQ(page.facet("published/month")->values, (Counts{{"2010-05", 1},
                                                           {"2010-06", 0},
                                                           {"2010-07", 1},
                                                           {"2010-08", 0},
                                                           {"2010-09", 0},
                                                           {"2010-10", 0},
                                                           {"2010-11", 0},
                                                           {"2010-12", 0},
                                                           {"2011-01", 1}}));
  EXPECT_EQ(page.facet("published/month")->imprecise, 1U);
  EXPECT_EQ(page.facet("published")->distinct, 4U);
}

TEST_F(FacetTest, RangesHaveGivenEdgesAndCanBeFilteredBy) {
  const std::vector<std::pair<FacetRequest, Counts>> wanted = {
      {FacetRequest::ranges("year", {"2005", "2011"}), {{"..<2005", 1}, {"2005..<2011", 3}, {"2011..", 2}}},
      {FacetRequest::ranges("year", {"2012.5"}), {{"..<2012.5", 5}, {"2012.5..", 0}}},
      {FacetRequest::ranges("published", {"2010-05", "2010-07", "2011"}),
       {{"..<2010-05", 1}, {"2010-05..<2010-07", 1}, {"2010-07..<2011", 1}, {"2011..", 1}}}};
  for (const auto& [request, counts] : wanted) {
    const ResultPage page = search({.facets = {request}});
    ASSERT_EQ(page.facet(request.to_string())->values, counts);
    for (const FacetCount& count : counts) {
      const ResultPage narrowed = search({.filters = {{request.field, count.value}}, .facets = {request}});
      EXPECT_EQ(narrowed.total().estimate, count.count) << request.field << " " << count.value;
      EXPECT_EQ(narrowed.facet(request.to_string())->values, counts) << "narrowed by its own filter";
    }
  }
}

TEST_F(FacetTest, AHalfOpenRangeEndsBeforeItsEnd) {
  EXPECT_EQ(found_by("year", "2008..<2011"), "abe");
  EXPECT_EQ(found_by("year", "2008..2011"), "abce");
  EXPECT_EQ(found_by("published", "..<2010-07"), "ac");
  EXPECT_EQ(found_by("published", "2010-07..<2011-01-03"), "b");
  EXPECT_EQ(found_by("published", "2010..<2010-07"), "ac");
  EXPECT_TRUE(search({.filters = {{"year", "2008..<2008"}}}).query_error().has_value());
}

TEST_F(FacetTest, RequestsThatMakeNoSenseAreRefused) {
  for (const FacetRequest& wrong :
       {FacetRequest::histogram("town", FacetInterval::year),
        FacetRequest::histogram("year", FacetInterval::month), FacetRequest::ranges("year", {"2005", "2005"}),
        FacetRequest::ranges("year", {"soon"}), FacetRequest::ranges("town", {"Brno"})}) {
    EXPECT_THROW(search({.facets = {wrong}}), Error) << wrong.to_string();
  }
  for (const char* wrong : {"year/week", "year@", "year@2000,,2001", "/year", ""}) {
    EXPECT_THROW(static_cast<void>(FacetRequest::parse(wrong)), Error) << wrong;
  }
}

TEST(FacetRequest, IsReadAsItIsWritten) {
  for (const char* text : {"town", "published/month", "published/year", "year@2000,2005",
                           "area:Jihomoravský kraj > Brno-město", "class:a/b@c:d"}) {
    EXPECT_EQ(FacetRequest::parse(text).to_string(), text);
  }
  EXPECT_EQ(FacetRequest::parse("year@2000,2005").edges, (std::vector<std::string>{"2000", "2005"}));
  EXPECT_EQ(FacetRequest::parse("published/month").interval, FacetInterval::month);
  const SearchOptions options{.facets = {"town", "member"}};
  EXPECT_EQ(options.facets.size(), 2U);
}

}  // namespace
}  // namespace tvar
