// SPDX-License-Identifier: GPL-2.0-or-later
// tvar search --batch: TREC runs.
#include <algorithm>
#include <regex>

#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

using BatchTest = IndexedToolTest;

// Runs without their scores, which have six decimals each.
std::string without_scores(const std::string& run) {
  return std::regex_replace(run, std::regex(" [0-9]+\\.[0-9]{6} tvar\n"), " S tvar\n");
}

TEST_F(BatchTest, WritesARun) {
  write("queries.tsv", "q1/cit\tazylový dům\nq2\tnádraží\n\nq3\tkocourkov\n");
  const Outcome run = tvar({"search", "--batch", "queries.tsv", "--format", "trec"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(without_scores(run.out),
            "q1/cit Q0 breclav.md 1 S tvar\n"
            "q1/cit Q0 prerov.md 2 S tvar\n"
            "q2 Q0 noclehy.txt 1 S tvar\n");
  EXPECT_EQ(tvar({"search", "--batch", "queries.tsv"}), run);
}

TEST_F(BatchTest, ReadsStdinAndAnyLineEnd) {
  const Outcome run = tvar({"search", "--batch", "-"}, {.input = "a\tnádraží\r\nb\tnádraží"});
  EXPECT_EQ(without_scores(run.out), "a Q0 noclehy.txt 1 S tvar\nb Q0 noclehy.txt 1 S tvar\n");
}

TEST_F(BatchTest, ObeysLimitOffsetAndFilters) {
  const RunOptions input{.input = "a\tazylový\n"};
  EXPECT_EQ(without_scores(tvar({"search", "--batch", "-", "-n", "1"}, input).out),
            "a Q0 breclav.md 1 S tvar\n");
  EXPECT_EQ(without_scores(tvar({"search", "--batch", "-", "--offset", "1"}, input).out),
            "a Q0 prerov.md 2 S tvar\n");
  EXPECT_EQ(without_scores(tvar({"search", "--batch", "-", "--town", "Přerov"}, input).out),
            "a Q0 prerov.md 1 S tvar\n");
}

TEST_F(BatchTest, GoesOnAfterAWrongLine) {
  write("queries.tsv", "a\tnádraží\nno tab\nb\ttwon:Brno\nc\tnádraží\n");
  const Outcome run = tvar({"search", "--batch", "queries.tsv"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(without_scores(run.out), "a Q0 noclehy.txt 1 S tvar\nc Q0 noclehy.txt 1 S tvar\n");
  EXPECT_EQ(run.err,
            "tvar: queries.tsv:2: no tab between the name of the query and its text\n"
            "tvar: queries.tsv:3: unknown field: there is no field \"twon\"; the nearest is \"town\"\n");
  EXPECT_EQ(tvar({"search", "--batch", "queries.tsv"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}}).err,
            "tvar: queries.tsv:2: mezi jménem dotazu a jeho textem není tabulátor\n"
            "tvar: queries.tsv:3: neznámé pole: pole „twon“ neexistuje; nejpodobnější je „town“\n");
}

TEST_F(BatchTest, NothingFoundAtAll) {
  EXPECT_EQ(tvar({"search", "--batch", "-"}, {.input = "a\tkocourkov\n"}), (Outcome{1, "", ""}));
}

TEST_F(BatchTest, MissingFile) {
  EXPECT_EQ(tvar({"search", "--batch", "missing.tsv"}),
            (Outcome{2, "", "tvar: missing.tsv: cannot be read: No such file or directory\n"}));
}

TEST_F(BatchTest, IdsWithSpacesStayOneColumn) {
  write("more/výroční zpráva.txt", "Drážní úřad\n\nVlečka u cukrovaru.\n");
  index({"more"});
  const Outcome run = tvar({"search", "--batch", "-"}, {.input = "moje otázka\tcukrovar\n"});
  EXPECT_EQ(without_scores(run.out), "moje%20otázka Q0 výroční%20zpráva.txt 1 S tvar\n");
}

TEST_F(BatchTest, PrintsAHundredHitsUnlessToldOtherwise) {
  std::string lines;
  for (int i = 0; i < 120; ++i)
    lines += R"({"id":"n)" + std::to_string(i) +
             R"(","text":"parkoviště"})"
             "\n";
  write("many.jsonl", lines);
  index({"many.jsonl"});
  const std::string out = tvar({"search", "--batch", "-"}, {.input = "a\tparkoviště\n"}).out;
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 100);
  EXPECT_NE(out.find(" 100 "), std::string::npos);
}

}  // namespace
}  // namespace tvar::cli_test
