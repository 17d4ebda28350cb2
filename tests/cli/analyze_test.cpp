// SPDX-License-Identifier: GPL-2.0-or-later
// tvar analyze. The terms themselves are tested with the stemmers; here it is what the tool makes of them. Where it
// does not matter which, the stemmer is "none": its terms are the words.
#include <algorithm>

#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

using AnalyzeTest = ToolTest;

TEST_F(AnalyzeTest, ShowsTokensAsATable) {
  EXPECT_EQ(tvar({"analyze", "V městech"}),
            (Outcome{0,
                     "TOKEN    BYTES  POSITION  EXACT     TERMS\n"
                     "v        0-1           0  =v        v (lemma 1.00)\n"
                     "městech  2-10          1  =městech  město (lemma 1.00)\n",
                     ""}));
  EXPECT_EQ(tvar({"analyze"}, {.input = "V městech"}), tvar({"analyze", "V", "městech"}));
}

TEST_F(AnalyzeTest, Json) {
  nlohmann::ordered_json json = json_of(tvar({"analyze", "Žlutý", "dům", "--json", "--query"}));
  EXPECT_EQ(json["analyzer"].get<std::string>().rfind("czech", 0), 0U);
  json["analyzer"] = "";
  EXPECT_EQ(json.dump(), R"({"text":"Žlutý dům","purpose":"query","analyzer":"","tokens":[)"
                         R"({"token":"žlutý","begin":0,"end":7,"position":0,"exact":"=žlutý",)"
                         R"("terms":[{"term":"žlutý","kind":"lemma","weight":1.0}]},)"
                         R"({"token":"dům","begin":8,"end":12,"position":1,"exact":"=dům",)"
                         R"("terms":[{"term":"dům","kind":"lemma","weight":1.0}]}]})");
}

TEST_F(AnalyzeTest, BatchPrintsOneLineForEachLine) {
  EXPECT_EQ(tvar({"analyze", "--batch", "--stemmer", "none"}, {.input = "dům\n\nŽÁBÁCH\n  \n,\r\nÁ é á"}),
            (Outcome{0, "dům ^dum\n\nžábách ^zabach\n\n\ná ^a é ^e\n", ""}));
}

TEST_F(AnalyzeTest, BatchReadsAFile) {
  write("words.txt", "město\nměstech\nměstu\nMĚSTECH\n");
  const Outcome expected{0, "město\nměsto\nměsto\nměsto\n", ""};
  EXPECT_EQ(tvar({"analyze", "--batch", "words.txt"}), expected);
  EXPECT_EQ(tvar({"analyze", "--batch=words.txt"}), expected);
  EXPECT_EQ(tvar({"analyze", "words.txt", "--batch"}), expected);
  EXPECT_EQ(tvar({"analyze", "--batch", "missing.txt"}),
            (Outcome{2, "", "tvar: missing.txt: cannot be read: No such file or directory\n"}));
}

TEST_F(AnalyzeTest, BatchCountsLinesOfAnyBytes) {
  constexpr char kBytes[] = "\xFF\xFE\n\0\n\x1b[31m\ndům\xC5\n\n";
  const std::string input(kBytes, sizeof kBytes - 1);
  const Outcome run = tvar({"analyze", "--batch", "--stemmer", "none"}, {.input = input});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), std::count(input.begin(), input.end(), '\n'));
}

TEST_F(AnalyzeTest, BatchOfQueriesReadsEachWordByItself) {
  const Outcome run = tvar({"analyze", "--batch", "--query"}, {.input = "dum\nžlutý\ndům\n"});
  EXPECT_EQ(run.code, 0);
  const std::string first = run.out.substr(0, run.out.find('\n'));
  EXPECT_NE((" " + first + " ").find(" dům "), std::string::npos) << "typed without diacritics: " << first;
  EXPECT_EQ(run.out.substr(run.out.find('\n')), "\nžlutý\ndům\n");
}

TEST_F(AnalyzeTest, MergesNegationOnDemand) {
  EXPECT_NE(tvar({"analyze", "--batch"}, {.input = "nezaměstnaný\n"}).out, "zaměstnaný\n");
  EXPECT_EQ(tvar({"analyze", "--batch", "--merge-negation"}, {.input = "nezaměstnaný\n"}).out,
            "zaměstnaný\n");
}

TEST_F(AnalyzeTest, UsesTheAnalysisOfTheIndexThatWasNamed) {
  write("fields.yaml", "stemmer: none\nfields:\n  - {name: text, kind: text}\n");
  write("a.txt", "Domy");
  index({"a.txt", "--schema", "fields.yaml"});
  EXPECT_EQ(tvar({"analyze", "--batch", "-i", ".tvar"}, {.input = "žábách\n"}).out, "žábách ^zabach\n");
  EXPECT_EQ(tvar({"analyze", "--batch"}, {.input = "žábách\n"}).out, "žába\n");
  EXPECT_EQ(tvar({"analyze", "--batch", "-i", "nowhere"}, {.input = "domech\n"}),
            (Outcome{2, "",
                     "tvar: not found: nowhere: there is no tvar index here\n"
                     "tvar: hint: Name the directory of an index, or make one with 'tvar index'.\n"}));
}

TEST_F(AnalyzeTest, UnknownStemmer) {
  const Outcome run = tvar({"analyze", "dům", "--stemmer", "klingon"});
  EXPECT_EQ(run, (Outcome{2, "",
                          "tvar: wrong argument: there is no stemmer called 'klingon'\n"
                          "tvar: hint: Use one of: czech, czech_light, none.\n"}));
}

TEST_F(AnalyzeTest, ExplainsAWord) {
  const Outcome run = tvar({"analyze", "--word", "žábách"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.out.rfind("TERMS: žába (lemma 1.00)\n\nlemma    žába\nforms    žab, ", 0), 0U) << run.out;
  const nlohmann::ordered_json json = json_of(tvar({"analyze", "--word", "žábách", "--json"}));
  EXPECT_EQ(json["word"], "žábách");
  EXPECT_EQ(json["readings"].dump(), R"([{"term":"žába","kind":"lemma","weight":1.0}])");
  ASSERT_EQ(json["lemmas"].size(), 1U);
  EXPECT_EQ(json["lemmas"][0]["lemma"], "žába");
  const auto forms = json["lemmas"][0]["forms"].get<std::vector<std::string>>();
  for (const char* form :
       {"žab", "žába", "žábách", "žábami", "žábo", "žábou", "žábu", "žáby", "žábám", "žábě"}) {
    EXPECT_EQ(std::count(forms.begin(), forms.end(), form), 1) << form;
  }
  EXPECT_EQ(json["lemmas"][0]["derivations"].dump(),
            R"(["žaba","žabec","žabice","žabka","žabský","žabí","žábě"])");
}

TEST_F(AnalyzeTest, ExplainsOneWordOnly) {
  EXPECT_EQ(tvar({"analyze", "--word", "dva domy"}),
            (Outcome{2, "",
                     "tvar: option --word: \"dva domy\" is more than one word\n"
                     "tvar: hint: \"tvar analyze --help\" says more\n"}));
  EXPECT_EQ(tvar({"analyze", "--word", "dva", "domy"}),
            (Outcome{2, "",
                     "tvar: unexpected argument \"domy\"\n"
                     "tvar: hint: \"tvar analyze --help\" says more\n"}));
  EXPECT_EQ(tvar({"analyze", "--word", ""}), (Outcome{2, "",
                                                      "tvar: option --word needs a value\n"
                                                      "tvar: hint: \"tvar analyze --help\" says more\n"}));
}

TEST_F(AnalyzeTest, ExplainsThatAWordIsUnknown) {
  const Outcome run = tvar({"analyze", "--word", "xqztký"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.err, "tvar: the lexicon does not know the word \"xqztký\"\n");
  EXPECT_EQ(run.out.rfind("TERMS: ", 0), 0U);
}

}  // namespace
}  // namespace tvar::cli_test
