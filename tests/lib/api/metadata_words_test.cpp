// SPDX-License-Identifier: GPL-2.0-or-later
// Words of metadata that are found with those of the text.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/pages.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::page_of;
using testing::sorted_ids;
using testing::TempDir;
using Ids = testing::Ids;

class MetadataWordsTest : public ::testing::Test {
 protected:
  void load(const Schema& schema) {
    IndexWriter writer = IndexWriter::open(index(), schema);
    Document house = page_of("house", "", "Azylový dům přijímá matky s dětmi.");
    house.add("town", "Ústí nad Labem").add("author", "Jana Hájková").add("author", "Petr Zeman");
    house.add("tags", "bydlení, rodina").add("mood", "veselý");
    writer.upsert(house);
    writer.upsert(page_of("street", "", "V Přerově opravili ulici. V Přerově se raduje starosta."));
    writer.commit();
  }
  std::filesystem::path index() { return directory_ / "pages.tvar"; }
  ResultPage search(const std::string& query) {
    SearchOptions options;
    options.explain = true;
    options.match = Match::all;
    return Searcher::open(index()).search(query, options);
  }
  Ids found(const std::string& query) { return sorted_ids(search(query)); }
  double top_score(const std::string& query) {
    const ResultPage page = search(query);
    return page.hits().at(0).score;
  }
  // "field: form × occurrences" of each word that a hit is explained by.
  std::vector<std::string> forms(const std::string& query) {
    std::vector<std::string> list;
    const ResultPage page = search(query);
    for (const Hit& hit : page.hits()) {
      for (const ScorePart& part : hit.explanation) {
        if (part.kind != MatchKind::lemma) continue;
        list.push_back(part.field + ": " + (part.forms.empty() ? "-" : part.forms.front()) + " × " +
                       std::to_string(part.occurrences));
      }
    }
    return list;
  }

  TempDir directory_;
};

TEST_F(MetadataWordsTest, AreFoundInEveryForm) {
  load(Schema::default_schema());
  EXPECT_EQ(found("v Ústí"), Ids{"house"});
  EXPECT_EQ(found("azylové domy Ústí nad Labem"), Ids{"house"});
  EXPECT_EQ(found("Janě Hájkové"), Ids{"house"});
  EXPECT_EQ(found("rodiny bydleni"), Ids{"house"});
  EXPECT_EQ(found("text:Zeman"), Ids{"house"});
  EXPECT_EQ(found("veselý"), Ids{});  // of no field of the schema
  EXPECT_EQ(found("title:Zeman"), Ids{});
}

TEST_F(MetadataWordsTest, EachValueStandsForItself) {
  load(Schema::default_schema());
  EXPECT_EQ(found("\"Jana Hájková\""), Ids{"house"});
  EXPECT_EQ(found("\"Petra Zemana\""), Ids{"house"});
  EXPECT_EQ(found("\"Hájková Petr\""), Ids{});
  EXPECT_EQ(found("\"dětmi Ústí\""), Ids{});
}

TEST_F(MetadataWordsTest, AreExplainedAndNotMarked) {
  load(Schema::default_schema());
  EXPECT_EQ(forms("hájková"), std::vector<std::string>{"text: hájková × 1"});
  const ResultPage page = search("hájková");
  EXPECT_EQ(page.hits().at(0).snippet.text, "Azylový dům přijímá matky s dětmi.");
  EXPECT_TRUE(page.hits().at(0).snippet.highlights.empty());
}

TEST_F(MetadataWordsTest, FieldsSayWhetherTheyHaveThem) {
  Schema schema = Schema::default_schema();
  for (Field& field : schema.fields) field.words = field.name == "tags";
  load(schema);
  EXPECT_EQ(found("Hájková"), Ids{});
  EXPECT_EQ(found("rodina"), Ids{"house"});
  EXPECT_EQ(found("author:\"Jana Hájková\""), Ids{"house"});
}

// What the prose says has its words there already.
TEST_F(MetadataWordsTest, WhatTheProseSaysIsNotCountedTwice) {
  load(Schema::default_schema());
  ASSERT_EQ(found("town:Přerov"), Ids{"street"});
  EXPECT_EQ(forms("Přerov"), std::vector<std::string>{"text: přerově × 2"});
  const double score = top_score("Přerov");
  reindex(index());
  EXPECT_EQ(found("town:Přerov"), Ids{"street"});
  EXPECT_EQ(forms("Přerov"), std::vector<std::string>{"text: přerově × 2"});
  EXPECT_EQ(top_score("Přerov"), score);
}

TEST_F(MetadataWordsTest, AnIndexWithoutFactsKeepsWhatWasGiven) {
  load(Schema::default_schema());
  Schema schema = Schema::default_schema();
  for (Field& field : schema.fields) field.facts = 0;
  change_schema(index(), schema);
  EXPECT_EQ(found("town:Přerov"), Ids{});
  EXPECT_EQ(found("town:\"Ústí nad Labem\""), Ids{"house"});
}

}  // namespace
}  // namespace tvar
