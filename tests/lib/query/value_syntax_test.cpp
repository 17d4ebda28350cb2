// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/query/value_syntax.h"

#include <gtest/gtest.h>

#include <string_view>

namespace tvar::query {
namespace {

const Field kYear{.name = "year", .kind = FieldKind::number};
const Field kPublished{.name = "published", .kind = FieldKind::date};
const Field kTown{.name = "town", .kind = FieldKind::keyword};

struct Row {
  const Field& field;
  std::string_view typed;
  std::string_view value;  // empty: refused
};

TEST(ValueSyntax, AcceptsAndRefuses) {
  const Row rows[] = {
      {kTown, " -..=", " -..="},
      {kYear, "2008", "2008"},
      {kYear, " 2008 ", "2008"},
      {kYear, "+5", "5"},
      {kYear, "-5", "-5"},
      {kYear, "2,50", "2.50"},
      {kYear, "1e3", ""},
      {kYear, "1.", ""},
      {kYear, ".5", ""},
      {kYear, "1.2.3", ""},
      {kYear, "-", ""},
      {kYear, "0x10", ""},
      {kYear, "2008..2012", "2008..2012"},
      {kYear, "2008 .. 2012", "2008..2012"},
      {kYear, "2008..", "2008.."},
      {kYear, "..2012", "..2012"},
      {kYear, "2008..2008", "2008..2008"},
      {kYear, "2008..<2012", "2008..<2012"},
      {kYear, "..< 2012", "..<2012"},
      {kYear, "2008..<2008", ""},
      {kYear, "2008..<", ""},
      {kYear, "2,5..2,50", "2.5..2.50"},
      {kYear, "-5..-6", ""},
      {kYear, "-6..-5", "-6..-5"},
      {kYear, "-0..0", "-0..0"},
      {kYear, "0..-0", "0..-0"},
      {kYear, "1..-1", ""},
      {kYear, "9..10", "9..10"},
      {kYear, "010..9", ""},
      {kYear, "99999999999999999999998..99999999999999999999997", ""},
      {kYear, "2.25..2.3", "2.25..2.3"},
      {kPublished, "2016", "2016"},
      {kPublished, "2016-04", "2016-04"},
      {kPublished, "2016-04-14", "2016-04-14"},
      {kPublished, "2016-02-29", "2016-02-29"},
      {kPublished, "1900-02-29", ""},
      {kPublished, "2000-02-29", "2000-02-29"},
      {kPublished, "2016-00", ""},
      {kPublished, "2016-04-31", ""},
      {kPublished, "2016-4-1", ""},
      {kPublished, "14.4.2016", ""},
      {kPublished, "2016-04-14T10:00", ""},
      {kPublished, "2016..2016-01", "2016..2016-01"},
      {kPublished, "2016-12-31..2016", "2016-12-31..2016"},
      {kPublished, "2017..2016-12-31", ""},
      {kPublished, "..2016-04", "..2016-04"},
  };
  for (const Row& row : rows) {
    const CheckedValue checked = check_value(row.field, row.typed);
    EXPECT_EQ(checked.value, row.value) << row.typed;
    EXPECT_EQ(checked.error.has_value(), row.value.empty()) << row.typed;
  }
}

TEST(ValueSyntax, ShowsTheBeginningOfLongValues) {
  const CheckedValue checked = check_value(kYear, std::string(39, 'x') + "žluť");
  ASSERT_TRUE(checked.error);
  EXPECT_EQ(checked.error->arguments, (std::vector<std::string>{std::string(39, 'x') + "…", "year"}));
}

}  // namespace
}  // namespace tvar::query
