// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/name_forms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lib/facts/gazetteer.h"
#include "lib/text/fold.h"

namespace tvar::facts {
namespace {

TEST(NameForms, TownsInAllCases) {
  const std::vector<std::vector<std::string>> paradigms = {
      {"břeclav", "břeclavi", "břeclaví"},
      {"přerov", "přerova", "přerovu", "přerově", "přerovem"},
      {"praha", "prahy", "praze", "prahu", "prahou"},
      {"brno", "brna", "brnu", "brně", "brnem"},
      {"plzeň", "plzně", "plzni", "plzní"},
      {"most", "mostu", "mostě", "mostem"},
      {"dvůr", "dvora", "dvoru", "dvoře", "dvorem"},
      {"dům", "domu", "domě", "domem"},
      {"teplice", "teplic", "teplicím", "teplicích", "teplicemi"},
      {"louny", "loun", "lounům", "lounech"},
      {"loket", "lokte", "lokti", "loktem"},
      {"jablonec", "jablonce", "jablonci", "jabloncem"},
      {"orlová", "orlové", "orlovou"},
      {"ves", "vsi", "vsí"},
  };
  for (const std::vector<std::string>& forms : paradigms) {
    for (const std::string& form : forms) EXPECT_TRUE(is_form_of(form, forms.front())) << form;
  }
}

TEST(NameForms, OtherWords) {
  EXPECT_FALSE(is_form_of("brna", "brňany"));
  EXPECT_FALSE(is_form_of("přerovský", "přerov"));
  EXPECT_FALSE(is_form_of("kolínec", "kolín"));
  EXPECT_FALSE(is_form_of("", "most"));
  EXPECT_FALSE(is_form_of("most", ""));
}

TEST(NameForms, BehindAPrepositionNothingChanges) {
  EXPECT_TRUE(is_form_of_phrase("ústí nad labem", "ústí nad labem"));
  EXPECT_TRUE(is_form_of_phrase("novém městě na moravě", "nové město na moravě"));
  EXPECT_TRUE(is_form_of_phrase("karlových varech", "karlovy vary"));
  EXPECT_TRUE(is_form_of_phrase("člověka v tísni", "člověk v tísni"));
  EXPECT_FALSE(is_form_of_phrase("ústí nad labe", "ústí nad labem"));
  EXPECT_FALSE(is_form_of_phrase("ústí nad", "ústí nad labem"));
}

TEST(Gazetteer, HoldsEveryMunicipality) {
  EXPECT_EQ(municipalities().size(), 6258U);
  EXPECT_EQ(districts().size(), 77U);
  for (const Municipality& one : municipalities()) ASSERT_LT(one.district, districts().size());
}

TEST(Gazetteer, FindsEveryNameByItself) {
  for (const Municipality& one : municipalities()) {
    const std::string lower = text::fold_case(one.name);
    std::vector<std::string_view> words;
    for (std::string_view rest = lower; !rest.empty();) {
      const std::size_t end = std::min(rest.find_first_of(" -"), rest.size());
      words.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    bool found = false;
    Gazetteer::instance().find(
        words, [&](const Municipality& other, std::size_t) { found = found || other.name == one.name; });
    ASSERT_TRUE(found) << one.name;
  }
}

std::string found(const std::vector<std::string_view>& words) {
  std::string out;
  Gazetteer::instance().find(words, [&](const Municipality& one, std::size_t count) {
    out += std::string(one.name) + " (" + std::string(districts()[one.district].region) + ") " +
           std::to_string(count) + "\n";
  });
  return out;
}

TEST(Gazetteer, FindsInflectedNames) {
  EXPECT_EQ(found({"břeclavi"}), "Břeclav (Jihomoravský kraj) 1\n");
  EXPECT_EQ(found({"frýdku", "místku", "dnes"}), "Frýdek-Místek (Moravskoslezský kraj) 2\n");
  EXPECT_EQ(found({"karlových", "varech", "dnes"}), "Karlovy Vary (Karlovarský kraj) 2\n");
  EXPECT_EQ(found({"dvorem", "králové", "nad", "labem"}),
            "Dvůr Králové nad Labem (Královéhradecký kraj) 4\n");
  EXPECT_EQ(found({"kocourkově"}), "");
  EXPECT_EQ(found({}), "");
}

}  // namespace
}  // namespace tvar::facts
