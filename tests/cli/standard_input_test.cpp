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
}

}  // namespace
}  // namespace tvar::cli_test
