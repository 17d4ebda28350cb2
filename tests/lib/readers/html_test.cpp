// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "lib/readers/html_page.h"
#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

std::string text_of(std::string_view html) {
  return read_html_page(html).text;
}

std::string title_of(std::string_view html) {
  return read_html_page(html).title;
}

std::vector<std::string> metadata_of(std::string_view html) {
  Document document;
  document.fields = read_html_page(html).metadata;
  return metadata(document);
}

using Fields = std::vector<std::string>;

TEST(Html, ReadsAPageAsItIsInTheWild) {
  const std::filesystem::path file = fixture("wild.html");
  const Document document = only_document(read(file));
  EXPECT_EQ(document.value("title"), "Lokální partnerství Jeseník");
  EXPECT_EQ(document.value("text"),
            "Domů Mapa Kontakt\n"
            "\n"
            "Lokální partnerství Jeseník\n"
            "\n"
            "První odstavec s tučným a šikmým textem\n"
            "\n"
            "Druhý odstavec, nedokončený\n"
            "nový řádek\n"
            "\n"
            "za mezerou\n"
            "\n"
            "• Město Jeseník\n"
            "• Úřad práce Jeseník\n"
            "• oddělení poradenství\n"
            "• Charita Jeseník\n"
            "\n"
            "Rok | Počet bytů\n"
            "2010 | 12\n"
            "2011\n"
            "\n"
            "LP\n"
            "lokální partnerství\n"
            "\n"
            "Po  8-16\n"
            "  Út 8-12\n"
            "\n"
            "Konec <stránky> & dost © 2016\n"
            "\n"
            "za koncem");
  const Fields expected = {"author=Jana Horáková", "keywords=bydlení, dluhy", "published=2016-04-14",
                           "source=" + file.string()};
  EXPECT_EQ(metadata(document), expected);
}

TEST(Html, TablesForLayoutAreNotRows) {
  EXPECT_EQ(only_document(read(fixture("layout-table.html"))).value("text"),
            "Úvod\nKontakty\n\nNadpis článku\n\nPrvní odstavec.\n\nDruhý odstavec.");
}

TEST(Html, TitleHasFourSources) {
  EXPECT_EQ(
      title_of("<title> </title><title>Druhý\n titul</title><meta property=og:title content=Og><h1>H</h1>"),
      "Druhý titul");
  EXPECT_EQ(title_of("<meta property='og:title' content='Og &amp; og'><h1>H</h1>"), "Og & og");
  EXPECT_EQ(title_of("<meta name=title content=Meta><h1>H</h1>"), "Meta");
  EXPECT_EQ(title_of("<h2>Ne</h2><h1></h1><h1>Nadpis <b>první</b></h1><h1>Druhý</h1>"), "Nadpis první");
  EXPECT_EQ(title_of("<p>Nic</p>"), "");
  EXPECT_EQ(title_of("<svg><title>Obrázek</title></svg><h1>Nadpis</h1>"), "Nadpis");
}

TEST(Html, LeavesOutWhatNobodyReads) {
  EXPECT_EQ(
      text_of("<body>a<script>b</script><style>c</style><template><p>d</p></template><noscript>e</noscript>"
              "<img alt=f><!-- g --><svg><text>h</text></svg><iframe>i</iframe><object>j<p>k</p></object>l"),
      "al");
}

TEST(Html, SeesAdjacentLinksApart) {
  EXPECT_EQ(text_of("<a>Úvod</a><a>Kontakty</a>"), "Úvod Kontakty");
  EXPECT_EQ(text_of("<a>Úvod</a>em <a>slo</a>va"), "Úvodem slova");
}

TEST(Html, JoinsLettersAcrossInlineElements) {
  EXPECT_EQ(text_of("<p><span>Ž</span>irafa má 3 m<sup>2</sup></p>"), "Žirafa má 3 m2");
}

TEST(Html, OptionsStandOnLines) {
  EXPECT_EQ(text_of("Město: <select><option>Most<option>Přerov</select> konec"),
            "Město:\n\nMost\nPřerov\n\nkonec");
}

TEST(Html, ReadsOnBehindAZeroByte) {
  EXPECT_EQ(text_of(std::string_view("<p>a\0b</p><p>c</p>", 18)), "a b\n\nc");
}

TEST(Html, TakesMetaThatCouldBeFields) {
  const Fields expected = {"town=Přerov", "member=Člověk v tísni", "member=Charita", "year_2=2011",
                           "dc_x=a b"};
  EXPECT_EQ(
      metadata_of("<meta name=TOWN content=' Přerov '><meta name=member content='Člověk v tísni'>"
                  "<meta name=member content=Charita><meta name=year_2 content=2011>"
                  "<meta property=dc_x content='a\n b'>"
                  "<meta name=viewport content=x><meta name=robots content=x><meta name=generator content=x>"
                  "<meta name=theme-color content=x><meta name=og:image content=x><meta name=2x content=x>"
                  "<meta name=id content=x><meta name=text content=x><meta name=empty content=' '>"
                  "<meta http-equiv=refresh content=5><meta content=x><meta name=alone>"),
      expected);
}

TEST(Html, PublishedHasSeveralNames) {
  EXPECT_EQ(metadata_of("<meta name=date content='14. 4. 2016'>"), Fields{"published=2016-04-14"});
  EXPECT_EQ(metadata_of("<meta name=DC.Date.Issued content='2016-04-14'>"), Fields{"published=2016-04-14"});
  EXPECT_EQ(metadata_of("<meta name=date content=2017-01-01><meta name=published content=2016-04-14>"),
            Fields{"published=2016-04-14"});
  EXPECT_EQ(
      metadata_of("<meta name=date content='v dubnu'><meta property=article:published_time content=loni>"),
      Fields{"date=v dubnu"});
}

TEST(Html, CutsEndlessNestingOffWithAWarning) {
  const TemporaryFolder folder;
  std::string page = "<p>začátek</p>";
  for (int i = 0; i < 10'000; ++i) page += "<div>";
  const ReadResult result = read(folder.write("deep.html", page + "konec"));
  EXPECT_EQ(
      result.problems,
      std::vector<std::string>{"warning deep.html: is nested or broken beyond reason; its end was not read"});
  ASSERT_EQ(result.documents.size(), 1U);
  EXPECT_EQ(result.documents[0].value("text"), "začátek");
}

TEST(DeclaredCharset, IsFoundWhereverPagesHaveIt) {
  EXPECT_EQ(declared_charset("<meta charset=utf-8>"), "utf-8");
  EXPECT_EQ(declared_charset("<META CHARSET = 'ISO-8859-2' >"), "iso-8859-2");
  EXPECT_EQ(declared_charset("<html><meta name=a><meta http-equiv=\"Content-Type\" content=\"text/html; "
                             "charset=windows-1250\">"),
            "windows-1250");
  EXPECT_EQ(declared_charset("<?xml version=\"1.0\" encoding=\"windows-1250\"?>"), "windows-1250");
  EXPECT_EQ(declared_charset("<meta content='text/html;charset=cp1250;x'>"), "cp1250");
}

TEST(DeclaredCharset, IsNotInventedElsewhere) {
  EXPECT_EQ(declared_charset(""), "");
  EXPECT_EQ(declared_charset("<p>charset=utf-8"), "");
  EXPECT_EQ(declared_charset("<meta charset>"), "");
  EXPECT_EQ(declared_charset("<meta charset="), "");
  EXPECT_EQ(declared_charset("<meta name=charset content=a>"), "");
  EXPECT_EQ(declared_charset(std::string(5000, ' ') + "<meta charset=utf-8>"), "");
}

}  // namespace
}  // namespace tvar::readers
