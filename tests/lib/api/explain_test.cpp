// SPDX-License-Identifier: GPL-2.0-or-later
// Explanations: which forms matched, as what, and shares that add up to the score.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::TempDir;
using Lines = std::vector<std::string>;

constexpr const char* kKinds[] = {"lemma",   "guess",    "folded_stem", "restored", "exact",
                                  "synonym", "spelling", "derivation",  "family",   "prefix",
                                  "fuzzy",   "phrase",   "all_words",   "other"};

// "dům lemma text domech,dům 3": all but the share.
std::string line_of(const ScorePart& part) {
  std::string forms;
  for (const std::string& form : part.forms) forms += (forms.empty() ? "" : ",") + form;
  return part.word + " " + kKinds[static_cast<std::size_t>(part.kind)] + " " + part.field + " " + forms +
         " " + std::to_string(part.occurrences);
}

Lines lines_of(const Hit& hit) {
  Lines lines;
  for (const ScorePart& part : hit.explanation) lines.push_back(line_of(part));
  return lines;
}

double sum_of(const Hit& hit) {
  double sum = 0.0;
  for (const ScorePart& part : hit.explanation) sum += part.score;
  return sum;
}

class ExplainTest : public ::testing::Test {
 protected:
  void SetUp() override {
    IndexWriter writer = IndexWriter::open(directory_ / "pages.tvar");
    const auto add = [&](std::string id, std::string title, std::string text) {
      writer.upsert(
          {.id = std::move(id), .fields = {{"title", std::move(title)}, {"text", std::move(text)}}});
    };
    add("domy", "Azylový dům", "O azylových domech a domech pro matky. Dům stojí v Brně.");
    add("brno", "Zpráva", "Brněnský úřad jednal o bytech. Tlachapoudové mlčeli, tlachapoud též.");
    add("fond", "Krajský fond", "Krajský fond obnovy domů (dále jen KFOD) přijímá žádosti.");
    add("uses", "Peníze", "O penězích z KFOD rozhoduje rada.");
    writer.commit();
  }
  ResultPage search(std::string_view query, SearchOptions options = {}) {
    options.explain = true;
    return Searcher::open(directory_ / "pages.tvar").search(query, options);
  }
  // The first hit, whose shares must add up to its score without a rest.
  Lines explained(std::string_view query, const SearchOptions& options = {}) {
    const ResultPage page = search(query, options);
    if (page.hits().empty()) return {};
    for (const Hit& hit : page.hits()) {
      EXPECT_GT(hit.score, 0.0) << query;
      EXPECT_NEAR(sum_of(hit), hit.score, 1e-6 * hit.score) << query << " " << hit.id;
      for (const ScorePart& part : hit.explanation) {
        EXPECT_NE(part.kind, MatchKind::other) << query << " " << hit.id << " " << part.score;
      }
    }
    return lines_of(page.hits().front());
  }

  TempDir directory_;
};

TEST_F(ExplainTest, FormsOfAWordFieldByField) {
  EXPECT_EQ(explained("dům"), (Lines{"dům lemma title dům 1", "dům lemma text domech,dům 3",
                                     "dům exact title dům 1", "dům exact text dům 1"}));
  EXPECT_EQ(
      explained("azylovymi domy"),
      (Lines{"azylovymi restored title azylový 1", "azylovymi restored text azylových 1",
             "domy lemma title dům 1", "domy lemma text domech,dům 3",
             "azylovymi domy phrase title azylový dům 1", "azylovymi domy phrase text azylových domech 1"}));
}

// Only what the word could not be as it was typed is restored: "byt" is a flat already.
TEST_F(ExplainTest, RestoredDiacritics) {
  EXPECT_EQ(explained("azylovy dum"),
            (Lines{"azylovy restored title azylový 1", "azylovy restored text azylových 1",
                   "dum restored title dům 1", "dum restored text domech,dům 3",
                   "azylovy dum phrase title azylový dům 1", "azylovy dum phrase text azylových domech 1"}));
  EXPECT_EQ(explained("byt"), (Lines{"byt lemma text bytech 1"}));
}

TEST_F(ExplainTest, AWordThatTheLexiconDoesNotKnow) {
  EXPECT_EQ(explained("tlachapoud"), (Lines{"tlachapoud folded_stem text tlachapoud,tlachapoudové 2",
                                            "tlachapoud exact text tlachapoud 1"}));
}

TEST_F(ExplainTest, TheWordsInTheirOrderAndTheirForms) {
  EXPECT_EQ(explained("azylový dům"),
            (Lines{"azylový lemma title azylový 1", "azylový lemma text azylových 1", "dům lemma title dům 1",
                   "dům lemma text domech,dům 3", "azylový exact title azylový 1", "dům exact title dům 1",
                   "dům exact text dům 1", "azylový dům phrase title azylový dům 1",
                   "azylový dům phrase text azylových domech 1"}));
  EXPECT_EQ(explained("\"azylové domy\""), (Lines{"azylové domy phrase title azylový dům 1",
                                                  "azylové domy phrase text azylových domech 1"}));
  EXPECT_EQ(explained("=\"domech pro\""), (Lines{"domech pro phrase text domech pro 1"}));
  EXPECT_EQ(explained("azylový NEAR/9 matka"), (Lines{"azylový NEAR/9 matka phrase text  0"}));
}

TEST_F(ExplainTest, AbbreviationsAndTheirLongForms) {
  EXPECT_EQ(explained("KFOD"),
            (Lines{"kfod folded_stem text kfod 1", "kfod synonym text krajský fond obnovy domů 1",
                   "kfod exact text kfod 1"}));
  EXPECT_EQ(explained("krajský fond obnovy domů"),
            (Lines{"krajský lemma title krajský 1", "krajský lemma text krajský 1", "fond lemma title fond 1",
                   "fond lemma text fond 1", "obnovy lemma text obnovy 1", "domů lemma text domů 1",
                   "krajský fond obnovy domů synonym text kfod 1", "krajský exact title krajský 1",
                   "krajský exact text krajský 1", "fond exact title fond 1", "fond exact text fond 1",
                   "obnovy exact text obnovy 1", "domů exact text domů 1",
                   "krajský fond phrase title krajský fond 1", "krajský fond phrase text krajský fond 1",
                   "fond obnovy phrase text fond obnovy 1", "obnovy domů phrase text obnovy domů 1",
                   "krajský fond obnovy domů phrase text krajský fond obnovy domů 1"}));
}

TEST_F(ExplainTest, CorrectedSpelling) {
  EXPECT_EQ(explained("azilový"),
            (Lines{"azilový spelling title azylový 1", "azilový spelling text azylových 1"}));
}

TEST_F(ExplainTest, DerivedWords) {
  EXPECT_EQ(explained("Brno", {.derivations = true}), (Lines{"brno lemma text brně 1"}));
  const ResultPage page = search("Brno", {.derivations = true});
  ASSERT_EQ(page.hits().size(), 2U);
  EXPECT_EQ(lines_of(page.hits().at(1)), (Lines{"brno derivation text brněnský 1"}));
}

// What a family gives is told apart only where the document has more of it than the word.
TEST_F(ExplainTest, WordsOfOneRoot) {
  IndexWriter writer = IndexWriter::open(directory_ / "pages.tvar");
  writer.upsert(
      {.id = "škola", .fields = {{"title", "Škola"}, {"text", "Škola a školní jídelna, školník."}}});
  writer.commit();
  EXPECT_EQ(explained("školy"), (Lines{"školy lemma title škola 1", "školy lemma text škola 1",
                                       "školy family text škola,školní,školník 3"}));
}

TEST_F(ExplainTest, BeginningsAndSimilarWords) {
  EXPECT_EQ(explained("dom*"), (Lines{"dom prefix text domech 2"}));
  EXPECT_EQ(explained("penězech~"), (Lines{"penězech fuzzy text penězích 1"}));
}

TEST_F(ExplainTest, AnyWordAndAllWords) {
  EXPECT_EQ(explained("rada peníze", {.match = Match::any}),
            (Lines{"rada lemma text rada 1", "peníze lemma title peníze 1", "peníze lemma text penězích 1",
                   "rada peníze all_words   0", "rada exact text rada 1", "peníze exact title peníze 1"}));
}

TEST_F(ExplainTest, HitsWithSomeOfTheWords) {
  const ResultPage page = search("dům žádost");
  ASSERT_EQ(page.partial_hits().size(), 1U);
  const Hit& hit = page.partial_hits().front();
  EXPECT_EQ(lines_of(hit), (Lines{"dům lemma title dům 1", "dům lemma text domech,dům 3",
                                  "dům exact title dům 1", "dům exact text dům 1"}));
  EXPECT_NEAR(sum_of(hit), hit.score, 1e-6 * hit.score);
}

TEST_F(ExplainTest, WhatIsExcludedOrFilteredIsNoPart) {
  EXPECT_EQ(explained("dům -žádost"), (Lines{"dům lemma title dům 1", "dům lemma text domech,dům 3",
                                             "dům exact title dům 1", "dům exact text dům 1"}));
}

TEST_F(ExplainTest, NothingWithoutAScoreOrUnlessAskedFor) {
  const ResultPage all = search("*");
  EXPECT_TRUE(all.hits().front().explanation.empty());
  const ResultPage plain = Searcher::open(directory_ / "pages.tvar").search("dům");
  EXPECT_TRUE(plain.hits().front().explanation.empty());
}

// Found by the abbreviation of a name, the document has a word of the name too, which the query as a whole did not count.
TEST_F(ExplainTest, TheRestMakesTheSumRight) {
  IndexWriter writer = IndexWriter::open(directory_ / "pages.tvar");
  writer.upsert({.id = "half", .fields = {{"text", "Obnova z prostředků KFOD."}}});
  writer.commit();
  const ResultPage page = search("\"rada\" OR (krajský fond obnovy domů)");
  const auto half =
      std::find_if(page.hits().begin(), page.hits().end(), [](const Hit& hit) { return hit.id == "half"; });
  ASSERT_NE(half, page.hits().end());
  EXPECT_EQ(lines_of(*half), (Lines{"obnovy lemma text obnova 1",
                                    "krajský fond obnovy domů synonym text kfod 1", " other   0"}));
  EXPECT_LT(half->explanation.back().score, 0.0);
  EXPECT_NEAR(sum_of(*half), half->score, 1e-6 * half->score);
}

}  // namespace
}  // namespace tvar
