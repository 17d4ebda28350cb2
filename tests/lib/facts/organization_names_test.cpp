// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/organization_names.h"

#include <gtest/gtest.h>

namespace tvar::facts {
namespace {

TEST(OrganizationNames, AKeyIsLeftWithoutItsLegalForm) {
  EXPECT_EQ(key_without_legal_form("clovek v tisni, o.p.s."), "clovek v tisni");
  EXPECT_EQ(key_without_legal_form("clovek v tisni o. p. s."), "clovek v tisni");
  EXPECT_EQ(key_without_legal_form("clovek v tisni, obecne prospesna spolecnost"), "clovek v tisni");
  EXPECT_EQ(key_without_legal_form("stavby brno, spol. s r.o."), "stavby brno");
  EXPECT_EQ(key_without_legal_form("o. s. nadeje"), "nadeje");
}

TEST(OrganizationNames, WhatOnlyLooksLikeALegalFormStays) {
  EXPECT_EQ(key_without_legal_form("clovek v tisni"), "clovek v tisni");
  EXPECT_EQ(key_without_legal_form("tesas"), "tesas");
  EXPECT_EQ(key_without_legal_form("o.p.s."), "o.p.s.");
  EXPECT_EQ(key_without_legal_form("brno"), "brno");
  EXPECT_EQ(key_without_legal_form(""), "");
}

}  // namespace
}  // namespace tvar::facts
