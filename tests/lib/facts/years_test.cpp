// SPDX-License-Identifier: GPL-2.0-or-later
// Which numbers are years, beside what the other tests have of them.
#include <gtest/gtest.h>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

TEST(Years, NotTheNumbersOfHouses) {
  EXPECT_EQ(facts_of("Městský úřad, nám. 28. října 1438, 358 01 Kraslice\n", "year published"), "");
  EXPECT_EQ(facts_of("Město Rumburk | Třída 9. května 1366/48 | datová schránka\n", "year published"), "");
  EXPECT_EQ(facts_of("Náměstí Jana Pernera 1977\n560 02 Česká Třebová\n", "year"), "");
  EXPECT_EQ(facts_of("Zapsáno u soudu v Brně, oddíl O, vložka 2003.\n", "year"), "");
  EXPECT_EQ(facts_of("Ples Sokola Lhota 1977\n560 korun vynesla tombola.\n", "year"), "year: 1977\n");
  EXPECT_EQ(facts_of("kde: MěÚ, Rokycanova 1929, č. dv. 214\n", "year"), "");
  EXPECT_EQ(facts_of("Městský úřad Sokolov, Rokycanova 1929 | úřední hodiny\n", "year"), "");
}

TEST(Years, BehindStreetsAndNamesOfPersonsAsWell) {
  EXPECT_EQ(facts_of("Sraz bude na náměstí 28. října 2023 dopoledne.\n", "year"), "year: 2023\n");
  EXPECT_EQ(facts_of("Jana Malá, rozená Rokycanova 1929 v Praze.\n", "year"), "year: 1929\n");
}

}  // namespace
}  // namespace tvar
