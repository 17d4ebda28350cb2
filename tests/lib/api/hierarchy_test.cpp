// SPDX-License-Identifier: GPL-2.0-or-later
// Fields whose values are paths: filters by nodes, counts by level, and paths that are derived from other fields.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/expect_error.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::TempDir;
using Counts = std::vector<FacetCount>;
using Unknown = std::vector<UnknownValue>;
using Paths = std::vector<std::string>;

Schema schema_with_area() {
  Schema schema;
  schema.stemmer = "none";
  schema.fields = {
      {.name = "text", .kind = FieldKind::text},
      {.name = "area", .kind = FieldKind::keyword, .facet = true, .multi = true, .hierarchy = true}};
  return schema;
}

class HierarchyTest : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexWriter writer = IndexWriter::open(index(), schema_with_area());
    add(writer, "a", {"Jihomoravský kraj > Břeclav > Mikulov", "Jihomoravský kraj > Břeclav > Břeclav"});
    add(writer, "b", {"jihomoravsky kraj>breclav >Mikulov"});
    add(writer, "c", {"Jihomoravský kraj > Brno-město > Brno", "Olomoucký kraj > Přerov > Přerov"});
    add(writer, "d", {"Jihomoravský kraj > Břeclav"});
    add(writer, "e", {"Hlavní město Praha > Praha"});
    add(writer, "f", {});
    writer.commit();
  }
  static void add(IndexWriter& writer, std::string id, const Paths& paths) {
    Document document{.id = std::move(id), .fields = {{"text", "zápis z jednání"}}};
    for (const std::string& path : paths) document.add("area", path);
    writer.upsert(document);
  }
  std::filesystem::path index() { return directory_ / "areas.tvar"; }
  ResultPage search(const SearchOptions& options, std::string_view query = "zápis") {
    return Searcher::open(index()).search(query, options);
  }
  static std::string ids_of(const ResultPage& page) {
    std::string ids;
    for (const Hit& hit : page.hits()) ids += hit.id;
    std::sort(ids.begin(), ids.end());
    return ids;
  }
  std::string found_by(const std::string& node) { return ids_of(search({.filters = {{"area", node}}})); }
  Counts counts(const std::string& facet, SearchOptions options = {}) {
    options.facets = {FacetRequest::parse(facet)};
    const ResultPage page = search(options);
    const FacetResult* result = page.facet(facet);
    return result == nullptr ? Counts{{"missing", 0}} : result->values;
  }

  Unknown unknown(const SearchOptions& options) {
    const ResultPage page = search(options);
    return page.unknown_values();
  }

  TempDir directory_;
};

TEST_F(HierarchyTest, APathTakesWhatIsBelowIt) {
  EXPECT_EQ(found_by("Jihomoravský kraj > Břeclav > Mikulov"), "ab");
  EXPECT_EQ(found_by("Jihomoravský kraj > Břeclav"), "abd");
  EXPECT_EQ(found_by("jihomoravsky kraj>BRECLAV"), "abd");
  EXPECT_EQ(found_by("Jihomoravský kraj"), "abcd");
  EXPECT_EQ(found_by("Břeclav > Mikulov"), "") << "paths begin at the top";
}

TEST_F(HierarchyTest, ANameTakesAllNodesThatAreCalledSo) {
  EXPECT_EQ(found_by("Mikulov"), "ab");
  EXPECT_EQ(found_by("breclav"), "abd") << "the okres and the town";
  EXPECT_EQ(found_by("Přerov"), "c");
  EXPECT_EQ(found_by("Praha"), "e");
  EXPECT_EQ(found_by("Praha >"), "") << "there is none at the top";
  EXPECT_EQ(found_by("Hlavní město Praha >"), "e");
}

TEST_F(HierarchyTest, ANameThatNoNodeHasIsTheBeginningOfOne) {
  EXPECT_EQ(found_by("jihomoravský"), "abcd");
  EXPECT_EQ(found_by("hlavní město"), "e");
  EXPECT_EQ(found_by("Brno"), "c") << "the town, not Brno-město";
}

TEST_F(HierarchyTest, NodesAreExcludedAndQueriedToo) {
  SearchOptions options{.filters = {{"area", "Břeclav"}}};
  options.filters.front().exclude = true;
  EXPECT_EQ(ids_of(search(options)), "cef");
  EXPECT_EQ(ids_of(search({}, "zápis area:Mikulov")), "ab");
  EXPECT_EQ(ids_of(search({}, "zápis area:mik*")), "ab");
  EXPECT_EQ(ids_of(search({}, "zápis area:jihom*")), "abcd");
  EXPECT_EQ(ids_of(search({}, "zápis area:\"Jihomoravský kraj > Břeclav\"")), "abd");
}

TEST_F(HierarchyTest, EachLevelIsCountedByItself) {
  EXPECT_EQ(counts("area"),
            (Counts{{"Jihomoravský kraj", 4}, {"Hlavní město Praha", 1}, {"Olomoucký kraj", 1}}));
  EXPECT_EQ(counts("area:Jihomoravský kraj"),
            (Counts{{"Jihomoravský kraj > Břeclav", 3}, {"Jihomoravský kraj > Brno-město", 1}}));
  EXPECT_EQ(
      counts("area:jihomoravsky kraj > breclav"),
      (Counts{{"Jihomoravský kraj > Břeclav > Mikulov", 2}, {"Jihomoravský kraj > Břeclav > Břeclav", 1}}));
  EXPECT_EQ(counts("area:Břeclav"), counts("area:Jihomoravský kraj > Břeclav"));
  EXPECT_EQ(counts("area:Břeclav >"), Counts{}) << "there is none at the top";
  EXPECT_EQ(counts("area:Mikulov"), Counts{});
}

TEST_F(HierarchyTest, EveryCountIsThatOfItsFilter) {
  for (const char* facet : {"area", "area:Jihomoravský kraj", "area:Břeclav", "area:Praha"}) {
    for (const FacetCount& node : counts(facet)) {
      EXPECT_EQ(search({.filters = {{"area", node.value}}}).total().estimate, node.count) << node.value;
    }
  }
}

TEST_F(HierarchyTest, AFilterLeavesTheOtherNodesInSight) {
  EXPECT_EQ(counts("area:Jihomoravský kraj", {.filters = {{"area", "Mikulov"}}}),
            (Counts{{"Jihomoravský kraj > Břeclav", 3}, {"Jihomoravský kraj > Brno-město", 1}}));
}

TEST_F(HierarchyTest, TheLastNameIsSearchedAndSorted) {
  EXPECT_EQ(counts("area:Jihomoravský kraj", {.facet_contains = "brno"}),
            (Counts{{"Jihomoravský kraj > Brno-město", 1}}));
  EXPECT_EQ(counts("area:Jihomoravský kraj", {.facet_contains = "kraj"}), Counts{});
  EXPECT_EQ(counts("area:Jihomoravský kraj", {.facets_by_value = true}),
            (Counts{{"Jihomoravský kraj > Brno-město", 1}, {"Jihomoravský kraj > Břeclav", 3}}));
}

TEST_F(HierarchyTest, UnknownNodesAreAnsweredWithTheNearest) {
  EXPECT_EQ(unknown({.filters = {{"area", "Mikulof"}}}), (Unknown{{"area", "Mikulof", {"Mikulov"}}}));
  EXPECT_EQ(unknown({.filters = {{"area", "Břeclav > Mikulov"}}}),
            (Unknown{{"area", "Břeclav > Mikulov", {"Jihomoravský kraj > Břeclav > Mikulov"}}}));
  EXPECT_EQ(unknown({.facets = {FacetRequest::children("area", "Olomouský kraj")}}),
            (Unknown{{"area", "Olomouský kraj", {"Olomoucký kraj"}}}));
  EXPECT_EQ(unknown({.facets = {FacetRequest::children("area", "Mikulov")}}), Unknown{});
}

TEST_F(HierarchyTest, NodesAreSuggestedByTheirNames) {
  std::vector<std::string> texts;
  for (const Suggestion& suggestion : Searcher::open(index()).suggest("mik"))
    texts.push_back(suggestion.text);
  EXPECT_EQ(texts, (std::vector<std::string>{"Mikulov"}));
}

TEST_F(HierarchyTest, WhatCannotBeCountedIsAnError) {
  testing::expect_error([this] { counts("area/year"); }, ErrorCode::invalid_argument,
                        "can't count 'area/year': a hierarchy has neither intervals nor ranges");
  testing::expect_error([this] { counts("area:>"); }, ErrorCode::invalid_argument,
                        "can't count 'area:>': there is no name in the node");
  testing::expect_error([] { static_cast<void>(FacetRequest::parse("area:")); }, ErrorCode::invalid_argument,
                        "can't count 'area:'");
  const std::filesystem::path flat = directory_ / "flat.tvar";
  Schema schema = schema_with_area();
  schema.fields[1].hierarchy = false;
  IndexWriter::open(flat, schema).commit();
  const Searcher searcher = Searcher::open(flat);
  testing::expect_error(
      [&] {
        static_cast<void>(searcher.search("zápis", {.facets = {FacetRequest::children("area", "Brno")}}));
      },
      ErrorCode::invalid_argument, "can't count 'area:Brno': the field is no hierarchy");
}

// What the index stores of a field that is derived from another one.
class DerivedTest : public ::testing::Test {
 protected:
  static Schema schema() {
    Schema made;
    made.stemmer = "czech_light";
    made.fields = {
        {.name = "title", .kind = FieldKind::text},
        {.name = "text", .kind = FieldKind::text},
        {.name = "town", .kind = FieldKind::keyword, .multi = true, .facts = 0.5},
        {.name = "member", .kind = FieldKind::keyword, .multi = true, .facts = 0.5},
        {.name = "area", .kind = FieldKind::keyword, .multi = true, .hierarchy = true, .from = "town"},
        {.name = "class", .kind = FieldKind::keyword, .multi = true, .hierarchy = true, .from = "member"}};
    return made;
  }
  Paths stored(const Document& document, const std::string& field) {
    IndexWriter writer = IndexWriter::open(index(), schema());
    writer.upsert(document);
    writer.commit();
    return values(field);
  }
  Paths values(const std::string& field) {
    const std::optional<Document> found = Searcher::open(index()).find("a");
    Paths paths;
    for (const std::string_view value : found->values(field)) paths.emplace_back(value);
    return paths;
  }
  std::filesystem::path index() { return directory_ / "derived.tvar"; }

  TempDir directory_;
};

TEST_F(DerivedTest, AreasOfTownsThatWereGiven) {
  EXPECT_EQ(stored({.id = "a", .fields = {{"text", "x"}, {"town", "Mikulov"}, {"town", "Praha"}}}, "area"),
            (Paths{"Jihomoravský kraj > Břeclav > Mikulov", "Hlavní město Praha > Praha"}));
}

TEST_F(DerivedTest, AreasOfTownsThatProseNames) {
  EXPECT_EQ(stored({.id = "a", .fields = {{"text", "Azylový dům v Břeclavi slouží městu Břeclav."}}}, "area"),
            (Paths{"Jihomoravský kraj > Břeclav > Břeclav"}));
}

TEST_F(DerivedTest, TheRegionTellsNamesakesApart) {
  const Document there{.id = "a", .fields = {{"town", "Lhota"}, {"region", "Zlínský kraj"}}};
  EXPECT_EQ(stored(there, "area"), (Paths{"Zlínský kraj > Zlín > Lhota"}));
}

TEST_F(DerivedTest, WhatIsGivenWins) {
  EXPECT_EQ(stored({.id = "a", .fields = {{"town", "Mikulov"}, {"area", "Morava > Mikulov"}}}, "area"),
            (Paths{"Morava > Mikulov"}));
}

TEST_F(DerivedTest, ClassesOfMembers) {
  const Document page{
      .id = "a",
      .fields = {{"text",
                  "Partnerství\n\nČlenové partnerství:\n\n • Úřad práce Broumov\n • Oblastní charita Náchod\n"
                  " • Člověk v tísni, o. p. s.\n"}}};
  EXPECT_EQ(stored(page, "class"),
            (Paths{"Úřad práce > Úřad práce Broumov", "Charita > Oblastní charita Náchod"}));
}

TEST_F(DerivedTest, ReindexingChangesNothing) {
  const Paths before = stored({.id = "a", .fields = {{"text", "x"}, {"town", "Mikulov"}}}, "area");
  EXPECT_EQ(reindex(index()), 1U);
  EXPECT_EQ(values("area"), before);
  EXPECT_EQ(Searcher::open(index())
                .search(Query::everything(), {.filters = {{"area", "Jihomoravský kraj"}}})
                .total()
                .estimate,
            1U);
}

}  // namespace
}  // namespace tvar
