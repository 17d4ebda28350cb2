// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/fold.h"

#include <gtest/gtest.h>

#include "tests/lib/text/random_text.h"
#include "tests/support/seed.h"

namespace tvar::text {
namespace {

struct Row {
  const char* text;
  const char* folded;
};

TEST(FoldCase, LowersWithoutALocale) {
  const Row rows[] = {{"", ""},
                      {"DOMŮ", "domů"},
                      {"Příliš ŽLUŤOUČKÝ", "příliš žluťoučký"},
                      {"ISTANBUL", "istanbul"},
                      {"İ", "i\u0307"},
                      {"ΟΔΟΣ", "οδος"},
                      {"МИР", "мир"},
                      {"STRASSE ẞ", "strasse ß"},
                      {"A\u030A", "å"},
                      {"Ⱥ", "ⱥ"},
                      {"ǅ", "ǆ"},
                      {"123 ½ §", "123 ½ §"}};
  for (const Row& row : rows) EXPECT_EQ(fold_case(row.text), row.folded) << row.text;
}

TEST(FoldDiacritics, StripsMarks) {
  const Row rows[] = {{"", ""},
                      {"Příliš žluťoučký kůň úpěl ďábelské ódy", "Prilis zlutoucky kun upel dabelske ody"},
                      {"Łódź Ørsted Đakovo", "Lodz Orsted Dakovo"},
                      {"Straße Æsir œuvre Þór", "Strasse AEsir oeuvre THor"},
                      {"ı ħ ŧ", "i h t"},
                      {"azylove\u0301ho", "azyloveho"},
                      {"й ё", "и е"},
                      {"ά", "α"},
                      {"ǽ", "ae"},
                      {"हिन्दी", "हिन्दी"},
                      {"한국", "한국"}};
  for (const Row& row : rows) EXPECT_EQ(fold_diacritics(row.text), row.folded) << row.text;
}

TEST(FoldKey, MakesEqualWhatLooksEqual) {
  EXPECT_EQ(fold_key("  Ústí nad \t Labem\n"), "usti nad labem");
  EXPECT_EQ(fold_key("ÚSTÍ\u00A0NAD LABEM"), "usti nad labem");
  EXPECT_EQ(fold_key("Prerov"), fold_key("PŘEROV"));
  EXPECT_EQ(fold_key(" "), "");
  EXPECT_EQ(fold_key("a\u0085b\u2003c\u2028\u3000 d\u200B"), "a b c d\u200B");  // the last is no white space
}

TEST(HasDiacritics, SeesMarks) {
  EXPECT_TRUE(has_diacritics("dům"));
  EXPECT_TRUE(has_diacritics("du\u030Am"));
  EXPECT_TRUE(has_diacritics("Łeba"));
  EXPECT_TRUE(has_diacritics("東 ů"));
  EXPECT_FALSE(has_diacritics("dum 123 §"));
  EXPECT_FALSE(has_diacritics(""));
  EXPECT_FALSE(has_diacritics("жираф"));
  EXPECT_FALSE(has_diacritics("東京"));
}

TEST(Fold, IsIdempotentAndTheFastPathAgreesWithIcu) {
  const std::uint32_t seed = test_seed();
  std::mt19937 random(seed);
  for (int i = 0; i < 1000; ++i) {
    const std::string text = random_text(random, random() % 20);
    const std::string folded = fold_diacritics(fold_case(text));
    ASSERT_EQ(fold_diacritics(folded), folded) << "seed " << seed << " <" << text << ">";
    ASSERT_FALSE(has_diacritics(folded)) << "seed " << seed << " <" << text << ">";
  }
  // An ideograph behind the character forces the slow path.
  for (char32_t c = 0x20; c < 0x240; ++c) {
    std::string text;
    append_utf8(text, c);
    ASSERT_EQ(fold_case(text) + "東", fold_case(text + "東")) << text;
    ASSERT_EQ(fold_diacritics(text) + "東", fold_diacritics(text + "東")) << text;
  }
}

}  // namespace
}  // namespace tvar::text
