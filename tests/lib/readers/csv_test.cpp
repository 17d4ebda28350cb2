// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <sstream>
#include <streambuf>

#include "lib/readers/csv_rows.h"
#include "lib/readers/reader.h"
#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

using namespace std::string_literals;
using Strings = std::vector<std::string>;
using Rows = std::vector<Strings>;

Rows rows_of(std::string_view text, char delimiter = ',') {
  Rows rows;
  ByteStream bytes(text);
  for (CsvRows csv(bytes, delimiter); csv.next();) rows.push_back(csv.cells());
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
  ByteStream bytes("a\n\"b\nc");
  CsvRows csv(bytes, ',');
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

/// A stream of a row or a line again and again: a large file that is nowhere.
class Repeated : public std::streambuf {
 public:
  Repeated(std::string text, std::size_t times) : text_(std::move(text)), left_(times) {}

 protected:
  int_type underflow() override {
    if (left_ == 0) return traits_type::eof();
    --left_;
    setg(text_.data(), text_.data(), text_.data() + text_.size());
    return traits_type::to_int_type(*gptr());
  }

 private:
  std::string text_;
  std::size_t left_;
};

struct Counted {
  std::size_t documents = 0;
  Document last;
  Strings problems;
};

Counted count(std::streambuf& content, std::uint64_t max_document_bytes = kMaxDocumentBytes) {
  Counted counted;
  std::istream stream(&content);
  read_placed(
      {.path = "a.csv", .id = "a.csv", .max_document_bytes = max_document_bytes, .content = &stream},
      [&counted](Document&& document, const std::string&) {
        ++counted.documents;
        counted.last = std::move(document);
        return true;
      },
      [&counted](ReadProblem&& problem) { counted.problems.push_back(spelled(problem, "")); });
  return counted;
}

TEST(LargeCsv, IsReadRowByRow) {  // 3 MB, of which no more than a row may be 1000 bytes
  Repeated content("\"x, \"\"y\"\"\r\nz\",P\xF8\xEDli\x9A \x9Elu\x9Dou\xE8k\xFD k\xF9\xF2\r\n", 100'000);
  const Counted counted = count(content, 1000);
  EXPECT_EQ(counted.problems, Strings());
  EXPECT_EQ(counted.documents, 99'999U);  // the first row is the header
  EXPECT_EQ(counted.last.id, "a.csv:100000");
  EXPECT_EQ(counted.last.value("x, \"y\" z"), "x, \"y\"\r\nz");
  EXPECT_EQ(counted.last.value("Příliš žluťoučký kůň"), "Příliš žluťoučký kůň");
}

TEST(LargeCsv, SkipsALongRowAndReadsTheNext) {
  std::stringbuf content("id,text\n1,a\n2,\"" + std::string(2'000'000, 'x') + "\n" + "\"\n3,b\n4," +
                         std::string(100, ',') + "\n5,c\n");
  const Counted counted = count(content, 50);
  EXPECT_EQ(
      counted.problems,
      (Strings{
          "error a.csv:3: is a row of more than 50 bytes, the most a document may have; it was passed over",
          "error a.csv:5: is a row of more than 50 bytes, the most a document may have; it was passed "
          "over"}));
  EXPECT_EQ(counted.documents, 3U);
  EXPECT_EQ(counted.last.id, "5");
}

TEST(LargeCsv, TheFirstLettersDecideAboutTheEncoding) {
  std::string rows = "id,text\n";
  while (rows.size() < 1'500'000) rows += "a,only ASCII\n";
  std::stringbuf content(rows + "b,\x9Elu\x9Dou\xE8k\xFD k\xF9\xF2\nc,\xF8\n");
  EXPECT_EQ(count(content).last.value("text"), "ř");
  std::stringbuf broken("\xEF\xBB\xBF" + rows + "b,šťastná žena\nc,ř\xFF\n");
  const Counted counted = count(broken);
  EXPECT_EQ(counted.last.value("text"), "ř\uFFFD");
  EXPECT_EQ(counted.problems,
            Strings{"warning a.csv: 1 broken byte sequence was replaced by U+FFFD; read as UTF-8"});
}

TEST(LargeCsv, Utf16IsReadWholeOrNotAtAll) {
  const std::string rows =
      "i\0d\0,\0t\0e\0x\0t\0\n\0"
      "1\0,\0"s;
  std::stringbuf content("\xFF\xFE" + rows + std::string(2'000'000, '\x20'));  // U+2020, a dagger
  EXPECT_EQ(count(content).last.value("text").substr(0, 3), "†");
  std::stringbuf larger("\xFF\xFE" + rows + std::string(2'000'000, '\x20'));
  EXPECT_EQ(count(larger, 1'500'000).problems,
            Strings{"error a.csv: is larger than 1.4 MiB, the most a document may have"});
}

}  // namespace
}  // namespace tvar::readers
