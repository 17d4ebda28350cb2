// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/expander.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "stemmers/lexicon/letters.h"
#include "tests/stemmers/lexicon/small_dictionary.h"

namespace tvar::stemmers::lexicon {
namespace {

using Forms = std::vector<std::string>;

Forms forms_of(const std::u32string& word) {
  const Dictionary dictionary = parse_hunspell(test::kAff, test::kDic);
  const Expander expander(dictionary);
  Forms forms;
  for (const Entry& entry : dictionary.entries) {
    if (entry.word != word) continue;
    expander.expand(entry, [&forms](const Expansion& made) {
      forms.push_back((made.prefix == nullptr ? "" : encode_utf8(made.prefix->append)) +
                      encode_utf8(made.stem_form));
    });
  }
  return forms;
}

TEST(Expander, EntryAndSuffixes) {
  EXPECT_EQ(forms_of(U"hrad"), (Forms{"hrad", "hradu", "hradem"}));
}

TEST(Expander, ConditionChoosesTheRule) {
  EXPECT_EQ(forms_of(U"zámek"), (Forms{"zámek", "zámeku", "zámekem", "zámecích"}));
}

TEST(Expander, SecondStepFollowsTheFirst) {
  EXPECT_EQ(forms_of(U"Adam"), (Forms{"Adam", "Adama", "Adamovi", "Adamův", "Adamova", "Adamovi"}));
}

TEST(Expander, PrefixGoesWithEveryForm) {
  EXPECT_EQ(forms_of(U"vedu"), (Forms{"vedu", "nevedu", "vede", "nevede", "vedeš", "nevedeš"}));
}

TEST(Expander, PrefixThatASuffixAllows) {
  const Dictionary dictionary = parse_hunspell(test::kAff, "1\npustý/y\n");
  Forms forms;
  Expander(dictionary).expand(dictionary.entries[0], [&forms](const Expansion& made) {
    forms.push_back((made.prefix == nullptr ? "" : encode_utf8(made.prefix->append)) +
                    encode_utf8(made.stem_form));
  });
  EXPECT_EQ(forms, (Forms{"pustý", "pustější", "nejpustější"}));
}

TEST(Expander, SuffixedGivesTheFormsOfOneFlag) {
  const Dictionary dictionary = parse_hunspell(test::kAff, test::kDic);
  EXPECT_EQ(Expander(dictionary).suffixed(U"nový", U'K'), std::vector<std::u32string>{U"novost"});
  EXPECT_TRUE(Expander(dictionary).suffixed(U"nový", U'H').size() == 2U);
}

}  // namespace
}  // namespace tvar::stemmers::lexicon
