// SPDX-License-Identifier: GPL-2.0-or-later
// Derivational families, over a lexicon that has the members and words that only look like members.
#include "stemmers/word_family.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/stemmers/lexicon/small_lexicon.h"

namespace tvar::stemmers {
namespace {

using lexicon::WordClass;

using Words = std::vector<std::string>;

const lexicon::Lexicon& words() {
  static const lexicon::Lexicon lexicon = [] {
    static const Words nominals = {
        // One root in each line.
        "vklad",      "vkládání",       "vkladatel",                  //
        "kladno",     "kladenský",      "klad",                       // Kladno, and the sign plus
        "praha",      "pražský",        "práh",                       // one key by chance of alternation
        "škola",      "školní",         "školství",    "školník",     //
        "podpora",    "podpůrný",                                     //
        "nahrazení",  "náhrada",                                      //
        "zastupitel", "zastupitelstvo", "zastupování", "zastoupení",  //
        "obec",       "obecní",                                       //
        "hluchý",     "hluchota",       "okno",        "okenní",     "řada", "rada", "tma",  //
    };
    static const Words verbs = {"vkládat",    "pražit",    "podporovat", "nahradit",
                                "nahrazovat", "zastoupit", "obcovat"};
    std::vector<lexicon::Row> rows;
    for (const std::string& word : nominals)
      rows.push_back({word, word, WordClass::other, false, 1.0F, 1.0F});
    for (const std::string& word : verbs) rows.push_back({word, word, WordClass::verb, false, 1.0F, 1.0F});
    return lexicon::Lexicon(lexicon::make_image(lexicon::make_data(rows)));
  }();
  return lexicon;
}

// Relatives, verbs with "/v".
Words family(std::string_view lemma, bool verb = false) {
  Words found;
  for (const Relative& relative : WordFamilies(words()).family_of(lemma, verb)) {
    found.push_back(relative.lemma + (relative.verb ? "/v" : ""));
  }
  return found;
}

TEST(WordFamilies, JoinsWhatIsMadeFromOneVerb) {
  EXPECT_EQ(family("vkládat", true), (Words{"vklad", "vkladatel", "vkládání"}));
  EXPECT_EQ(family("vkládání"), (Words{"vklad", "vkladatel", "vkládat/v"}));
  EXPECT_EQ(family("podpora"), (Words{"podporovat/v", "podpůrný"}));
}

TEST(WordFamilies, UndoesSofteningBeforeTheEnding) {
  EXPECT_EQ(family("nahradit", true), (Words{"nahrazení", "nahrazovat/v"}));
  EXPECT_EQ(family("nahrazení"), (Words{"nahradit/v", "nahrazovat/v"}));
}

TEST(WordFamilies, UndoesVowelAndConsonantAlternations) {
  EXPECT_EQ(family("zastupitel"), (Words{"zastoupení", "zastoupit/v", "zastupitelstvo", "zastupování"}));
  EXPECT_EQ(family("škola"), (Words{"školní", "školník", "školství"}));
  EXPECT_EQ(family("okno"), Words{"okenní"});
}

TEST(WordFamilies, JoinsATownWithItsAdjective) {
  EXPECT_EQ(family("kladno"), Words{"kladenský"});
  EXPECT_EQ(family("kladenský"), Words{"kladno"});
}

TEST(WordFamilies, KeepsVerbsApartFromNounsThatAreNotMadeFromThem) {
  EXPECT_EQ(family("praha"), (Words{"pražský", "práh"}));  // not pražit, to roast
  EXPECT_EQ(family("pražit", true),
            Words{"práh"});  // by chance, as a noun without an ending may be made from a verb
  EXPECT_EQ(family("obec"), Words{"obecní"});  // not obcovat
}

TEST(WordFamilies, KeepsFirstConsonants) {
  EXPECT_TRUE(family("řada").empty());  // not rada
}

TEST(WordFamilies, AnswersNothingForWhatHasNoRoot) {
  for (const char* const word : {"", "a", "tma", "brm", "2016", "\xFF\xFEx", "😀😀😀😀", "slovo"}) {
    EXPECT_TRUE(family(word).empty()) << word;
    EXPECT_TRUE(family(word, true).empty()) << word;
  }
}

TEST(WordFamilies, IsSymmetric) {
  const WordFamilies families(words());
  for (const char* const lemma :
       {"vklad", "kladno", "praha", "škola", "podpora", "zastupitel", "nahrazení"}) {
    const std::vector<Relative> family = families.family_of(lemma, false);
    EXPECT_FALSE(family.empty()) << lemma;
    for (const Relative& relative : family) {
      const std::vector<Relative> back = families.family_of(relative.lemma, relative.verb);
      EXPECT_NE(std::find(back.begin(), back.end(), Relative{lemma, false}), back.end())
          << lemma << " " << relative.lemma;
    }
  }
}

}  // namespace
}  // namespace tvar::stemmers
