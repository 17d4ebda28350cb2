// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/collation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <thread>
#include <vector>

namespace tvar::text {
namespace {

TEST(Collation, SortsAsTheCzechAlphabet) {
  const std::vector<std::string> sorted = {"",      "1",       "10",   "a",     "á",    "abeceda", "cena",
                                           "cukr",  "čáp",     "čelo", "dům",   "hora", "hrad",    "chata",
                                           "chlum", "Chrudim", "jaro", "rak",   "řeka", "sad",     "škola",
                                           "teta",  "ťuhýk",   "ústí", "zámek", "žába"};
  std::vector<std::string> shuffled = sorted;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(7));
  std::sort(shuffled.begin(), shuffled.end(),
            [](const std::string& a, const std::string& b) { return collation_key(a) < collation_key(b); });
  EXPECT_EQ(shuffled, sorted);
}

TEST(Collation, ComparesLettersThenDiacriticsThenCase) {
  EXPECT_LT(collation_key("pas"), collation_key("pás"));
  EXPECT_LT(collation_key("pás"), collation_key("pasa"));
  EXPECT_LT(collation_key("brno"), collation_key("Brno"));
  EXPECT_LT(collation_key("Brno"), collation_key("brnoa"));
}

TEST(Collation, IgnoresTheNormalisationForm) {
  EXPECT_EQ(collation_key("dům"), collation_key("du\u030Am"));
  EXPECT_EQ(collation_key("š"), collation_key("s\u030C"));
}

TEST(Collation, HasNoNulInItsKeys) {
  for (const char* text : {"", "a", "žluťoučký kůň 12", "東京", "\xFF"}) {
    EXPECT_EQ(collation_key(text).find('\0'), std::string::npos) << text;
  }
  EXPECT_EQ(collation_key(std::string(5000, 'z')), collation_key(std::string(5000, 'z')));
}

TEST(Collation, NamesItsVersion) {
  EXPECT_NE(collation_version().find('.'), std::string::npos);
}

TEST(Collation, ServesManyThreads) {
  const std::string expected = collation_key("Chrudim");
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 500; ++i) wrong[t] += collation_key("Chrudim") == expected ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace tvar::text
