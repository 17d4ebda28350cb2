// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/text/calendar.h"

#include <gtest/gtest.h>

namespace tvar::text {
namespace {

TEST(Calendar, FebruaryKnowsLeapYears) {
  EXPECT_EQ(days_in_month(2015, 2), 28);
  EXPECT_EQ(days_in_month(2016, 2), 29);
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2000, 2), 29);
  EXPECT_EQ(days_in_month(2000, 12), 31);
}

TEST(Calendar, IsoDatesAreYearsMonthsAndDays) {
  for (const char* date : {"2016", "2016-04", "2016-04-30", "2016-02-29", "0001-01-01"})
    EXPECT_TRUE(is_iso_date(date)) << date;
  for (const char* wrong : {"", "16", "2016-", "2016-4", "2016-13", "2016-00", "2016-04-31", "2016-04-00",
                            "2015-02-29", "2016/04/14", "2016-04-1", "2016-04-14T10", "abcd"}) {
    EXPECT_FALSE(is_iso_date(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace tvar::text
