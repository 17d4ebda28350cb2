// SPDX-License-Identifier: GPL-2.0-or-later
// tvar facts, and what show --facts adds.
#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

constexpr std::string_view kPage =
    "Partnerství Krnov\n\nPartnerství Krnov vzniklo v červnu 2008.\n\nČlenové partnerství:\n\n • město "
    "Krnov\n"
    " • Člověk v tísni, o. p. s.\n";

using FactsTest = ToolTest;

TEST_F(FactsTest, JsonIsOneObjectById) {
  write("krnov.txt", kPage);
  write("empty.txt", "Nic.\n");
  EXPECT_EQ(
      tvar({"facts", "krnov.txt", "empty.txt", "--json"}),
      (Outcome{0,
               R"({"krnov.txt":{"title":"Partnerství Krnov","town":"Krnov","region":"Moravskoslezský kraj",)"
               R"("founded":"2008-06","years":[2008],"members":["město Krnov","Člověk v tísni"],)"
               R"("organizations":["Partnerství Krnov"]},)"
               R"("empty.txt":{}})"
               "\n",
               ""}));
}

TEST_F(FactsTest, TextIsATable) {
  write("krnov.txt", kPage);
  EXPECT_EQ(tvar({"facts", "krnov.txt"}),
            (Outcome{0,
                     "id: krnov.txt\n"
                     "FIELD         VALUE                 CONFIDENCE  AS WRITTEN\n"
                     "town          Krnov                       0.98  Krnov\n"
                     "region        Moravskoslezský kraj        0.98  Krnov\n"
                     "founded       2008-06                     0.85  červnu 2008\n"
                     "year          2008                        0.90  2008\n"
                     "member        město Krnov                 0.90  město Krnov\n"
                     "member        Člověk v tísni              0.90  Člověk v tísni, o. p. s.\n"
                     "organization  Partnerství Krnov           0.85  Partnerství Krnov\n",
                     ""}));
}

TEST_F(FactsTest, ShowAddsPlacesAndConfidence) {
  write("pages/krnov.txt", "V Krnově, rok 2008.\n");
  index({"pages"});
  EXPECT_EQ(
      tvar({"show", "krnov.txt", "--facts", "--json"}),
      (Outcome{0,
               R"({"id":"krnov.txt","fields":{"text":"V Krnově, rok 2008.\n","source":"pages/krnov.txt",)"
               R"("town":["Krnov"],"year":["2008"]},)"
               R"("facts":[{"field":"town","value":"Krnov","raw":"Krnově","source":"text","begin":2,"end":9,)"
               R"("confidence":0.98},{"field":"region","value":"Moravskoslezský kraj","raw":"Krnově",)"
               R"("source":"text","begin":2,"end":9,"confidence":0.98},{"field":"year","value":"2008",)"
               R"("raw":"2008","source":"text","begin":15,"end":19,"confidence":0.9}]})"
               "\n",
               ""}));
}

TEST_F(FactsTest, AnAuthorityFileGivesTheNames) {
  write("krnov.txt", kPage);
  write("organizations.csv", "name;aliases;class\nPeople in Need;Člověk v tísni|ČvT;Spolky\n");
  EXPECT_EQ(
      tvar({"facts", "krnov.txt", "--authority", "organizations.csv", "--json"}),
      (Outcome{0,
               R"({"krnov.txt":{"title":"Partnerství Krnov","town":"Krnov","region":"Moravskoslezský kraj",)"
               R"("founded":"2008-06","years":[2008],"members":["město Krnov","People in Need"],)"
               R"("organizations":["Partnerství Krnov"]}})"
               "\n",
               ""}));
  write("organizations.csv", "name;aliases;class\nNaděje\nnaděje\n");
  EXPECT_EQ(tvar({"facts", "krnov.txt", "--authority", "organizations.csv"}),
            (Outcome{2, "",
                     "tvar: wrong argument: organizations.csv:3: 'naděje' is a name of 'Naděje' already\n"
                     "tvar: hint: Write columns name, aliases (with | between them) and class, or the same "
                     "as YAML.\n"}));
}

TEST_F(FactsTest, AnIndexRemembersItsAuthorityFile) {
  write("pages/krnov.txt", "Partnerství Krnov\n\nS ČvT jedná město Krnov.\n");
  write("organizations.yaml", "- {name: People in Need, aliases: ČvT}\n");
  index({"pages", "--authority", "organizations.yaml"});
  EXPECT_EQ(tvar({"facets", "organization"}).out,
            "organization\n  Partnerství Krnov  1\n  People in Need     1\n");
  write("pages/most.txt", "Zápis\n\nPřispěl ČvT.\n");
  index({"pages"});
  EXPECT_EQ(tvar({"facets", "organization"}).out,
            "organization\n  People in Need     2\n  Partnerství Krnov  1\n");
  EXPECT_NE(tvar({"show", "most.txt", "--facts"}).out.find("organization  People in Need        0.95  ČvT"),
            std::string::npos)
      << tvar({"show", "most.txt", "--facts"}).out;
  write("organizations.yaml", "- {name: ČvT}\n");
  const Outcome run = tvar({"index", "pages", "--authority", "organizations.yaml"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("the index exists with another schema"), std::string::npos) << run.err;
}

TEST_F(FactsTest, Problems) {
  EXPECT_EQ(tvar({"facts"}), (Outcome{2, "",
                                      "tvar: name a file or a folder to read\n"
                                      "tvar: hint: \"tvar facts --help\" says more\n"}));
  EXPECT_EQ(tvar({"facts", "missing.txt", "--json"}),
            (Outcome{2, "{}\n", "tvar: missing.txt: No such file or directory\n"}));
  write("notes/a.log", "x");
  EXPECT_EQ(
      tvar({"facts", "notes"}),
      (Outcome{1, "", "tvar: no document in it; \"tvar --version\" lists the formats that are read\n"}));
}

}  // namespace
}  // namespace tvar::cli_test
