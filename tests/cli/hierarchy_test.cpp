// SPDX-License-Identifier: GPL-2.0-or-later
// Hierarchical fields in the tool: kraj > okres > obec of towns, class > branch of members.
#include <algorithm>

#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

constexpr std::string_view kSchema =
    "stemmer: czech_light\n"
    "fields:\n"
    "  - {name: title, kind: text}\n"
    "  - {name: text, kind: text}\n"
    "  - {name: town, kind: keyword, facet: true, multi: true, facts: true}\n"
    "  - {name: member, kind: keyword, facet: true, multi: true, facts: true}\n"
    "  - {name: area, kind: keyword, facet: true, multi: true, hierarchy: true, from: town}\n"
    "  - {name: class, kind: keyword, facet: true, multi: true, hierarchy: true, from: member}\n";

class HierarchyTest : public ToolTest {
 protected:
  void SetUp() override {
    ToolTest::SetUp();
    write("schema.yaml", kSchema);
    write("pages/mikulov.txt",
          "Partnerství Mikulov\n\nPartnerství Mikulov schválilo plán.\n\nČlenové partnerství:\n\n • město "
          "Mikulov\n • Úřad práce Břeclav\n • Oblastní charita Břeclav\n");
    write("pages/breclav.txt",
          "Partnerství Břeclav\n\nV Břeclavi jednali o bydlení.\n\nČlenové partnerství:\n\n • Úřad práce "
          "Břeclav\n • Úřad práce Hodonín\n • Člověk v tísni, o. p. s.\n");
    write("pages/prerov.txt", "Zápis z Přerova\n\nV Přerově jednala rada města Přerova.\n");
    index({"pages", "--schema", "schema.yaml"});
  }
  [[nodiscard]] std::vector<std::string> ids(std::vector<std::string> arguments) const {
    arguments.emplace_back("--json");
    std::vector<std::string> found;
    const nlohmann::ordered_json page = json_of(tvar(arguments));
    for (const auto& hit : page["hits"]) found.push_back(hit["id"]);
    std::sort(found.begin(), found.end());
    return found;
  }
};

TEST_F(HierarchyTest, LevelsAreCountedFromTheTop) {
  EXPECT_EQ(tvar({"facets", "area"}), (Outcome{0,
                                               "area\n"
                                               "  Jihomoravský kraj  2\n"
                                               "  Olomoucký kraj     1\n",
                                               ""}));
  EXPECT_EQ(tvar({"facets", "area:Jihomoravský kraj"}), (Outcome{0,
                                                                 "area:Jihomoravský kraj\n"
                                                                 "  Jihomoravský kraj > Břeclav  2\n",
                                                                 ""}));
  EXPECT_EQ(tvar({"facets", "class"}), (Outcome{0,
                                                "class\n"
                                                "  Úřad práce  2\n"
                                                "  Charita     1\n"
                                                "  Obec        1\n",
                                                ""}));
}

TEST_F(HierarchyTest, JsonHasThePathsAndTheRequest) {
  EXPECT_EQ(
      tvar({"search", "--member", "úřad práce", "--facet", "area:Břeclav", "--facet", "class:Úřad práce",
            "--limit", "0", "--json"})
              .out.find(
                  R"("facets":{"area:Břeclav":[{"value":"Jihomoravský kraj > Břeclav > Břeclav","count":1},)"
                  R"({"value":"Jihomoravský kraj > Břeclav > Mikulov","count":1}],)"
                  R"("class:Úřad práce":[{"value":"Úřad práce > Úřad práce Břeclav","count":2},)"
                  R"({"value":"Úřad práce > Úřad práce Hodonín","count":1}]})") != std::string::npos,
      true);
}

TEST_F(HierarchyTest, NodesAreFilters) {
  EXPECT_EQ(ids({"search", "--area", "Jihomoravský kraj"}),
            (std::vector<std::string>{"breclav.txt", "mikulov.txt"}));
  EXPECT_EQ(ids({"search", "--area", "Jihomoravský kraj > Břeclav > Mikulov"}),
            (std::vector<std::string>{"mikulov.txt"}));
  EXPECT_EQ(ids({"search", "--not-area", "Břeclav"}), (std::vector<std::string>{"prerov.txt"}));
  EXPECT_EQ(ids({"search", "--class", "charita"}), (std::vector<std::string>{"mikulov.txt"}));
  EXPECT_EQ(ids({"search", "class:charita"}), (std::vector<std::string>{"mikulov.txt"}));
}

TEST_F(HierarchyTest, AnUnknownNodeIsToldWhatIsNear) {
  const Outcome run = tvar({"facets", "area:Jihomoravsky kraj > Breclava"});
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("Jihomoravský kraj > Břeclav"), std::string::npos) << run.err;
}

TEST_F(HierarchyTest, WhatHasNoLevelsIsNotCountedSo) {
  EXPECT_EQ(tvar({"facets", "town:Mikulov"}),
            (Outcome{2, "",
                     "tvar: wrong argument: can't count 'town:Mikulov': the field is no hierarchy\n"
                     "tvar: hint: Count its values one by one: town\n"}));
}

TEST_F(HierarchyTest, StatsNameTheSource) {
  const std::string out = tvar({"stats", "--json"}).out;
  EXPECT_NE(out.find(R"({"name":"area","kind":"keyword","facet":true,"multi":true,"boost":1.0,"facts":0.0,)"
                     R"("hierarchy":true,"from":"town"})"),
            std::string::npos)
      << out;
}

}  // namespace
}  // namespace tvar::cli_test
