// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/conjugation.h"

#include <gtest/gtest.h>

#include <string>

namespace tvar::stemmers::lexicon {
namespace {

std::string text_of(const CellForms& forms) {
  std::string text;
  for (const auto& [form, cell] : forms) text += (text.empty() ? "" : " ") + form;
  return text;
}

struct Row {
  const char* name;
  CellForms (*make)(const std::string&);
  const char* part;
  const char* forms;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.name;
}

class Conjugation : public testing::TestWithParam<Row> {};

TEST_P(Conjugation, MakesTheForms) {
  EXPECT_EQ(text_of(GetParam().make(GetParam().part)), GetParam().forms);
}

INSTANTIATE_TEST_SUITE_P(
    Parts, Conjugation,
    testing::Values(Row{"vedu", present_forms, "vedu", "vedu vedeš vede vedeme vedete vedou"},
                    Row{"stojim", present_forms, "stojím",
                        "stojím stojíš stojí stojíme stojíte stojejí stojějí"},
                    Row{"jim", present_forms, "jím", "jím jíš jí jíme jíte jedí"},
                    Row{"snim", present_forms, "sním", "sním sníš sní sníme sníte snědí"},
                    Row{"mam", present_forms, "mám", "mám máš má máme máte mají"},
                    Row{"mohu", present_forms, "mohu/může", "mohu můžeš může můžeme můžete mohou můžou"},
                    Row{"piji", present_forms, "piji", "piji piješ pije pijeme pijete pijí"},
                    Row{"vedl", past_forms, "vedl", "vedl vedla vedlo vedli vedly vedls vedlas vedlos"},
                    Row{"sel", past_forms, "šel|šl", "šel šla šlo šli šly šels šlas šlos"},
                    Row{"veden", passive_forms, "veden", "veden vedena vedeno vedeni vedeny vedenu"},
                    Row{"ved", imperative_forms, "veď", "veď veďme veďte"},
                    Row{"rekni", imperative_forms, "řekni", "řekni řekněme řekněte"},
                    Row{"veda", transgressive_forms, "veda", "veda vedouc vedouce"},
                    Row{"prived", transgressive_forms, "přived", "přived přivedši přivedše"}),
    [](const auto& test_info) { return test_info.param.name; });

TEST(RegularTransgressives, OfAllClasses) {
  using Forms = std::vector<std::string>;
  EXPECT_EQ(regular_transgressives("pracovat"),
            (Forms{"pracuje", "pracujíc", "pracujíce", "pracovav", "pracovavši", "pracovavše"}));
  EXPECT_EQ(regular_transgressives("tisknout"), (Forms{"tisknuv", "tisknuvši", "tisknuvše"}));
  EXPECT_EQ(regular_transgressives("prosit"), (Forms{"prosíc", "prosíce", "prosiv", "prosivši", "prosivše"}));
  EXPECT_EQ(regular_transgressives("vést"), Forms{});
  EXPECT_EQ(regular_transgressives("péci"), Forms{});
}

}  // namespace
}  // namespace tvar::stemmers::lexicon
