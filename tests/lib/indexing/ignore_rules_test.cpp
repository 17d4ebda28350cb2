// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/ignore_rules.h"

#include <gtest/gtest.h>

namespace tvar::indexing {
namespace {

TEST(IgnoreRules, NamesMatchAsInShells) {
  EXPECT_TRUE(matches_name("*.txt", "a.txt"));
  EXPECT_FALSE(matches_name("*.txt", "a.txt2"));
  EXPECT_TRUE(matches_name("a?c", "abc"));
  EXPECT_FALSE(matches_name("a?c", "ac"));
  EXPECT_TRUE(matches_name("*a*b*", "xaybz"));
  EXPECT_TRUE(matches_name("*", ""));
  EXPECT_TRUE(matches_name("[a-c]1", "b1"));
  EXPECT_FALSE(matches_name("[!a-c]1", "b1"));
  EXPECT_TRUE(matches_name("[]x]", "]"));
  EXPECT_TRUE(matches_name("[", "["));  // never closed
  EXPECT_TRUE(matches_name("\\*", "*"));
  EXPECT_FALSE(matches_name("\\*", "x"));
  // Many stars take no time.
  EXPECT_FALSE(matches_name("*a*a*a*a*a*a*a*a*b", std::string(5000, 'a')));
}

std::string said(const IgnoreRules& rules, std::string_view path, bool is_folder = false) {
  const std::optional<bool> ignores = rules.ignores(path, is_folder);
  return !ignores ? "nothing" : *ignores ? "ignored" : "kept";
}

TEST(IgnoreRules, AreThoseOfGit) {
  const IgnoreRules rules(
      "# drafts\n\n*.bak.txt\ndrafts/\n/todo.txt\nold/**/*.md\n!keep.md\na/b\nall/**\n\\#x  \r\n\\!y\n");
  EXPECT_EQ(said(rules, "x.bak.txt"), "ignored");
  EXPECT_EQ(said(rules, "deep/er/x.bak.txt"), "ignored");
  EXPECT_EQ(said(rules, "drafts", true), "ignored");
  EXPECT_EQ(said(rules, "deep/drafts", true), "ignored");
  EXPECT_EQ(said(rules, "drafts"), "nothing");  // a file
  EXPECT_EQ(said(rules, "todo.txt"), "ignored");
  EXPECT_EQ(said(rules, "deep/todo.txt"), "nothing");
  EXPECT_EQ(said(rules, "old/a.md"), "ignored");
  EXPECT_EQ(said(rules, "old/x/y/a.md"), "ignored");
  EXPECT_EQ(said(rules, "old/x/keep.md"), "kept");
  EXPECT_EQ(said(rules, "a/b"), "ignored");
  EXPECT_EQ(said(rules, "x/a/b"), "nothing");
  EXPECT_EQ(said(rules, "all/x"), "ignored");
  EXPECT_EQ(said(rules, "all", true), "nothing");
  EXPECT_EQ(said(rules, "#x"), "ignored");
  EXPECT_EQ(said(rules, "!y"), "ignored");
  EXPECT_EQ(said(rules, "drafts.txt"), "nothing");
}

}  // namespace
}  // namespace tvar::indexing
