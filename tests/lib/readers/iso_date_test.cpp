// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/iso_date.h"

#include <gtest/gtest.h>

namespace tvar::readers {
namespace {

TEST(IsoDate, ReadsWhatCanMeanButOneDay) {
  for (const char* value :
       {"2016-04-14", "2016-4-14", "2016/04/14", "20160414", "2016-04-14T10:00", "2016-04-14T10:00:00+02:00",
        "2016-04-14T23:59:59Z", "2016-04-14 10:00", "2016-04-14 ", " 2016-04-14", "20160414T100000",
        "14. 4. 2016", "14.4.2016", "14.04.2016", "14.\u00A04.\u00A02016", "14. 4. 2016 10:00",
        "14. 4. 2016, 10:00", "Thu, 14 Apr 2016 10:00:00 GMT", "14 Apr 2016"}) {
    EXPECT_EQ(iso_date(value), "2016-04-14") << value;
  }
}

TEST(IsoDate, KeepsYearsAndMonths) {
  EXPECT_EQ(iso_date("2016"), "2016");
  EXPECT_EQ(iso_date("2016-04"), "2016-04");
  EXPECT_EQ(iso_date("2016/4"), "2016-04");
}

TEST(IsoDate, KnowsTheCalendar) {
  EXPECT_EQ(iso_date("2016-02-29"), "2016-02-29");
  EXPECT_EQ(iso_date("31. 12. 1999"), "1999-12-31");
  for (const char* value : {"2015-02-29", "2016-04-31", "2016-13-01", "2016-00-01", "2016-01-00",
                            "32. 1. 2016", "0000-01-01", "20161301", "2016-13"}) {
    EXPECT_EQ(iso_date(value), std::nullopt) << value;
  }
}

TEST(IsoDate, LeavesTheRestAlone) {
  for (const char* value :
       {"",
        " ",
        "loni",
        "04/05/2016",
        "14/4/2016",
        "14. 4.",
        "14. 4. 16",
        "14. dubna 2016",
        "2016-04-14-15",
        "2016-04-14x",
        "2016-04/14",
        "201604",
        "123456789",
        "14.4",
        "2016.",
        "-2016",
        "14 Duben 2016",
        "14 anF 2016",
        "Thu, 14",
        "2016-04-14T",
        "99999999999999999999",
        "2016-04-14 10:00 a spousta dalšího textu, který k datu nepatří a je příliš dlouhý"}) {
    EXPECT_EQ(iso_date(value), std::nullopt) << value;
  }
}

}  // namespace
}  // namespace tvar::readers
