// SPDX-License-Identifier: GPL-2.0-or-later
// tvar search: text and JSON, filters, wrong queries, colour, batches.

#include <regex>

#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

using SearchTest = IndexedToolTest;

constexpr char kBreclav[] =
    "Azylový dům v Břeclavi\n"
    "breclav.md · Břeclav · 2009, 2010\n"
    "  Město otevřelo azylový dům pro matky s dětmi. Provoz hradí kraj.\n";
constexpr char kPrerov[] =
    "Zápis ze schůze\n"
    "prerov.md · Přerov · 2011\n"
    "  Radní jednali o azylových domech. Rozpočet schválili.\n";

Outcome hits(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "\n") + text;
  const std::string count = std::to_string(texts.size());
  return {0, out, "tvar: found: " + count + ", shown: 1–" + count + "\n"};
}

TEST_F(SearchTest, PrintsTitleDetailsAndSnippet) {
  EXPECT_EQ(tvar({"search", "azylový", "dům"}), hits({kBreclav, kPrerov}));
  EXPECT_EQ(tvar({"search", "AZYLOVE DOMY"}), hits({kBreclav, kPrerov}));
  EXPECT_EQ(tvar({"search", "azylovy dum"}), hits({kBreclav, kPrerov}));
}

TEST_F(SearchTest, AHitWithoutMetadataShowsItsIdAndTheTownOfItsProse) {
  EXPECT_EQ(tvar({"search", "noclehárna"}), hits({"Noclehárna v zimě\n"
                                                  "noclehy.txt · Přerov\n"
                                                  "  Lidé bez domova přespávají v Přerově u nádraží.\n"}));
}

TEST_F(SearchTest, FieldsOfTheSchemaAreFilters) {
  EXPECT_EQ(tvar({"search", "dům", "--town", "prerov"}), hits({kPrerov}));
  EXPECT_EQ(tvar({"search", "dům", "--town=PŘEROV", "--town", "Břeclav"}), hits({kBreclav, kPrerov}));
  EXPECT_EQ(tvar({"search", "dům", "--year", "2008..2010"}), hits({kBreclav}));
  EXPECT_EQ(tvar({"search", "dům", "--year", "2011", "--member", "Člověk v tísni"}), hits({kPrerov}));
  EXPECT_EQ(tvar({"search", "--member", "iq roma servis"}), hits({kBreclav}));
  EXPECT_EQ(tvar({"search", "dům", "--town", "Přerov", "--year", "2009"}).code, 1);
}

TEST_F(SearchTest, ADashLeavesOutAWord) {
  EXPECT_EQ(tvar({"search", "azylový", "-rozpočet"}), hits({kBreclav}));
  EXPECT_EQ(tvar({"search", "--", "-rozpočet", "azylový"}), hits({kBreclav}));
}

TEST_F(SearchTest, Pages) {
  EXPECT_EQ(tvar({"search", "azylový", "-n", "1"}), (Outcome{0, kBreclav, "tvar: found: 2, shown: 1–1\n"}));
  EXPECT_EQ(tvar({"search", "azylový", "-n1", "--offset", "1"}),
            (Outcome{0, kPrerov, "tvar: found: 2, shown: 2–2\n"}));
  EXPECT_EQ(tvar({"search", "azylový", "--limit=0"}), (Outcome{0, "", "tvar: found: 2\n"}));
  EXPECT_EQ(tvar({"search", "azylový", "--offset", "9"}), (Outcome{0, "", "tvar: found: 2\n"}));
}

TEST_F(SearchTest, Sorts) {
  EXPECT_EQ(tvar({"search", "azylový", "--sort", "year:desc"}), hits({kPrerov, kBreclav}));
  EXPECT_EQ(tvar({"search", "azylový", "--sort", "town"}), hits({kBreclav, kPrerov}));
  EXPECT_EQ(tvar({"search", "azylový", "--sort", "year:down"}),
            (Outcome{2, "",
                     "tvar: option --sort: \"year:down\" is neither score nor FIELD, FIELD:asc, FIELD:desc\n"
                     "tvar: hint: \"tvar search --help\" says more\n"}));
}

// The shares depend on the ranking, which may change; that each line ends with one must not.
std::string without_shares(const std::string& text) {
  return std::regex_replace(text, std::regex(R"(: \d+\.\d{3}\n)"), ": N\n");
}

TEST_F(SearchTest, Explains) {
  const std::string hit =
      "Noclehárna v zimě\n"
      "noclehy.txt · Přerov\n"
      "  Lidé bez domova přespávají v Přerově u nádraží.\n";
  EXPECT_EQ(without_shares(tvar({"search", "přespávat", "nádraží", "--explain"}).out),
            hit +
                "    \"přespávat\" matches přespávají in text (1×) as a form of the word: N\n"
                "    \"nádraží\" matches nádraží in text (1×) as a form of the word: N\n"
                "    \"nádraží\" matches nádraží in text (1×) for the form as typed: N\n");
  EXPECT_EQ(without_shares(
                tvar({"search", "přespávat", "--explain"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}}).out),
            hit + "    „přespávat“ odpovídá přespávají v poli text (1×) jako tvar slova: N\n");
  EXPECT_EQ(without_shares(tvar({"search", "přespávat NEAR/9 Přerov", "--explain"}).out),
            hit + "    \"přespávat NEAR/9 Přerov\" matches in text as words next to each other: N\n");
}

TEST_F(SearchTest, CollapsesByAField) {
  Outcome expected{0, std::string(kBreclav) + "  and more with Člověk v tísni: 1\n",
                   "tvar: found: 1, shown: 1–1\n"};
  EXPECT_EQ(tvar({"search", "azylový", "--collapse", "member"}), expected);
  expected.out = std::string(kBreclav) + "  a další z Člověk v tísni: 1\n";
  expected.err = "tvar: nalezeno: 1, zobrazeno: 1–1\n";
  EXPECT_EQ(tvar({"search", "azylový", "--collapse", "member"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}}),
            expected);
  EXPECT_EQ(tvar({"search", "azylový", "--collapse", "town"}), hits({kBreclav, kPrerov}));
}

TEST_F(SearchTest, SaysWhenAnyWordWasEnough) {
  const std::string missing = "  without: Kocourkov\n";
  Outcome expected = hits({kBreclav + missing, kPrerov + missing});
  expected.err = "tvar: nothing has all the words; these have any of them\n" + expected.err;
  EXPECT_EQ(tvar({"search", "azylový", "Kocourkov"}), expected);
  EXPECT_EQ(tvar({"search", "azylový", "Kocourkov", "--match", "any"}), hits({kBreclav, kPrerov}));
  EXPECT_EQ(tvar({"search", "azylový", "Kocourkov", "--match", "all"}),
            (Outcome{1, "", "tvar: nothing found\n"}));
}

TEST_F(SearchTest, SaysWhatHitsBesideTheOthersLack) {
  Outcome expected = hits({kBreclav, kPrerov});
  expected.out += "  without: matky\n";
  expected.err = "tvar: found: 1, shown: 1–1\ntvar: with some of the words only: 1\n";
  EXPECT_EQ(tvar({"search", "azylový", "dům", "matky"}), expected);
  const Outcome czech =
      tvar({"search", "azylový", "dům", "matky"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}});
  EXPECT_NE(czech.out.find("\n  bez: matky\n"), std::string::npos) << czech.out;
  EXPECT_EQ(czech.err, "tvar: nalezeno: 1, zobrazeno: 1–1\ntvar: jen s některými ze slov: 1\n");
}

TEST_F(SearchTest, FindsNothing) {
  EXPECT_EQ(tvar({"search", "kocourkov"}), (Outcome{1, "", "tvar: nothing found\n"}));
  EXPECT_EQ(tvar({"search", "kocourkov"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}}),
            (Outcome{1, "", "tvar: nic nenalezeno\n"}));
}

TEST_F(SearchTest, CountsFacets) {
  Outcome expected = hits({kBreclav, kPrerov});
  expected.out +=
      "\n"
      "member\n"
      "  Člověk v tísni  2\n"
      "  IQ Roma servis  1\n"
      "\n"
      "year\n"
      "  2009  1\n"
      "  … and others: 2\n";
  EXPECT_EQ(tvar({"search", "azylový", "--facet", "member", "--facet-limit", "2", "--facet=member"}).out,
            expected.out.substr(0, expected.out.find("\nyear")));
  const Outcome run = tvar({"search", "azylový", "--facet", "member,year", "--facet-limit", "1", "-n", "0"});
  EXPECT_EQ(run.out,
            "member\n"
            "  Člověk v tísni  2\n"
            "  … and others: 1\n"
            "\n"
            "year\n"
            "  2009  1\n"
            "  … and others: 2\n");
}

TEST_F(SearchTest, WrongQueryIsMarked) {
  EXPECT_EQ(tvar({"search", "žlutý dům twon:Brno"}),
            (Outcome{2, "",
                     "  žlutý dům twon:Brno\n"
                     "            ^^^^\n"
                     "tvar: unknown field: there is no field \"twon\"; the nearest is \"town\"\n"}));
  const Outcome czech =
      tvar({"search", "twon:Brno"}, {.environment = {{"LANG", "cs_CZ.UTF-8"}, {"LC_ALL", ""}}});
  EXPECT_EQ(czech.err.substr(czech.err.find("tvar:")),
            "tvar: neznámé pole: pole „twon“ neexistuje; nejpodobnější je „town“\n");
}

TEST_F(SearchTest, AnUnknownFilterValueIsAnsweredWithTheNearest) {
  EXPECT_EQ(tvar({"search", "dům", "--town", "Brecalv"}),
            (Outcome{1, "",
                     "tvar: field town: no document has 'Brecalv'; nearest: Břeclav\n"
                     "tvar: nothing found\n"}));
  EXPECT_EQ(tvar({"search", "dům", "--member", "IQ Romaservis, o.p.s.", "--year", "1990"},
                 {.environment = {{"LANG", "cs_CZ.UTF-8"}, {"LC_ALL", ""}}})
                .err,
            "tvar: pole member: „IQ Romaservis, o.p.s.“ nemá žádný dokument; nejbližší: IQ Roma servis\n"
            "tvar: pole year: „1990“ nemá žádný dokument; nejbližší: 2009\n"
            "tvar: nic nenalezeno\n");
  EXPECT_EQ(tvar({"search", "dům", "--member", "IQ Roma servis, z.s."}), hits({kBreclav}));
}

TEST_F(SearchTest, WrongFilterValueIsAWrongQuery) {
  const Outcome run = tvar({"search", "dům", "--year", "letos"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "tvar: wrong value: \"letos\" is not a number, which field \"year\" needs; a range is written "
            "2008..2012\n");
}

TEST_F(SearchTest, WrongOptions) {
  const auto complaint = [this](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "search");
    const Outcome run = tvar(arguments);
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(run.out, "");
    return run.err.substr(0, run.err.find('\n'));
  };
  EXPECT_EQ(complaint({"dům", "--limit", "abc"}),
            "tvar: option --limit: \"abc\" is not a whole number from 0 to 100000");
  EXPECT_EQ(complaint({"dům", "--twon", "Brno"}), "tvar: unknown option --twon");
  EXPECT_EQ(complaint({"dům", "--match=some"}), "tvar: option --match: \"some\" is none of all|any|auto");
  EXPECT_EQ(complaint({}), "tvar: a query is missing");
  EXPECT_EQ(complaint({"dům", "--format=trec"}),
            "tvar: --format trec needs --batch, which names the queries");
  EXPECT_EQ(complaint({"--batch", "f", "--json"}), "tvar: --batch writes --format trec only");
  EXPECT_EQ(complaint({"--batch", "f", "dům"}),
            "tvar: with --batch the queries come from the file, not from the command line");
}

TEST_F(SearchTest, UnknownFieldsToCountSortAndCollapseBy) {
  for (const std::string option : {"--facet", "--sort", "--collapse"}) {
    const Outcome run = tvar({"search", "dům", option, "twon", "--json"});
    EXPECT_EQ(run, (Outcome{2,
                            R"({"error":{"code":"invalid_argument","message":"there is no field \"twon\"",)"
                            R"("hint":"\"tvar stats\" lists the fields"}})"
                            "\n",
                            "tvar: there is no field \"twon\"\n"
                            "tvar: hint: did you mean \"town\"?\n"
                            "tvar: hint: \"tvar stats\" lists the fields\n"}));
  }
  EXPECT_EQ(tvar({"search", "dům", "--facet", "okres/month"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}}),
            (Outcome{2, "",
                     "tvar: pole „okres“ neexistuje\n"
                     "tvar: rada: pole vypíše „tvar stats“\n"}));
  EXPECT_EQ(tvar({"search", "dům", "--sort", "text"}),
            (Outcome{2, "",
                     "tvar: wrong argument: can't sort by 'text'\n"
                     "tvar: hint: Sort by the title or by a keyword, number or date field.\n"}));
}

TEST_F(SearchTest, NotesSayHowTheQueryWasRead) {
  const Outcome run = tvar({"search", "\"azylový dům"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(
      run.err,
      "tvar: note: the quote is not closed, so the phrase goes to the end\ntvar: found: 2, shown: 1–2\n");
  const RunOptions czech{.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}};
  EXPECT_EQ(tvar({"search", "\"azylový dům"}, czech).err,
            "tvar: poznámka: uvozovky nejsou uzavřené, fráze proto sahá až do konce\ntvar: nalezeno: 2, "
            "zobrazeno: 1–2\n");
  EXPECT_EQ(tvar({"search", "azylový NEAR/500 dům"}, czech).err,
            "tvar: poznámka: vzdálenost se nastavila na 100\ntvar: nalezeno: 2, zobrazeno: 1–2\n");
}

TEST_F(SearchTest, WithoutAWordNothingIsFound) {
  EXPECT_EQ(tvar({"search", "\""}),
            (Outcome{1, "",
                     "tvar: note: the quote is not closed, so the phrase goes to the end\n"
                     "tvar: note: empty quotes were left out\n"
                     "tvar: note: there is no word to search for, so nothing was searched\n"
                     "tvar: nothing found\n"}));
  EXPECT_EQ(tvar({"search", "!!!", "--town", "Břeclav"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}}),
            (Outcome{1, "",
                     "tvar: poznámka: v dotazu není slovo, které by se dalo hledat, nic se proto nehledalo\n"
                     "tvar: nic nenalezeno\n"}));
  EXPECT_EQ(tvar({"search", "  "}), tvar({"search", ""}));
}

TEST_F(SearchTest, HelpListsTheFieldsOfTheIndex) {
  const Outcome run = tvar({"search", "--help"});
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.out.find("\nFields of this index: --town, --year, --organization, --member, --published,\n--author, --tags\n"),
            std::string::npos)
      << run.out;
}

TEST_F(SearchTest, InvalidBytesAreSearchedNotRefused) {
  EXPECT_EQ(tvar({"search", "b\xF8yt\xFF"}), (Outcome{1, "", "tvar: nothing found\n"}));
}

class ColorTest : public IndexedToolTest {
 protected:
  static constexpr char kColored[] =
      "\x1b[1mAzylový dům v Břeclavi\x1b[0m\n"
      "\x1b[36mbreclav.md · Břeclav · 2009, 2010\x1b[0m\n"
      "  Město otevřelo \x1b[1;31mazylový\x1b[0m \x1b[1;31mdům\x1b[0m pro matky s dětmi. Provoz hradí "
      "kraj.\n";

  [[nodiscard]] std::string out(std::vector<std::string> more, const RunOptions& options) const {
    std::vector<std::string> command = {"search", "azylový dům", "-n", "1"};
    command.insert(command.end(), more.begin(), more.end());
    return tvar(command, options).out;
  }
};

TEST_F(ColorTest, OnATerminalOnly) {
  EXPECT_EQ(out({}, {.terminal_out = true}), kColored);
  EXPECT_EQ(out({}, {}), kBreclav);
}

TEST_F(ColorTest, CanBeForcedOrForbidden) {
  EXPECT_EQ(out({"--color"}, {}), kColored);
  EXPECT_EQ(out({"--no-color"}, {.terminal_out = true}), kBreclav);
  EXPECT_EQ(out({"--color", "--no-color"}, {.terminal_out = true}), kBreclav);
}

TEST_F(ColorTest, ObeysTheEnvironment) {
  EXPECT_EQ(out({}, {.environment = {{"NO_COLOR", "1"}}, .terminal_out = true}), kBreclav);
  EXPECT_EQ(out({}, {.environment = {{"NO_COLOR", ""}}, .terminal_out = true}), kColored);
  EXPECT_EQ(out({}, {.environment = {{"TERM", "dumb"}}, .terminal_out = true}), kBreclav);
  EXPECT_EQ(out({"--color"}, {.environment = {{"NO_COLOR", "1"}}}), kColored);
}

using HostileDocumentTest = ToolTest;

TEST_F(HostileDocumentTest, SendsNoCommandsToTheTerminal) {
  write("a.jsonl", R"({"id":"a\u001b[2J","title":"T\u001b]0;x\u0007\nU","text":"dům \u009b31m"})"
                   "\n");
  index({"a.jsonl"});
  const Outcome search = tvar({"search", "dům"}, {.terminal_out = true});
  EXPECT_EQ(search.code, 0);
  EXPECT_EQ(search.out.find("\x1b[2J"), std::string::npos);
  EXPECT_EQ(search.out.find("\x1b]"), std::string::npos);
  EXPECT_EQ(search.out.find('\a'), std::string::npos);
  EXPECT_EQ(search.out.find("\u009b"), std::string::npos);
  const Outcome show = tvar({"show", "a\x1b[2J"});
  EXPECT_EQ(show.code, 0) << show.err;
  EXPECT_EQ(show.out.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace tvar::cli_test
