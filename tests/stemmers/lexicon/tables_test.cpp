// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/tables.h"

#include <gtest/gtest.h>

#include "tvar/error.h"

namespace tvar::stemmers::lexicon {
namespace {

TEST(Tables, RowsWithoutCommentsAndEmptyLines) {
  const auto rows = parse_table("# head\n\na\tb\nc\td", "x.tsv", 2);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].line, 3U);
  EXPECT_EQ(rows[1].columns, (std::vector<std::string>{"c", "d"}));
}

TEST(Tables, WrongNumberOfColumnsIsNamedWithItsLine) {
  try {
    parse_table("a\tb\nc\n", "x.tsv", 2);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::corrupt);
    EXPECT_STREQ(error.what(), "x.tsv:2: 1 columns instead of 2");
  }
}

TEST(Tables, AllOfOursParse) {
  const Tables tables = read_tables(TVAR_SOURCE_DIR "/stemmers/lexicon/data");
  EXPECT_GT(parse_table(tables.verbs, "verbs.tsv", 6).size(), 150U);
  EXPECT_GT(parse_table(tables.nouns, "nouns.tsv", 0).size(), 150U);
  EXPECT_GT(parse_table(tables.degrees, "degrees.tsv", 2).size(), 60U);
  EXPECT_GT(parse_table(tables.frequencies, "frequencies.tsv", 3).size(), 1000U);
}

}  // namespace
}  // namespace tvar::stemmers::lexicon
