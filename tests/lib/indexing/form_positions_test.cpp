// SPDX-License-Identifier: GPL-2.0-or-later
// Which terms of a document have positions.
#include "lib/indexing/form_positions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lib/analysis/analyzer_impl.h"
#include "lib/indexing/document_preparer.h"
#include "tests/support/pages.h"
#include "tvar/analyzer.h"
#include "tvar/error.h"

namespace tvar::indexing {
namespace {

using Lines = std::vector<std::string>;

class FormPositionsTest : public ::testing::Test {
 protected:
  // "dům*1 @1": a term, its occurrences and its positions, from 1; terms that only filter have none of either.
  Lines lines_of(const Document& document) {
    preparer_.prepare(document, prepared_);
    Lines lines;
    std::vector<std::uint32_t> positions;
    for (std::uint32_t i = 0; i < prepared_.terms().size(); ++i) {
      prepared_.positions(i, positions);
      if (prepared_.occurrences(i) == 0 && positions.empty()) continue;
      std::string& line = lines.emplace_back(prepared_.terms()[i]);
      if (prepared_.occurrences(i) > 0) line += "*" + std::to_string(prepared_.occurrences(i));
      for (const std::uint32_t position : positions)
        line += " @" + std::to_string(position - kFirstPosition + 1);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }
  Lines text_lines(const std::string& text) { return lines_of({.id = "d", .fields = {{"text", text}}}); }

  Schema schema_ = Schema::default_schema();
  Analyzer analyzer_{{.lexicon = TVAR_LEXICON_IMAGE}};
  DocumentPreparer preparer_{schema_, *analyzer_.impl().stemmer};
  store::PreparedDocument prepared_;
};

TEST_F(FormPositionsTest, LemmaOfOneFormHasThePositionsOfBoth) {
  EXPECT_EQ(text_lines("domech a domech"), (Lines{"=a*1", "=domech*2", "a*1 @2", "dům*2 @1 @3"}));
}

TEST_F(FormPositionsTest, LemmaOfSeveralFormsLeavesThemToTheForms) {
  EXPECT_EQ(text_lines("dům v domech, dům"),
            (Lines{"!dům @1 @3 @4", "=domech*1 @3", "=dům*2 @1 @4", "=v*1", "dům*3", "v*1 @2"}));
}

// "stát" is a country or to stand: the verb alone would tell it, but "stane" is of the verb too.
TEST_F(FormPositionsTest, FormIsToldByAnyLemmaThatIsItsOwn) {
  EXPECT_EQ(text_lines("stát, státu"),
            (Lines{"!stát @1 @2", "=stát*1", "=státu*1 @2", "stát*2", "stát/v*1 @1"}));
  EXPECT_EQ(text_lines("stát, státu, stane"), (Lines{"!stát @1 @2", "!stát/v @1 @3", "=stane*1 @3",
                                                     "=stát*1 @1", "=státu*1 @2", "stát*2", "stát/v*2"}));
}

TEST_F(FormPositionsTest, FieldsAreApart) {
  EXPECT_EQ(lines_of(testing::page_of("d", "Dům", "domech")),
            (Lines{"=domech*1", "FA=dům*1", "FAdům*1 @1", "dům*1 @1"}));
  EXPECT_EQ(lines_of(testing::page_of("d", "Dům domu", "domech")),
            (Lines{"=domech*1", "FA!dům @1 @2", "FA=domu*1 @2", "FA=dům*1 @1", "FAdům*2", "dům*1 @1"}));
}

TEST_F(FormPositionsTest, GuessesAreLemmasToo) {
  EXPECT_EQ(text_lines("tlachapoud, tlachapoudem"),
            (Lines{"!^tlachapoud @1 @2", "!~tlachapoud @1 @2", "=tlachapoud*1", "=tlachapoudem*1",
                   "^tlachapoud*2", "^tlachapouda*1 @1", "^tlachapoudem*1 @2", "^tlachapoudit*1 @1",
                   "^tlachapoudy*1 @2", "~tlachapoud*2", "~tlachapouda*1 @1", "~tlachapoudem*1 @2",
                   "~tlachapoudo*1 @2", "~tlachapoudy*1 @1"}));
}

// A query can't know in which mode a document is read: where it would take the form for something else, the form has places.
TEST_F(FormPositionsTest, TextWithoutDiacritics) {
  const std::string rest = " xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
  // Women here, but Zen to a query, which the word does not have as a lemma.
  const auto without_rest = [](const Lines& lines) {
    Lines left;
    for (const std::string& line : lines) {
      if (line.find("xxx") == std::string::npos) left.push_back(line);
    }
    return left;
  };
  EXPECT_EQ(without_rest(text_lines("zeny" + rest)), (Lines{"=zeny*1 @1", "žena*1 @1"}));
  // So it counts as a form of Zen where another word has that lemma.
  EXPECT_EQ(without_rest(text_lines("zeny zenu" + rest)),
            (Lines{"!zen @2", "!žena @1 @2", "=zenu*1 @2", "=zeny*1 @1", "zen*1", "žena*2"}));
}

TEST_F(FormPositionsTest, OtherKindsOfTokensHavePlaces) {
  EXPECT_EQ(text_lines("www.domy.cz"), (Lines{"=cz*1", "=domy*1", "=domy.cz*1 @1", "=www.domy.cz*1 @1",
                                              "cz*1 @2", "domy.cz*1 @1", "dům*1 @1", "www.domy.cz*1 @1"}));
}

TEST_F(FormPositionsTest, LongTextsKeepThePositionsOfForms) {
  std::string text = "domech";
  while (text.size() <= store::kMostWholeData / 2) text += " a a a a a a a a a a a a a a a a a a a a a";
  preparer_.prepare({.id = "d", .fields = {{"text", text}}}, prepared_);
  const auto form = prepared_.terms().find("=domech");
  ASSERT_TRUE(form.has_value());
  std::vector<std::uint32_t> positions;
  prepared_.positions(*form, positions);
  EXPECT_EQ(positions, std::vector<std::uint32_t>{kFirstPosition});
}

TEST_F(FormPositionsTest, DocumentThatIsGivenUpLeavesNothing) {
  store::PreparedDocument prepared;
  EXPECT_THROW(preparer_.prepare({.id = "d", .fields = {{"text", "dům"}, {"published", "loni"}}}, prepared),
               Error);
  EXPECT_EQ(text_lines("domech"), (Lines{"=domech*1", "dům*1 @1"}));
}

}  // namespace
}  // namespace tvar::indexing
