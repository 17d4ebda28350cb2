// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/normalizer.h"

#include <gtest/gtest.h>

#include <ostream>

#include "tests/lib/text/random_text.h"
#include "tests/support/seed.h"

namespace tvar::text {
namespace {

struct Row {
  const char* name;
  const char* text;
  const char* normalized;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.name;
}

class NormalizerTable : public testing::TestWithParam<Row> {};

TEST_P(NormalizerTable, GivesThisText) {
  Normalizer normalizer;
  EXPECT_EQ(normalizer.normalize(GetParam().text), GetParam().normalized);
  EXPECT_EQ(normalizer.is_identity(), std::string_view(GetParam().text) == GetParam().normalized);
  EXPECT_EQ(is_normalized(GetParam().text), normalizer.is_identity());
}

const Row kRows[] = {
    {"plain", "Příliš žluťoučký kůň", "Příliš žluťoučký kůň"},
    {"empty", "", ""},
    {"composed", "azylove\u0301ho domu\u030A", "azylového domů"},
    {"composed_with_the_letter_before", "Pr\u030Cerov a jes\u030Cte\u030C", "Přerov a ještě"},
    {"two_marks", "u\u0308\u030C", "ǚ"},
    {"marks_in_wrong_order", "a\u0301\u0323", "ạ\u0301"},
    {"soft_hyphen", "nej\u00ADvětší", "největší"},
    {"soft_hyphen_before_a_mark", "domu\u00AD\u030A", "domů"},
    {"joiners", "ne\u200Dj\u200Clé\u2060pe\uFEFF", "nejlépe"},
    {"directions", "\u200Fa\u202Ab\u2066c", "abc"},
    {"ligatures", "ﬁrma ﬂuktuace oﬀ eﬃ", "firma fluktuace off effi"},
    {"digraphs", "ǆ ĳ ſ", "dž ij s"},
    {"fullwidth", "ＡＢ１２", "AB12"},
    {"mathematical", "𝐁𝐫𝐧𝐨", "Brno"},
    {"apostrophes", "l’art O´Neill Oʼ", "l'art O'Neill O'"},
    {"hyphens", "česko‐německý e‑mail", "česko-německý e-mail"},
    {"degree", "20ºC", "20°C"},
    {"spaces_stay", "v\u00A0Brně\u200Btam\u2009a\u202Ftu", "v\u00A0Brně\u200Btam\u2009a\u202Ftu"},
    {"quotes_and_dashes_stay", "„a“ – b…", "„a“ – b…"},
    {"powers_and_fractions_stay", "m² ½ ª", "m² ½ ª"},
    {"cyrillic", "и\u0306", "й"},
    {"hangul", "\u1112\u1161\u11AB", "한"},
    {"malformed_stays",
     "a\xFF"
     "b\u00AD",
     "a\xFF"
     "b"}};

INSTANTIATE_TEST_SUITE_P(Table, NormalizerTable, testing::ValuesIn(kRows),
                         [](const testing::TestParamInfo<Row>& row) { return std::string(row.param.name); });

/// The original bytes of each part of the normalised text that `word` names.
std::string source_of(std::string_view original, std::string_view word) {
  Normalizer normalizer;
  const std::string_view text = normalizer.normalize(original);
  const std::size_t begin = text.find(word);
  return std::string(normalizer.source({begin, begin + word.size()}).of(original));
}

TEST(Normalizer, KnowsWhereTextCameFrom) {
  EXPECT_EQ(source_of("azylový dům", "dům"), "dům");
  EXPECT_EQ(source_of("azylove\u0301ho domu\u030A tam", "domů"), "domu\u030A");
  EXPECT_EQ(source_of("azylove\u0301ho domu\u030A tam", "tam"), "tam");
  EXPECT_EQ(source_of("a \u00ADnej\u00ADvětší\u00AD b", "největší"), "nej\u00ADvětší")
      << "invisible edges stay out";
  EXPECT_EQ(source_of("a ﬁrma b", "firma"), "ﬁrma");
  EXPECT_EQ(source_of("a ﬁrma b", "irm"), "ﬁrm") << "half a ligature is the whole ligature";
  EXPECT_EQ(source_of("a ﬁrma b", "f"), "ﬁ");
  EXPECT_EQ(source_of("O’Neill", "O'Neill"), "O’Neill");
}

TEST(Normalizer, CopiesNothingWhenNothingIsToDo) {
  const std::string text = "Příliš žluťoučký kůň úpěl ďábelské ódy, „pak“ – a ještě jednou dál.";
  Normalizer normalizer;
  EXPECT_EQ(normalizer.normalize(text).data(), text.data());
}

TEST(Normalizer, AgreesWithItsQuickCheckOnEveryCharacter) {
  // The table of the fast paths is made from Unicode's properties, the slow path asks them: alone, in the midst of a
  // block of ASCII, and across the end of a block.
  Normalizer normalizer;
  for (char32_t c = 0; c < 0x3400; ++c) {
    for (const std::size_t before : {0U, 1U, 5U, 31U, 32U, 63U}) {
      std::string text(before, 'a');
      append_utf8(text, c);
      text.append(70, 'b');
      Normalizer second;
      const std::string once(normalizer.normalize(text + "\u00AD"));
      ASSERT_EQ(second.normalize(once), once) << std::hex << static_cast<std::uint32_t>(c);
      // Marks are never sure to stay as they are; of all other characters the quick check must know.
      ASSERT_TRUE(once == text || !is_normalized(text))
          << std::hex << static_cast<std::uint32_t>(c) << " " << before;
      if (c < 0x300) {
        ASSERT_EQ(is_normalized(text), once == text)
            << std::hex << static_cast<std::uint32_t>(c) << " " << before;
      }
    }
  }
}

TEST(Normalizer, IsIdempotentAndKeepsRangesInOrder) {
  const std::uint32_t seed = test_seed();
  std::mt19937 random(seed);
  Normalizer first;
  Normalizer second;
  for (int i = 0; i < 1000; ++i) {
    const std::string text = random_text(random, random() % 60);
    const std::string once(first.normalize(text));
    ASSERT_EQ(second.normalize(once), once) << "seed " << seed << " <" << text << ">";
    std::size_t last = 0;
    for (std::size_t at = 0; at < once.size();) {
      const std::size_t next = at + code_point_at(once, at).length;
      const ByteRange source = first.source({at, next});
      ASSERT_LE(last, source.begin) << "seed " << seed;
      ASSERT_LT(source.begin, source.end) << "seed " << seed;
      ASSERT_LE(source.end, text.size()) << "seed " << seed;
      ASSERT_TRUE(is_code_point_start(text[source.begin])) << "seed " << seed;
      last = source.begin;
      at = next;
    }
  }
}

TEST(Normalizer, SurvivesAMillionMarks) {
  std::string text = "a";
  for (int i = 0; i < 500000; ++i) text += i % 2 == 0 ? "\u0323" : "\u0301";
  Normalizer normalizer;
  const std::string once(normalizer.normalize(text + "b"));
  EXPECT_EQ(once.substr(0, 3), "ạ");
  EXPECT_EQ(once.size(), 3U + 30 * 2 + 1) << "a letter, the marks that are kept, and b";
  EXPECT_EQ(normalizer.source({0, once.size() - 1}), (ByteRange{0, text.size()}));
  Normalizer second;
  EXPECT_EQ(second.normalize(once), once);
}

}  // namespace
}  // namespace tvar::text
