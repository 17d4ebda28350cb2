// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/utf8.h"

#include <gtest/gtest.h>

#include "tests/lib/text/random_text.h"
#include "tests/support/seed.h"

namespace tvar::text {
namespace {

using namespace std::string_view_literals;

struct RepairRow {
  std::string_view bytes;
  std::string_view repaired;
  std::size_t replaced;
};

TEST(Utf8, ReplacesEachMaximalSubpart) {
  // Tables 3-8 to 3-11 of the Unicode Standard, chapter 3.9.
  const RepairRow rows[] = {
      {"", "", 0},
      {"dům", "dům", 0},
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA", 8},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA", 8},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA\uFFFD\uFFFDB", 7},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "\uFFFD\uFFFD\uFFFD\uFFFDA", 4},
      {"d\xC5", "d\uFFFD", 1},
      {"nul\0dům"sv, "nul\0dům"sv, 0},
  };
  for (const RepairRow& row : rows) {
    std::size_t replaced = 99;
    EXPECT_EQ(repair_utf8(row.bytes, &replaced), row.repaired);
    EXPECT_EQ(replaced, row.replaced) << row.repaired;
    EXPECT_EQ(is_valid_utf8(row.bytes), row.replaced == 0) << row.repaired;
  }
}

TEST(Utf8, RepairsAnyBytes) {
  const std::uint32_t seed = test_seed();
  std::mt19937 random(seed);
  for (int i = 0; i < 2000; ++i) {
    const std::string repaired = repair_utf8(random_bytes(random, random() % 64));
    ASSERT_TRUE(is_valid_utf8(repaired)) << "seed " << seed;
    ASSERT_EQ(repair_utf8(repaired), repaired) << "seed " << seed;
  }
}

TEST(Utf8, EncodesAndDecodesEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string text;
    append_utf8(text, c);
    const CodePoint point = code_point_at(text, 0);
    const bool surrogate = c >= 0xD800 && c < 0xE000;
    ASSERT_EQ(point.value, surrogate ? kReplacement : c);
    ASSERT_EQ(point.length, text.size());
    ASSERT_TRUE(point.valid);
    ASSERT_EQ(previous_code_point(text, text.size()), 0U);
  }
}

TEST(Utf8, ReadsNothingBehindTheEnd) {
  EXPECT_EQ(code_point_at("", 0).length, 0U);
  EXPECT_EQ(code_point_at("a", 1).length, 0U);
  EXPECT_EQ(code_point_at("\xE1\x80", 0).length, 2U);
  EXPECT_FALSE(code_point_at("\xE1\x80", 0).valid);
}

TEST(Utf8, TruncatesBetweenCodePoints) {
  EXPECT_EQ(truncate_utf8("dům", 4), "dům");
  EXPECT_EQ(truncate_utf8("dům", 3), "dů");
  EXPECT_EQ(truncate_utf8("dům", 2), "d");
  EXPECT_EQ(truncate_utf8("dům", 0), "");
  EXPECT_EQ(truncate_utf8("😀", 3), "");
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("Břeclav 😀"), 9U);
  EXPECT_EQ(count_code_points("\xFF\xFF"), 2U);
}

}  // namespace
}  // namespace tvar::text
