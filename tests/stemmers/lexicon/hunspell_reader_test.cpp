// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/hunspell_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/stemmers/lexicon/small_dictionary.h"
#include "tvar/error.h"

namespace tvar::stemmers::lexicon {
namespace {

std::string message_of(std::string_view aff, std::string_view dic) {
  try {
    parse_hunspell(aff, dic, "x.aff", "x.dic");
  } catch (const Error& error) {
    return std::string(to_string(error.code())) + " " + error.what();
  }
  return "no error";
}

TEST(HunspellReader, ReadsRulesWithStripAppendConditionAndNextFlags) {
  const Dictionary dictionary = parse_hunspell(test::kAff, test::kDic);
  EXPECT_EQ(dictionary.prefixes.size(), 5U);
  ASSERT_EQ(dictionary.suffixes.size(), 24U);
  const AffixRule& possessive = dictionary.suffixes[5];
  EXPECT_EQ(possessive.flag, U'P');
  EXPECT_EQ(possessive.strip, U"");
  EXPECT_EQ(possessive.append, U"ův");
  EXPECT_EQ(possessive.next_flags, U"Y");
  ASSERT_EQ(possessive.condition.size(), 1U);
  EXPECT_FALSE(possessive.condition[0].contains(U'k'));
  EXPECT_TRUE(possessive.condition[0].contains(U'm'));
}

TEST(HunspellReader, LeavesOutForbiddenWords) {
  const Dictionary dictionary = parse_hunspell(test::kAff, test::kDic);
  EXPECT_EQ(dictionary.entries.size(), 22U);
  EXPECT_EQ(dictionary.entries[0].word, U"hrad");
  EXPECT_EQ(dictionary.entries[0].flags, U"H");
}

TEST(HunspellReader, ReadsLatin2) {
  const Dictionary dictionary =
      parse_hunspell("SET ISO8859-2\nSFX H Y 1\nSFX H 0 \xF9 .\n", "1\n\xBEivot/H\n");
  EXPECT_EQ(dictionary.entries[0].word, U"život");
  EXPECT_EQ(dictionary.suffixes[0].append, U"ů");
}

TEST(HunspellReader, NamesFileAndLineOfAFault) {
  EXPECT_EQ(message_of("SET UTF-8\nSFX A 0\n", "1\na\n"), "corrupt x.aff:2: affix rule with too few columns");
  EXPECT_EQ(message_of("SET UTF-8\nSFX A 0 x [ab\n", "1\na\n"),
            "corrupt x.aff:2: condition without closing bracket");
  EXPECT_EQ(message_of("SET UTF-8\n", "slovo\n"),
            "corrupt x.dic:1: the first line is not the number of entries");
  EXPECT_EQ(message_of("SET UTF-8\n", "1\n/A\n"), "corrupt x.dic:2: entry without a word");
  EXPECT_EQ(message_of("SET KOI8-R\n", "0\n"), "unsupported x.aff: encoding KOI8-R is not supported");
}

TEST(HunspellReader, MissingFileIsAnIoError) {
  try {
    read_file("/nowhere/cs_CZ.dic");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::io);
    EXPECT_STREQ(error.what(), "/nowhere/cs_CZ.dic: can't be read");
  }
}

}  // namespace
}  // namespace tvar::stemmers::lexicon
