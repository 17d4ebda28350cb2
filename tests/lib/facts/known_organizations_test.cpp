// SPDX-License-Identifier: GPL-2.0-or-later
// Facts with a list of organisations that somebody has put in order.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "lib/facts/known_organizations.h"
#include "tvar/facts.h"

namespace tvar {
namespace {

const std::vector<Organization>& authority() {
  static const std::vector<Organization> list = {
      {.name = "Člověk v tísni", .aliases = {"ČvT", "Společnost Člověk v tísni"}},
      {.name = "Agentura pro sociální začleňování", .aliases = {"ASZ", "Agentura"}},
      {.name = "Dům na půli cesty Radost, z. s.", .aliases = {}},
      {.name = "Úřad práce", .aliases = {"pracák"}},
  };
  return list;
}

// "field: value (as written)" lines.
std::string facts_of(std::string_view text, const std::vector<Organization>& organizations = authority()) {
  static const Analyzer analyzer;
  const Document page{.id = "page", .fields = {{"text", std::string(text)}}};
  std::string out;
  for (const Fact& fact : extract_facts(page, analyzer, {.organizations = organizations})) {
    if (fact.field != "organization" && fact.field != "member") continue;
    EXPECT_EQ(fact.range.of(page.fields[0].value), fact.raw);
    out += fact.field + ": " + fact.value + " (" + fact.raw + ")\n";
  }
  return out;
}

TEST(KnownOrganizations, NamesAndAliasesInAnyCaseAreOneName) {
  EXPECT_EQ(facts_of("Pomáhá Člověk v tísni. S ČvT jednala obec."),
            "organization: Člověk v tísni (Člověk v tísni)\n");
  EXPECT_EQ(facts_of("S ČvT jednala obec. Dohodla se s Člověkem v tísni."),
            "organization: Člověk v tísni (ČvT)\n");
  EXPECT_EQ(facts_of("Dotaci dostala Agentura. Bez Agentury by to nešlo."),
            "organization: Agentura pro sociální začleňování (Agentura)\n");
  EXPECT_EQ(facts_of("V Domě na půli cesty Radost se maluje."),
            "organization: Dům na půli cesty Radost, z. s. (Domě na půli cesty Radost)\n");
}

TEST(KnownOrganizations, WithoutTheListTheyAreNotKnown) {
  EXPECT_EQ(facts_of("S ČvT jednala obec. Dotaci dostala Agentura.", {}), "");
}

TEST(KnownOrganizations, AnAbbreviationIsFoundOnlyAsItIsWritten) {
  EXPECT_EQ(facts_of("Jednala s ASZ."), "organization: Agentura pro sociální začleňování (ASZ)\n");
  EXPECT_EQ(facts_of("Jednala s Asz."), "");
}

TEST(KnownOrganizations, ANameThatGoesOnIsAnother) {
  EXPECT_EQ(facts_of("Pomohl Úřad práce Broumov."),
            "organization: Úřad práce Broumov (Úřad práce Broumov)\n");
  EXPECT_EQ(facts_of("Pomohl Úřad práce."), "organization: Úřad práce (Úřad práce)\n");
}

TEST(KnownOrganizations, MembersOfListsGetTheName) {
  EXPECT_EQ(facts_of("Partnerství\n\nČlenové partnerství:\n\n • ČvT\n • Společnost Člověk v tísni, o. p. s.\n"
                     " • Naděje, z. s.\n"),
            "member: Člověk v tísni (ČvT)\nmember: Naděje (Naděje, z. s.)\n");
}

TEST(FactExtractor, ReadsOneDocumentLikeTheOther) {
  const Analyzer analyzer;
  FactExtractor extractor(analyzer, {.organizations = authority()});
  const Document first{.id = "a", .fields = {{"text", "Členové partnerství:\n • Jiskra\n • ČvT\n"}}};
  const Document second{.id = "b", .fields = {{"text", "V Břeclavi pomáhá Jiskra a ČvT."}}};
  const FactOptions options{.organizations = authority()};
  for (const Document* page : {&first, &second, &first}) {
    const std::vector<Fact> facts = extractor.extract(*page);
    EXPECT_EQ(facts, extract_facts(*page, analyzer, options)) << page->id;
    EXPECT_EQ(facts.size(), page == &first ? 2U : 3U);
  }
}

TEST(KnownOrganizations, AreFoundByTheNominativeWithoutCaseAndForm) {
  const facts::KnownOrganizations known(authority());
  const auto name = [&known](std::string_view spelling) {
    const Organization* const found = known.find(spelling);
    return found == nullptr ? std::string("nobody") : found->name;
  };
  EXPECT_EQ(name("clovek v tisni, o.p.s."), "Člověk v tísni");
  EXPECT_EQ(name("DŮM NA PŮLI CESTY RADOST"), "Dům na půli cesty Radost, z. s.");
  EXPECT_EQ(name("asz"), "Agentura pro sociální začleňování");
  EXPECT_EQ(name("Člověk"), "nobody");
}

}  // namespace
}  // namespace tvar
