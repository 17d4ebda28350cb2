// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/ranking.h"

#include <gtest/gtest.h>

#include "stemmers/lexicon/compile_lexicon.h"
#include "stemmers/lexicon/hunspell_reader.h"
#include "tvar/error.h"

namespace tvar::stemmers::lexicon {
namespace {

constexpr const char* kTable =
    "# comment\n"
    "slot\tH:u\t0.5\n"
    "prefix\t1\t0.02\nprefix\t1v\t0.08\nprefix\t1vi\t0.01\n"
    "kind\tH\t0.25\n"
    "lemmas\t3\tstát hrad\nlemmas\t-1\tstát/v\nlemmas\t-2\thrad/n\n";

Reading reading(const char* lemma, WordClass word_class = WordClass::other, bool name = false) {
  Reading result;
  result.lemma = lemma;
  result.kind = "H";
  result.word_class = word_class;
  result.name = name;
  return result;
}

TEST(Ranking, LemmaClassIsALogarithm) {
  const Ranking ranking(kTable);
  EXPECT_FLOAT_EQ(ranking.lemma_frequency(reading("hrad")), 8);
  EXPECT_FLOAT_EQ(ranking.lemma_frequency(reading("stát", WordClass::verb)), 0.5);
  EXPECT_FLOAT_EQ(ranking.lemma_frequency(reading("hrad", WordClass::other, true)), 0.25);
}

TEST(Ranking, UnknownLemmaIsLikeItsKind) {
  const Ranking ranking(kTable);
  EXPECT_FALSE(ranking.knows(reading("zámek")));
  EXPECT_TRUE(ranking.knows(reading("hrad")));
  EXPECT_FLOAT_EQ(ranking.lemma_frequency(reading("zámek")), 0.25);
}

TEST(Ranking, SlotsAndPrefixes) {
  const Ranking ranking(kTable);
  EXPECT_FLOAT_EQ(ranking.slot_rate("H:u"), 0.5);
  EXPECT_FLOAT_EQ(ranking.slot_rate("H:never"), 1e-4F);
  Reading denied = reading("stát", WordClass::verb);
  EXPECT_FLOAT_EQ(ranking.prefix_rate(denied), 1);
  denied.prefix = Prefix::ne;
  EXPECT_FLOAT_EQ(ranking.prefix_rate(denied), 0.08F);
  denied.slot = "v:t";
  EXPECT_FLOAT_EQ(ranking.prefix_rate(denied), 0.01F);
}

TEST(Ranking, WithoutATableAllReadingsAreAlike) {
  const Ranking ranking("");
  EXPECT_FLOAT_EQ(ranking.lemma_frequency(reading("hrad")), 1);
  EXPECT_FLOAT_EQ(ranking.slot_rate("H:u"), 1);
}

TEST(Ranking, BrokenTableIsRefused) {
  EXPECT_THROW(Ranking("slot\tH:u\n"), Error);
  EXPECT_THROW(Ranking("slot\tH:u\tmany\n"), Error);
}

TEST(Ranking, OrdersReadingsAndDropsTheImprobable) {
  // "hradu" of the common word is 8 × 0.5, of the rarer homonym 0.25 × 0.5, of the verb nothing to speak of.
  Tables tables;
  tables.frequencies = std::string(kTable) + "slot\tU:u\t0.5\nslot\tX:u\t0.0001\nkind\tU\t0.25\nkind\tX\t1\n";
  const Dictionary dictionary =
      parse_hunspell("SET UTF-8\nSFX H Y 1\nSFX H 0 u .\nSFX U Y 1\nSFX U o u o\nSFX S Y 1\nSFX S a u a\n",
                     "3\nhrad/H\nhrado/U\nhrada/S\n");
  const LexiconData data = compile_lexicon(dictionary, tables);
  std::vector<std::string> lemmas;
  for (const Analysis& analysis : data.analyses) {
    if (analysis.form == "hradu") lemmas.emplace_back(analysis.lemma);
  }
  EXPECT_EQ(lemmas, (std::vector<std::string>{"hrad", "hrado"}));
}

}  // namespace
}  // namespace tvar::stemmers::lexicon
