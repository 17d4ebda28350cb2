// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/merge_repeated.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace tvar::search {
namespace {

using store::Node;
using Op = Node::Op;

constexpr const char* kNames[] = {"everything", "nothing", "term", "all",   "any",    "best",  "synonym",
                                  "phrase",     "near",    "not",  "maybe", "filter", "scale", "range"};

/// all(a any(b c)); scales as numbers: 2*a.
std::string shown(const Node& node) {
  if (node.op == Op::term) return node.term;
  std::string text = node.op == Op::scale ? std::to_string(static_cast<int>(node.factor)) + "*"
                                          : std::string(kNames[static_cast<std::size_t>(node.op)]) + "(";
  for (std::size_t i = 0; i < node.children.size(); ++i) text += (i > 0 ? " " : "") + shown(node.children[i]);
  return node.op == Op::scale ? text : text + ")";
}

Node term(const char* text) {
  return Node::make_term(text);
}

/// Node::make leaves out what is superfluous, the test must not.
Node node(Op op, std::vector<Node> children) {
  Node made;
  made.op = op;
  made.children = std::move(children);
  return made;
}

std::string merged(Node node) {
  merge_repeated(node);
  return shown(node);
}

TEST(MergeRepeated, EqualChildrenCountAsOften) {
  EXPECT_EQ(merged(node(Op::all_of, {term("a"), term("b"), term("a"), term("a")})), "all(3*a b)");
  EXPECT_EQ(merged(node(Op::any_of, {node(Op::best_of, {term("a"), term("b")}), term("a"),
                                     node(Op::best_of, {term("a"), term("b")})})),
            "any(2*best(a b) a)");
  EXPECT_EQ(merged(node(Op::any_of, {node(Op::all_of, {term("a"), term("a")}),
                                     node(Op::all_of, {term("a"), term("a")})})),
            "any(2*all(2*a))");
}

TEST(MergeRepeated, WhatMustHoldIsNotWhatMay) {
  EXPECT_EQ(merged(node(Op::and_maybe, {term("a"), term("a"), term("b"), term("b")})), "maybe(a a 2*b)");
}

TEST(MergeRepeated, ConditionsThatDoNotScoreAreOne) {
  EXPECT_EQ(merged(node(Op::and_not, {term("a"), term("a"), term("b"), term("a"), term("b")})), "not(a a b)");
  EXPECT_EQ(merged(node(Op::filter, {term("a"), term("b"), term("b")})), "filter(a b)");
}

TEST(MergeRepeated, ChildrenThatDifferStay) {
  EXPECT_EQ(merged(node(Op::any_of, {term("a"), Node::scaled(2, term("a")), Node::scaled(3, term("a"))})),
            "any(a 2*a 3*a)");
  EXPECT_EQ(merged(node(Op::any_of, {Node::range(1, "a", "b"), Node::range(1, "ab", ""),
                                     Node::range(2, "a", "b"), Node::range(1, "a", "b")})),
            "any(2*range() range() range())");
}

TEST(MergeRepeated, OtherOperatorsAreLeftAlone) {
  for (const Op op : {Op::best_of, Op::synonym, Op::phrase, Op::near})
    EXPECT_EQ(merged(node(op, {term("b"), term("a"), term("a")})),
              std::string(kNames[static_cast<std::size_t>(op)]) + "(b a a)");
  EXPECT_EQ(merged(node(Op::phrase, {node(Op::any_of, {term("a"), term("a")}), term("b")})),
            "phrase(any(a a) b)");
}

}  // namespace
}  // namespace tvar::search
