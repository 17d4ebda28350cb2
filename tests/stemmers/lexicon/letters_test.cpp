// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/letters.h"

#include <gtest/gtest.h>

namespace tvar::stemmers::lexicon {
namespace {

TEST(Letters, DecodesAndEncodesUtf8) {
  EXPECT_EQ(decode_utf8("aří€"), U"aří€");
  EXPECT_EQ(encode_utf8(U"aří€\U0001F600"), "aří€\U0001F600");
}

TEST(Letters, BrokenBytesBecomeReplacementCharacters) {
  EXPECT_EQ(decode_utf8("a\xC5"), U"a\uFFFD");
  EXPECT_EQ(decode_utf8("\x80z"), U"\uFFFDz");
}

TEST(Letters, ConvertsLatin2) {
  EXPECT_EQ(utf8_from_latin2("\xBE\xE1"
                             "ba \xD8\xED\xF9"),
            "žába Říů");
}

TEST(Letters, LowersCzechSlovakAndGermanLetters) {
  EXPECT_EQ(lower("ŽLUŤOUČKÝ KŮŇ ÚPĚL ĎÁBELSKÉ ÓDY"), "žluťoučký kůň úpěl ďábelské ódy");
  EXPECT_EQ(lower("ĽĹŇÖÜÄŁŐ×"), "ľĺňöüäłő×");
}

TEST(Letters, TellsCapitals) {
  EXPECT_TRUE(is_capitalised("Žďár"));
  EXPECT_FALSE(is_capitalised("žĎÁR"));
  EXPECT_FALSE(is_capitalised(""));
}

TEST(Letters, ReplacesTheEnd) {
  EXPECT_EQ(replace_tail("nový", "ý", "ě"), "nově");
}

}  // namespace
}  // namespace tvar::stemmers::lexicon
