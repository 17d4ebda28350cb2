// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/text.h"

#include <gtest/gtest.h>

namespace tvar::cli {
namespace {

TEST(RepairUtf8, KeepsWhatIsValid) {
  EXPECT_EQ(repair_utf8(""), "");
  EXPECT_EQ(repair_utf8("Příliš žluťoučký 👍 ̌\n"), "Příliš žluťoučký 👍 ̌\n");
}

TEST(RepairUtf8, ReplacesEachLongestPrefixOnce) {
  EXPECT_EQ(repair_utf8("a\xFFz"), "a\uFFFDz");
  EXPECT_EQ(repair_utf8("\xC5"), "\uFFFD");                                // cut at the end
  EXPECT_EQ(repair_utf8("\xF0\x9F\x91z"), "\uFFFDz");                      // three of four bytes
  EXPECT_EQ(repair_utf8("\xC0\xAF"), "\uFFFD\uFFFD");                      // overlong
  EXPECT_EQ(repair_utf8("\xE0\x80\xAF"), "\uFFFD\uFFFD\uFFFD");            // overlong
  EXPECT_EQ(repair_utf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");            // surrogate
  EXPECT_EQ(repair_utf8("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");  // above U+10FFFF
  EXPECT_EQ(repair_utf8("b\xF8yt"), "b\uFFFDyt");                          // windows-1250
}

TEST(Printable, LeavesNoControlCharacters) {
  EXPECT_EQ(printable("a\tb\r\nc"), "a b  c");
  EXPECT_EQ(printable("\x1b[31mred"), "\uFFFD[31mred");
  EXPECT_EQ(printable("\u009b31m\x7f"), "\uFFFD31m\uFFFD");  // the one-byte CSI
  EXPECT_EQ(printable_block("a\tb\r\nc\x1b"), "a b \nc\uFFFD");
}

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width("dům"), 3U);
  EXPECT_EQ(display_width("du\u030Am"), 3U);   // decomposed
  EXPECT_EQ(display_width("do\u00ADmu"), 4U);  // soft hyphen
  EXPECT_EQ(display_width("漢字"), 4U);
  EXPECT_EQ(display_width("👍"), 2U);
  EXPECT_EQ(display_width("\xFF"), 1U);
}

TEST(Pad, FillsColumnsNotBytes) {
  EXPECT_EQ(pad_right("dům", 5), "dům  ");
  EXPECT_EQ(pad_left("dům", 5), "  dům");
  EXPECT_EQ(pad_right("dům", 2), "dům");
}

TEST(Shorten, CutsOnACodePoint) {
  EXPECT_EQ(shorten("žížala", 6), "žížala");
  EXPECT_EQ(shorten("žížala", 5), "žíža…");
  EXPECT_EQ(shorten("漢字漢字", 4), "漢…");
  EXPECT_EQ(shorten("žížala", 1), "…");
}

TEST(PointAt, PutsCaretsUnderTheRange) {
  const Pointer pointer = point_at("žlutý year:abc kůň", {8, 16}, 80);
  EXPECT_EQ(pointer.line, "žlutý year:abc kůň");
  EXPECT_EQ(pointer.carets, "      ^^^^^^^^");
}

TEST(PointAt, CountsColumnsOfOddText) {
  EXPECT_EQ(point_at("漢\tx", {4, 5}, 80).line, "漢 x");
  EXPECT_EQ(point_at("漢\tx", {4, 5}, 80).carets, "   ^");
  EXPECT_EQ(point_at("u\u030Ax", {3, 4}, 80).carets, " ^");
}

TEST(PointAt, ShowsOneCaretForAnEmptyOrOutlyingRange) {
  EXPECT_EQ(point_at("abc", {3, 3}, 80).carets, "   ^");
  EXPECT_EQ(point_at("abc", {9, 12}, 80).carets, "   ^");
  EXPECT_EQ(point_at("", {0, 0}, 80).carets, "^");
}

TEST(PointAt, CutsALongTextAroundTheRange) {
  const std::string text = std::string(100, 'a') + "twon:x" + std::string(100, 'b');
  const Pointer pointer = point_at(text, {100, 106}, 30);
  EXPECT_EQ(pointer.line, "…aaaaaaaaaatwon:xbbbbbbbbbbbbbb…");
  EXPECT_EQ(pointer.carets, "           ^^^^^^");
}

TEST(PointAt, CutsTheCaretsOfALongRange) {
  const Pointer pointer = point_at(std::string(1000, 'a'), {0, 1000}, 10);
  EXPECT_EQ(pointer.line, "aaaaaaaaaa…");
  EXPECT_EQ(pointer.carets, "^^^^^^^^^^");
}

TEST(Nearest, SuggestsWhatWasMeant) {
  const std::vector<std::string> commands = {"index", "search", "facets", "show", "stats", "analyze"};
  EXPECT_EQ(nearest("serach", commands), "search");
  EXPECT_EQ(nearest("analyse", commands), "analyze");
  EXPECT_EQ(nearest("ana", commands), "analyze");
  EXPECT_EQ(nearest("idx", commands), std::nullopt);
  EXPECT_EQ(nearest("hledat", commands), std::nullopt);
  EXPECT_EQ(nearest("", commands), std::nullopt);
}

}  // namespace
}  // namespace tvar::cli
