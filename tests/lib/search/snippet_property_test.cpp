// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for the snippet of every text, checked on random ones.
#include <gtest/gtest.h>

#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/lib/search/snippet_properties.h"
#include "tests/support/seed.h"

namespace tvar::search {
namespace {

using namespace std::string_view_literals;

const std::vector<std::string_view> kPieces = {"dům"sv,
                                               "azylový"sv,
                                               "a"sv,
                                               "Město"sv,
                                               "ve"sv,
                                               "žluťoučký"sv,
                                               " "sv,
                                               " "sv,
                                               " "sv,
                                               " "sv,
                                               " "sv,
                                               ". "sv,
                                               "."sv,
                                               "\n"sv,
                                               "\n\n"sv,
                                               "\n • "sv,
                                               "? "sv,
                                               "14. "sv,
                                               "o. p. s. "sv,
                                               "Odkaz"sv,
                                               " | "sv,
                                               "👨\u200D👩\u200D👧"sv,
                                               "e\u0301\u0302"sv,
                                               "\u00A0"sv,
                                               "\u200B"sv,
                                               "…"sv,
                                               "\x01"sv,
                                               "„"sv,
                                               "“"sv};

struct Sample {
  std::string text;
  std::vector<MatchedToken> matches;
};

/// Some pieces are matches; now and then one that goes on over the pieces that follow.
Sample random_sample(std::mt19937& random) {
  Sample sample;
  const std::size_t pieces = random() % (random() % 50 == 0 ? 8000 : 120);
  const std::size_t rarity = 1 + random() % 40;
  for (std::size_t i = 0; i < pieces; ++i) {
    const std::string_view piece = kPieces[random() % kPieces.size()];
    const std::size_t begin = sample.text.size();
    sample.text += piece;
    const bool blank = search_test::squeezed(piece) == " ";
    if (!blank && random() % rarity == 0) {
      sample.matches.push_back({begin, sample.text.size(), static_cast<std::uint32_t>(random() % 70)});
    } else if (!blank && !sample.matches.empty() && random() % 30 == 0) {
      sample.matches.back().end = sample.text.size();
    }
  }
  return sample;
}

TEST(SnippetProperties, HoldForRandomTexts) {
  const unsigned seed = test_seed();
  std::cout << "seed " << seed << '\n';
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    const Sample sample = random_sample(random);
    const std::size_t length = random() % 260;
    const std::string broken = search_test::broken_property(sample.text, sample.matches, length);
    ASSERT_EQ(broken, "") << "seed " << seed << ", run " << i << ", length " << length
                          << ", text: " << sample.text;
  }
}

}  // namespace
}  // namespace tvar::search
