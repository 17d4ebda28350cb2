// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/boilerplate.h"

#include <gtest/gtest.h>

#include "lib/indexing/boilerplate_learner.h"

namespace tvar::indexing {
namespace {

const std::vector<std::string> kTowns = {"Břeclav", "Broumov", "Přerov", "Brno", "Kladno", "Písek"};

// As the pages of one site are: a menu, a title, a button, prose, a list under a heading, a footer.
std::string page(const std::string& town) {
  return "Úvod\nAktuality\nKontakt\n\nPartnerství " + town +
         "\n\nTisk E-mail\n\nPartnerství bylo ustaveno v obci " + town +
         " roku 2008.\n\nČlenové:\n • Město " + town + "\n • Charita " + town +
         "\n\nNapsali o nás\n\nMapa stránek\n//]]>";
}

std::vector<std::string> texts_of(const LearnedSource& source) {
  std::vector<std::string> texts;
  for (const LearnedLine& line : source.lines) texts.push_back(line.text);
  return texts;
}

LearnedSource learn(const std::vector<SamplePage>& pages) {
  std::vector<const SamplePage*> samples;
  for (const SamplePage& sample : pages) samples.push_back(&sample);
  return learn_source(samples);
}

std::vector<SamplePage> site() {
  std::vector<SamplePage> pages;
  for (const std::string& town : kTowns) pages.push_back({"Partnerství " + town, page(town)});
  return pages;
}

TEST(Boilerplate, MenuAndFooterAreLearnedAndHeadingsAreNot) {
  const LearnedSource source = learn(site());
  EXPECT_EQ(source.sample, 6U);
  EXPECT_EQ(texts_of(source), (std::vector<std::string>{"//]]>", "Aktuality", "Kontakt", "Mapa stránek",
                                                        "Napsali o nás", "Tisk E-mail", "Úvod"}));
  EXPECT_EQ(source.lines.front().documents, 6U);
}

TEST(Boilerplate, FourPagesAreTooFew) {
  std::vector<SamplePage> pages = site();
  pages.resize(4);
  EXPECT_TRUE(learn(pages).lines.empty());
}

TEST(Boilerplate, CopiesOfOnePageAreNoEvidence) {
  const std::vector<SamplePage> pages(9, SamplePage{"Azylový dům", "Azylový dům\nPomoc v nouzi\nKontakt"});
  EXPECT_TRUE(learn(pages).lines.empty());
}

TEST(Boilerplate, OneLineAboveThePagesIsTheirKind) {
  std::vector<SamplePage> pages;
  for (const std::string& town : kTowns)
    pages.push_back(
        {"", "Tisková zpráva\n\nV obci " + town + " byl dnes otevřen nový azylový dům pro rodiny s dětmi."});
  EXPECT_TRUE(learn(pages).lines.empty());
}

TEST(Boilerplate, IsBlankedWhereItStandsAsBoilerplate) {
  BoilerplateLines lines;
  lines.set("", learn(site()));
  Document document;
  document.id = "most.html";
  document.add("text",
               "Úvod\nAktuality\nPartnerství Most\nO partnerství je psáno v každé výroční zprávě města "
               "Mostu.\nKontakt\n"
               "Starosta města Mostu vás rád přijme ve středu odpoledne v kanceláři.\nMapa stránek");
  ASSERT_TRUE(lines.may_concern(document, "text"));
  lines.blank(document, "text");
  EXPECT_EQ(document.value("text"),
            "     \n         \nPartnerství Most\nO partnerství je psáno v každé výroční zprávě města "
            "Mostu.\nKontakt\n"
            "Starosta města Mostu vás rád přijme ve středu odpoledne v kanceláři.\n             ");
}

TEST(Boilerplate, NoteIsReadBackAndDamageIsSeen) {
  const LearnedSource source{.documents = 900, .sample = 128, .lines = {{0xabcU, 120, "Mapa stránek"}}};
  const std::string note = encode_source("brno.cz", source);
  EXPECT_EQ(note, "1 900 128 brno.cz\nabc 120 Mapa stránek\n");
  const auto read = decode_source(note);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->first, "brno.cz");
  EXPECT_EQ(encode_source(read->first, read->second), note);
  EXPECT_FALSE(decode_source("2 900 128 brno.cz\n"));
  EXPECT_FALSE(decode_source("1 900 128 brno.cz\nxyz 1 a\n"));
}

TEST(Boilerplate, SourceIsTheHostOrTheFirstFolder) {
  EXPECT_EQ(source_of("https://www.Brno.cz/uredni-deska?x=1"), "brno.cz");
  EXPECT_EQ(source_of("prerov/zapisy/1.html"), "prerov");
  EXPECT_EQ(source_of("index.html"), "");
}

}  // namespace
}  // namespace tvar::indexing
