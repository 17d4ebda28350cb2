// SPDX-License-Identifier: GPL-2.0-or-later
// tvar index: where the index goes, what is reported, what an interrupt leaves.
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <regex>

#include "tests/cli/tool.h"
#include "tests/support/seed.h"

namespace tvar::cli_test {
namespace {

namespace fs = std::filesystem;

// The summary without its time.
std::string timeless(const std::string& text) {
  return std::regex_replace(text, std::regex("(seconds|sekundy): [0-9.]+"), "$1: T");
}

class IndexTest : public ToolTest {
 protected:
  [[nodiscard]] int documents(const std::vector<std::string>& where = {}) const {
    std::vector<std::string> command = {"stats", "--json"};
    command.insert(command.end(), where.begin(), where.end());
    return json_of(tvar(command))["documents"];
  }
};

TEST_F(IndexTest, MakesAnIndexHereAndSaysWhatItDid) {
  write("pages/a.txt", "Azylový dům");
  write("pages/deep/b.md", "# Byt\n\nNájem bytu\n");
  write("pages/photo.jpeg", "not text");
  const Outcome run = tvar({"index", "pages"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(timeless(run.err),
            "tvar: files of other kinds, passed over: 1\n"
            "tvar: documents: 2, files: 2, size: 32 B, seconds: T, index: .tvar\n");
  EXPECT_TRUE(fs::is_directory(folder_ / ".tvar"));
  EXPECT_EQ(tvar({"show", "deep/b.md"}).code, 0);
}

TEST_F(IndexTest, SpeaksCzech) {
  write("a.txt", "Azylový dům");
  const Outcome run = tvar({"index", "a.txt", "chybí"}, {.environment = {{"LC_ALL", "cs_CZ.UTF-8"}}});
  EXPECT_EQ(run.code, 2);
  const std::string last = timeless(run.err.substr(run.err.find("tvar: dokumenty")));
  EXPECT_EQ(last, "tvar: dokumenty: 1, soubory: 1, velikost: 13 B, sekundy: T, index: .tvar\n");
}

TEST_F(IndexTest, PrintsASummaryAsJson) {
  write("a.txt", "Azylový dům");
  nlohmann::ordered_json json = json_of(tvar({"index", "a.txt", "--json"}));
  EXPECT_GE(json["seconds"].get<double>(), 0.0);
  json["seconds"] = 0;
  EXPECT_EQ(json.dump(),
            R"({"index":".tvar","documents":1,"files":1,"bytes":13,"ignored":0,"documents_in_index":1,)"
            R"("seconds":0,"problems":[],"added":1,"changed":0,"moved":0,"removed":0,"unchanged":0,)"
            R"("hidden":0,"links":0,"excluded":0})");
}

#if defined(TVAR_WITH_PDF) && defined(TVAR_WITH_OFFICE) && defined(TVAR_WITH_ARCHIVES)
TEST_F(IndexTest, GoesOnBehindFilesThatTheirReadersRefuse) {
  write("in/a.pdf", "%PDF-1.7 no");
  write("in/b.docx", "no");
  write("in/c.zip", "no");
  write("in/d.txt", "Azylový dům");
  const Outcome run = tvar({"index", "in"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(timeless(run.err),
            "tvar: in/a.pdf: is no PDF, or broken beyond repair\n"
            "tvar: in/b.docx: is no DOCX: it is not a zip file\n"
            "tvar: in/c.zip: is broken: Unrecognized archive format\n"
            "tvar: documents: 1, files: 1, size: 13 B, seconds: T, index: .tvar\n");
  EXPECT_EQ(tvar({"show", "d.txt"}).code, 0);
}
#endif

#ifdef TVAR_WITH_PDF
TEST_F(IndexTest, NamesAMissingReader) {
  write("a.pdf", "%PDF-1.7");
  const Outcome run = tvar({"index", "a.pdf", "--reader", "/nowhere/tvar-reader"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err.substr(0, run.err.find('\n')),
            "tvar: a.pdf: can't be read: the program for this format, /nowhere/tvar-reader, can't be run: No "
            "such file "
            "or directory");
}
#endif

TEST_F(IndexTest, ReplacesAndAdds) {
  write("a.txt", "Azylový dům");
  index({"a.txt"});
  write("a.txt", "Nájemní byt");
  write("b.txt", "Škola");
  index({"a.txt", "b.txt"});
  EXPECT_EQ(documents(), 2);
  EXPECT_EQ(tvar({"search", "azylový"}).code, 1);
  EXPECT_EQ(tvar({"search", "byt"}).code, 0);
}

TEST_F(IndexTest, SynchronisesAndSaysWhat) {
  write("pages/a.txt", "Azylový dům");
  write("pages/b.txt", "Byt");
  index({"pages"});
  fs::remove(folder_ / "pages/b.txt");
  write("pages/a.txt", "Nájemní byt");
  write("pages/c.txt", "Škola");
  EXPECT_EQ(tvar({"index", "pages", "--dry-run"}).out, "~ a.txt\n+ c.txt\n- b.txt\n");
  EXPECT_EQ(documents(), 2);
  const Outcome run = tvar({"index", "pages", "-i", ".tvar"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(timeless(run.err),
            "tvar: files added: 1, changed: 1, moved: 0, removed: 1, unchanged: 0\n"
            "tvar: documents: 2, files: 2, size: 19 B, seconds: T, index: .tvar\n");
  EXPECT_EQ(tvar({"search", "byt"}).code, 0);
  EXPECT_EQ(tvar({"show", "b.txt"}).code, 1);
}

TEST_F(IndexTest, ADryRunMakesNoIndex) {
  write("pages/a.txt", "Azylový dům");
  const nlohmann::ordered_json json = json_of(tvar({"index", "pages", "--dry-run", "--json"}));
  EXPECT_EQ(json["changes"].dump(), R"([{"state":"added","id":"a.txt"}])");
  EXPECT_FALSE(fs::exists(folder_ / ".tvar"));
}

TEST_F(IndexTest, GoesOnAfterABadFile) {
  write("a.txt", "Azylový dům");
  write("broken.jsonl", "{\"id\": \"x\", \"text\": \"první\"}\n{\"id\": \n");
  const Outcome run = tvar({"index", "a.txt", "missing.txt", "broken.jsonl", "--json"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(documents(), 2);
  const nlohmann::ordered_json json = json_of(run);
  ASSERT_EQ(json["problems"].size(), 2U) << json;
  for (const auto& problem : json["problems"]) EXPECT_EQ(problem["severity"], "error");
  EXPECT_EQ(json["problems"][0]["where"], "missing.txt");
  EXPECT_EQ(json["problems"][1]["where"], "broken.jsonl:2");
  EXPECT_EQ(run.err.rfind("tvar: missing.txt: ", 0), 0U) << run.err;
  EXPECT_NE(run.err.find("\ntvar: broken.jsonl:2: "), std::string::npos) << run.err;
}

TEST_F(IndexTest, OfMissingPathsNoIndexIsMade) {
  const Outcome missing{2, "", "tvar: nosuch: cannot be read: No such file or directory\n"};
  EXPECT_EQ(tvar({"index", "nosuch", "nor/this"}), missing);
  EXPECT_EQ(tvar({"index", "nosuch", "--dry-run"}), missing);
  EXPECT_EQ(json_of(tvar({"index", "nosuch", "--json"}))["error"]["code"], "io");
  EXPECT_FALSE(fs::exists(folder_ / ".tvar"));
}

TEST_F(IndexTest, MemoryHasItsRange) {
  write("a.txt", "Azylový dům");
  for (const std::string value : {"0", "63", "1048577", "999999999999"}) {
    const Outcome run = tvar({"index", "a.txt", "--memory", value});
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(run.err.substr(0, run.err.find('\n')),
              "tvar: option --memory: \"" + value + "\" is not a whole number from 64 to 1048576");
  }
  EXPECT_FALSE(fs::exists(folder_ / ".tvar"));
  index({"a.txt", "--memory", "64"});
  index({"a.txt", "--memory", "1048576"});
}

TEST_F(IndexTest, WarningsAloneAreNoFailure) {
  write("a.txt",
        "Azylov\xC3\xBD d\xC5\xAFm a n\xC4\x9Bkolik spr\xC3\xA1vn\xC3\xBD"
        "ch slov \xFF\xFE\xFF za nimi");
  const Outcome run = tvar({"index", "a.txt"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err.rfind("tvar: a.txt: warning: ", 0), 0U) << run.err;
}

TEST_F(IndexTest, OptionBeatsEnvironmentBeatsNearest) {
  write("a.txt", "Azylový dům");
  fs::create_directories(folder_ / "deep/er");
  index({"a.txt"});  // ./.tvar, the nearest
  index({"--index", "named", "a.txt"});
  const RunOptions inside{.environment = {{"TVAR_INDEX", (folder_ / "env").string()}}};
  ASSERT_EQ(tvar({"index", "a.txt"}, inside).code, 0);

  const auto used = [&](const std::vector<std::string>& arguments, RunOptions options) {
    options.folder = folder_ / "deep/er";
    std::vector<std::string> command = {"stats", "--json"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return json_of(tvar(command, options))["index"].get<std::string>();
  };
  EXPECT_EQ(used({}, {}), (folder_ / ".tvar").string());
  EXPECT_EQ(used({}, inside), (folder_ / "env").string());
  EXPECT_EQ(used({"-i", "../../named"}, inside), "../../named");
}

TEST_F(IndexTest, TheIndexMayStandBeforeTheCommand) {
  write("a.txt", "Azylový dům");
  index({"-i", "named", "a.txt"});
  EXPECT_EQ(tvar({"-i", "named", "search", "dům"}), tvar({"search", "dům", "--index", "named"}));
  EXPECT_EQ(tvar({"--index=named", "search", "dům"}).code, 0);
}

TEST_F(IndexTest, NearestIndexIsAddedToFromBelow) {
  write("a.txt", "Azylový dům");
  write("deep/b.txt", "Byt");
  index({"a.txt"});
  ASSERT_EQ(tvar({"index", "b.txt"}, {.folder = folder_ / "deep"}).code, 0);
  EXPECT_FALSE(fs::exists(folder_ / "deep/.tvar"));
  EXPECT_EQ(documents(), 2);
}

TEST_F(IndexTest, TakesASchema) {
  write("fields.yaml",
        "fields:\n"
        "  - {name: title, kind: text}\n"
        "  - {name: text, kind: text}\n"
        "  - {name: kraj, kind: keyword, facet: true}\n");
  write("a.md", "---\ntitle: A\nkraj: Zlínský kraj\n---\nAzylový dům\n");
  index({"a.md", "--schema", "fields.yaml"});
  EXPECT_EQ(tvar({"search", "dům", "--kraj", "zlinsky kraj"}).code, 0);
  EXPECT_EQ(tvar({"search", "dům", "--kraj", "Jihomoravský kraj"}).code, 1);
  EXPECT_EQ(tvar({"search", "dům", "--town", "Zlín"}).err.substr(0, 28), "tvar: unknown option --town\n");
}

TEST_F(IndexTest, AWrongSchemaIsNamedAndNothingIsMade) {
  write("a.txt", "Azylový dům");
  write("fields.yaml", "fields:\n  - {name: Title, kind: text}\n");
  Outcome run = tvar({"index", "a.txt", "--schema", "fields.yaml"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err.rfind("tvar: wrong argument: fields.yaml: ", 0), 0U) << run.err;
  EXPECT_FALSE(fs::exists(folder_ / ".tvar"));

  run = tvar({"index", "a.txt", "--schema", "missing.yaml"});
  EXPECT_EQ(run, (Outcome{2, "", "tvar: missing.yaml: cannot be read: No such file or directory\n"}));
}

TEST_F(IndexTest, AForeignFolderIsRefused) {
  write("a.txt", "Azylový dům");
  write("photos/holiday.txt", "a file of somebody else");
  const Outcome run = tvar({"index", "a.txt", "-i", "photos"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err.rfind("tvar: already exists: ", 0), 0U) << run.err;
  EXPECT_NE(run.err.find("photos"), std::string::npos);
}

TEST_F(IndexTest, WithoutATerminalThereIsNoProgressBar) {
  write("a.txt", "Azylový dům");
  EXPECT_EQ(tvar({"index", "a.txt"}).err.find('\x1b'), std::string::npos);
}

TEST_F(IndexTest, OnATerminalThereIsOneAndItIsTakenAway) {
  write("a.txt", "Azylový dům");
  const Outcome run = tvar({"index", "a.txt"}, {.terminal_err = true});
  EXPECT_EQ(run.code, 0);
  const std::string shown = std::regex_replace(timeless(run.err), std::regex("[0-9.]+ .?B/s"), "R B/s");
  EXPECT_EQ(shown,
            "\r\x1b[K[##########] 100 %  R B/s, files: 1/1, 13 B, documents: 1  a.txt"
            "\r\x1b[Ktvar: documents: 1, files: 1, size: 13 B, seconds: T, index: .tvar\n");
}

class InterruptTest : public IndexTest {
 protected:
  void SetUp() override {
    for (int i = 0; i < 300; ++i) {
      std::string words;
      for (int word = 0; word < 1000; ++word) words += "slovo" + std::to_string(i * 1000 + word) + " ";
      write("many/" + std::to_string(i) + ".txt", words);
    }
  }
};

// The signal is sent when the progress bar first appears, with most of the work still to be done.
TEST_F(InterruptTest, CommitsNothing) {
  write("a.txt", "Azylový dům");
  index({"a.txt"});
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const Outcome run = tvar({"index", "many"}, {.terminal_err = true, .signal_at_first_message = signal});
    EXPECT_EQ(run.code, 130);
    EXPECT_EQ(run.out, "");
    EXPECT_TRUE(std::regex_match(
        run.err.substr(run.err.find("tvar: ")),
        std::regex(
            "tvar: interrupted; the index is as it was; kept for \"tvar index --resume\" with the same "
            "paths: documents: [0-9]+, files: [0-9]+; any other change of the index drops them\n")))
        << run.err;
    EXPECT_EQ(documents(), 1);
  }
  EXPECT_EQ(tvar({"delete", "a.txt", "-i", ".tvar"}).code, 0);
  const Outcome run = tvar({"index", "many", "--resume", "-i", ".tvar"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(timeless(run.err),
            "tvar: no interrupted load was kept; it begins anew\n"
            "tvar: documents: 300, files: 300, size: 3.5 MB, seconds: T, index: .tvar\n");
}

TEST_F(InterruptTest, SmallLoadsAreNotKept) {
  write("few/a.txt", "Azylový dům");
  const Outcome run = tvar({"index", "few"}, {.terminal_err = true, .signal_at_first_message = SIGINT});
  // The commit may have been faster than the signal.
  if (run.code != 0) {
    EXPECT_EQ(run.code, 130);
    EXPECT_EQ(run.err.substr(run.err.find("tvar: ")),
              "tvar: interrupted; nothing was committed, the index is as it was\n");
  }
}

// A real process, interrupted at moments of which nothing is known.
TEST_F(InterruptTest, ResumingGivesWhatAnUninterruptedLoadGives) {
  const auto start = std::chrono::steady_clock::now();
  index({"many", "-i", "whole"});
  const std::chrono::duration<double> one_load = std::chrono::steady_clock::now() - start;
  std::mt19937_64 random(::tvar::test_seed());
  std::uniform_real_distribution<double> part(0.05, 0.6);
  int kept = 0;
  for (int round = 0; round < 6; ++round) {
    const Outcome run =
        shell("timeout --preserve-status -s INT " + std::to_string(part(random) * one_load.count()) +
              " \"" TVAR_TOOL "\" index many --resume -i part");
    if (run.err.find("kept for") != std::string::npos) ++kept;
    if (run.code == 0) break;
    EXPECT_EQ(run.code, 130) << run.err;
  }
  EXPECT_EQ(tvar({"index", "many", "--resume", "-i", "part"}).code, 0);
  EXPECT_EQ(tvar({"export", "-i", "part"}), tvar({"export", "-i", "whole"})) << "kept " << kept << " times";
}

}  // namespace
}  // namespace tvar::cli_test
