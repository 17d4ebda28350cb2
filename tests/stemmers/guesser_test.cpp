// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/guesser.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "stemmers/lexicon/alphabet.h"
#include "stemmers/lexicon/guesser_trainer.h"
#include "tests/stemmers/lexicon/small_lexicon.h"
#include "tvar/error.h"

namespace tvar::stemmers {
namespace {

using lexicon::Alphabet;
using lexicon::WordClass;

// Twenty nouns in -a, ten verbs in -at that share the ending -á with nobody, and forms in -no of four kinds, some of them
// more frequent than others.
class GuesserTest : public testing::Test {
 protected:
  GuesserTest() {
    for (char c = 'b'; c < 'v'; ++c) {
      const std::string stem = std::string(1, c) + "or";
      for (const char* end : {"a", "y", "u", "ou"}) add(stem + end, stem + "a", WordClass::other);
    }
    for (char c = 'b'; c < 'm'; ++c) {
      const std::string stem = std::string(1, c) + "el";
      for (const char* end : {"at", "á", "ají"}) add(stem + end, stem + "at", WordClass::verb);
    }
    char first = 'b';
    for (const auto& [end, count] : {std::pair("no", 5), {"na", 4}, {"ne", 3}, {"ni", 2}}) {
      for (int i = 0; i < count; ++i, ++first) {
        const std::string stem = std::string(1, first) + "i";
        add(stem + "no", stem + end, WordClass::other);
      }
    }
    add("let", "rok", WordClass::other);
    add("nenový", "nenový", WordClass::other, true);
    lexicon::sort_data(data_);
    alphabet_ = alphabet_of(data_);
    bytes_ = train_guesser(data_, alphabet_, {.node_cost = 0.5, .least_weight = 0.1});
  }

  void add(const std::string& form, const std::string& lemma, WordClass word_class, bool negated = false) {
    data_.analyses.push_back(
        {data_.texts.add(form), data_.texts.add(lemma), word_class, negated, 1.0F, 1.0F});
  }

  // "lemma" or "lemma/v", best first.
  std::vector<std::string> guess(const std::string& word) {
    const Guesser guesser(bytes_, "test");
    lexicon::Letters letters;
    EXPECT_TRUE(alphabet_.decode(word, letters));
    Guesses guesses;
    guesser.guess(letters.view(), guesses);
    std::vector<std::string> result;
    for (const Guess& item : guesses) {
      std::string& text = result.emplace_back();
      alphabet_.append(letters.view().first(letters.size - item.cut), text);
      alphabet_.append(item.added, text);
      if (item.verb) text += "/v";
    }
    return result;
  }

  lexicon::LexiconData data_;
  Alphabet alphabet_;
  std::vector<std::byte> bytes_;
};

TEST_F(GuesserTest, LearnsEndings) {
  EXPECT_EQ(guess("jajorou")[0], "jajora");
  EXPECT_EQ(guess("pelají")[0], "pelat/v");
  EXPECT_EQ(guess("pelá")[0], "pelat/v");
}

TEST_F(GuesserTest, GivesAtMostThreeGuessesBestFirst) {
  EXPECT_EQ(guess("pepsino"), (std::vector<std::string>{"pepsino", "pepsina", "pepsine"}));
}

TEST_F(GuesserTest, NeverCutsTheWholeWord) {
  using Lemmas = std::vector<std::string>;
  EXPECT_EQ(guess("ou"), Lemmas());
  EXPECT_EQ(guess("u"), Lemmas());
  EXPECT_EQ(guess("á"), Lemmas());
  EXPECT_EQ(guess("ají"), Lemmas{"at/v"});
  EXPECT_EQ(guess(""), Lemmas());
}

TEST_F(GuesserTest, IsSmallerWhenNodesCostMore) {
  const auto cheap = train_guesser(data_, alphabet_, {.node_cost = 0.5});
  const auto dear = train_guesser(data_, alphabet_, {.node_cost = 50.0});
  EXPECT_GT(Guesser(cheap, "test").node_count(), Guesser(dear, "test").node_count());
}

TEST_F(GuesserTest, WithoutASectionNeverGuesses) {
  Guesses guesses;
  const std::vector<std::uint8_t> word = {70, 71, 72};
  Guesser().guess(word, guesses);
  EXPECT_TRUE(guesses.empty());
  EXPECT_TRUE(train_guesser(lexicon::make_data({}), alphabet_).empty());
}

TEST_F(GuesserTest, RefusesReferencesThatLeadOut) {
  for (std::size_t size = 1; size < bytes_.size(); size += 7) {
    EXPECT_THROW(Guesser(std::span(bytes_).first(size), "test"), Error) << size;
  }
  std::vector<std::byte> damaged = bytes_;
  for (std::size_t i = sizeof(GuesserHeader); i < sizeof(GuesserHeader) + 4; ++i)
    damaged[i] = std::byte{0xFF};
  EXPECT_THROW(Guesser(damaged, "test"), Error);
}

}  // namespace
}  // namespace tvar::stemmers
