// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/word_marker.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stemmers/registry.h"

namespace tvar::facts {
namespace {

class WordMarkerTest : public ::testing::Test {
 protected:
  WordClass mark(std::string_view word, bool capitalised, text::TokenKind kind = text::TokenKind::word) {
    std::uint64_t note = 0;
    return mark(word, capitalised, kind, note);
  }
  WordClass mark(std::string_view word, bool capitalised, text::TokenKind kind, std::uint64_t& note) {
    const text::Token token{.text = word, .kind = kind, .capitalised = capitalised};
    Readings readings;
    stemmer_->stem(word, StemMode::document, readings);
    return marker_.mark(token, readings, StemMode::document, note);
  }

  const std::vector<std::string> member_words_ = {"člen"};
  const std::unique_ptr<const Stemmer> stemmer_ = stemmers::find_stemmer("none")->make({});
  WordMarker marker_{std::make_shared<const Vocabulary>(*stemmer_, member_words_)};
};

TEST_F(WordMarkerTest, WordsOfTheVocabulary) {
  EXPECT_EQ(mark("člen", false), kMemberWord | kListHeader);
  EXPECT_EQ(mark("auto", false), 0U);
}

TEST_F(WordMarkerTest, FormsWithoutAReading) {
  EXPECT_EQ(mark("června", false), kMonth);
  EXPECT_EQ(mark("mgr", true, text::TokenKind::abbreviation), kTitle);
  EXPECT_EQ(mark("sro", false, text::TokenKind::abbreviation), kLegalForm);
}

TEST_F(WordMarkerTest, NamesAreSoughtOnlyBehindACapitalWhicheverFormCameFirst) {
  EXPECT_EQ(mark("břeclavi", false), 0U);
  EXPECT_EQ(mark("břeclavi", true), kTownStart);
  EXPECT_EQ(mark("břeclavi", false), 0U);
  EXPECT_EQ(mark("pavla", true), kGivenName);
  EXPECT_EQ(mark("pavla", false), 0U);
}

TEST_F(WordMarkerTest, WhatIsNotedNeedsNoReadings) {
  constexpr auto kWord = text::TokenKind::word;
  std::uint64_t note = 0;
  EXPECT_EQ(mark("břeclavi", false, kWord, note), 0U);
  EXPECT_EQ(mark("břeclavi", true, kWord, note), kTownStart);  // names were not sought before
  EXPECT_EQ(mark("břeclavi", false, kWord, note), 0U);
  EXPECT_EQ(mark("kolín", true, kWord, note), kTownStart);  // the note is believed
  EXPECT_EQ(mark("auto", true, kWord, note), kTownStart);
}

TEST_F(WordMarkerTest, OneFormOfTwoKindsHasTwoMarks) {
  EXPECT_EQ(mark("června", false, text::TokenKind::word), kMonth);
  EXPECT_EQ(mark("června", false, text::TokenKind::number), 0U);
}

TEST(Genitive, EndingsOfTheLemma) {
  for (const auto& [form, lemma] : {std::pair<std::string_view, std::string_view>{"hasičů", "hasič"},
                                    {"dobrovolných", "dobrovolný"},
                                    {"sociálních", "sociální"},
                                    {"kultury", "kultura"},
                                    {"služeb", "služba"},
                                    {"silnic", "silnice"},
                                    {"turistů", "turista"},
                                    {"ochránců", "ochránce"},
                                    {"měst", "město"},
                                    {"obcí", "obec"},
                                    {"mládeže", "mládež"},
                                    {"práce", "práce"},
                                    {"školství", "školství"},
                                    {"házené", "házená"},
                                    {"společnosti", "společnost"}}) {
    EXPECT_TRUE(is_genitive(form, lemma)) << form;
  }
  for (const auto& [form, lemma] : {std::pair<std::string_view, std::string_view>{"hasiči", "hasič"},
                                    {"hasičům", "hasič"},
                                    {"hasič", "hasič"},
                                    {"dobrovolným", "dobrovolný"},
                                    {"kulturu", "kultura"},
                                    {"kultura", "kultura"},
                                    {"silnicí", "silnice"},
                                    {"městem", "město"},
                                    {"město", "město"},
                                    {"rokem", "rok"}}) {
    EXPECT_FALSE(is_genitive(form, lemma)) << form;
  }
}

TEST_F(WordMarkerTest, NumbersAreNoWords) {
  EXPECT_EQ(mark("2008", false, text::TokenKind::number), 0U);
}

}  // namespace
}  // namespace tvar::facts
