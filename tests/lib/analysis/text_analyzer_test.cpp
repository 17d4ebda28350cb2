// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/analysis/text_analyzer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "lib/analysis/stop_words.h"
#include "stemmers/registry.h"

namespace tvar::analysis {
namespace {

TEST(TextAnalyzer, MarksKeepTheSpacesApart) {
  std::string out = "T";
  append_term({"dům", 1.0F, ReadingKind::lemma}, out);
  append_term({"dům", 1.0F, ReadingKind::guess}, out);
  append_term({"dům", 1.0F, ReadingKind::folded_stem}, out);
  append_exact_term("dům", out);
  EXPECT_EQ(out, "Tdům~dům^dům=dům");
}

TEST(TextAnalyzer, TextsWithoutDiacriticsAreRecognised) {
  EXPECT_TRUE(is_written_without_diacritics("Nova ubytovna nenahradi azylovy dum, rekl reditel."));
  EXPECT_FALSE(is_written_without_diacritics("Nová ubytovna nenahradí azylový dům, řekl ředitel."));
  EXPECT_FALSE(is_written_without_diacritics("azylovy dum"));  // too short to tell
  EXPECT_FALSE(is_written_without_diacritics(""));
  EXPECT_FALSE(is_written_without_diacritics("1234567890 1234567890 1234567890 1234567890"));
}

TEST(TextAnalyzer, OneForeignNameDoesNotMakeATextAccented) {
  std::string text = "Pan Müller rekl: ";
  for (int i = 0; i < 20; ++i) text += "nova ubytovna nenahradi azylovy dum. ";
  EXPECT_TRUE(is_written_without_diacritics(text));
}

TEST(TextAnalyzer, ANoteStaysWithItsWord) {
  const auto stemmer = stemmers::find_stemmer("none")->make({});
  TextAnalyzer analyzer(*stemmer);
  std::vector<std::uint64_t> seen;
  const auto number_words = [&](const text::Token&, const Readings&) {
    seen.push_back(analyzer.note());
    analyzer.note() = seen.size();
    return true;
  };
  analyzer.analyze("dům škola dům", StemMode::document, number_words);
  EXPECT_EQ(seen, (std::vector<std::uint64_t>{0, 0, 1}));
  analyzer.analyze("škola", StemMode::document, number_words);
  EXPECT_EQ(seen.back(), 2U);
  analyzer.analyze("škola", StemMode::folded_document, number_words);  // read in another way
  EXPECT_EQ(seen.back(), 0U);
}

TEST(TextAnalyzer, NumbersAndAddressesAreNotStemmed) {
  const auto stemmer = stemmers::find_stemmer("czech_light")->make({});
  TextAnalyzer analyzer(*stemmer);
  std::vector<std::string> terms;
  analyzer.analyze("info@obce.cz 108/2006", StemMode::query,
                   [&](const text::Token& token, const Readings& readings) {
                     if (token.is_extra) terms.push_back(readings[0].term);
                     return true;
                   });
  ASSERT_GE(terms.size(), 2U);
  EXPECT_EQ(terms.front(), "info@obce.cz");
  EXPECT_EQ(terms.back(), "108/2006");
}

std::unique_ptr<const Stemmer> czech() {
  stemmers::StemmerOptions options;
  options.lexicon = TVAR_LEXICON_IMAGE;
  return stemmers::find_stemmer("czech")->make(options);
}

std::vector<std::string> folded_query_terms(std::string_view word) {
  const auto stemmer = czech();
  TextAnalyzer analyzer(*stemmer);
  std::vector<std::string> terms;
  for (const Reading& reading : analyzer.readings(analyzer.tokens(word).at(0), StemMode::folded_query)) {
    if (reading.kind == ReadingKind::lemma) terms.push_back(reading.term);
  }
  return terms;
}

TEST(TextAnalyzer, FunctionWordLosesToTheContentWordThatWasTyped) {
  const std::vector<std::string> terms = folded_query_terms("byt");
  EXPECT_EQ(terms.front(), "byt");
  EXPECT_EQ(std::count(terms.begin(), terms.end(), "být/v"), 0);
  EXPECT_EQ(folded_query_terms("tak").front(), "tak");
  EXPECT_EQ(folded_query_terms("ze").front(), "že");
  EXPECT_EQ(folded_query_terms("dum").front(), "dům");
}

TEST(TextAnalyzer, ContentWordsShareWhatTheFunctionWordLeaves) {
  const auto stemmer = czech();
  TextAnalyzer analyzer(*stemmer);
  float sum = 0;
  for (const Reading& reading : analyzer.readings(analyzer.tokens("byt").at(0), StemMode::folded_query)) {
    sum += reading.kind == ReadingKind::lemma ? reading.weight : 0.0F;
  }
  EXPECT_NEAR(sum, 1, 1e-5);
}

TEST(QueryMode, MarksAreRestoredWhereNoWordBearsOne) {
  const auto stemmer = czech();
  EXPECT_EQ(TextAnalyzer(*stemmer).query_mode("azylovy dum"), StemMode::folded_query);
  EXPECT_EQ(TextAnalyzer(*stemmer).query_mode("azylový dům"), StemMode::query);
  EXPECT_EQ(TextAnalyzer(*stemmer).query_mode(""), StemMode::folded_query);
}

TEST(QueryMode, WordsThatBearNoneByRightBindAsTyped) {
  const auto stemmer = czech();
  for (const char* query :
       {"kal řeka", "Škoda rapid", "volba starosty Třebíč", "byt Břeclav", "Airbnb v Praze 1 měsíc"}) {
    EXPECT_EQ(TextAnalyzer(*stemmer).query_mode(query), StemMode::query) << query;
  }
}

TEST(QueryMode, MarksOfOneWordAreNotThoseOfAnother) {
  const auto stemmer = czech();
  for (const char* query : {"azylovy dum Hájková", "Hájková azylovy", "rozpocet města",
                            "dum Hájková"}) {  // dum is a rare form of duma
    EXPECT_EQ(TextAnalyzer(*stemmer).query_mode(query), StemMode::folded_query) << query;
  }
}

TEST(QueryMode, PartsOfAQueryAreReadTogether) {
  const auto stemmer = czech();
  const std::vector<std::string_view> mixed = {"azylovy", "Hájková"};
  EXPECT_EQ(query_mode(*stemmer, mixed), StemMode::folded_query);
  const std::vector<std::string_view> marked = {"starosty", "Hájková"};
  EXPECT_EQ(query_mode(*stemmer, marked), StemMode::query);
}

TEST(QueryMode, WhatIsPastedHasItsMarks) {
  const auto stemmer = czech();
  std::string text = "azylovy dum Hájková";
  EXPECT_EQ(TextAnalyzer(*stemmer).query_mode(text), StemMode::folded_query);
  for (int i = 0; i < 70; ++i) text += " slovo";
  EXPECT_EQ(TextAnalyzer(*stemmer).query_mode(text), StemMode::query);
}

// Without a dictionary nothing tells whether a word lacks its marks.
TEST(QueryMode, OneMarkIsEnoughForAStemmerWithoutADictionary) {
  const auto stemmer = stemmers::find_stemmer("none")->make({});
  EXPECT_EQ(TextAnalyzer(*stemmer).query_mode("azylovy dum Hájková"), StemMode::query);
  EXPECT_EQ(TextAnalyzer(*stemmer).query_mode("azylovy dum"), StemMode::folded_query);
}

TEST(StopWords, AreFunctionWordsWithAndWithoutMarks) {
  for (const char* word : {"a", "že", "ze", "který", "ktery", "jsme", "být", "při", "pri"}) {
    EXPECT_TRUE(is_stop_word(word)) << word;
  }
  // Without marks být, má, mé and ať are a flat, a month of old, and nothing that should be passed over.
  for (const char* word : {"byt", "ma", "dům", "práce", "nový", ""}) EXPECT_FALSE(is_stop_word(word)) << word;
}

}  // namespace
}  // namespace tvar::analysis
