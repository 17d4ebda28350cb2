// SPDX-License-Identifier: GPL-2.0-or-later
// tvar delete, optimize, reindex, export, stats --boilerplate.
#include <algorithm>
#include <regex>

#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

class MaintenanceTest : public ToolTest {
 protected:
  void SetUp() override {
    write("pages/a.txt", "Azylový dům");
    write("pages/b.md", "---\ntitle: Byt\ntown: Zlín\n---\nNájem bytu\n");
    index({"pages"});
  }
};

TEST_F(MaintenanceTest, DeletesDocuments) {
  EXPECT_EQ(tvar({"delete", "a.txt", "-i", ".tvar"}), (Outcome{0, "", "tvar: deleted: 1, index: .tvar\n"}));
  EXPECT_EQ(tvar({"search", "azylový"}).code, 1);
  EXPECT_EQ(tvar({"delete", "a.txt", "b.md", "-i", ".tvar"}),
            (Outcome{1, "", "tvar: no document has the id \"a.txt\"\ntvar: deleted: 1, index: .tvar\n"}));
  EXPECT_EQ(tvar({"delete", "c", "--json", "-i", ".tvar"}).out,
            "{\"index\":\".tvar\",\"deleted\":0,\"missing\":[\"c\"],\"documents_in_index\":0}\n");
  EXPECT_EQ(tvar({"delete"}), (Outcome{2, "",
                                       "tvar: name a document by its id\n"
                                       "tvar: hint: \"tvar delete --help\" says more\n"}));
}

TEST_F(MaintenanceTest, RebuildingChangesNoAnswer) {
  const Outcome before = tvar({"search", "dům", "--json"});
  for (const char* command : {"optimize", "reindex"}) {
    const Outcome run = tvar({command, "--json", "-i", ".tvar"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(json_of(run)["documents"], 2);
    EXPECT_TRUE(std::regex_match(
        run.err, std::regex("tvar: documents: 2, size: .* → .*, seconds: [0-9.]+, index: .tvar\n")))
        << run.err;
    EXPECT_EQ(tvar({"search", "dům", "--json"}), before);
    EXPECT_EQ(tvar({command, "x"}), (Outcome{2, "",
                                             "tvar: unexpected argument \"x\"\ntvar: hint: \"tvar " +
                                                 std::string(command) + " --help\" says more\n"}));
  }
}

TEST_F(MaintenanceTest, ReindexesWithOtherFields) {
  write("new.yaml",
        "stemmer: czech\nfields:\n"
        "  - {name: title, kind: text, boost: 0.5}\n"
        "  - {name: text, kind: text}\n"
        "  - {name: town, kind: stored}\n"
        "  - {name: region, kind: keyword, facet: true}\n");
  const Outcome run = tvar({"reindex", "--schema", "new.yaml", "-i", ".tvar"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(
      run.err.substr(0, run.err.find('\n') + 1),
      "tvar: fields added: region; removed: year, organization, member, published, author, tags, source; changed: town\n");
  EXPECT_EQ(tvar({"search", "dům", "--town", "Zlín"}),
            (Outcome{2, "",
                     "tvar: unknown option --town\n"
                     "tvar: hint: \"tvar search --help\" says more\n"}));
  EXPECT_EQ(json_of(tvar({"search", "nájem", "--json"}))["hits"][0]["fields"]["town"], "Zlín");
}

TEST_F(MaintenanceTest, ReindexingWithAWrongSchemaChangesNothing) {
  const Outcome before = tvar({"export"});
  write("bad.yaml", "fields:\n  - {name: title, kind: text}\n  - {name: town, kind: number, facet: true}\n");
  const Outcome run = tvar({"reindex", "--schema", "bad.yaml", "-i", ".tvar"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find(
                "tvar: wrong argument: .tvar: a document does not fit the new schema: document 'b.md': the "
                "field 'town' holds 'Zlín', which is not a number\n"),
            std::string::npos)
      << run.err;
  write("worse.yaml", "fields: [{name: Town, kind: text}]");
  EXPECT_EQ(tvar({"reindex", "--schema", "worse.yaml", "-i", ".tvar"}).code, 2);
  EXPECT_EQ(tvar({"export"}), before);
}

TEST_F(MaintenanceTest, ExportsLinesThatCanBeIndexed) {
  const Outcome run = tvar({"export"});
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.out.find(R"({"id":"b.md","title":"Byt","town":["Zlín"],)"), std::string::npos) << run.out;
  write("all.jsonl", run.out);
  index({"-i", "copy", "all.jsonl"});
  const Outcome copy = tvar({"export", "-i", "copy"});
  EXPECT_EQ(copy.out, run.out);
}

TEST_F(MaintenanceTest, ExportsBulkRequestsWithTerms) {
  const Outcome run = tvar({"export", "--format", "opensearch"});
  EXPECT_EQ(run.out.substr(0, run.out.find('\n')), R"({"index":{"_id":"a.txt"}})");
  EXPECT_NE(run.out.find(R"("text_terms":"azylový )"), std::string::npos) << run.out;
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 4);
}

class BoilerplateTest : public ToolTest {
 protected:
  void SetUp() override {
    for (const char* town : {"Brno", "Kladno", "Most", "Opava", "Praha"}) {
      const std::string name = town;
      write("pages/" + name + ".txt", "Aktuality\nMapa stránek\n\nV obci " + name +
                                          " byl otevřen azylový dům pro rodiny s dětmi z okolí.\n");
    }
  }
};

TEST_F(BoilerplateTest, IsListed) {
  index({"pages"});
  const std::string list =
      "lines kept out of the answers\n"
      "  source  pages  line\n"
      "  *         5/5  Aktuality\n"
      "  *         5/5  Mapa stránek\n";
  const Outcome run = tvar({"stats", "--boilerplate"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(run.out.ends_with(list)) << run.out;
  EXPECT_EQ(json_of(tvar({"stats", "--boilerplate", "--json"}))["boilerplate"].dump(),
            R"([{"source":"","line":"Aktuality","documents":5,"sample":5},)"
            R"({"source":"","line":"Mapa stránek","documents":5,"sample":5}])");
  EXPECT_FALSE(json_of(tvar({"stats", "--json"})).contains("boilerplate"));
  const Outcome czech = tvar({"stats", "--boilerplate"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}});
  EXPECT_NE(czech.out.find("řádky mimo odpovědi\n  zdroj  stránky  řádek\n"), std::string::npos) << czech.out;
  EXPECT_EQ(tvar({"search", "aktuality"}).code, 1);
}

TEST_F(BoilerplateTest, IsKeptWhenTheIndexIsToldSo) {
  index({"--boilerplate", "keep", "pages"});
  EXPECT_EQ(json_of(tvar({"search", "aktuality", "--json"}))["total"], 5);
  EXPECT_TRUE(tvar({"stats", "--boilerplate"}).out.ends_with("no lines are kept out of the answers\n"));
  EXPECT_EQ(tvar({"reindex", "--boilerplate", "learn", "-i", ".tvar"}).code, 0);
  EXPECT_EQ(tvar({"search", "aktuality"}).code, 1);
  EXPECT_EQ(tvar({"reindex", "--boilerplate", "all", "-i", ".tvar"}),
            (Outcome{2, "",
                     "tvar: option --boilerplate: \"all\" is none of as-before|learn|keep\n"
                     "tvar: hint: \"tvar reindex --help\" says more\n"}));
}

}  // namespace
}  // namespace tvar::cli_test
