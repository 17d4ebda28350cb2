// SPDX-License-Identifier: GPL-2.0-or-later
// Documents whose text is so long that a search reads pieces of it alone.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/pages.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::page_of;
using testing::TempDir;
using testing::write_file;

/// Two megabytes; some things are said once, in the middle or at the end.
std::string long_text() {
  std::string text = "Kniha o městě začíná zde.\n\n";
  for (int i = 0; text.size() < (std::size_t{2} << 20U); ++i) {
    text += "V kapitole " + std::to_string(i) + " se píše o životě ve městě a o řece. ";
    if (i % 7 == 0) text += "\n\n";
    if (i == 9'000) text += "Tehdy přišel žlutý medvěd. ";
    if (i == 12'000) text += "Medvěd byl už žlutý. ";
    if (i == 15'000) text += "Vladimír zasadil lípu. ";
  }
  return text + "Na konci je pštrosí vejce.";
}

class LongDocumentTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = new TempDir;
    IndexWriter writer = IndexWriter::open(index());
    writer.upsert(page_of("kronika", "Kronika", long_text()).add("town", "Břeclav").add("source", "archiv"));
    writer.upsert(page_of("kratka", "Stránka", "Krátká stránka o pštrosovi."));
    writer.commit();
  }
  static void TearDownTestSuite() {
    delete directory_;
    directory_ = nullptr;
  }
  static std::filesystem::path index() { return *directory_ / "pages.tvar"; }
  static std::string snippet(std::string_view query) {
    const ResultPage page = Searcher::open(index()).search(query, {.filters = {{"town", {"Břeclav"}}}});
    EXPECT_EQ(testing::ids(page), testing::Ids{"kronika"}) << query;
    return page.hits().empty() ? std::string() : page.hits()[0].snippet.to_html();
  }

  static TempDir* directory_;
};
TempDir* LongDocumentTest::directory_ = nullptr;

TEST_F(LongDocumentTest, SnippetsShowThePlaceOfTheMatch) {
  EXPECT_EQ(snippet("pštrosí"),
            "V kapitole 34968 se píše o životě ve městě a o řece. V kapitole 34969 se píše o životě ve městě "
            "a o řece. Na konci je <mark>pštrosí</mark> vejce.");
  EXPECT_EQ(snippet("lípa"),
            "V kapitole 15000 se píše o životě ve městě a o řece. Vladimír zasadil <mark>lípu</mark>. V "
            "kapitole 15001 se píše o životě ve městě a o řece.");
  EXPECT_EQ(snippet("kniha"), "<mark>Kniha</mark> o městě začíná zde.");
  EXPECT_EQ(snippet("lípa vejce"),
            "V kapitole 15000 se píše o životě ve městě a o řece. Vladimír zasadil <mark>lípu</mark>. V "
            "kapitole 15001 se píše o životě ve městě a o řece.");
}

TEST_F(LongDocumentTest, APhraseIsShownWhereItsWordsStandInARow) {
  EXPECT_EQ(snippet("\"žlutý medvěd\""),
            "Tehdy přišel <mark>žlutý medvěd</mark>. V kapitole 9001 se píše o životě ve městě a o řece. V "
            "kapitole 9002 se píše o životě ve městě a o řece.");
  EXPECT_EQ(snippet("\"medvěd byl\""),
            "<mark>Medvěd byl</mark> už žlutý. V kapitole 12001 se píše o životě ve městě a o řece. V "
            "kapitole 12002 se píše o životě ve městě a o řece.");
}

TEST_F(LongDocumentTest, WithoutMatchesTheBeginningIsShown) {
  EXPECT_EQ(snippet("*"),
            "Kniha o městě začíná zde. V kapitole 0 se píše o životě ve městě a o řece. V kapitole 1 se píše "
            "o životě ve městě a o řece. V kapitole 2 se píše o životě ve městě a o řece. V kapitole 3 se "
            "píše o životě ve městě a o řece.");
}

TEST_F(LongDocumentTest, ValuesBehindTheTextAreThere) {
  const Searcher searcher = Searcher::open(index());
  const ResultPage page = searcher.search("lípa", {.explain = true});
  ASSERT_EQ(page.hits().size(), 1U);
  EXPECT_EQ(page.hits()[0].fields,
            (std::vector<FieldValue>{{"title", "Kronika"}, {"town", "Břeclav"}, {"source", "archiv"}}));
  ASSERT_FALSE(page.hits()[0].explanation.empty());
  EXPECT_EQ(page.hits()[0].explanation[0].forms, std::vector<std::string>{"lípu"});
  EXPECT_TRUE(searcher.find("kronika")->value("text") == long_text());
  EXPECT_EQ(searcher.suggest("břec").at(0).text, "Břeclav");
}

TEST_F(LongDocumentTest, LoadsAndReindexingKeepTheText) {
  const std::filesystem::path folder = *directory_ / "files";
  write_file(folder / "kronika.txt", long_text());
  {
    IndexWriter writer = IndexWriter::open(*directory_ / "loaded.tvar");
    load_paths(writer, {folder});
    writer.commit();
  }
  const std::string expected = snippet("pštrosí");
  const auto shown = [&] {
    const Searcher searcher = Searcher::open(*directory_ / "loaded.tvar");
    EXPECT_TRUE(searcher.find("kronika.txt")->value("text").ends_with("Na konci je pštrosí vejce."));
    const ResultPage page = searcher.search("pštrosí");
    return page.hits().at(0).snippet.to_html();
  };
  EXPECT_EQ(shown(), expected);
  reindex(*directory_ / "loaded.tvar");
  EXPECT_EQ(shown(), expected);
}

}  // namespace
}  // namespace tvar
