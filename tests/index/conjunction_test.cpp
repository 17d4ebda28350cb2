// SPDX-License-Identifier: GPL-2.0-or-later
// Queries that require many words find what they find one after the other, whatever is looked at before.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "index/store.h"
#include "tests/support/matches.h"
#include "tests/support/temp_dir.h"

namespace tvar::store {
namespace {

using testing::ids;
using Ids = std::vector<std::string>;
constexpr Slot kSlot = 1;
constexpr int kWords = 20;

std::string word(int number) {
  return "w" + std::to_string(number);
}

class ConjunctionTest : public ::testing::Test {
 protected:
  ConjunctionTest() {
    info_.schema.stemmer = "none";
    info_.schema.fields = {{.name = "text"}};
    info_.analyzer = "none/1";
    Writer writer = Writer::open(index(), info_);
    // Document k lacks the word k, the last one has them all.
    for (int k = 0; k <= kWords; ++k) {
      PreparedDocument document;
      document.id = (k < 10 ? "d0" : "d") + std::to_string(k);
      document.set_value(kSlot, k % 2 == 0 ? "even" : "odd");
      for (int i = 0; i < kWords; ++i) {
        if (i != k) document.add_posting(word(i), static_cast<std::uint32_t>(i) + 1);
      }
      writer.upsert(document);
    }
    writer.commit();
  }

  std::filesystem::path index() const { return directory_ / "index"; }

  MatchResult search(Node query) const {
    MatchRequest request;
    request.query = std::move(query);
    request.limit = 10;
    request.count_slots = {kSlot};
    return Reader::open(index()).match(request);
  }

  static std::vector<Node> all_words() {
    std::vector<Node> words;
    for (int i = 0; i < kWords; ++i) words.push_back(Node::make_term(word(i)));
    return words;
  }

  testing::TempDir directory_;
  IndexInfo info_;
};

TEST_F(ConjunctionTest, AllWordsAreFoundWhereTheyAre) {
  const MatchResult found = search(Node::make(Node::Op::all_of, all_words()));
  EXPECT_EQ(ids(found), Ids{"d20"});
  EXPECT_EQ(found.estimate, 1U);
  EXPECT_EQ(found.counts.at(0).size(), 1U);
}

TEST_F(ConjunctionTest, NothingIsFoundWhereNoDocumentHasThemAll) {
  std::vector<Node> words = all_words();
  words.push_back(Node::make_term("nowhere"));
  const MatchResult found = search(Node::make(Node::Op::all_of, std::move(words)));
  EXPECT_EQ(ids(found), Ids{});
  EXPECT_EQ(found.upper, 0U);
  EXPECT_EQ(found.counts.at(0).size(), 0U);
}

// Each of the words is in all documents but one, any of them in all.
TEST_F(ConjunctionTest, AlternativesAndConditionsAreNoMoreThanTheyAre) {
  std::vector<Node> words = all_words();
  for (Node& one : words)
    one = Node::make(Node::Op::any_of, {Node::make_term("nowhere"), Node::scaled(0.5, std::move(one))});
  words.push_back(Node::range(kSlot, "even", "even"));
  Node query = Node::make(Node::Op::all_of, std::move(words));
  EXPECT_EQ(ids(search(query)), Ids{"d20"});
  query.children.back() = Node::range(kSlot, "odd", "odd");
  EXPECT_EQ(ids(search(query)), Ids{});
  query.children.back() = Node::everything();
  EXPECT_EQ(ids(search(Node::make(Node::Op::and_not, {query, Node::make_term("nowhere")}))), Ids{"d20"});
  EXPECT_EQ(ids(search(Node::make(Node::Op::and_not, {query, Node::make_term(word(3))}))), Ids{});
  EXPECT_EQ(ids(search(Node::make(Node::Op::and_maybe, {query, Node::make_term("nowhere")}))), Ids{"d20"});
}

// What may be without a conjunction is not looked at as if it were one.
TEST_F(ConjunctionTest, OptionalWordsAreNotRequired) {
  std::vector<Node> words = all_words();
  words.push_back(Node::make_term("nowhere"));
  Node all = Node::make(Node::Op::all_of, std::move(words));
  EXPECT_EQ(ids(search(Node::make(Node::Op::and_maybe, {Node::make_term(word(0)), all}))).size(), 10U);
  EXPECT_EQ(ids(search(Node::make(Node::Op::any_of, {Node::make_term(word(0)), all}))).size(), 10U);
}

}  // namespace
}  // namespace tvar::store
