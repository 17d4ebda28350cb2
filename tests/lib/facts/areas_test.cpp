// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/areas.h"

#include <gtest/gtest.h>

namespace tvar::facts {
namespace {

std::string shown(const std::optional<Path>& path) {
  if (!path) return "nothing";
  std::string text;
  for (const std::string& name : *path) text += (text.empty() ? "" : " > ") + name;
  return text;
}

std::string area(std::string_view town, std::string_view region = "") {
  return shown(area_of(town, region));
}

std::string kind(std::string_view name) {
  return shown(organization_path(name));
}

TEST(AreaOf, IsKrajOkresAndMunicipality) {
  EXPECT_EQ(area("Mikulov"), "Jihomoravský kraj > Břeclav > Mikulov");
  EXPECT_EQ(area("ústí nad labem"), "Ústecký kraj > Ústí nad Labem > Ústí nad Labem");
  EXPECT_EQ(area("Praha"), "Hlavní město Praha > Praha");
  EXPECT_EQ(area("Kocourkov"), "nothing");
}

TEST(AreaOf, ALargeTownIsMeantWhateverSmallOnesAreCalled) {
  EXPECT_EQ(area("Kladno"), "Středočeský kraj > Kladno > Kladno") << "there is one near Chrudim";
}

TEST(AreaOf, NamesakesAreToldApartByTheRegion) {
  EXPECT_EQ(area("Lhota"), "nothing");
  EXPECT_EQ(area("Lhota", "Zlínský kraj"), "Zlínský kraj > Zlín > Lhota");
  EXPECT_EQ(area("Lhota", "zlinsky kraj"), "Zlínský kraj > Zlín > Lhota");
  EXPECT_EQ(area("Mikulov", "Zlínský kraj"), "Jihomoravský kraj > Břeclav > Mikulov")
      << "a region without such a town tells nothing";
}

TEST(AreaOf, ANameOfACityAbroadNeedsTheRegion) {
  EXPECT_EQ(area("Vídeň"), "nothing");
  EXPECT_EQ(area("Vídeň", "Kraj Vysočina"), "Kraj Vysočina > Žďár nad Sázavou > Vídeň");
}

TEST(OrganizationPath, IsTheClassAndTheName) {
  EXPECT_EQ(kind("Úřad práce Broumov"), "Úřad práce > Úřad práce Broumov");
  EXPECT_EQ(kind("Úřad práce ČR – kontaktní pracoviště Sokolov"),
            "Úřad práce > Úřad práce ČR – kontaktní pracoviště Sokolov");
  EXPECT_EQ(kind("MĚSTSKÝ ÚŘAD BROUMOV"), "Městský úřad > MĚSTSKÝ ÚŘAD BROUMOV");
  EXPECT_EQ(kind("Krajský úřad Jihomoravského kraje"), "Krajský úřad > Krajský úřad Jihomoravského kraje");
  EXPECT_EQ(kind("Krajské ředitelství policie Libereckého kraje"),
            "Policie ČR > Krajské ředitelství policie Libereckého kraje");
  EXPECT_EQ(kind("Oblastní charita Břeclav"), "Charita > Oblastní charita Břeclav");
  EXPECT_EQ(kind("Oblastní charita"), "Charita > Oblastní charita");
  EXPECT_EQ(kind("ZŠ Boženy Němcové"), "Základní škola > ZŠ Boženy Němcové");
}

TEST(OrganizationPath, TheClassItselfHasNoBranch) {
  EXPECT_EQ(kind("Úřad práce"), "Úřad práce");
  EXPECT_EQ(kind("Úřad práce ČR"), "Úřad práce");
  EXPECT_EQ(kind("Policie České republiky"), "Policie ČR");
  EXPECT_EQ(kind("charita, z. s."), "Charita");
}

TEST(OrganizationPath, TownsAreAClassWhenThereIsSuchATown) {
  EXPECT_EQ(kind("město Břeclav"), "Obec > město Břeclav");
  EXPECT_EQ(kind("Statutární město Kladno"), "Obec > Statutární město Kladno");
  EXPECT_EQ(kind("Město dětí"), "nothing");
}

TEST(OrganizationPath, OthersHaveNone) {
  EXPECT_EQ(kind("Člověk v tísni"), "nothing");
  EXPECT_EQ(kind("Charitativní bazar"), "nothing");
  EXPECT_EQ(kind(""), "nothing");
}

}  // namespace
}  // namespace tvar::facts
