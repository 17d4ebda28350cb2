// SPDX-License-Identifier: GPL-2.0-or-later
// The JSON of tvar search, facets, show and stats, to the letter: docs/cli.md#json promises it.
#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

using JsonTest = IndexedToolTest;
using Json = nlohmann::ordered_json;

// Scores depend on the ranking, which may change; that they are positive and fall must not.
Json without_scores(Json json) {
  double last = 1e9;
  for (Json& hit : json["hits"]) {
    EXPECT_GT(hit["score"].get<double>(), 0.0);
    EXPECT_LE(hit["score"].get<double>(), last);
    last = hit["score"].get<double>();
    hit["score"] = 0;
  }
  return json;
}

TEST_F(JsonTest, Search) {
  const Outcome run = tvar({"search", "azylové domy", "--facet", "town,member", "--json"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(
      without_scores(json_of(run)).dump(),
      R"({"query":"azylové domy","total":2,"total_exact":true,"total_lower":2,"total_upper":2,"any_word":false,)"
      R"("notes":[],"corrections":[],"unknown_values":[],"hits":[)"
      R"({"id":"breclav.md","rank":0,"score":0,"fields":{"title":"Azylový dům v Břeclavi","town":["Břeclav"],)"
      R"("year":["2009","2010"],"member":["Člověk v tísni","IQ Roma servis"],"source":"pages/breclav.md"},)"
      R"("snippet":{"text":"Město otevřelo azylový dům pro matky s dětmi. Provoz hradí kraj.",)"
      R"("highlights":[[17,25],[26,30]],)"
      R"("html":"Město otevřelo <mark>azylový</mark> <mark>dům</mark> pro matky s dětmi. Provoz hradí kraj."},"collapsed":0},)"
      R"({"id":"prerov.md","rank":1,"score":0,"fields":{"title":"Zápis ze schůze","town":["Přerov"],)"
      R"("year":["2011"],"member":["Člověk v tísni"],"source":"pages/prerov.md"},)"
      R"("snippet":{"text":"Radní jednali o azylových domech. Rozpočet schválili.",)"
      R"("highlights":[[17,27],[28,34]],)"
      R"("html":"Radní jednali o <mark>azylových</mark> <mark>domech</mark>. Rozpočet schválili."},"collapsed":0}],"partial_hits":[],"partial_total":0,)"
      R"("facets":{"town":[{"value":"Břeclav","count":1},{"value":"Přerov","count":1}],)"
      R"("member":[{"value":"Člověk v tísni","count":2},{"value":"IQ Roma servis","count":1}]},)"
      R"("facet_info":{"town":{"distinct":2,"exact":true},"member":{"distinct":2,"exact":true}}})");
  EXPECT_EQ(tvar({"search", "azylové domy", "--facet", "town,member", "--format", "json"}), run);
}

TEST_F(JsonTest, Explanation) {
  const Json json = json_of(tvar({"search", "přespávat", "--explain", "--json"}));
  Json part = json["hits"][0]["explanation"][0];
  EXPECT_NEAR(part["score"].get<double>(), json["hits"][0]["score"].get<double>(), 1e-6);
  part["score"] = 0;
  EXPECT_EQ(
      part.dump(),
      R"({"word":"přespávat","kind":"lemma","field":"text","forms":["přespávají"],"occurrences":1,"score":0})");
  EXPECT_EQ(json["hits"][0]["explanation"].size(), 1U);
  EXPECT_FALSE(json_of(tvar({"search", "přespávat", "--json"}))["hits"][0].contains("explanation"));
}

TEST_F(JsonTest, WhatAHitLacks) {
  const Json json = json_of(tvar({"search", "azylový", "Kocourkov", "--json"}));
  EXPECT_EQ(json["any_word"], true);
  EXPECT_EQ(json["hits"][0]["missing"].dump(), R"(["Kocourkov"])");
  EXPECT_FALSE(json_of(tvar({"search", "azylový", "--json"}))["hits"][0].contains("missing"));
}

TEST_F(JsonTest, SearchThatFindsNothing) {
  EXPECT_EQ(
      tvar({"search", "kocourkov", "--json"}),
      (Outcome{
          1,
          R"({"query":"kocourkov","total":0,"total_exact":true,"total_lower":0,"total_upper":0,)"
          R"("any_word":false,"notes":[],"corrections":[],"unknown_values":[],"hits":[],"partial_hits":[],"partial_total":0,"facets":{},"facet_info":{}})"
          "\n",
          ""}));
}

TEST_F(JsonTest, UnknownValuesAndIntervals) {
  const Json json = json_of(tvar({"search", "dům", "--town", "Brecalv", "--facet", "year@2010", "--json"}));
  EXPECT_EQ(json["unknown_values"].dump(), R"([{"field":"town","value":"Brecalv","nearest":["Břeclav"]}])");
  EXPECT_EQ(json["facets"].dump(),
            R"({"year@2010":[{"value":"..<2010","count":0},{"value":"2010..","count":0}]})");
  const Json counts = json_of(tvar({"facets", "year/year", "--json"}));
  EXPECT_EQ(
      counts["facets"].dump(),
      R"({"year/year":[{"value":"2009","count":1},{"value":"2010","count":1},{"value":"2011","count":1}]})");
  EXPECT_EQ(counts["facet_info"].dump(), R"({"year/year":{"distinct":3,"exact":true}})");
}

TEST_F(JsonTest, SearchForAnyWord) {
  const Json json = json_of(tvar({"search", "azylový kocourkov", "--json"}));
  EXPECT_EQ(json["any_word"], true);
  EXPECT_EQ(json["total"], 2);
}

TEST_F(JsonTest, SearchWithNotes) {
  const Json json = json_of(tvar({"search", "\"azylový dům", "--json"}));
  ASSERT_EQ(json["notes"].size(), 1U);
  EXPECT_EQ(json["notes"][0].dump(),
            R"({"code":"open_quote","arguments":[],)"
            R"("message":"the quote is not closed, so the phrase goes to the end","begin":0,"end":1})");
}

TEST_F(JsonTest, RanksCountFromTheFirstPage) {
  const Json json = json_of(tvar({"search", "azylový", "--offset", "1", "--json"}));
  ASSERT_EQ(json["hits"].size(), 1U);
  EXPECT_EQ(json["hits"][0]["rank"], 1);
  EXPECT_EQ(json["total"], 2);
}

TEST_F(JsonTest, WrongQuery) {
  const Outcome run = tvar({"search", "žlutý twon:Brno", "--json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(
      run.out,
      R"({"error":{"code":"unknown_field","message":"there is no field \"twon\"; the nearest is \"town\"",)"
      R"("query":"žlutý twon:Brno","begin":8,"end":12}})"
      "\n");
}

TEST_F(JsonTest, WrongFilter) {
  const Outcome run = tvar({"search", "dům", "--year", "letos", "--json"});
  EXPECT_EQ(run.code, 2);
  const Json error = json_of(run)["error"];
  EXPECT_EQ(error["code"], "bad_value");
  EXPECT_EQ(error["begin"], error["end"]);
}

TEST_F(JsonTest, MissingIndex) {
  const Outcome run = tvar({"search", "dům", "--json", "-i", "nowhere"});
  EXPECT_EQ(run.code, 2);
  const Json error = json_of(run)["error"];
  EXPECT_EQ(error["code"], "not_found");
  EXPECT_EQ(error["message"].get<std::string>().rfind("nowhere", 0), 0U) << error;
  EXPECT_TRUE(error.contains("hint"));
}

TEST_F(JsonTest, Facets) {
  EXPECT_EQ(
      tvar({"facets", "town", "year", "--query", "azylový", "--town", "prerov", "--json"}),
      (Outcome{
          0,
          R"({"query":"azylový","total":1,"total_exact":true,"total_lower":1,"total_upper":1,)"
          R"("any_word":false,"notes":[],"corrections":[],"unknown_values":[],)"
          R"("facets":{"town":[{"value":"Břeclav","count":1},{"value":"Přerov","count":1}],"year":[{"value":"2011","count":1}]},)"
          R"("facet_info":{"town":{"distinct":2,"exact":true},"year":{"distinct":1,"exact":true}}})"
          "\n",
          ""}));
}

TEST_F(JsonTest, Show) {
  EXPECT_EQ(
      tvar({"show", "prerov.md", "--json"}),
      (Outcome{0,
               R"({"id":"prerov.md","fields":{"title":"Zápis ze schůze","town":["Přerov"],"year":["2011"],)"
               R"("member":["Člověk v tísni"],)"
               R"("text":"Radní jednali o azylových domech. Rozpočet schválili.",)"
               R"("source":"pages/prerov.md"}})"
               "\n",
               ""}));
}

TEST_F(JsonTest, Stats) {
  Json json = json_of(tvar({"stats", "--json"}));
  EXPECT_GT(json["bytes_on_disk"].get<int>(), 0);
  EXPECT_GT(json["terms"].get<int>(), 20);
  EXPECT_GT(json["average_length"].get<double>(), 5.0);
  EXPECT_EQ(json["analyzer"].get<std::string>().rfind("czech", 0), 0U);
  for (const char* name : {"bytes_on_disk", "terms", "average_length", "format"}) json[name] = 0;
  for (const char* name : {"analyzer", "program"}) json[name] = "";
  EXPECT_EQ(json["schema"]["fields"].size(), 10U);
  json["schema"]["fields"].erase(json["schema"]["fields"].begin() + 2, json["schema"]["fields"].end());
  EXPECT_EQ(json.dump(),
            R"({"documents":3,"bytes_on_disk":0,"terms":0,"average_length":0,"format":0,"analyzer":"",)"
            R"("program":"","schema":{"stemmer":"czech","merge_negation":false,"fields":[)"
            R"({"name":"title","kind":"text","facet":false,"multi":false,"boost":0.5,"facts":0.0},)"
            R"({"name":"text","kind":"text","facet":false,"multi":false,"boost":1.0,"facts":0.0}]},)"
            R"("index":")" +
                (folder_ / ".tvar").string() + R"("})");
}

}  // namespace
}  // namespace tvar::cli_test
