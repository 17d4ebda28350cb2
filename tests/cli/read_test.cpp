// SPDX-License-Identifier: GPL-2.0-or-later
// tvar facets, show and stats as text, and streams that break.

#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

using FacetsTest = IndexedToolTest;

TEST_F(FacetsTest, CountTheWholeIndex) {
  EXPECT_EQ(tvar({"facets"}), (Outcome{0,
                                       "town\n"
                                       "  Přerov   2\n"  // noclehy.txt says so in its prose
                                       "  Břeclav  1\n"
                                       "\n"
                                       "year\n"
                                       "  2009  1\n"
                                       "  2010  1\n"
                                       "  2011  1\n"
                                       "\n"
                                       "member\n"
                                       "  Člověk v tísni  2\n"
                                       "  IQ Roma servis  1\n",
                                       "tvar: no document has a value of: organization, published, author, tags\n"}));
}

TEST_F(FacetsTest, CountSomeFieldsOfAQuery) {
  EXPECT_EQ(tvar({"facets", "member", "--query", "azylový", "--year", "2011.."}),
            (Outcome{0, "member\n  Člověk v tísni  1\n", ""}));
  EXPECT_EQ(tvar({"facets", "member,town", "-n", "1"}), (Outcome{0,
                                                                 "member\n"
                                                                 "  Člověk v tísni  2\n"
                                                                 "  … and others: 1\n"
                                                                 "\n"
                                                                 "town\n"
                                                                 "  Přerov  2\n"
                                                                 "  … and others: 1\n",
                                                                 ""}));
}

TEST_F(FacetsTest, OfNothing) {
  EXPECT_EQ(tvar({"facets", "--query", "kocourkov"}), (Outcome{1, "", "tvar: nothing found\n"}));
  EXPECT_EQ(tvar({"facets", "--town", "Kocourkov"}),
            (Outcome{1, "", "tvar: field town: no document has 'Kocourkov'\ntvar: nothing found\n"}));
}

TEST_F(FacetsTest, ByIntervalAndRange) {
  EXPECT_EQ(tvar({"facets", "town,year@2010,2011", "year/year"}), (Outcome{0,
                                                                           "town\n"
                                                                           "  Přerov   2\n"
                                                                           "  Břeclav  1\n"
                                                                           "\n"
                                                                           "year@2010,2011\n"
                                                                           "  ..<2010      1\n"
                                                                           "  2010..<2011  1\n"
                                                                           "  2011..       1\n"
                                                                           "\n"
                                                                           "year/year\n"
                                                                           "  2009  1\n"
                                                                           "  2010  1\n"
                                                                           "  2011  1\n",
                                                                           ""}));
  EXPECT_EQ(tvar({"facets", "town", "--year", "2009..<2011"}).out, "town\n  Břeclav  1\n");
  EXPECT_EQ(tvar({"facets", "year/week"}), (Outcome{2, "",
                                                    "tvar: wrong argument: can't count 'year/week'\n"
                                                    "tvar: hint: Behind the slash stands year or month.\n"}));
  EXPECT_EQ(
      tvar({"facets", "town/year"}),
      (Outcome{2, "",
               "tvar: wrong argument: can't count 'town/year': the field has neither numbers nor dates\n"
               "tvar: hint: Count its values one by one: town\n"}));
}

TEST_F(FacetsTest, OfAWrongQuery) {
  EXPECT_EQ(tvar({"facets", "--query", "twon:Brno"}),
            (Outcome{2, "",
                     "  twon:Brno\n"
                     "  ^^^^\n"
                     "tvar: unknown field: there is no field \"twon\"; the nearest is \"town\"\n"}));
}

TEST_F(FacetsTest, OfAFieldThatIsNone) {
  EXPECT_EQ(tvar({"facets", "title"}),
            (Outcome{2, "",
                     "tvar: wrong argument: can't count 'title': the field is not a facet\n"
                     "tvar: hint: Set 'facet: true' for it in the schema and build the index anew.\n"}));
  EXPECT_EQ(tvar({"facets", "okres"}), (Outcome{2, "",
                                                "tvar: there is no field \"okres\"\n"
                                                "tvar: hint: \"tvar stats\" lists the fields\n"}));
}

using ShowTest = IndexedToolTest;

TEST_F(ShowTest, PrintsFieldsThenLongTexts) {
  write("long/a.md", "---\ntitle: Zpráva\ntown: Krnov\n---\nPrvní odstavec.\n\nDruhý odstavec.\n");
  index({"long"});
  EXPECT_EQ(tvar({"show", "a.md"}), (Outcome{0,
                                             "id: a.md\n"
                                             "title: Zpráva\n"
                                             "town: Krnov\n"
                                             "source: long/a.md\n"
                                             "\n"
                                             "text:\n"
                                             "První odstavec.\n"
                                             "\n"
                                             "Druhý odstavec.\n",
                                             ""}));
}

TEST_F(ShowTest, UnknownId) {
  const std::string hint = "tvar: hint: \"tvar search\" prints the id of each hit\n";
  EXPECT_EQ(tvar({"show", "neni.md"}), (Outcome{1, "", "tvar: no document has the id \"neni.md\"\n" + hint}));
  EXPECT_EQ(tvar({"show", "\xFF"}), (Outcome{1, "", "tvar: no document has the id \"\uFFFD\"\n" + hint}));
  for (const std::string command : {"show", "similar"}) {
    const Outcome run = tvar({command, "\xFF", "--json"});
    EXPECT_EQ(run, (Outcome{1,
                            R"({"error":{"code":"not_found","message":"no document has the id \"�\"",)"
                            R"("hint":"\"tvar search\" prints the id of each hit"}})"
                            "\n",
                            "tvar: no document has the id \"\uFFFD\"\n" + hint}));
  }
}

using StatsTest = IndexedToolTest;

TEST_F(StatsTest, PrintsATable) {
  const Outcome run = tvar({"stats"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out.rfind("index             " + (folder_ / ".tvar").string() + "\ndocuments         3\n", 0),
            0U)
      << run.out;
  EXPECT_NE(run.out.find("\nschema\n"
                         "  FIELD         KIND     FACET  MULTI  BOOST\n"
                         "  title         text     -      -        0.5\n"),
            std::string::npos)
      << run.out;
}

TEST_F(StatsTest, DamageIsNamed) {
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder_ / ".tvar")) {
    if (file.is_regular_file()) std::filesystem::resize_file(file, file.file_size() / 2);
  }
  const Outcome run = tvar({"stats"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err.rfind("tvar: damaged: " + (folder_ / ".tvar").string(), 0), 0U) << run.err;
  const Outcome czech = tvar({"stats"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}});
  EXPECT_EQ(czech.err.rfind("tvar: poškozená data: ", 0), 0U) << czech.err;
}

using StreamTest = IndexedToolTest;

TEST_F(StreamTest, AReaderThatGoesAwayIsSuccess) {
  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "městech\n";
  write("words.txt", words);
  const Outcome run = shell("{ tvar analyze --batch words.txt; echo \"code $?\" >&2; } | head -n 1");
  EXPECT_EQ(run, (Outcome{0, "město\n", "code 0\n"}));
}

TEST_F(StreamTest, AFullDiskIsAFailure) {
  EXPECT_EQ(shell("tvar search azylový --json > /dev/full"),
            (Outcome{2, "", "tvar: standard output: cannot be written: No space left on device\n"}));
}

TEST_F(StreamTest, ClosedStderrDoesNotStopIndexing) {
  write("b.txt", "Škola");
  EXPECT_EQ(shell("tvar index b.txt missing 2>&- ; echo $?").out, "2\n");
  EXPECT_EQ(tvar({"show", "b.txt"}).code, 0);
}

}  // namespace
}  // namespace tvar::cli_test
