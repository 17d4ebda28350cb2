// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "stemmers/fold.h"
#include "tests/stemmers/lexicon/small_lexicon.h"

namespace tvar::stemmers::lexicon {
namespace {

// lemma, verb, negated
using Answer = std::tuple<std::string, bool, bool>;

std::vector<Answer> answers(const Lexicon& lexicon, std::span<const std::uint8_t> form, const Hits& hits) {
  std::vector<Answer> result;
  for (const Hit& hit : hits) {
    std::string lemma;
    lexicon.append_lemma(form, hit, false, lemma);
    result.emplace_back(lemma, hit.edit.verb, hit.edit.negated);
  }
  return result;
}

std::vector<Answer> find(const Lexicon& lexicon, std::string_view word) {
  Letters letters;
  Hits hits;
  if (!lexicon.alphabet().decode(word, letters) || !lexicon.find(letters.view(), hits)) return {};
  return answers(lexicon, letters.view(), hits);
}

std::map<std::string, std::vector<Answer>> find_folded(const Lexicon& lexicon, std::string_view word) {
  std::map<std::string, std::vector<Answer>> result;
  Letters letters;
  if (!lexicon.alphabet().decode(word, letters)) return result;
  lexicon.find_folded(letters.view(), [&](std::span<const std::uint8_t> form, const Hits& hits) {
    std::string text;
    lexicon.alphabet().append(form, text);
    result[text] = answers(lexicon, form, hits);
  });
  return result;
}

const std::vector<Row> kRows = {
    {"domech", "dům"},
    {"dům", "dům", WordClass::other, false, 1.0F, 90.0F},
    {"dum", "duma", WordClass::other, false, 1.0F, 0.3F},
    {"stát", "stát", WordClass::other, false, 0.7F},
    {"stát", "stát", WordClass::verb, false, 0.3F},
    {"nestojí", "stát", WordClass::verb, true},
    {"let", "rok"},
    {"nejnovější", "nový"},
    {"nejneschopnější", "neschopný", WordClass::other, true},
    {"nezaměstnaných", "nezaměstnaný", WordClass::other, true},
    {"antidisestablishmentarianistickými", "x"},
};

TEST(Lexicon, FindsReadingsBestFirst) {
  const Lexicon lexicon(make_image(make_data(kRows)));
  EXPECT_EQ(find(lexicon, "domech"), (std::vector<Answer>{{"dům", false, false}}));
  EXPECT_EQ(find(lexicon, "stát"), (std::vector<Answer>{{"stát", false, false}, {"stát", true, false}}));
  EXPECT_EQ(find(lexicon, "nestojí"), (std::vector<Answer>{{"stát", true, true}}));
  EXPECT_EQ(find(lexicon, "let"), (std::vector<Answer>{{"rok", false, false}}));
  EXPECT_EQ(find(lexicon, "nejnovější"), (std::vector<Answer>{{"nový", false, false}}));
  EXPECT_EQ(find(lexicon, "nejneschopnější"), (std::vector<Answer>{{"neschopný", false, true}}));
  EXPECT_EQ(find(lexicon, "antidisestablishmentarianistickými"), (std::vector<Answer>{{"x", false, false}}));
}

TEST(Lexicon, FindsNothingElse) {
  const Lexicon lexicon(make_image(make_data(kRows)));
  for (const std::string_view word : {"", "d", "dome", "domechy", "Dům", "dûm", "12", "\xFF", "жук"}) {
    EXPECT_TRUE(find(lexicon, word).empty()) << word;
  }
}

TEST(Lexicon, WeightsAreTheSharesOfTheReadings) {
  const Lexicon lexicon(make_image(make_data(kRows)));
  Letters letters;
  Hits hits;
  ASSERT_TRUE(lexicon.alphabet().decode("stát", letters));
  ASSERT_TRUE(lexicon.find(letters.view(), hits));
  EXPECT_EQ(hits[0].mark.weight_step, 0);
  EXPECT_EQ(hits[1].mark.weight_step, step_of(0.3F / 0.7F));
}

TEST(Lexicon, FoldedWalkFindsAllVariantsAndRanksThem) {
  const Lexicon lexicon(make_image(make_data(kRows)));
  const auto found = find_folded(lexicon, "dum");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.at("dům"), (std::vector<Answer>{{"dům", false, false}}));
  EXPECT_EQ(found.at("dum"), (std::vector<Answer>{{"duma", false, false}}));
  Letters letters;
  ASSERT_TRUE(lexicon.alphabet().decode("dum", letters));
  lexicon.find_folded(letters.view(), [&](std::span<const std::uint8_t> form, const Hits& hits) {
    std::string text;
    lexicon.alphabet().append(form, text);
    EXPECT_EQ(hits[0].mark.fold_step, text == "dům" ? 0 : 7) << text;
  });
}

TEST(Lexicon, LettersWithDiacriticsBindInTheFoldedWalk) {
  const Lexicon lexicon(make_image(make_data(kRows)));
  EXPECT_EQ(find_folded(lexicon, "dům").size(), 1U);
}

TEST(Lexicon, FormsAndDerivationsOfALemma) {
  const LexiconData data =
      make_data({{"nový", "nový"}, {"nová", "nový"}, {"nejnovější", "nový"}, {"nově", "nově"}},
                {{"nový", "nově", DerivationKind::adverb},
                 {"nový", "novost", DerivationKind::ost_noun},
                 {"brno", "brněnský", DerivationKind::ski_adjective}});
  const Lexicon lexicon(make_image(data));
  EXPECT_EQ(lexicon.forms_of("nový", false), (std::vector<std::string>{"nejnovější", "nová", "nový"}));
  EXPECT_TRUE(lexicon.forms_of("nový", true).empty());
  const std::vector<Derived> derived = lexicon.derivations_of("nový");
  ASSERT_EQ(derived.size(), 2U);
  EXPECT_EQ(derived[0].lemma, "nově");
  EXPECT_EQ(derived[0].kind, static_cast<std::uint8_t>(DerivationKind::adverb));
  EXPECT_EQ(derived[1].lemma, "novost");
  ASSERT_EQ(lexicon.derivations_of("brno").size(), 1U);  // no form, yet a lemma
  EXPECT_EQ(lexicon.derivations_of("brno")[0].lemma, "brněnský");
  EXPECT_TRUE(lexicon.derivations_of("nová").empty());
}

TEST(Lexicon, EmptyDataMakesALexiconThatKnowsNothing) {
  const Lexicon lexicon(make_image(make_data({})));
  EXPECT_TRUE(find(lexicon, "dům").empty());
  EXPECT_TRUE(find_folded(lexicon, "dum").empty());
  EXPECT_TRUE(lexicon.forms_of("dům", false).empty());
}

// A random lexicon over few letters, so that forms share much, collide when folded, and are prefixes of each other.
class RandomLexicon : public testing::TestWithParam<unsigned> {
 protected:
  RandomLexicon() : random_(GetParam()) {
    std::vector<Row> rows;
    for (int i = 0; i < 3000; ++i) {
      const std::string form = word();
      const Answer answer{word(), random_() % 3 == 0, form.starts_with("ne") && random_() % 2 == 0};
      std::vector<Answer>& readings = expected_[form];
      if (readings.size() < 4 && std::find(readings.begin(), readings.end(), answer) == readings.end()) {
        readings.push_back(answer);
      }
    }
    for (auto& [form, readings] : expected_) {
      std::sort(readings.begin(), readings.end());  // before the rows get views of them
      for (const auto& [lemma, verb, negated] : readings) {
        rows.push_back({form, lemma, verb ? WordClass::verb : WordClass::other, negated, 0.2F,
                        static_cast<float>(random_() % 1000 + 1)});
      }
    }
    data_ = make_data(rows);
  }

  std::string word() {
    static const std::vector<std::string> letters = {"a", "á", "e", "ě", "j", "n", "u", "ů", "ú", "ž"};
    std::string text;
    for (auto size = random_() % 7 + 1; size > 0; --size) text += letters[random_() % letters.size()];
    return random_() % 4 == 0 ? "ne" + text : text;
  }

  static std::vector<Answer> sorted(std::vector<Answer> answers) {
    std::sort(answers.begin(), answers.end());
    return answers;
  }

  std::mt19937 random_;
  std::map<std::string, std::vector<Answer>> expected_;
  LexiconData data_;
};

TEST_P(RandomLexicon, AnswersAsAMapWould) {
  const Lexicon lexicon(make_image(data_));
  for (const auto& [form, readings] : expected_) {
    ASSERT_EQ(sorted(find(lexicon, form)), readings) << form << ", seed " << GetParam();
  }
  for (int i = 0; i < 2000; ++i) {
    const std::string other = word();
    if (expected_.count(other) != 0) continue;
    ASSERT_TRUE(find(lexicon, other).empty()) << other << ", seed " << GetParam();
  }
}

TEST_P(RandomLexicon, FoldedWalkFindsWhatBruteForceFinds) {
  const Lexicon lexicon(make_image(data_));
  std::map<std::string, std::set<std::string>> by_folded;
  for (const auto& [form, readings] : expected_) by_folded[folded(form)].insert(form);
  for (const auto& [text, forms] : by_folded) {
    std::set<std::string> found;
    for (const auto& [form, readings] : find_folded(lexicon, text)) {
      found.insert(form);
      ASSERT_EQ(sorted(readings), expected_[form]) << form << ", seed " << GetParam();
    }
    ASSERT_EQ(found, forms) << text << ", seed " << GetParam();
  }
}

TEST_P(RandomLexicon, EnumeratesEveryReadingOnce) {
  const Lexicon lexicon(make_image(data_));
  std::size_t count = 0;
  lexicon.for_each([&](std::span<const std::uint8_t>, const Hit&) { ++count; });
  EXPECT_EQ(count, data_.analyses.size()) << "seed " << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomLexicon, testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace tvar::stemmers::lexicon
