// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/analysis/text_analyzer.h"

#include <gtest/gtest.h>

#include <algorithm>

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

std::vector<std::string> folded_query_terms(std::string_view word) {
  stemmers::StemmerOptions options;
  options.lexicon = TVAR_LEXICON_IMAGE;
  const auto stemmer = stemmers::find_stemmer("czech")->make(options);
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

TEST(StopWords, AreFunctionWordsWithAndWithoutMarks) {
  for (const char* word : {"a", "že", "ze", "který", "ktery", "jsme", "být", "při", "pri"}) {
    EXPECT_TRUE(is_stop_word(word)) << word;
  }
  // Without marks být, má, mé and ať are a flat, a month of old, and nothing that should be passed over.
  for (const char* word : {"byt", "ma", "dům", "práce", "nový", ""}) EXPECT_FALSE(is_stop_word(word)) << word;
}

}  // namespace
}  // namespace tvar::analysis
