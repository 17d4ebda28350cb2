// SPDX-License-Identifier: GPL-2.0-or-later
// The fast scanner must give exactly what ICU's word rules give, for every character and for random texts.
#include "lib/text/word_scanner.h"

#include <gtest/gtest.h>

#include <sstream>

#include "lib/text/normalizer.h"
#include "tests/lib/text/random_text.h"
#include "tests/support/seed.h"

namespace tvar::text {
namespace {

std::string describe(std::string_view text, const std::vector<Piece>& pieces) {
  std::ostringstream out;
  for (const Piece& piece : pieces) {
    out << text.substr(piece.begin, piece.end - piece.begin) << "[" << piece.begin << "," << piece.end
        << ") kind " << int{static_cast<std::uint8_t>(piece.kind)} << " gap "
        << int{static_cast<std::uint8_t>(piece.gap)} << " shape "
        << int{static_cast<std::uint8_t>(piece.shape)} << " length " << int{piece.length} << "\n";
  }
  return out.str();
}

class BothWays {
 public:
  /// Empty when the fast way and ICU agree on the normalised text, else what they say.
  std::string difference(std::string_view original) {
    const std::string text(normalizer_.normalize(original));
    std::string lower(text.size(), '\0');
    scanner_.scan(text, lower.data(), pieces_);
    const std::string fast = describe(text, pieces_);
    scanner_.scan_by_icu(text, lower.data(), pieces_);
    const std::string by_icu = describe(text, pieces_);
    return fast == by_icu ? "" : "fast:\n" + fast + "ICU:\n" + by_icu;
  }

 private:
  Normalizer normalizer_;
  WordScanner scanner_;
  std::vector<Piece> pieces_;
};

std::string around(std::string_view before, char32_t c, std::string_view after) {
  std::string text(before);
  append_utf8(text, c);
  return text.append(after);
}

TEST(WordScanner, AgreesWithIcuOnEveryCharacter) {
  BothWays both;
  int differences = 0;
  for (char32_t c = 0; c < 0x30000 && differences < 20; c += c < 0x3400 ? 1 : 7) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const std::string text =
        around("ab", c, "cd 1") + around("", c, "2 ") + around("", c, " ") + around("č", c, "");
    const std::string difference = both.difference(text);
    if (difference.empty()) continue;
    ++differences;
    ADD_FAILURE() << "U+" << std::hex << static_cast<std::uint32_t>(c) << "\n" << difference;
  }
}

TEST(WordScanner, AgreesWithIcuOnRandomTexts) {
  const std::uint32_t seed = test_seed();
  std::mt19937 random(seed);
  BothWays both;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_text(random, 1 + random() % 40);
    ASSERT_EQ(both.difference(text), "") << "seed " << seed << ", text <" << text << ">";
  }
}

std::string lowered(std::string_view text) {
  WordScanner scanner;
  std::vector<Piece> pieces;
  std::string lower(text.size(), '\0');
  scanner.scan(text, lower.data(), pieces);
  return lower;
}

TEST(WordScanner, LowersLatinLettersInPlace) {
  EXPECT_EQ(lowered("PŘÍLIŠ ŽLUŤOUČKÝ KŮŇ, 12 ÚPĚL"), "příliš žluťoučký kůň, 12 úpěl");
  EXPECT_EQ(lowered("Łódź Ørsted Ș"), "łódź ørsted ș");
}

TEST(WordScanner, KnowsGaps) {
  EXPECT_EQ(classify_gap(""), Gap::none);
  EXPECT_EQ(classify_gap(" "), Gap::space);
  EXPECT_EQ(classify_gap("\u00A0"), Gap::space);
  EXPECT_EQ(classify_gap("\u202F"), Gap::space);
  EXPECT_EQ(classify_gap("  "), Gap::other);
  EXPECT_EQ(classify_gap("\r\n"), Gap::line);
  EXPECT_EQ(classify_gap("."), Gap::dot);
  EXPECT_EQ(classify_gap(".\u00A0"), Gap::dot_space);
  EXPECT_EQ(classify_gap(".\u202F"), Gap::dot_space);
  EXPECT_EQ(classify_gap(".\n"), Gap::dot_line);
  EXPECT_EQ(classify_gap(".."), Gap::other);
  EXPECT_EQ(classify_gap("–"), Gap::other);
}

struct ShapeRow {
  const char* word;
  Shape shape;
};

TEST(WordScanner, KnowsShapes) {
  const ShapeRow rows[] = {
      {"dům", Shape::lower},    {"Dům", Shape::capitalised}, {"DŮM", Shape::all_caps},
      {"A", Shape::all_caps},   {"iPhone", Shape::mixed},    {"ODkaz", Shape::capitalised},
      {"DůmDům", Shape::mixed}, {"мир", Shape::lower},       {"Мир", Shape::capitalised},
      {"МИР", Shape::all_caps}, {"東京", Shape::lower},      {"dŮ", Shape::mixed}};
  WordScanner scanner;
  std::vector<Piece> pieces;
  for (const ShapeRow& row : rows) {
    std::string lower(std::string_view(row.word).size(), '\0');
    scanner.scan(row.word, lower.data(), pieces);
    ASSERT_EQ(pieces.size(), 1U) << row.word;
    EXPECT_EQ(pieces[0].shape, row.shape) << row.word;
  }
}

}  // namespace
}  // namespace tvar::text
