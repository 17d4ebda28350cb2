// SPDX-License-Identifier: GPL-2.0-or-later
// Persons, to the letter.
#include <gtest/gtest.h>

#include "tests/lib/facts/facts_of.h"

namespace tvar {
namespace {

TEST(Facts, PersonsInTheNominative) {
  EXPECT_EQ(
      facts_of(
          "Akci zahájil Bc. Martin Freund. Jednali jsme s Petrem Novotným a s Janou Dvořákovou, bez pana "
          "Jana Němce. Pan Freund poděkoval.",
          "person"),
      "person: Martin Freund\nperson: Petr Novotný\nperson: Jana Dvořáková\nperson: Jan Němec\n");
  EXPECT_EQ(facts_of("Žáci ZŠ Boženy Němcové šli na náměstí Jana Palacha.", "person"), "");
}

TEST(Facts, PersonsWithTwoSurnames) {
  EXPECT_EQ(facts_of("Vede je Mgr. Gabriela Vaňková Jílková. Psali jsme Kamile Rohozné Dudové a Haně Kosové.",
                     "person"),
            "person: Gabriela Vaňková Jílková\nperson: Kamila Rohozná Dudová\nperson: Hana Kosová\n");
}

TEST(Facts, PersonsAcrossTheEndOfAFullLine) {
  EXPECT_EQ(facts_of("Řídící skupina se skládá z vedení města a předsedá jí místostarostka Milada\n"
                     "Kotrbová, která je v úřadu od léta.\n",
                     "person"),
            "person: Milada Kotrbová\n");
  // A line that ends early ends what it says.
  EXPECT_EQ(facts_of("Přítomni byli Milada\nKotrbová přišla pozdě, protože jí ujel vlak, který jezdí ráno.\n",
                     "person"),
            "");
}

TEST(Facts, PersonsWhoseSurnamesAreNotDeclined) {
  EXPECT_EQ(
      facts_of(
          "Hlásila se Jana Janů a Marie Skočdopole. S Jiřím Kovářů se počítá. Slouží MUDr. Ivaně Krátké.",
          "person"),
      "person: Jana Janů\nperson: Marie Skočdopole\nperson: Jiří Kovářů\nperson: Ivana Krátká\n");
  EXPECT_EQ(facts_of("Mluvila Julie Dvořák Hanzalová.", "person"), "person: Julie Dvořák Hanzalová\n");
}

TEST(Facts, PersonsFromAbroadInTheNominative) {
  EXPECT_EQ(facts_of("Přednáší Maria Kowalska. Psali Andreasovi Huberovi a Mariu Novákovi.", "person"),
            "person: Maria Kowalska\nperson: Andreas Huber\nperson: Mario Novák\n");
}

TEST(Facts, PersonsInCouplesAndWithTwoFirstNames) {
  EXPECT_EQ(facts_of("Založili ho manželé Jana a Petr Dvořákovi a Eva a Jan Svobodovi.", "person"),
            "person: Jana Dvořáková\nperson: Petr Dvořák\nperson: Eva Svobodová\nperson: Jan Svoboda\n");
  EXPECT_EQ(
      facts_of("Debatu řídí Anna-Marie Fialová. Učil ho Jan Blahoslav Čapek. Podle Aloisie Břeňové pršelo.",
               "person"),
      "person: Anna-Marie Fialová\nperson: Jan Blahoslav Čapek\nperson: Aloisie Břeňová\n");
  EXPECT_EQ(facts_of("Zleva stojí Matyáš Kolda a Minh Anh Nguyenová. Text napsala Petra Krejčí.", "person"),
            "person: Matyáš Kolda\nperson: Minh Anh Nguyenová\nperson: Petra Krejčí\n");
}

TEST(Facts, PersonsFromAbroad) {
  EXPECT_EQ(facts_of("Četli jsme Petera Handkeho a Franze Kafku. Přijel pan Wang Li s Oksanou Bondarenko.",
                     "person"),
            "person: Peter Handke\nperson: Franz Kafka\nperson: Wang Li\nperson: Oksana Bondarenko\n");
}

TEST(Facts, HousesWithNamesOfSaintsAreNoPersons) {
  EXPECT_EQ(
      facts_of("Dar převzal Domov Barbora Kutná Hora. Předala ho Barbora Kutná.", "organization person"),
      "organization: Domov Barbora Kutná Hora\nperson: Barbora Kutná\n");
  // A school is called after somebody, a court sentences him.
  EXPECT_EQ(facts_of("Obchodní akademie Tomáše Bati slaví. Okresní soud Petra Nováka osvobodil.", "person"),
            "person: Petr Novák\n");
}

TEST(Facts, SurnamesOfWomenInTheGenitive) {
  EXPECT_EQ(facts_of("Sbor zpívá pod vedením Marie Závodné. Odešla Emílie Kubová.", "person"),
            "person: Marie Závodná\nperson: Emílie Kubová\n");
}

}  // namespace
}  // namespace tvar
