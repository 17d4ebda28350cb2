// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/czech.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/stemmers/lexicon/small_lexicon.h"

namespace tvar::stemmers {
namespace {

using lexicon::DerivationKind;
using lexicon::make_data;
using lexicon::make_image;
using lexicon::WordClass;

// A few paradigms in full, so that the guesser has something to learn from.
lexicon::LexiconData paradigms() {
  std::vector<lexicon::Row> rows;
  static std::vector<std::string> texts;  // the rows hold views
  texts.clear();
  texts.reserve(4000);
  const auto add = [&](const std::string& form, const std::string& lemma,
                       WordClass word_class = WordClass::other, bool negated = false, float weight = 1.0F,
                       float frequency = 1.0F) {
    texts.push_back(form);
    texts.push_back(lemma);
    rows.push_back({texts[texts.size() - 2], texts.back(), word_class, negated, weight, frequency});
  };
  for (const std::string stem : {"nov", "mlad", "star", "zelen", "prahov", "sociáln", "zaměstnan"}) {
    for (const std::string end : {"ý", "á", "é", "ého", "ému", "ým", "ém", "ou", "ých", "ými"}) {
      add(stem + end, stem + "ý");
      add("ne" + stem + end, "ne" + stem + "ý", WordClass::other, true);
    }
    for (const std::string end : {"ější", "ějších"}) {
      add(stem + end, stem + "ý");
      add("nej" + stem + end, stem + "ý");
    }
  }
  for (const std::string stem : {"žen", "rán", "hor", "brán", "vlád"}) {
    for (const std::string end : {"a", "y", "u", "ou", "ám", "ách", "ami"}) add(stem + end, stem + "a");
  }
  for (const std::string stem : {"děl", "vol", "hled", "ček"}) {
    for (const std::string end : {"at", "ám", "áš", "á", "áme", "áte", "ají", "al", "ala", "ali"}) {
      add(stem + end, stem + "at", WordClass::verb);
      add("ne" + stem + end, stem + "at", WordClass::verb, true);
    }
  }
  for (const std::string end : {"dům", "domu", "domem", "domech", "domů"}) {
    add(end, "dům", WordClass::other, false, 1.0F, 50.0F);
  }
  add("dum", "duma", WordClass::other, false, 1.0F, 10.0F);
  add("stát", "stát", WordClass::other, false, 0.8F);
  add("stát", "stát", WordClass::verb, false, 0.15F);
  add("stát", "státý", WordClass::other, false, 0.05F);
  return make_data(rows, {{"nový", "nově", DerivationKind::adverb}});
}

const Czech& stemmer() {
  static const Czech instance(make_image(paradigms()), false);
  return instance;
}

// "term" for lemmas, "~term" for guesses, "^term" for folded stems.
std::vector<std::string> terms(const Stemmer& czech, std::string_view word,
                               StemMode mode = StemMode::document) {
  Readings readings;
  czech.stem(word, mode, readings);
  std::vector<std::string> result;
  for (const Reading& reading : readings) {
    const char* mark = reading.kind == ReadingKind::guess   ? "~"
                       : reading.kind == ReadingKind::lemma ? ""
                                                            : "^";
    result.push_back(mark + reading.term);
  }
  return result;
}

std::vector<std::string> terms(std::string_view word, StemMode mode = StemMode::document) {
  return terms(stemmer(), word, mode);
}

using Terms = std::vector<std::string>;

bool contains(const Terms& all, const std::string& term) {
  return std::find(all.begin(), all.end(), term) != all.end();
}

TEST(Czech, FormsOfALemmaHaveOneTerm) {
  for (const std::string_view word : {"dům", "domu", "domech", "domů"})
    EXPECT_EQ(terms(word), Terms{"dům"}) << word;
}

TEST(Czech, VerbsKeepApartFromNounsAndRareReadingsAreDropped) {
  EXPECT_EQ(terms("stát"), (Terms{"stát", "stát/v"}));
  Readings readings;
  stemmer().stem("stát", StemMode::document, readings);
  EXPECT_NEAR(readings[0].weight + readings[1].weight, 1.0F, 1e-5F);
  EXPECT_GT(readings[0].weight, readings[1].weight);
}

TEST(Czech, VerbsLoseTheirNegationAndNominalsKeepIt) {
  EXPECT_EQ(terms("nedělám"), Terms{"dělat/v"});
  EXPECT_EQ(terms("nezaměstnaných"), Terms{"nezaměstnaný"});
  EXPECT_EQ(terms("zaměstnaných"), Terms{"zaměstnaný"});
}

TEST(Czech, NegationIsMergedOnRequest) {
  const Czech merging(make_image(paradigms()), true);
  EXPECT_EQ(terms(merging, "nezaměstnaných"), Terms{"zaměstnaný"});
  EXPECT_NE(merging.id(), stemmer().id());
}

TEST(Czech, FoldedQueryFindsAccentedLemmasRanked) {
  const Terms found = terms("dum", StemMode::folded_query);
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found[0], "dům");
  EXPECT_EQ(found[1], "duma");
  EXPECT_EQ(terms("dum", StemMode::query), Terms{"duma"});
}

TEST(Czech, LettersWithDiacriticsBindInFoldedText) {
  EXPECT_EQ(terms("dům", StemMode::folded_query), Terms{"dům"});
  EXPECT_EQ(terms("dum", StemMode::folded_document), (Terms{"dům", "duma"}));
}

TEST(Czech, GuessesTheLemmaOfUnknownWords) {
  EXPECT_TRUE(contains(terms("žlutého"), "~žlutý"));
  EXPECT_TRUE(contains(terms("lampách"), "~lampa"));
  EXPECT_TRUE(contains(terms("googlovali"), "~googlovat/v")) << testing::PrintToString(terms("googlovali"));
}

TEST(Czech, GuessesKeepLettersThatTheAlphabetLacks) {
  EXPECT_TRUE(contains(terms("grażynách"), "~grażyna"));
}

TEST(Czech, PrefixesComeOffUnknownWords) {
  EXPECT_TRUE(contains(terms("nejžlutějších"), "~žlutý"));
  EXPECT_TRUE(contains(terms("negooglovali"), "~googlovat/v"));
  EXPECT_TRUE(contains(terms("nežlutého"), "~nežlutý"));
}

TEST(Czech, CompoundsTakeTheLemmaOfTheirTail) {
  EXPECT_EQ(terms("nízkoprahového")[0], "~nízkoprahový");
  EXPECT_EQ(terms("mikrovládách")[0], "~mikrovláda");
  EXPECT_EQ(terms("česko-starých")[0], "~česko-starý");
}

TEST(Czech, TransgressivesBelongToTheirVerb) {
  EXPECT_EQ(terms("hledajíce")[0], "hledat/v");
  EXPECT_EQ(terms("nedělav")[0], "dělat/v");
}

TEST(Czech, UnknownFormOfAKnownLemmaMeetsIt) {
  // "duma" has no form but "dum" here.
  EXPECT_TRUE(contains(terms("dumami"), "~duma"));
  EXPECT_TRUE(contains(terms("horama"), "~horama") || contains(terms("horama"), "hora"));
}

TEST(Czech, FoldedQueryOfAnUnknownWordMeetsTheAccentedDocument) {
  for (const auto& [typed, written] : {std::pair("kourimskeho", "kouřimského"),
                                       std::pair("zluteho", "žlutém"), std::pair("lampach", "lampách")}) {
    const Terms query = terms(typed, StemMode::folded_query);
    const Terms document = terms(written, StemMode::document);
    EXPECT_TRUE(std::any_of(query.begin(), query.end(), [&](const auto& term) {
      return contains(document, term);
    })) << typed;
  }
}

TEST(Czech, WhatIsNoWordIsItsOwnLemma) {
  for (const std::string_view word : {"2012", "o.p.s.", "a1", "http://x.cz", "\xFF\xFE"}) {
    for (const StemMode mode : {StemMode::document, StemMode::query, StemMode::folded_query}) {
      EXPECT_EQ(terms(word, mode), Terms{std::string(word)}) << word;
    }
  }
}

TEST(Czech, TellsLemmaFormsAndDerivationsOfATerm) {
  EXPECT_EQ(stemmer().lemma_of("stát/v"), "stát");
  EXPECT_EQ(stemmer().lemma_of("dům"), "dům");
  EXPECT_EQ(stemmer().forms_of("dům"), (Terms{"domech", "domem", "domu", "domů", "dům"}));
  EXPECT_EQ(stemmer().forms_of("stát/v"), Terms{"stát"});
  const std::vector<RelatedTerm> related = stemmer().related_to("nový");
  ASSERT_EQ(related.size(), 1U);
  EXPECT_EQ(related[0].term, "nově");
  EXPECT_EQ(related[0].relation, Relation::adverb);
  EXPECT_TRUE(stemmer().related_to("stát/v").empty());
}

}  // namespace
}  // namespace tvar::stemmers
