// SPDX-License-Identifier: GPL-2.0-or-later
// The rules of lemmas and the tables of paradigms, seen from outside: a small dictionary, our real tables.
#include "stemmers/lexicon/compile_lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "stemmers/lexicon/expander.h"
#include "stemmers/lexicon/paradigms.h"
#include "tests/stemmers/lexicon/small_dictionary.h"

namespace tvar::stemmers::lexicon {
namespace {

class CompileLexicon : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Tables tables = read_tables(TVAR_SOURCE_DIR "/stemmers/lexicon/data");
    tables.frequencies.clear();
    data_ = new LexiconData(compile_lexicon(parse_hunspell(test::kAff, test::kDic), tables));
  }
  static void TearDownTestSuite() { delete data_; }

  /// "lemma" or "lemma/v", "!" before it when negated, all readings in alphabetic order.
  static std::string readings(std::string_view form) {
    std::vector<std::string> terms;
    for (const Analysis& analysis : data_->analyses) {
      if (analysis.form != form) continue;
      terms.push_back((analysis.negated ? "!" : "") + std::string(analysis.lemma) +
                      (analysis.word_class == WordClass::verb ? "/v" : ""));
    }
    std::sort(terms.begin(), terms.end());
    std::string text;
    for (const std::string& term : terms) text += (text.empty() ? "" : " ") + term;
    return text;
  }

  static LexiconData* data_;
};

LexiconData* CompileLexicon::data_ = nullptr;

TEST_F(CompileLexicon, CasesBelongToTheEntry) {
  EXPECT_EQ(readings("hradem"), "hrad");
}

TEST_F(CompileLexicon, FormsAndLemmasAreLowerCase) {
  EXPECT_EQ(readings("novotná"), "novotný");
  EXPECT_EQ(readings("adama"), "adam");
}

TEST_F(CompileLexicon, PossessiveIsAWordOfItsOwn) {
  EXPECT_EQ(readings("adamova"), "adamův");
  EXPECT_EQ(readings("adamovi"), "adam adamův");
}

TEST_F(CompileLexicon, AdverbAndOstNounAreWordsOfTheirOwn) {
  EXPECT_EQ(readings("nově"), "nově");
  EXPECT_EQ(readings("novost"), "novost");
}

TEST_F(CompileLexicon, DegreesMergeIntoThePositive) {
  EXPECT_EQ(readings("novějšího"), "nový");
  EXPECT_EQ(readings("novější"), "nový");
  EXPECT_EQ(readings("nejnovějšího"), "nový");
  EXPECT_EQ(readings("nejnovější"), "nový");
  EXPECT_EQ(readings("nověji"), "nově");
  EXPECT_EQ(readings("největších"), "velký");
}

TEST_F(CompileLexicon, NegationOfNominalsIsInTheLemma) {
  EXPECT_EQ(readings("nenová"), "!nenový");
  EXPECT_EQ(readings("nenově"), "!nenově");
}

TEST_F(CompileLexicon, NegationOfVerbsIsNot) {
  EXPECT_EQ(readings("nedělám"), "!dělat/v");
  EXPECT_EQ(readings("nevede"), "!vést/v");
}

TEST_F(CompileLexicon, ShortParticipleBelongsToTheAdjective) {
  EXPECT_EQ(readings("dělána"), "dělaný");
  EXPECT_EQ(readings("vedena"), "vedený");
}

TEST_F(CompileLexicon, IrregularVerbIsOneWithAnyPrefix) {
  EXPECT_EQ(readings("vede"), "vést/v");
  EXPECT_EQ(readings("vedla"), "vést/v");
  EXPECT_EQ(readings("odvedl"), "odvést/v");
  EXPECT_EQ(readings("odvede"), "odvést/v");
}

TEST_F(CompileLexicon, IrregularNounsComeFromTheTable) {
  EXPECT_EQ(readings("lidmi"), "člověk");
  EXPECT_EQ(readings("domech"), "dům");
}

TEST_F(CompileLexicon, VariantTakesTheStandardSpelling) {
  EXPECT_EQ(readings("filosofie"), "filozofie");
}

TEST_F(CompileLexicon, SharesOfAFormAddUpToOne) {
  float sum = 0;
  for (const Analysis& analysis : data_->analyses) {
    EXPECT_GT(analysis.frequency, 0) << analysis.form;
    if (analysis.form == "adamovi") sum += analysis.weight;
  }
  EXPECT_FLOAT_EQ(sum, 1);
}

TEST_F(CompileLexicon, SortedByFormThenWeight) {
  EXPECT_TRUE(std::is_sorted(data_->analyses.begin(), data_->analyses.end(),
                             [](const Analysis& a, const Analysis& b) {
                               return a.form != b.form ? a.form < b.form : a.weight > b.weight;
                             }));
}

TEST_F(CompileLexicon, DerivationsByFlagAndByPlace) {
  std::string text;
  for (const Derivation& derivation : data_->derivations) {
    text += std::string(derivation.lemma) + ">" + std::string(derivation.derived) + ":" +
            std::to_string(static_cast<int>(derivation.kind)) + " ";
  }
  EXPECT_EQ(text, "adam>adamův:2 nový>novost:1 nový>nově:0 ");
}

TEST(LongAdjective, OfShortForms) {
  const Dictionary dictionary = parse_hunspell("SET UTF-8\n", "4\npovinný/Y\nhotový/Y\nmrtvý/Y\nstarý/Y\n");
  const Vocabulary vocabulary(dictionary);
  const Paradigms paradigms(Tables{}, vocabulary);
  EXPECT_EQ(paradigms.long_adjective("povinen"), "povinný");
  EXPECT_EQ(paradigms.long_adjective("hotov"), "hotový");
  EXPECT_EQ(paradigms.long_adjective("mrtev"), "mrtvý");
  EXPECT_EQ(paradigms.long_adjective("stár"), "starý");
  EXPECT_EQ(paradigms.long_adjective("psán"), "psaný");
  EXPECT_EQ(paradigms.long_adjective("rád"), "rád");
}

TEST(AdjectiveOfPlace, ByTheEndings) {
  const Tables tables = read_tables(TVAR_SOURCE_DIR "/stemmers/lexicon/data");
  const Dictionary dictionary =
      parse_hunspell("SET UTF-8\n", "5\nbrněnský/Y\npražský/Y\nolomoucký/Y\nústecký/Y\nPlzeňský/Y\n");
  const Vocabulary vocabulary(dictionary);
  const Paradigms paradigms(tables, vocabulary);
  EXPECT_EQ(paradigms.adjective_of_place("brno"), "brněnský");
  EXPECT_EQ(paradigms.adjective_of_place("praha"), "pražský");
  EXPECT_EQ(paradigms.adjective_of_place("ústí"), "ústecký");
  EXPECT_EQ(paradigms.adjective_of_place("plzeň"), "");  // only a name is spelled so
}

}  // namespace
}  // namespace tvar::stemmers::lexicon
