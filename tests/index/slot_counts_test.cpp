// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/slot_counts.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace tvar::store {
namespace {

TEST(SlotCounts, NumbersContentsAsTheyCome) {
  SlotCounts counts;
  EXPECT_EQ(counts.size(), 0U);
  counts.add("Brno");
  counts.add("Aš", 3);
  counts.add("Brno", 2);
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts.content(0), "Brno");
  EXPECT_EQ(counts.documents(0), 3U);
  EXPECT_EQ(counts.content(1), "Aš");
  EXPECT_EQ(counts.documents(1), 3U);
}

TEST(SlotCounts, KeepsManyApart) {
  constexpr std::uint32_t kContents = 5000;
  SlotCounts counts;
  for (std::uint32_t round = 0; round < 3; ++round) {
    for (std::uint32_t i = 0; i < kContents; ++i) counts.add("Obec číslo " + std::to_string(i));
  }
  ASSERT_EQ(counts.size(), kContents);
  for (std::uint32_t i = 0; i < kContents; ++i) {
    EXPECT_EQ(counts.content(i), "Obec číslo " + std::to_string(i));
    EXPECT_EQ(counts.documents(i), 3U) << i;
  }
}

}  // namespace
}  // namespace tvar::store
