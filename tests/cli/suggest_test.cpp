// SPDX-License-Identifier: GPL-2.0-or-later
// tvar suggest and similar.

#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

using SuggestTest = IndexedToolTest;

TEST_F(SuggestTest, AsText) {
  EXPECT_EQ(tvar({"suggest", "azyl"}), (Outcome{0,
                                                "azylový dům             phrase  2\n"
                                                "azylový                 word    2\n"
                                                "Azylový dům v Břeclavi  title   1\n",
                                                ""}));
}

TEST_F(SuggestTest, InCzech) {
  const RunOptions czech{.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}};
  EXPECT_EQ(tvar({"suggest", "prer"}, czech), (Outcome{0,
                                                       "Přerově  slovo              2\n"
                                                       "Přerov   hodnota pole town  2\n",
                                                       ""}));
  EXPECT_EQ(tvar({"suggest", "kocour"}, czech),
            (Outcome{1, "", "tvar: v indexu nic nezačíná na „kocour“\n"}));
}

TEST_F(SuggestTest, NothingFound) {
  EXPECT_EQ(tvar({"suggest", "kocour"}),
            (Outcome{1, "", "tvar: the index has nothing that begins with \"kocour\"\n"}));
  EXPECT_EQ(tvar({"suggest", "kocour", "--json"}),
            (Outcome{1, "{\"typed\":\"kocour\",\"suggestions\":[]}\n", ""}));
}

TEST_F(SuggestTest, NothingTyped) {
  const Outcome wrong{2, "",
                      "tvar: the beginning of a word is missing\n"
                      "tvar: hint: \"tvar suggest --help\" says more\n"};
  EXPECT_EQ(tvar({"suggest"}), wrong);
  EXPECT_EQ(tvar({"suggest", ""}), wrong);
}

TEST_F(SuggestTest, LimitAndJson) {
  EXPECT_EQ(tvar({"suggest", "azyl", "-n", "1", "--json"}),
            (Outcome{0,
                     R"({"typed":"azyl","suggestions":[{"kind":"phrase","text":"azylový dům",)"
                     R"("query":"\"azylový dům\"","documents":2}]})"
                     "\n",
                     ""}));
  EXPECT_EQ(tvar({"suggest", "azyl", "-n", "101"}),
            (Outcome{2, "",
                     "tvar: option --limit: \"101\" is not a whole number from 0 to 100\n"
                     "tvar: hint: \"tvar suggest --help\" says more\n"}));
}

using SimilarTest = IndexedToolTest;

TEST_F(SimilarTest, AsText) {
  EXPECT_EQ(tvar({"similar", "breclav.md"}),
            (Outcome{0,
                     "Zápis ze schůze\n"
                     "prerov.md · Přerov · 2011\n"
                     "  Radní jednali o azylových domech. Rozpočet schválili.\n",
                     "tvar: found: 1, shown: 1–1\n"}));
}

TEST_F(SimilarTest, FiltersAndJson) {
  EXPECT_EQ(tvar({"similar", "breclav.md", "--town", "Břeclav", "--json"}),
            (Outcome{1, "{\"id\":\"breclav.md\",\"total\":0,\"total_exact\":true,\"hits\":[]}\n", ""}));
  const nlohmann::ordered_json json = json_of(tvar({"similar", "breclav.md", "--json"}));
  EXPECT_EQ(json["total"], 1);
  EXPECT_EQ(json["hits"][0]["id"], "prerov.md");
}

TEST_F(SimilarTest, UnknownId) {
  EXPECT_EQ(tvar({"similar", "nikde"}), (Outcome{1, "",
                                                 "tvar: no document has the id \"nikde\"\n"
                                                 "tvar: hint: \"tvar search\" prints the id of each hit\n"}));
}

TEST_F(SimilarTest, WrongArguments) {
  const std::string help = "tvar: hint: \"tvar similar --help\" says more\n";
  EXPECT_EQ(tvar({"similar"}), (Outcome{2, "", "tvar: name a document by its id\n" + help}));
  EXPECT_EQ(tvar({"similar", "a", "b"}), (Outcome{2, "", "tvar: unexpected argument \"b\"\n" + help}));
  EXPECT_EQ(tvar({"similar", "breclav.md", "--year", "letos"}),
            (Outcome{2, "",
                     "tvar: wrong value: \"letos\" is not a number, which field \"year\" needs; a range is "
                     "written 2008..2012\n"}));
}

}  // namespace
}  // namespace tvar::cli_test
