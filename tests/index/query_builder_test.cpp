// SPDX-License-Identifier: GPL-2.0-or-later
// Trees of random operators over random texts: what they find and how they score is what their leaves, searched one by
// one, add up to.
#include "index/query_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "index/store.h"
#include "tests/support/seed.h"
#include "tests/support/temp_dir.h"
#include "tvar/error.h"

namespace tvar::store {
namespace {

using Op = Node::Op;
using Scores = std::map<std::string, double>;  // of the documents that are found

constexpr std::size_t kDocuments = 300;
constexpr std::size_t kAll = 1000;
constexpr const char* kWords[] = {"a", "b", "c", "d", "e"};

class QueryBuilderTest : public ::testing::Test {
 protected:
  QueryBuilderTest() : random_(test_seed()) {
    IndexInfo info;
    info.schema.stemmer = "none";
    info.schema.fields = {{.name = "text"}};
    info.analyzer = "none/1";
    Writer writer = Writer::open(directory_ / "index", info);
    for (std::size_t i = 0; i < kDocuments; ++i) {
      PreparedDocument document;
      document.id = "d" + std::to_string(1000 + i);
      const std::size_t length = 2 + below(12);
      // The minimum of two makes the first words frequent and the last ones rare.
      for (std::uint32_t position = 1; position <= length; ++position)
        document.add_posting(kWords[std::min(below(5), below(5))], position);
      writer.upsert(document);
    }
    writer.commit();
    reader_.emplace(Reader::open(directory_ / "index"));
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }

  Node leaf() {
    if (below(2) == 0) return Node::make_term(kWords[below(5)]);
    // The backend takes the best of all terms below, so that there must be no other operator between.
    if (below(4) == 0)
      return Node::make(Op::best_of, {Node::make_term("a"), Node::scaled(0.9, Node::make_term("c"))});
    std::vector<Node> row;
    for (std::size_t i = 2 + below(2); i > 0; --i) row.push_back(Node::make_term(kWords[below(5)]));
    Node node = Node::make(below(2) == 0 ? Op::phrase : Op::near, std::move(row));
    node.window += below(3);
    return node;
  }

  // Like the queries that lib/search makes: what only adds to a score does not nest.
  Node tree(int depth, bool is_extra = false) {
    if (depth == 0 || below(4) == 0) return leaf();
    constexpr Op kOps[] = {Op::all_of,    Op::any_of, Op::any_of,  Op::and_maybe, Op::and_maybe,
                           Op::and_maybe, Op::filter, Op::and_not, Op::scale};
    Op op = kOps[below(std::size(kOps))];
    if (op == Op::scale) return Node::scaled(0.5, tree(depth - 1, is_extra));
    if (op == Op::and_maybe && is_extra) op = Op::any_of;
    std::vector<Node> children = {tree(depth - 1, is_extra)};
    for (std::size_t i = 1 + below(3); i > 0; --i)
      children.push_back(tree(depth - 1, is_extra || op == Op::and_maybe));
    return Node::make(op, std::move(children));
  }

  Scores search(const Node& node, std::size_t limit = kAll) const {
    MatchRequest request;
    request.query = node;
    request.limit = limit;
    Scores scores;
    for (const Match& match : reader_->match(request).matches) scores[match.id] = match.score;
    return scores;
  }

  // What the operators are said to mean in store.h.
  Scores expected(const Node& node) const {
    if (node.op == Op::term || node.op == Op::best_of || node.op == Op::phrase || node.op == Op::near)
      return search(node);
    Scores scores = expected(node.children.front());
    if (node.op == Op::scale) {
      for (auto& [id, score] : scores) score *= node.factor;
    }
    for (std::size_t i = 1; i < node.children.size(); ++i)
      combine(node.op, scores, expected(node.children[i]));
    return scores;
  }

  static void combine(Op op, Scores& scores, const Scores& more) {
    if (op == Op::and_not) std::erase_if(scores, [&](const auto& row) { return more.count(row.first) > 0; });
    if (op == Op::all_of || op == Op::filter)
      std::erase_if(scores, [&](const auto& row) { return more.count(row.first) == 0; });
    for (const auto& [id, score] : more) {
      const auto known = scores.find(id);
      if (known == scores.end()) {
        if (op == Op::any_of) scores.emplace(id, score);
      } else if (op == Op::any_of || op == Op::all_of || op == Op::and_maybe) {
        known->second += score;
      }
    }
  }

  std::mt19937 random_;
  testing::TempDir directory_;
  std::optional<Reader> reader_;
};

TEST_F(QueryBuilderTest, ScoresAreWhatTheLeavesAddUpTo) {
  constexpr double kRounding = 1e-9;
  std::size_t found = 0;
  for (int round = 0; round < 400; ++round) {
    const Node node = tree(3);
    const Scores model = expected(node);
    for (const std::size_t limit : {kAll, std::size_t{5}}) {
      const Scores scores = search(node, limit);
      ASSERT_EQ(scores.size(), std::min(limit, model.size()));
      for (const auto& [id, score] : scores) {
        ASSERT_EQ(model.count(id), 1U) << id;
        ASSERT_NEAR(score, model.at(id), kRounding) << id << " of " << limit << " in round " << round
                                                    << " of " << build_query(node).whole().get_description();
      }
      found += scores.size();
    }
  }
  EXPECT_GT(found, 10'000U);
}

// Xapian 1.4 gave the third document the phrase of the first one in the right half of an OR. Conditions around it and
// factors are no obstacle.
TEST_F(QueryBuilderTest, WhatTestsPositionsStandsAlone) {
  const auto phrase = [] { return Node::make(Op::phrase, {Node::make_term("a"), Node::make_term("b")}); };
  const Node either = Node::make(Op::any_of, {phrase(), Node::make_term("c"), Node::make_term("d")});
  const Node ranked = Node::make(Op::and_maybe, {Node::make_term("e"), Node::scaled(0.5, either)});
  EXPECT_EQ(build_query(Node::make(Op::filter, {ranked, Node::make_term("f")})).whole().get_description(),
            "Query((((e FILTER f) AND_MAYBE (0.5 * c OR 0.5 * d)) AND_MAYBE 0.5 * (a PHRASE 2 b)))");
  EXPECT_EQ(build_query(either).whole().get_description(),
            "Query((((a PHRASE 2 b) AND_MAYBE <alldocuments>) OR c OR d))");
}

// Xapian 1.4 reads bounds that it never set where an AND_MAYBE is excluded. Nothing of a condition is scored.
TEST_F(QueryBuilderTest, ConditionsAndExclusionsAskForDocumentsOnly) {
  const auto phrase = [] { return Node::make(Op::phrase, {Node::make_term("a"), Node::make_term("b")}); };
  const Node either = Node::make(Op::any_of, {phrase(), Node::make_term("c"), Node::make_term("d")});
  const Node ranked = Node::make(Op::and_maybe, {Node::scaled(0.5, either), Node::make_term("e")});
  EXPECT_EQ(build_query(Node::make(Op::and_not, {Node::make_term("f"), ranked})).whole().get_description(),
            "Query((f AND_NOT ((a PHRASE 2 b) OR c OR d)))");
  EXPECT_EQ(build_query(Node::make(Op::filter, {Node::make_term("f"), ranked})).whole().get_description(),
            "Query((f FILTER ((a PHRASE 2 b) OR c OR d)))");
}

TEST_F(QueryBuilderTest, TooDeepATreeIsRefused) {
  Node node = Node::make_term("a");
  for (int i = 0; i <= kMaxDepth; ++i) node = Node::scaled(0.5, std::move(node));
  EXPECT_THROW((void)build_query(node), Error);
}

}  // namespace
}  // namespace tvar::store
