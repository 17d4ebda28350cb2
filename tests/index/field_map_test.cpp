// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/field_map.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tvar::store {
namespace {

TEST(FieldMap, FieldCalledTextHasTheEmptyPrefix) {
  Schema schema;
  schema.fields = {
      {.name = "title"}, {.name = "text"}, {.name = "note"}, {.name = "town", .kind = FieldKind::keyword}};
  const FieldMap map(schema);
  EXPECT_EQ(map.main_field(), 1U);
  EXPECT_EQ(map[0].prefix, "FA");
  EXPECT_EQ(map[1].prefix, "");
  EXPECT_EQ(map[2].prefix, "FC");
  EXPECT_EQ(map[3].prefix, "FD");
}

TEST(FieldMap, WithoutATextTheLastTextFieldIsTheMainOne) {
  Schema schema;
  schema.fields = {{.name = "title"}, {.name = "body"}, {.name = "year", .kind = FieldKind::number}};
  EXPECT_EQ(FieldMap(schema).main_field(), 1U);
}

TEST(FieldMap, SlotsNeverMeet) {
  Schema schema;
  for (int i = 0; i < 64; ++i) schema.fields.push_back({.name = "f" + std::to_string(i)});
  const FieldMap map(schema);
  std::vector<Slot> slots = {kIdSlot};
  std::vector<std::string> prefixes;
  for (std::size_t i = 0; i < map.size(); ++i) {
    slots.insert(slots.end(), {map[i].list_slot, map[i].sort_slot, map[i].ascending_slot});
    prefixes.push_back(map[i].prefix);
  }
  std::sort(slots.begin(), slots.end());
  EXPECT_EQ(std::adjacent_find(slots.begin(), slots.end()), slots.end());
  std::sort(prefixes.begin(), prefixes.end());
  EXPECT_EQ(std::adjacent_find(prefixes.begin(), prefixes.end()), prefixes.end());
  EXPECT_EQ(map[26].prefix, "GA");
}

TEST(FieldMap, TermsSpellOutTheirSpace) {
  const FieldPlace town{"FC", 7, 8, 9, 2};
  EXPECT_EQ(id_term("breclav"), "Qbreclav");
  EXPECT_EQ(value_term(town, "breclav"), "FC:breclav");
  std::string term;
  append_text_term(town, "azylový", term);
  EXPECT_EQ(term, "FCazylový");
}

TEST(FieldMap, LongTextTermsAreCutOnACodePointBoundary) {
  std::string word;
  for (int i = 0; i < 200; ++i) word += "ř";
  std::string term;
  append_text_term({"", 1, 2, 3, 0}, word, term);
  EXPECT_EQ(term, word.substr(0, 244));
}

TEST(FieldMap, LongValuesAreClosedByAHash) {
  const FieldPlace place{"FC", 7, 8, 9, 2};
  std::string key;
  for (int i = 0; i < 200; ++i) key += "ř";
  const std::string a = value_term(place, key + "a");
  const std::string b = value_term(place, key + "b");
  EXPECT_LE(a.size(), kMaxTermBytes);
  EXPECT_NE(a, b);
  EXPECT_EQ(a.substr(0, 11), "FC:řřřř");
}

TEST(FieldMap, NumberKeysSortLikeNumbers) {
  const double numbers[] = {-1e9, -2.5, -1, 0, 0.5, 1, 9, 10, 2008, 2012, 1e9};
  for (std::size_t i = 1; i < std::size(numbers); ++i) {
    EXPECT_LT(number_key(numbers[i - 1]), number_key(numbers[i])) << numbers[i];
    EXPECT_EQ(number_of_key(number_key(numbers[i])), numbers[i]);
    EXPECT_LT(number_key(numbers[i]), kNoValueKey);
  }
}

}  // namespace
}  // namespace tvar::store
