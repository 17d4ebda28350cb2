// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/environment.h"

#include <gtest/gtest.h>

namespace tvar::cli {
namespace {

TEST(ChooseLanguage, TakesTheFirstVariableThatIsSet) {
  EXPECT_EQ(choose_language(nullptr, nullptr, nullptr), Language::english);
  EXPECT_EQ(choose_language(nullptr, nullptr, "cs_CZ.UTF-8"), Language::czech);
  EXPECT_EQ(choose_language("", "", "cs"), Language::czech);
  EXPECT_EQ(choose_language(nullptr, "cs_CZ", "en_GB.UTF-8"), Language::czech);
  EXPECT_EQ(choose_language("C", "cs_CZ", "cs_CZ"), Language::english);
  EXPECT_EQ(choose_language("cs_CZ", "C", "C"), Language::czech);
  EXPECT_EQ(choose_language(nullptr, nullptr, "c"), Language::english);
}

}  // namespace
}  // namespace tvar::cli
