// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/search/spelling.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <string>

#include "tests/support/seed.h"

namespace tvar::search {
namespace {

struct CostRow {
  std::u32string_view typed;
  std::u32string_view meant;
  double cost;
};

TEST(TypingCost, KnowsTheSlipsOfCzech) {
  const CostRow rows[] = {
      {U"dům", U"dům", 0.0},
      {U"dum", U"dům", 0.25},              // a mark
      {U"prumysl", U"průmysl", 0.25},      //
      {U"viroba", U"výroba", 0.4},         // i for ý sounds alike, whatever the mark
      {U"krysa", U"kryza", 0.4},           // s for z
      {U"vjec", U"věc", 0.65},             // je for ě: a j too many, a mark
      {U"melliorace", U"meliorace", 0.6},  // doubled
      {U"vsrtva", U"vrstva", 0.8},         // swapped
      {U"sociákní", U"sociální", 0.8},     // neighbouring keys
      {U"akadzemie", U"akademie", 1.0},    // a letter too many
      {U"akadmie", U"akademie", 1.0},      // one missing
      {U"brno", U"brmo", 0.8},             //
      {U"xkola", U"škola", 1.3},           // the first letter
      {U"skola", U"škola", 0.25},          // but a mark is missed there as easily as elsewhere
  };
  for (const CostRow& row : rows) {
    EXPECT_NEAR(typing_cost(row.typed, row.meant, 5.0), row.cost, 1e-9)
        << std::string(row.meant.begin(), row.meant.end());
  }
}

TEST(TypingCost, IsInfiniteAboveTheLimit) {
  EXPECT_EQ(typing_cost(U"akademie", U"akadzemie", 1.0), 1.0);
  EXPECT_TRUE(std::isinf(typing_cost(U"akademie", U"akadzemie", 0.9)));
  EXPECT_TRUE(std::isinf(typing_cost(U"dům", U"zámek", 2.0)));
  EXPECT_TRUE(std::isinf(typing_cost(std::u32string(41, U'a'), std::u32string(41, U'a'), 9.0)));
}

TEST(TypingCost, DoesNotDependOnTheLimitBelowIt) {
  // The early end of a hopeless comparison must not change what comes out of the others.
  std::mt19937 random(test_seed());
  constexpr std::u32string_view kLetters = U"aáejěinysz";
  const auto word = [&] {
    std::u32string out;
    for (std::size_t i = 0; i < 2 + random() % 6; ++i) out += kLetters[random() % kLetters.size()];
    return out;
  };
  for (int i = 0; i < 20000; ++i) {
    const std::u32string typed = word();
    const std::u32string meant = word();
    const double whole = typing_cost(typed, meant, 100.0);
    const double limited = typing_cost(typed, meant, 1.5);
    if (whole <= 1.5) {
      ASSERT_EQ(limited, whole);
    } else {
      ASSERT_TRUE(std::isinf(limited));
    }
  }
}

TEST(AllowedCost, GrowsWithTheWord) {
  EXPECT_EQ(allowed_cost(2), 0.0);
  EXPECT_EQ(allowed_cost(3), 0.5);
  EXPECT_EQ(allowed_cost(5), 1.3);
  EXPECT_EQ(allowed_cost(8), 1.5);
  EXPECT_EQ(allowed_cost(9), 2.0);
}

}  // namespace
}  // namespace tvar::search
