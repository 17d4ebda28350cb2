// SPDX-License-Identifier: GPL-2.0-or-later
// Help, version, and what is said to people who mistype.
#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

using UsageTest = ToolTest;

TEST_F(UsageTest, WithoutArgumentsGivesShortHelpAndFails) {
  const Outcome run = tvar({});
  EXPECT_EQ(run, (Outcome{2, "",
                          "Usage: tvar COMMAND ...\n"
                          "Commands:\n"
                          "  index PATH...      add files and folders to the index, or replace what\n"
                          "                     changed\n"
                          "  watch PATH...      index files and folders, and again whenever they change\n"
                          "  search [QUERY...]  find documents, best first\n"
                          "  facets [FIELD...]  count the values of fields\n"
                          "  suggest TEXT...    complete what is being typed\n"
                          "  similar ID         find documents that are like one\n"
                          "  show ID            print a document\n"
                          "  stats              say what the index holds and how it was made\n"
                          "  analyze [TEXT...]  show the tokens and terms of a text, which decide what is\n"
                          "                     found\n"
                          "  delete ID...       delete documents from the index\n"
                          "  optimize           write the index anew, as small and fast as it can be\n"
                          "  reindex            build the index anew from its documents, for another\n"
                          "                     analyzer or schema\n"
                          "  export             print all documents\n"
                          "  facts PATH...      read towns, dates, members and persons from files, without\n"
                          "                     an index\n"
                          "To begin: \"tvar index FOLDER\", then \"tvar search WORDS\".\n"
                          "\"tvar COMMAND --help\" lists the options of a command.\n"}));
}

TEST_F(UsageTest, HelpGoesToStdout) {
  const Outcome run = tvar({"--help"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out.substr(0, run.out.find("Commands:")),
            "Full-text search for Czech: words are found in all their forms.\n"
            "\n"
            "Usage: tvar COMMAND ... | tvar --help | tvar --version\n"
            "\n");
  EXPECT_NE(run.out.find("\nExit codes: 0 found or done, 1 nothing found, 2 error, 130 interrupted\n"),
            std::string::npos);
  EXPECT_EQ(tvar({"-h"}), run);
}

TEST_F(UsageTest, HelpOfACommand) {
  EXPECT_EQ(tvar({"show", "--help"}),
            (Outcome{0,
                     "Usage: tvar show ID\n"
                     "\n"
                     "print a document\n"
                     "\n"
                     "Options:\n"
                     "  --facts          add what is read from the prose of the document: town,\n"
                     "                   dates, members, persons\n"
                     "  --json           print one JSON object\n"
                     "  -i, --index DIR  the index; else $TVAR_INDEX, else the nearest .tvar here or\n"
                     "                   above\n"
                     "  --lexicon FILE   the compiled lexicon, not the installed one\n"
                     "  -h, --help       print this help\n",
                     ""}));
}

TEST_F(UsageTest, EveryCommandOfTheHelpHasItsOwn) {
  const std::string help = tvar({"--help"}).out;
  int commands = 0;
  for (std::size_t at = help.find("\n  "); at != std::string::npos; at = help.find("\n  ", at + 1)) {
    const std::size_t begin = at + 3;
    const std::string name = help.substr(begin, help.find(' ', begin) - begin);
    if (name.empty()) continue;  // the text of the command goes on
    const Outcome run = tvar({name, "--help"});
    EXPECT_EQ(run.code, 0) << name;
    EXPECT_EQ(run.out.rfind("Usage: tvar " + name, 0), 0U) << run.out;
    EXPECT_EQ(run.err, "");
    ++commands;
  }
  EXPECT_EQ(commands, 14);
}

TEST_F(UsageTest, LongNamesOfOptionsStandOnALineOfTheirOwn) {
  const std::string help = tvar({"reindex", "--help"}).out;
  EXPECT_NE(help.find("\n"
                      "  --memory MIB     memory to use, about, in MiB, 64 at least; a document may\n"
                      "                   have a fifth of it (default: 512)\n"
                      "  --boilerplate as-before|learn|keep\n"
                      "                   what becomes of menus and footers, lines that most pages\n"),
            std::string::npos)
      << help;
}

TEST_F(UsageTest, HelpSpeaksCzechByLocale) {
  const Outcome run = tvar({"show", "-h"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out.substr(0, run.out.find("Volby:")), "Použití: tvar show ID\n\nvypsat dokument\n\n");
  EXPECT_NE(run.out.find("\n  -i, --index SLOŽKA  index; jinak $TVAR_INDEX, "), std::string::npos);
  const Outcome all = tvar({"--help"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}});
  EXPECT_NE(all.out.find("\nPoužití: tvar PŘÍKAZ ... | tvar --help | tvar --version\n"), std::string::npos);
  EXPECT_NE(all.out.find("\n  index CESTA...     přidat soubory"), std::string::npos);
}

TEST_F(UsageTest, VersionNamesTheAnalyzerAndTheFormats) {
  const Outcome run = tvar({"--version"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.out.substr(0, 5), "tvar ");
  EXPECT_NE(run.out.find("\nanalyzer: "), std::string::npos);
  EXPECT_NE(run.out.find("\nformats: .txt .text .html "), std::string::npos);
  EXPECT_EQ(run.err, "");
}

TEST_F(UsageTest, UnknownCommand) {
  EXPECT_EQ(tvar({"serach", "dům"}), (Outcome{2, "",
                                              "tvar: unknown command \"serach\"\n"
                                              "tvar: hint: did you mean \"search\"?\n"
                                              "tvar: hint: \"tvar --help\" says more\n"}));
  EXPECT_EQ(tvar({"hledat"}, {.environment = {{"LC_ALL", ""}, {"LANG", "cs_CZ.UTF-8"}}}),
            (Outcome{2, "",
                     "tvar: neznámý příkaz „hledat“\n"
                     "tvar: rada: víc poví „tvar --help“\n"}));
}

TEST_F(UsageTest, UnknownOption) {
  EXPECT_EQ(tvar({"stats", "--jsn"}), (Outcome{2, "",
                                               "tvar: unknown option --jsn\n"
                                               "tvar: hint: did you mean \"--json\"?\n"
                                               "tvar: hint: \"tvar stats --help\" says more\n"}));
  EXPECT_EQ(tvar({"--jsn"}), (Outcome{2, "",
                                      "tvar: unknown option --jsn\n"
                                      "tvar: hint: \"tvar --help\" says more\n"}));
}

TEST_F(UsageTest, MissingArguments) {
  const auto complaint = [this](const std::string& command) {
    const std::string err = tvar({command}).err;
    return err.substr(0, err.find('\n'));
  };
  EXPECT_EQ(complaint("index"), "tvar: name a file or a folder to index");
  EXPECT_EQ(complaint("show"), "tvar: name a document by its id");
}

TEST_F(UsageTest, EmptyArguments) {
  write("a.txt", "dům");
  const auto usage = [](const std::string& message, const std::string& command) {
    return Outcome{2, "", "tvar: " + message + "\ntvar: hint: \"tvar " + command + "--help\" says more\n"};
  };
  EXPECT_EQ(tvar({"index", ""}), usage("name a file or a folder to index", "index "));
  EXPECT_EQ(tvar({"watch", "a.txt", ""}), usage("name a file or a folder to index", "watch "));
  EXPECT_EQ(tvar({"facts", ""}), usage("name a file or a folder to read", "facts "));
  EXPECT_EQ(tvar({"index", "a.txt", "-i", ""}), usage("option --index needs a value", "index "));
  EXPECT_EQ(tvar({"stats", "--index="}), usage("option --index needs a value", "stats "));
  EXPECT_FALSE(std::filesystem::exists(folder_ / ".tvar"));
}

TEST_F(UsageTest, AnIndexAloneIsNoCommand) {
  EXPECT_EQ(tvar({"-i"}), (Outcome{2, "",
                                   "tvar: option --index needs a value\n"
                                   "tvar: hint: \"tvar --help\" says more\n"}));
  const Outcome no_command{2, "",
                           "tvar: name a command\n"
                           "tvar: hint: \"tvar --help\" says more\n"};
  EXPECT_EQ(tvar({"-i", "x"}), no_command);
  EXPECT_EQ(tvar({"--index=x"}), no_command);
}

TEST_F(UsageTest, OptionsThatDoNotGoTogether) {
  write("a.txt", "dům");
  const auto complaint = [this](const std::vector<std::string>& arguments) {
    const Outcome run = tvar(arguments);
    EXPECT_EQ(run.code, 2);
    return run.err.substr(0, run.err.find('\n'));
  };
  EXPECT_EQ(complaint({"index", "-", "--dry-run"}), "tvar: --dry-run does not go with -");
  EXPECT_EQ(complaint({"index", "a.txt", "--format", "csv"}),
            "tvar: --format is for standard input, which is named -");
  EXPECT_EQ(complaint({"analyze", "--batch", "a.txt", "--json"}), "tvar: --json does not go with --batch");
}

TEST_F(UsageTest, SuperfluousArguments) {
  EXPECT_EQ(tvar({"stats", "brno"}), (Outcome{2, "",
                                              "tvar: unexpected argument \"brno\"\n"
                                              "tvar: hint: \"tvar stats --help\" says more\n"}));
  EXPECT_EQ(tvar({"show", "a", "b"}), (Outcome{2, "",
                                               "tvar: unexpected argument \"b\"\n"
                                               "tvar: hint: \"tvar show --help\" says more\n"}));
}

TEST_F(UsageTest, InvalidBytesAreRepairedInMessages) {
  EXPECT_EQ(tvar({"b\xF8yt\x1b[31m"}), (Outcome{2, "",
                                                "tvar: unknown command \"b\uFFFDyt\uFFFD[31m\"\n"
                                                "tvar: hint: \"tvar --help\" says more\n"}));
}

TEST_F(UsageTest, WithoutAnIndexSaysWhereItLookedAndWhatToDo) {
  const Outcome expected{
      2, "",
      "tvar: there is no index in " + folder_.string() +
          " or above it\n"
          "tvar: hint: make one by \"tvar index PATH\", or name one by --index DIR or $TVAR_INDEX\n"};
  EXPECT_EQ(tvar({"search", "dům"}), expected);
  EXPECT_EQ(tvar({"facets"}), expected);
  EXPECT_EQ(tvar({"show", "a"}), expected);
  EXPECT_EQ(tvar({"stats"}), expected);
}

TEST_F(UsageTest, WithoutAnIndexJsonHasAnError) {
  const Outcome run = tvar({"search", "dům", "--json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(json_of(run)["error"]["code"], "not_found");
  EXPECT_EQ(json_of(run)["error"]["message"], "there is no index in " + folder_.string() + " or above it");
}

}  // namespace
}  // namespace tvar::cli_test
