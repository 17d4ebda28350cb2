// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/text_places.h"

#include <gtest/gtest.h>

namespace tvar::indexing {
namespace {

TEST(TextPlaces, ComeBackAsTheyWereWritten) {
  std::string bytes;
  append_place({10'000, 65'540}, {0, 0}, bytes);
  append_place({10'001, 131'080}, {10'000, 65'540}, bytes);
  EXPECT_EQ(bytes.size(), 2U + 3U + 1U + 3U);
  EXPECT_EQ(decode_places(bytes), (std::vector<TextPlace>{{0, 0}, {10'000, 65'540}, {10'001, 131'080}}));
  EXPECT_EQ(decode_places(""), (std::vector<TextPlace>{{0, 0}}));
}

TEST(TextPlaces, WhatIsTornIsLeftOut) {
  std::string bytes;
  append_place({300, 70'000}, {0, 0}, bytes);
  EXPECT_EQ(decode_places(std::string_view(bytes).substr(0, bytes.size() - 1)),
            (std::vector<TextPlace>{{0, 0}}));
  EXPECT_EQ(decode_places(std::string(12, '\xff')), (std::vector<TextPlace>{{0, 0}}));
}

}  // namespace
}  // namespace tvar::indexing
