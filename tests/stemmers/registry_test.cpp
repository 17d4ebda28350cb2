// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for every stemmer of the registry, with the real lexicon.
#include "stemmers/registry.h"

#include <gtest/gtest.h>

#include <memory>
#include <ostream>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "stemmers/lexicon/alphabet.h"
#include "tvar/error.h"

namespace tvar::stemmers {

void PrintTo(const StemmerEntry& entry, std::ostream* out) {
  *out << entry.name;
}

namespace {

constexpr StemMode kModes[] = {StemMode::document, StemMode::query, StemMode::folded_document,
                               StemMode::folded_query};

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (lexicon::next_code_point(text, at) == lexicon::kInvalid) return false;
  }
  return true;
}

class EveryStemmer : public testing::TestWithParam<StemmerEntry> {
 protected:
  EveryStemmer() : stemmer_(GetParam().make({.lexicon = TVAR_LEXICON_IMAGE})) {}

  // Asserts what must hold for any word.
  void check(const std::string& word) {
    for (const StemMode mode : kModes) {
      stemmer_->stem(word, mode, readings_);
      ASSERT_EQ(readings_.empty(), word.empty());
      std::set<std::pair<ReadingKind, std::string>> seen;
      for (const Reading& reading : readings_) {
        ASSERT_FALSE(reading.term.empty()) << word;
        ASSERT_LE(reading.term.size(), 200U) << word;
        ASSERT_GT(reading.weight, 0.0F) << word;
        ASSERT_LE(reading.weight, 1.0001F) << word;
        ASSERT_TRUE(is_utf8(reading.term) || !is_utf8(word)) << word << " -> " << reading.term;
        ASSERT_TRUE(seen.insert({reading.kind, reading.term}).second) << word << " twice " << reading.term;
      }
    }
  }

  std::unique_ptr<const Stemmer> stemmer_;
  Readings readings_;
};

TEST_P(EveryStemmer, IsCalledAsItsRowSays) {
  EXPECT_EQ(stemmer_->name(), GetParam().name);
  EXPECT_TRUE(stemmer_->id().starts_with(GetParam().name));
  EXPECT_EQ(find_stemmer(GetParam().name)->name, GetParam().name);
}

TEST_P(EveryStemmer, GivesNothingForNothing) {
  check("");
}

TEST_P(EveryStemmer, KeepsNumbers) {
  for (const StemMode mode : kModes) {
    stemmer_->stem("2012", mode, readings_);
    ASSERT_FALSE(readings_.empty());
    EXPECT_EQ(readings_[0].term, "2012");
  }
}

TEST_P(EveryStemmer, SurvivesRandomBytes) {
  const unsigned seed = 7;
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 20000; ++i) {
    std::string word;
    for (auto size = random() % 12; size > 0; --size) word.push_back(static_cast<char>(random()));
    ASSERT_NO_FATAL_FAILURE(check(word));
  }
}

TEST_P(EveryStemmer, SurvivesRandomWords) {
  const unsigned seed = 11;
  SCOPED_TRACE("seed " + std::to_string(seed));
  static const std::vector<std::string> pieces = {"ne", "nej", "ov", "ý",   "ého", "ž", "á",
                                                  "t",  "r",   "ř",  "ost", "-",   "'", "ß",
                                                  "ж",  "中",  "ů",  "e",   "n",   "k", "st"};
  std::mt19937 random(seed);
  for (int i = 0; i < 20000; ++i) {
    std::string word;
    for (auto size = random() % 9; size > 0; --size) word += pieces[random() % pieces.size()];
    ASSERT_NO_FATAL_FAILURE(check(word));
  }
}

TEST_P(EveryStemmer, BoundsTheTermsOfLongWords) {
  std::string word;
  for (int i = 0; i < 5000; ++i) word += "ž";
  check(word);
  check(std::string(100000, 'e'));
  check("nej" + std::string(60, 'a') + "ějších");
}

TEST_P(EveryStemmer, ReusesTheMemoryOfReadings) {
  stemmer_->stem("nejneobhospodařovávatelnějšími", StemMode::document, readings_);
  stemmer_->stem("a", StemMode::document, readings_);
  ASSERT_FALSE(readings_.empty());
  EXPECT_LE(readings_[0].term.size(), 3U);
}

TEST_P(EveryStemmer, ServesManyThreads) {
  const std::vector<std::string> words = {"domech", "stát", "nejnovějších", "kouřimského", "xyzových"};
  const auto all = [&] {
    std::string text;
    Readings readings;
    for (int round = 0; round < 200; ++round) {
      text.clear();
      for (const std::string& word : words) {
        stemmer_->stem(word, StemMode::document, readings);
        for (const Reading& reading : readings) text += reading.term + ' ';
      }
    }
    return text;
  };
  const std::string expected = all();
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&] { result = all(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, expected);
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryStemmer, testing::ValuesIn(registry().begin(), registry().end()),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Registry, DoesNotKnowOtherNames) {
  EXPECT_EQ(find_stemmer("klingon"), nullptr);
  EXPECT_EQ(find_stemmer(""), nullptr);
}

TEST(Registry, TheDefaultIsCzech) {
  EXPECT_EQ(registry().front().name, "czech");
}

TEST(Registry, MissingLexiconIsAnError) {
  EXPECT_THROW(find_stemmer("czech")->make({.lexicon = "/nonexistent"}), Error);
}

// Facts the product is judged by, on the real lexicon.
TEST(RealLexicon, KnowsTheWordsEverybodyTriesFirst) {
  const auto stemmer = find_stemmer("czech")->make({.lexicon = TVAR_LEXICON_IMAGE});
  const auto terms = [&](std::string_view word, StemMode mode = StemMode::document) {
    Readings readings;
    stemmer->stem(word, mode, readings);
    std::set<std::string> result;
    for (const Reading& reading : readings) {
      if (reading.kind == ReadingKind::lemma) result.insert(reading.term);
    }
    return result;
  };
  for (const std::string_view word : {"dům", "domu", "domech", "domů"})
    EXPECT_EQ(terms(word).count("dům"), 1U) << word;
  EXPECT_EQ(terms("byt").count("být/v"), 0U);
  EXPECT_EQ(terms("být").count("byt"), 0U);
  EXPECT_EQ(terms("je").count("být/v"), 1U);
  EXPECT_EQ(terms("nezaměstnaný"), (std::set<std::string>{"nezaměstnaný"}));
  EXPECT_EQ(terms("zaměstnaného"), (std::set<std::string>{"zaměstnaný"}));
  EXPECT_EQ(terms("lidmi"), terms("člověkem"));
  EXPECT_EQ(terms("breclavi", StemMode::folded_query).count("břeclav"), 1U);
}

}  // namespace
}  // namespace tvar::stemmers
