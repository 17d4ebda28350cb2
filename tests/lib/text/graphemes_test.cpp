// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/graphemes.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/lib/text/random_text.h"
#include "tests/support/seed.h"

namespace tvar::text {
namespace {

TEST(GraphemeFloor, NeverCutsACharacterThatReadersSee) {
  EXPECT_EQ(grapheme_floor("dům", 0), 0U);
  EXPECT_EQ(grapheme_floor("dům", 1), 1U);
  EXPECT_EQ(grapheme_floor("dům", 2), 1U) << "inside ů";
  EXPECT_EQ(grapheme_floor("dům", 3), 3U);
  EXPECT_EQ(grapheme_floor("dům", 99), 4U);
  EXPECT_EQ(grapheme_floor("du\u030Am", 2), 1U) << "before the ring";
  EXPECT_EQ(grapheme_floor("du\u030Am", 4), 4U);
  EXPECT_EQ(grapheme_floor("a🇨🇿b", 5), 1U) << "inside a flag";
  EXPECT_EQ(grapheme_floor("a👨\u200D👩\u200D👧b", 12), 1U) << "inside a family";
  EXPECT_EQ(grapheme_floor("a\r\nb", 2), 1U);
  EXPECT_EQ(grapheme_floor("", 0), 0U);
}

TEST(GraphemeFloor, GivesUpOnEndlessClusters) {
  std::string text = "a";
  for (int i = 0; i < 1000; ++i) text += "\u0301";
  const std::size_t at = grapheme_floor(text, 1501);
  EXPECT_LE(at, 1501U);
  EXPECT_TRUE(is_code_point_start(text[at]));
}

TEST(WordCut, CutsBetweenWords) {
  EXPECT_EQ(word_cut("azylový dům", 99), 13U);
  EXPECT_EQ(word_cut("azylový dům", 11), 13U);
  EXPECT_EQ(word_cut("azylový dům", 10), 8U);
  EXPECT_EQ(word_cut("azylový dům", 8), 8U) << "without the space";
  EXPECT_EQ(word_cut("azylový dům", 7), 8U) << "a space follows";
  EXPECT_EQ(word_cut("azylový dům", 6), 6U) << "the first word alone is longer";
  EXPECT_EQ(word_cut("azylový", 0), 0U);
  EXPECT_EQ(word_cut("", 5), 0U);
  EXPECT_EQ(word_cut("   ", 5), 0U);
  EXPECT_EQ(word_cut("v\u00A0Brně dnes", 7), 8U);
}

TEST(WordCut, StaysInsideTheTextAndOnBoundaries) {
  const std::uint32_t seed = test_seed();
  std::mt19937 random(seed);
  for (int i = 0; i < 1000; ++i) {
    const std::string text = random_text(random, random() % 20);
    const std::size_t max = random() % 40;
    const std::size_t cut = word_cut(text, max);
    ASSERT_LE(cut, text.size()) << "seed " << seed;
    ASSERT_LE(count_code_points(std::string_view(text).substr(0, cut)), max) << "seed " << seed;
    ASSERT_TRUE(cut == text.size() || is_code_point_start(text[cut])) << "seed " << seed;
  }
}

}  // namespace
}  // namespace tvar::text
