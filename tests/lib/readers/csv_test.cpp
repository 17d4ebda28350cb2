// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "lib/readers/csv_rows.h"
#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

using Strings = std::vector<std::string>;
using Rows = std::vector<Strings>;

Rows rows_of(std::string_view text, char delimiter = ',') {
  Rows rows;
  for (CsvRows csv(text, delimiter); csv.next();) rows.push_back(csv.cells());
  return rows;
}

TEST(CsvRows, CutsRowsAndCells) {
  EXPECT_EQ(rows_of("a,b\r\nc,d"), (Rows{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(rows_of("a,\n,\n"), (Rows{{"a", ""}, {"", ""}}));
  EXPECT_EQ(rows_of("a\rb\r"), (Rows{{"a"}, {"b"}}));
  EXPECT_EQ(rows_of("\n\na\n\n\nb\n\n"), (Rows{{"a"}, {"b"}}));
  EXPECT_EQ(rows_of(""), Rows());
}

TEST(CsvRows, QuotedCellsHoldAnything) {
  EXPECT_EQ(rows_of("\"a,b\",\"c\nd\",\"e\"\"f\"\n"), (Rows{{"a,b", "c\nd", "e\"f"}}));
  EXPECT_EQ(rows_of("\"\",x\n"), (Rows{{"", "x"}}));
  EXPECT_EQ(rows_of("5\" disk,\"a\"b\n"), (Rows{{"5\" disk", "ab"}}));
}

TEST(CsvRows, KnowsAnUnclosedQuote) {
  CsvRows csv("a\n\"b\nc", ',');
  EXPECT_TRUE(csv.next());
  EXPECT_FALSE(csv.unclosed());
  EXPECT_TRUE(csv.next());
  EXPECT_TRUE(csv.unclosed());
  EXPECT_EQ(csv.number(), 2U);
  EXPECT_FALSE(csv.next());
}

TEST(CsvRows, FindsTheDelimiter) {
  EXPECT_EQ(find_delimiter("a;b,c;d\n,,,,"), ';');
  EXPECT_EQ(find_delimiter("a\tb"), '\t');
  EXPECT_EQ(find_delimiter("\"a;b;c\",d"), ',');
  EXPECT_EQ(find_delimiter("id"), ',');
  EXPECT_EQ(find_delimiter(""), ',');
}

class Csv : public ::testing::Test {
 protected:
  ReadResult read_text(std::string_view text, const std::string& name = "a.csv") {
    return read(folder_.write(name, text), name);
  }

  TemporaryFolder folder_;
};

TEST_F(Csv, ADocumentARow) {
  const ReadResult result = read_text(
      "\xEF\xBB\xBFid;title; text ;obec\r\n"
      "x1;Dům;\"První odstavec.\r\n\r\nDruhý; \"\"odstavec\"\".\";Přerov\r\n"
      ";Byt;Text;\r\n"
      ";;;\r\n");
  EXPECT_EQ(result.problems, Strings());
  const std::string source = (folder_.path() / "a.csv").string();
  const std::vector<Document> expected = {
      {.id = "x1",
       .fields = {{"title", "Dům"},
                  {"text", "První odstavec.\r\n\r\nDruhý; \"odstavec\"."},
                  {"obec", "Přerov"},
                  {"source", source}}},
      {.id = "a.csv:3", .fields = {{"title", "Byt"}, {"text", "Text"}, {"source", source}}}};
  EXPECT_EQ(result.documents, expected);
}

TEST_F(Csv, TabsAndOtherCharsets) {
  const ReadResult result = read_text(
      "text\tobec\nP\xF8\xEDli\x9A \x9Elu\x9Dou\xE8k\xFD k\xF9\xF2\tT\xF8"
      "eb\xED\xE8\n",
      "a.tsv");
  EXPECT_EQ(result.problems, Strings());
  ASSERT_EQ(result.documents.size(), 1U);
  EXPECT_EQ(result.documents[0].value("text"), "Příliš žluťoučký kůň");
  EXPECT_EQ(result.documents[0].value("obec"), "Třebíč");
}

TEST_F(Csv, BadRowsAreNamedAndTheOthersRead) {
  const ReadResult result = read_text("id,text\n1,a,b\n2\n3,c\n4,\"d\n5,e\n");
  EXPECT_EQ(result.problems,
            (Strings{"error a.csv:2: has 3 cells, the header 2", "warning a.csv:3: has 1 cell, the header 2",
                     "error a.csv:5: has a quote that nothing closes"}));
  ASSERT_EQ(result.documents.size(), 2U);
  EXPECT_EQ(result.documents[0].id, "2");
  EXPECT_EQ(result.documents[1].id, "3");
}

TEST_F(Csv, NothingToRead) {
  EXPECT_EQ(read_text("").problems, Strings{"warning a.csv: is empty"});
  EXPECT_EQ(read_text("\n\n").problems, Strings{"warning a.csv: is empty"});
  EXPECT_EQ(read_text("id,text\n").problems, Strings{"warning a.csv: has a header and nothing below it"});
  EXPECT_EQ(read_text(std::string(100, '\0')).problems, Strings{"error a.csv: is not text"});
}

TEST_F(Csv, BrokenBytesAreCounted) {
  const ReadResult result = read_text("text\nšťastná \xFF žena, čeští učitelé\n", "a.tsv");
  EXPECT_EQ(result.problems,
            Strings{"warning a.tsv: 1 broken byte sequence was replaced by U+FFFD; read as UTF-8"});
}

}  // namespace
}  // namespace tvar::readers
