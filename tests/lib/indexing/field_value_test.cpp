// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/field_value.h"

#include <gtest/gtest.h>

#include "index/store.h"

namespace tvar::indexing {
namespace {

using store::number_key;

TEST(FieldValue, KeywordsAreEqualWithoutCaseDiacriticsAndSpaces) {
  EXPECT_EQ(value_key(FieldKind::keyword, "  Ústí nad  Labem "), "usti nad labem");
  EXPECT_EQ(value_key(FieldKind::keyword, "ÚSTÍ NAD LABEM"), "usti nad labem");
  EXPECT_EQ(value_key(FieldKind::keyword, " "), std::nullopt);
}

TEST(FieldValue, NumbersAreEqualByValue) {
  EXPECT_EQ(value_key(FieldKind::number, "2008"), number_key(2008));
  EXPECT_EQ(value_key(FieldKind::number, " 2008.0 "), number_key(2008));
  EXPECT_EQ(value_key(FieldKind::number, "-0"), number_key(0));
  for (const char* wrong : {"", "abc", "2008x", "1e999", "nan", "0x10"}) {
    EXPECT_EQ(value_key(FieldKind::number, wrong), std::nullopt) << wrong;
  }
}

TEST(FieldValue, DatesAreCheckedAgainstTheCalendar) {
  for (const char* date : {"2016", "2016-04", "2016-04-14", "2016-02-29", "2000-02-29"}) {
    EXPECT_EQ(value_key(FieldKind::date, date), date);
  }
  for (const char* wrong : {"16", "2016-4", "2016-13", "2016-00", "2015-02-29", "1900-02-29", "2016-04-31",
                            "2016/04/14", "2016-04-14T10:00", "2016-", "14. 4. 2016"}) {
    EXPECT_EQ(value_key(FieldKind::date, wrong), std::nullopt) << wrong;
  }
}

TEST(FieldValue, CanonicalValueIsWhatPeopleSee) {
  EXPECT_EQ(canonical_value(FieldKind::keyword, " Město\tBřeclav\x1f \n"), "Město Břeclav");
  EXPECT_EQ(canonical_value(FieldKind::number, "2008.0"), "2008");
  EXPECT_EQ(canonical_value(FieldKind::number, "2.50"), "2.5");
  EXPECT_EQ(canonical_value(FieldKind::number, "mnoho"), "mnoho");
}

void expect_range(FieldKind kind, const char* text, const std::string& low, const std::string& high) {
  const std::optional<KeyRange> range = parse_range(kind, text);
  ASSERT_TRUE(range.has_value()) << text;
  EXPECT_EQ(range->low, low) << text;
  EXPECT_EQ(range->high, high) << text;
}

TEST(FieldValue, RangesHaveTwoEndsOrOne) {
  expect_range(FieldKind::number, "2008..2012", number_key(2008), number_key(2012));
  expect_range(FieldKind::number, "2008 .. 2012", number_key(2008), number_key(2012));
  expect_range(FieldKind::number, "2008..", number_key(2008), "");
  expect_range(FieldKind::number, "..2012", "", number_key(2012));
  expect_range(FieldKind::number, "2008", number_key(2008), number_key(2008));
}

TEST(FieldValue, AMonthOrYearIsTheRangeOfItsDays) {
  expect_range(FieldKind::date, "2016-04", "2016-04", "2016-04\x7f");
  expect_range(FieldKind::date, "2016..2017", "2016", "2017\x7f");
  expect_range(FieldKind::date, "2016-04-14", "2016-04-14", "2016-04-14");
  EXPECT_LT("2016-04-30", parse_range(FieldKind::date, "2016-04")->high);
  EXPECT_GT("2016-05", parse_range(FieldKind::date, "2016-04")->high);
}

TEST(FieldValue, ARangeCanEndBeforeItsEnd) {
  const auto number = parse_range(FieldKind::number, "2008..<2012");
  ASSERT_TRUE(number.has_value());
  EXPECT_EQ(number->low, number_key(2008));
  EXPECT_GE(number->high, number_key(2011.999999999));
  EXPECT_LT(number->high, number_key(2012));
  EXPECT_LT(parse_range(FieldKind::number, "..<0")->high, number_key(0));
  EXPECT_GT(parse_range(FieldKind::number, "..<0")->high, number_key(-1e-300));
  const auto date = parse_range(FieldKind::date, "..<2010-10");
  ASSERT_TRUE(date.has_value());
  EXPECT_GT(date->high, "2010-09-30");
  EXPECT_LT(date->high, "2010-10");
}

TEST(FieldValue, AKeywordIsFoundWithoutTheLegalFormBeforeIt) {
  EXPECT_EQ(filter_keys(FieldKind::keyword, "o. s. Naděje"),
            (std::vector<std::string>{"o. s. nadeje", "nadeje"}));
  EXPECT_EQ(filter_keys(FieldKind::keyword, "Naděje, o. s."), (std::vector<std::string>{"nadeje, o. s."}));
  EXPECT_EQ(facet_key(FieldKind::keyword, "Naděje, o. s."), "nadeje");
  EXPECT_EQ(filter_keys(FieldKind::number, "žádné"), std::vector<std::string>{});
}

TEST(FieldValue, APathIsFoundByEachNodeOnItsWay) {
  const Field area{.name = "area", .kind = FieldKind::keyword, .hierarchy = true};
  EXPECT_EQ(canonical_value(area, " Zlínský kraj>Zlín\t>  Lhota >"), "Zlínský kraj > Zlín > Lhota");
  EXPECT_EQ(canonical_value(area, " > "), "");
  EXPECT_EQ(filter_keys(area, "Zlínský kraj > Zlín > Lhota"),
            (std::vector<std::string>{"zlinsky kraj", "zlinsky kraj > zlin", "> zlin",
                                      "zlinsky kraj > zlin > lhota", "> lhota"}));
  EXPECT_EQ(facet_key(area, "Spolky > Naděje, o. s."), "spolky > nadeje");
  EXPECT_EQ(filter_keys(area, ""), std::vector<std::string>{});
  EXPECT_EQ(facet_key(area, ""), std::nullopt);
}

TEST(FieldValue, WrongRangesAreNone) {
  for (const char* wrong :
       {"..", "", "2012..2008", "a..b", "2008..x", "2008...2012", "2008..<2008", "2008..<", "..<"}) {
    EXPECT_EQ(parse_range(FieldKind::number, wrong), std::nullopt) << wrong;
  }
  EXPECT_EQ(parse_range(FieldKind::date, "2017..2016"), std::nullopt);
}

TEST(FieldValue, DotsInAKeywordAreNoRange) {
  expect_range(FieldKind::keyword, "A..B", "a..b", "a..b");
}

}  // namespace
}  // namespace tvar::indexing
