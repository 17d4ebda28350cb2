// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/fold.h"

#include <gtest/gtest.h>

namespace tvar::stemmers {
namespace {

TEST(Fold, TakesCzechDiacriticsOff) {
  EXPECT_EQ(folded("příliš žluťoučký kůň úpěl ďábelské ódy"), "prilis zlutoucky kun upel dabelske ody");
  EXPECT_EQ(folded("ŘEŘICHA Ů"), "RERICHA U");
}

TEST(Fold, TakesOtherLatinDiacriticsOff) {
  EXPECT_EQ(folded("äöüåñçłøđżśľĺŕőű"), "aouanclodzsllrou");
}

TEST(Fold, DropsCombiningMarks) {
  EXPECT_EQ(folded("c\u030Ca\u0301p"), "cap");
}

TEST(Fold, KeepsTheRest) {
  EXPECT_EQ(folded("ß æ þ × ÷ ж 中 5"), "ß æ þ × ÷ ж 中 5");
  EXPECT_EQ(folded("\xC5"), "\xC5");
  EXPECT_EQ(folded("\xFF\x80"), "\xFF\x80");
  EXPECT_EQ(folded(""), "");
}

TEST(Fold, KnowsWhetherThereIsAnythingToTakeOff) {
  EXPECT_TRUE(is_folded("azylovy dum"));
  EXPECT_TRUE(is_folded("ж ß"));
  EXPECT_FALSE(is_folded("dům"));
  EXPECT_FALSE(is_folded("e\u0301"));
}

}  // namespace
}  // namespace tvar::stemmers
