// SPDX-License-Identifier: GPL-2.0-or-later
// tvar index -
#include <regex>

#include "tests/cli/tool.h"

namespace tvar::cli_test {
namespace {

std::string timeless(const std::string& text) {
  return std::regex_replace(text, std::regex("seconds: [0-9.]+"), "seconds: T");
}

class StandardInputTest : public ToolTest {};

TEST_F(StandardInputTest, IsReadAsWhatItLooksLike) {
  const Outcome run = tvar({"index", "-"}, {.input = "<!DOCTYPE html><title>Dům</title><p>Azylový dům"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(timeless(run.err), "tvar: documents: 1, files: 1, size: 50 B, seconds: T, index: .tvar\n");
  EXPECT_EQ(json_of(tvar({"show", "stdin.html", "--json"}))["fields"]["title"], "Dům");
}

TEST_F(StandardInputTest, IsReadAsWhatFormatSays) {
  write("b.txt", "Byt");
  const Outcome run = tvar({"index", "b.txt", "-", "--format", "csv"}, {.input = "id;text\nx;Dům\n;Byt\n"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(tvar({"show", "x"}).code, 0);
  EXPECT_EQ(tvar({"show", "stdin.csv:3"}).code, 0);
  EXPECT_EQ(tvar({"show", "b.txt"}).code, 0);
}

TEST_F(StandardInputTest, ProblemsAreNamed) {
  const Outcome run = tvar({"index", "-"}, {.input = "{\"id\": \"a\", \"text\": \"Dům\"}\n{]}\n"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err.substr(0, run.err.find('\n')), "tvar: stdin.jsonl:2: is not valid JSON (byte 2)");
  EXPECT_EQ(tvar({"show", "a"}).code, 0);
#ifdef TVAR_WITH_PDF
  EXPECT_EQ(tvar({"index", "-"}, {.input = "%PDF-1.7 no"}).err.substr(0, 58),
            "tvar: stdin.pdf: is no PDF, or broken beyond repair\ntvar: ");
#endif
}

TEST_F(StandardInputTest, AnUnknownFormatIsRefused) {
  const Outcome run = tvar({"index", "-", "--format", "doc"}, {.input = "?"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err.rfind("tvar: option --format: \"doc\" is none of txt, text, html, ", 0), 0U) << run.err;
  EXPECT_FALSE(std::filesystem::exists(folder_ / ".tvar"));
}

TEST_F(StandardInputTest, WhatCannotBeReadIsNotTakenForNothing) {
  EXPECT_EQ(shell("tvar index - <&-"), (Outcome{2, "", "tvar: -: cannot be read: Bad file descriptor\n"}));
  EXPECT_EQ(shell("tvar index - <."), (Outcome{2, "", "tvar: -: cannot be read: Is a directory\n"}));
}

// The load has begun when the index is there; the input does not end by itself.
TEST_F(StandardInputTest, WaitingForInputCanBeInterrupted) {
  const Outcome run = shell(
      "mkfifo input; sleep 60 > input & writer=$!\n"
      "\"$TVAR_TOOL\" index - < input & reader=$!\n"
      "for i in 1 2 3 4 5 6 7 8 9 10; do [ -e .tvar/lock ] || sleep 1; done; sleep 1\n"
      "kill -TERM $reader; wait $reader; echo $?; kill $writer");
  EXPECT_EQ(run, (Outcome{0, "130\n",
                          "tvar: stdin.txt: warning: is empty\n"
                          "tvar: interrupted; nothing was committed, the index is as it was\n"}));
}

TEST_F(StandardInputTest, ClosedStreamsAreNotMistakenForTheIndex) {
  write("a.txt", "Azylový dům");
  EXPECT_EQ(shell("tvar index a.txt 2>&-"), (Outcome{0, "", ""}));
  EXPECT_EQ(shell("tvar index a.txt --json >&-").code, 2);
  EXPECT_EQ(shell("tvar search dům <&- >&- 2>&-"), (Outcome{2, "", ""}));
  const Outcome found = tvar({"search", "dům"});
  EXPECT_EQ(found, (Outcome{0, "a.txt\n  Azylový dům\n", "tvar: found: 1, shown: 1–1\n"}));
}

}  // namespace
}  // namespace tvar::cli_test
