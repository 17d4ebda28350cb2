// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

using Fields = std::vector<std::string>;

/// A document and problems from a text; the source is left out of the fields.
ReadResult read_text(std::string_view markdown) {
  const TemporaryFolder folder;
  ReadResult result = read(folder.write("a.md", markdown));
  for (Document& document : result.documents) {
    std::erase_if(document.fields, [](const FieldValue& field) { return field.name == "source"; });
  }
  return result;
}

std::string body(std::string_view markdown) {
  return std::string(only_document(read_text(markdown)).value("text"));
}

TEST(Markdown, ReadsFrontMatterAndBlocks) {
  const std::filesystem::path file = fixture("front-matter.md");
  const ReadResult result = read(file);
  const Fields problems = {
      "warning front-matter.md:10: 'member' is not a value or a list of values; it was passed over",
      "warning front-matter.md:12: 'id' was passed over: the id of a file is its path",
      "warning front-matter.md:14: 'contact' is not a value or a list of values; it was passed over"};
  EXPECT_EQ(result.problems, problems);
  ASSERT_EQ(result.documents.size(), 1U);
  const Document& document = result.documents[0];
  EXPECT_EQ(document.value("title"), "Ubytovna s doprovodem");
  const Fields expected = {"town=Přerov",
                           "year=2011",
                           "year=2012",
                           "published=2012-11-19",
                           "member=Statutární město Přerov",
                           "member=Člověk v tísni, o. p. s.",
                           "summary=dva řádky",
                           "source=" + file.string()};
  EXPECT_EQ(metadata(document), expected);
  EXPECT_EQ(document.value("text"),
            "Nadpis v textu\n"
            "\n"
            "Odstavec s tučným, kódem, odkazem a š\u00A0š měkký zlom řádku a\n"
            "tvrdý zlom.\n"
            "\n"
            "• první\n"
            "• druhý\n"
            "• vnořený\n"
            "• třetí\n"
            "s odstavcem\n"
            "\n"
            "Rok | Bytů\n"
            "2011 | 12\n"
            "2012\n"
            "\n"
            "Po  8-16\n"
            "  Út 8-12\n"
            "\n"
            "citát\n"
            "\n"
            "surové HTML\n"
            "\n"
            "konec\n"
            "řádku");
}

TEST(Markdown, BrokenFrontMatterIsAnErrorAndTheTextIsRead) {
  const ReadResult result = read(fixture("broken-front-matter.md"));
  EXPECT_EQ(result.problems,
            Fields{"error broken-front-matter.md:4: front matter is broken YAML (end of sequence "
                   "flow not found); the text was read without it"});
  ASSERT_EQ(result.documents.size(), 1U);
  EXPECT_EQ(result.documents[0].value("title"), "Zápis z Kolína");
  EXPECT_EQ(result.documents[0].value("text"), "Zápis z Kolína\n\nText zůstal.");
  EXPECT_FALSE(result.documents[0].has("year"));
}

TEST(Markdown, RulesAreNotFrontMatter) {
  const Document document = only_document(read(fixture("no-front-matter.md")));
  EXPECT_EQ(document.value("title"), "Druhá část");
  EXPECT_EQ(document.value("text"), "Text pod čarou.\n\nDruhá část\n\nJeště text.");
  EXPECT_EQ(body("---\ntown: Most\n"), "town: Most");
}

TEST(Markdown, FrontMatterMayEndWithDotsAndWindowsLines) {
  const Document document = only_document(read_text("---\r\ntown: Most\r\n...\r\nText.\r\n"));
  const Document expected{.id = "ID", .fields = {{"town", "Most"}, {"text", "Text."}}};
  EXPECT_EQ(document, expected);
}

TEST(Markdown, DateInFrontMatterIsTheDayOfPublication) {
  const Document expected{
      .id = "ID", .fields = {{"date", "2020-02-16 10:00"}, {"published", "2020-02-16"}, {"text", "Text."}}};
  EXPECT_EQ(only_document(read_text("---\ndate: 2020-02-16 10:00\n---\nText.\n")), expected);
  const Document given{.id = "ID",
                       .fields = {{"date", "2020-02-16"}, {"published", "2019-01-01"}, {"text", "Text."}}};
  EXPECT_EQ(only_document(read_text("---\ndate: 2020-02-16\npublished: 2019-01-01\n---\nText.\n")), given);
  EXPECT_EQ(only_document(read_text("---\ndate: v dubnu\n---\nText.\n")).value("published"), "");
  EXPECT_EQ(only_document(read_text("---\nlastmod: 2020-10-08\n---\nText.\n")).value("published"),
            "2020-10-08");
  EXPECT_EQ(only_document(read_text("---\nlast_modified_at: 2020-10-08\ndate: 2019-05-06\n---\nText.\n"))
                .value("published"),
            "2019-05-06");
}

TEST(Markdown, EmptyFrontMatterIsNothing) {
  EXPECT_EQ(body("---\n---\nText.\n"), "Text.");
  EXPECT_EQ(body("---\n# jen poznámka\n---\nText.\n"), "Text.");
}

TEST(Markdown, ALaterKeyReplacesAnEarlierOne) {
  const Document expected{.id = "ID", .fields = {{"town", "Most"}, {"year", "2010"}, {"text", "Text."}}};
  EXPECT_EQ(only_document(read_text("---\ntown: [Brno, Kolín]\nyear: 2010\ntown: Most\n---\nText.\n")),
            expected);
}

TEST(Markdown, DeepYamlIsAnErrorNotACrash) {
  const ReadResult result = read_text("---\na: " + std::string(100'000, '[') + "\n---\nText.\n");
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_TRUE(result.problems[0].starts_with("error ")) << result.problems[0];
  ASSERT_EQ(result.documents.size(), 1U);
  EXPECT_EQ(result.documents[0].value("text"), "Text.");
}

TEST(Markdown, TitleIsTheFirstHeadingOfAnyLevel) {
  EXPECT_EQ(
      only_document(read_text("Úvod.\n\n##\n\n### Nadpis *první* &amp; jediný\n\n# Druhý\n")).value("title"),
      "Nadpis první & jediný");
  EXPECT_FALSE(only_document(read_text("Jen text.\n")).has("title"));
}

TEST(Markdown, PicturesHaveNoText) {
  EXPECT_EQ(body("a ![b *c* ![d](e)](f) g [![h](i) j](k)\n"), "a g j");
}

TEST(Markdown, QuotesAndListsMayBeNested) {
  EXPECT_EQ(body("> a\n>\n> - b\n>   > c\n> - d\n\n1. e\n2. f\n"), "a\n\n• b\nc\n• d\n\n• e\n• f");
}

TEST(Markdown, HtmlBlocksAreRead) {
  EXPECT_EQ(body("a\n\n<ul><li>b</li>\n<li>c &amp; d</li></ul>\n\ne<b>f</b>g\n"), "a\n\n• b\n• c & d\n\nefg");
  EXPECT_EQ(body("a\n\n<script>\nne\n</script>\n\nb\n"), "a\n\nb");
}

/// md4c would make a thousand million cells of the first, and copy 5 GB for the second.
TEST(Markdown, WhatGrowsBeyondReasonIsReadAsPlainText) {
  std::string table = "|";
  for (int i = 0; i < 30'000; ++i) table += "x|";
  table += "\n|";
  for (int i = 0; i < 30'000; ++i) table += "---|";
  for (int i = 0; i < 30'000; ++i) table += "\n|y";
  std::string links = "[a]: http://" + std::string(100'000, 'x') + "\\*\n\n";
  for (int i = 0; i < 50'000; ++i) links += "[a] ";
  for (const std::string& text : {table, links}) {
    const ReadResult result = read_text(text);
    EXPECT_EQ(result.problems,
              Fields{"warning a.md: has tables or links beyond reason; it was read as plain text"});
    ASSERT_EQ(result.documents.size(), 1U);
    EXPECT_GT(result.documents[0].value("text").size(), 100'000U);
  }
}

TEST(Markdown, DeepNestingIsRead) {
  EXPECT_EQ(body(std::string(5'000, '>') + " dno\n"), "dno");
}

}  // namespace
}  // namespace tvar::readers
