// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for every query string, checked on random ones.
#include <gtest/gtest.h>

#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/lib/query/query_properties.h"
#include "tests/support/seed.h"

namespace tvar {
namespace {

using namespace std::string_view_literals;

const std::vector<std::string_view> kPieces = {
    "a"sv,   "B"sv,    "ž"sv,      "x"sv,      "1"sv,     "OR"sv,      "NEBO"sv,      "AND"sv,    "A"sv,
    "NOT"sv, "NE"sv,   " "sv,      " "sv,      " "sv,     " "sv,       "-"sv,         "("sv,      ")"sv,
    "\""sv,  "„"sv,    "“"sv,      "”"sv,      "»"sv,     "«"sv,       "="sv,         "*"sv,      ":"sv,
    "\\"sv,  ".."sv,   "."sv,      "title:"sv, "town:"sv, "year:"sv,   "2008"sv,      "twon:"sv,  "source:"sv,
    "//"sv,  "😀"sv,    "\u00A0"sv, "\n"sv,     "~"sv,     "NEAR"sv,    "NEAR/3"sv,    "BLÍZKO"sv, "~2"sv,
    "/"sv,   "\xFF"sv, "\u0301"sv, ">"sv,      "+"sv,     "2016-04"sv, "published:"sv};

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t pieces = random() % 14; pieces > 0; --pieces) text += kPieces[random() % kPieces.size()];
  return text;
}

TEST(QueryProperties, HoldForRandomText) {
  const unsigned seed = test_seed();
  std::cout << "seed " << seed << '\n';
  std::mt19937 random(seed);
  for (int i = 0; i < 30'000; ++i) {
    const std::string text = random_text(random);
    const std::string broken = query_test::broken_property(text);
    ASSERT_EQ(broken, "") << "seed " << seed << ", text: " << text;
  }
}

}  // namespace
}  // namespace tvar
