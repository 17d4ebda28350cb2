// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/guess_format.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

std::string guess_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return guess_format(std::string(std::istreambuf_iterator<char>(file), {}).substr(0, 1U << 14U));
}

TEST(GuessFormat, ByTheBeginning) {
  EXPECT_EQ(guess_format(""), ".txt");
  EXPECT_EQ(guess_format("Azylový dům"), ".txt");
  EXPECT_EQ(guess_format("\n <!DOCTYPE html><p>"), ".html");
  EXPECT_EQ(guess_format("---\ntitle: a\n---\n"), ".md");
  EXPECT_EQ(guess_format("{\"a\": 1}\n{\"a\": 2}\n"), ".jsonl");
  EXPECT_EQ(guess_format("{\n \"a\": 1\n}\n"), ".json");
  EXPECT_EQ(guess_format("[{\"a\": 1}]"), ".json");
  EXPECT_EQ(guess_format("Return-Path: <a@b.cz>\n"), ".eml");
}

TEST(GuessFormat, OfRealFiles) {
  for (const char* name : {"report.pdf", "word.docx", "good.zip", "good.tar", "box.mbox"})
    EXPECT_EQ(guess_file(made(name)), std::filesystem::path(name).extension().string()) << name;
  EXPECT_EQ(guess_file(fixture("pandoc.docx")), ".docx");
  EXPECT_EQ(guess_file(fixture("pandoc.odt")), ".odt");
  EXPECT_EQ(guess_file(made("a.jsonl.gz")), "");
}

}  // namespace
}  // namespace tvar::readers
