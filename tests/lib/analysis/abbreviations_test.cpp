// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/analysis/abbreviations.h"

#include <gtest/gtest.h>

#include <ostream>

namespace tvar::analysis {
namespace {

struct Row {
  const char* name;
  const char* text;
  const char* found;  // "ABBR=long form", joined by "; "
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.name;
}

class Abbreviations : public ::testing::TestWithParam<Row> {};

TEST_P(Abbreviations, AreFoundWithTheirLongForms) {
  std::string found;
  for (const AbbreviationDefinition& definition : find_abbreviations(GetParam().text)) {
    if (!found.empty()) found += "; ";
    found.append(definition.abbreviation).append("=").append(definition.expansion);
  }
  EXPECT_EQ(found, GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Abbreviations,
    ::testing::Values(
        Row{"dale_jen", "Město má Integrovaný plán rozvoje města (dále jen IPRM) od roku 2008.",
            "IPRM=Integrovaný plán rozvoje města"},
        Row{"quoted", "Integrovaný plán rozvoje města (dále jen „IPRM“)",
            "IPRM=Integrovaný plán rozvoje města"},
        Row{"dale_jen_jako", "Místní akční skupina (dále jen jako MAS) vznikla.", "MAS=Místní akční skupina"},
        Row{"bare", "Dotaci dalo Ministerstvo práce a sociálních věcí (MPSV).",
            "MPSV=Ministerstvo práce a sociálních věcí"},
        Row{"inflected", "Bez Ministerstva práce a sociálních věcí (MPSV) to nejde.",
            "MPSV=Ministerstva práce a sociálních věcí"},
        Row{"function_words_skipped", "Sešli se členové nízkoprahového zařízení pro děti a mládež (NZDM).",
            "NZDM=nízkoprahového zařízení pro děti a mládež"},
        Row{"letters_inside_a_word", "Pedagogicko-psychologická poradna (dále jen PPP) sídlí v centru.",
            "PPP=Pedagogicko-psychologická poradna"},
        Row{"word_for_a_name", "Agentura pro sociální začleňování (dále jen Agentura) prodloužila působení.",
            "Agentura=Agentura pro sociální začleňování"},
        Row{"two", "Úřad práce (ÚP) a Evropský sociální fond (ESF) platí.",
            "ÚP=Úřad práce; ESF=Evropský sociální fond"},
        Row{"not_a_definition", "Starosta (ODS) přišel pozdě.", ""},
        Row{"year", "Starosta města (2008) přišel.", ""},
        Row{"remark", "město Břeclav (zejména odbor školství)", ""},
        Row{"one_word", "Agentura (dále jen Agentura)", ""},
        Row{"across_a_sentence", "Bydlí tu lidé. Práce je málo (LP).", ""},
        Row{"unclosed", "Integrovaný plán rozvoje města (dále jen IPRM", ""},
        Row{"empty_brackets", "Plán města () a (", ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(AbbreviationsLinear, ManyBracketsAreNoTrouble) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "((";
  EXPECT_TRUE(find_abbreviations(text).empty());
}

}  // namespace
}  // namespace tvar::analysis
