// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/web_hosts.h"

#include <gtest/gtest.h>

namespace tvar::facts {
namespace {

TEST(WebHosts, LabelsBeforeTheCountry) {
  EXPECT_EQ(czech_hosts("Pište na info@mesto-krupka.cz nebo www.zs.krupka.cz, ne na a@b.com ani .cz. Víc: "
                        "mesto-krupka.cz."),
            (std::vector<std::string>{"mesto-krupka", "krupka"}));
  EXPECT_EQ(czech_hosts("krupka.czech"), std::vector<std::string>());
}

TEST(WebHosts, OfATownOrInIt) {
  EXPECT_TRUE(is_host_of_town("teplice", "Teplice"));
  EXPECT_TRUE(is_host_of_town("mesto-usti-nad-labem", "Ústí nad Labem"));
  EXPECT_TRUE(is_host_of_town("krupka-mesto", "Krupka"));
  EXPECT_FALSE(is_host_of_town("zs-krupka", "Krupka"));
  EXPECT_TRUE(is_host_in_town("zs-krupka", "Krupka"));
  EXPECT_FALSE(is_host_in_town("asistence", "Aš"));
}

}  // namespace
}  // namespace tvar::facts
