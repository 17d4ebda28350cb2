// SPDX-License-Identifier: GPL-2.0-or-later
// What is left out of a query that would read too much, and what never is.
#include "lib/search/query_budget.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "lib/query/limits.h"
#include "tests/support/temp_dir.h"

namespace tvar::search {
namespace {

using store::Node;
using Op = Node::Op;

// Each list costs as much as 40 postings in an index so small.
constexpr std::uint64_t kList = query::kFreePostings / query::kMaxLists;
static_assert(kList == 40);

class QueryBudgetTest : public ::testing::Test {
 protected:
  QueryBudgetTest() {
    store::Writer writer = store::Writer::open(
        directory_ / "i.tvar", {.schema = Schema::default_schema(), .analyzer = "a", .program = "p"});
    for (const char* const id : {"1", "2", "3"}) {
      store::PreparedDocument document;
      document.id = id;
      for (int i = 0; i < 100; ++i) document.add_term("common" + std::to_string(i));
      writer.upsert(document);
    }
    writer.commit();
    reader_ = std::make_unique<store::Reader>(store::Reader::open(directory_ / "i.tvar"));
  }

  static void add(std::vector<Node>& nodes, const std::string& word, int count) {
    for (int i = 0; i < count; ++i) nodes.push_back(Node::make_term(word + std::to_string(i)));
  }

  static std::size_t count(const Node& node, const std::string& word) {
    std::size_t found = node.op == Op::term && node.term.starts_with(word) ? 1 : 0;
    for (const Node& child : node.children) found += count(child, word);
    return found;
  }

  bool fit(Node& node) const { return fit_into_budget(node, *reader_); }

  testing::TempDir directory_;
  std::unique_ptr<store::Reader> reader_;
};

TEST_F(QueryBudgetTest, TheMostFrequentAlternativesAreLeftOutWhenThereAreTooManyLists) {
  std::vector<Node> words;
  add(words, "rare", 2450);   // 98,000
  add(words, "common", 100);  // 43 each
  Node node = Node::make(Op::any_of, words);
  EXPECT_TRUE(fit(node));
  EXPECT_EQ(count(node, "rare"), 2450U);
  EXPECT_EQ(count(node, "common"), 0U);

  words.erase(words.begin(), words.begin() + 100);  // 94,000 and 4,300
  node = Node::make(Op::any_of, words);
  EXPECT_FALSE(fit(node));
  EXPECT_EQ(node.children.size(), 2450U);
}

TEST_F(QueryBudgetTest, WhatIsExcludedStaysWhole) {
  std::vector<Node> words;
  add(words, "rare", 2450);
  std::vector<Node> excluded;
  add(excluded, "common", 100);
  std::vector<Node> wanted = words;
  add(wanted, "common", 100);
  Node node = Node::make(Op::and_not, {Node::make(Op::any_of, wanted), Node::make(Op::any_of, excluded)});
  EXPECT_FALSE(fit(node));  // no way of leaving alternatives out is enough
  wanted.erase(wanted.begin(), wanted.begin() + 150);
  node = Node::make(Op::and_not, {Node::make(Op::any_of, wanted), Node::make(Op::any_of, excluded)});
  EXPECT_TRUE(fit(node));
  EXPECT_EQ(count(node.children[0], "common"), 0U);
  EXPECT_EQ(count(node.children[1], "common"), 100U);
}

// A word that is required must not lose its fields and readings: ten alternatives or fewer stay.
TEST_F(QueryBudgetTest, FewAlternativesOfAConjunctionStay) {
  std::vector<Node> fields;
  add(fields, "common", 10);
  std::vector<Node> all;
  for (int word = 0; word < 250; ++word) all.push_back(Node::make(Op::any_of, fields));
  for (const bool wide : {false, true}) {
    if (wide) {
      for (Node& word : all) add(word.children, "rare", 1);
    }
    Node node = Node::make(Op::all_of, all);  // 250 x 430: each document of one is looked up in all others
    EXPECT_EQ(fit(node), wide);
    EXPECT_EQ(count(node, "common"), wide ? 0U : 2500U);
    EXPECT_EQ(count(node, "rare"), wide ? 250U : 0U);
  }
}

}  // namespace
}  // namespace tvar::search
