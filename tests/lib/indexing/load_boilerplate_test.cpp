// SPDX-License-Identifier: GPL-2.0-or-later
// From pages with menus and footers to answers without them: load_paths, reindex, Searcher.
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/lib/readers/read_result.h"
#include "tvar/maintenance.h"
#include "tvar/reader.h"
#include "tvar/searcher.h"

namespace tvar {
namespace {

namespace fs = std::filesystem;
using readers::TemporaryFolder;
using Strings = std::vector<std::string>;

const Strings kNames = {"Břeclav", "Broumov", "Kladno", "Most", "Písek", "Přerov"};

/// Three sites, six pages each, that have nothing in common; all in the folder "web".
class LoadBoilerplate : public testing::TestWithParam<LoadMethod> {
 protected:
  void SetUp() override {
    for (const std::string& name : kNames) {
      write("lps/" + name,
            "<div><a href=1>Tiskoviny</a><a href=2>Facebook</a><a "
            "href=3>Odkaz</a></div><div>Fotogalerie</div><h1>Partnerství " +
                name + "</h1><p>Partnerství obce " + name +
                " podporuje azylový dům a jeho obyvatele.</p>"
                "<h2>Členové:</h2><ul><li>Charita " +
                name + "</li><li>Spolek přátel obce " + name +
                "</li></ul>"
                "<p>Podpořeno Evropským sociálním fondem</p><p>Vytvořila firma Webař s.r.o.</p>//]]>");
      write("skola/" + name,
            "<ul><li>Jídelníček</li><li>Družina</li><li>Kroužky</li></ul><h1>Škola " + name +
                "</h1><p>Zápis do první třídy se koná v budově školy v obci " + name +
                " už v dubnu.</p>"
                "<p>Úřední hodiny kanceláře jsou ve středu</p><p>Prohlášení o přístupnosti</p>");
      write("klub/" + name,
            "<p>Rozpis zápasů</p><p>Tabulka soutěže</p><h1>Klub " + name + "</h1><p>Oddíl z obce " + name +
                " trénuje na hřišti za sokolovnou celé léto i podzim.</p><p>Partneři klubu</p><p>Nahoru</p>");
    }
    // The word of a menu where a page means it.
    write("skola/Hodonín",
          "<ul><li>Jídelníček</li><li>Družina</li><li>Kroužky</li></ul><h1>Škola Hodonín</h1>"
          "<p>Naše družina má otevřeno každý den do pěti hodin odpoledne, v pátek do tří.</p>"
          "<p>Úřední hodiny kanceláře jsou ve středu</p><p>Prohlášení o přístupnosti</p>");
  }

  void write(const std::string& name, const std::string& body) const {
    folder_.write("web/" + name + ".html",
                  "<html><head><title>" + name + "</title></head><body>" + body + "</body></html>");
  }

  void load(Boilerplate boilerplate = Boilerplate::as_before) const {
    IndexWriter writer =
        IndexWriter::open(index(), {.lexicon = TVAR_LEXICON_IMAGE, .boilerplate = boilerplate});
    const LoadReport report = load_paths(writer, {folder_.path() / "web"}, {.method = GetParam()});
    EXPECT_TRUE(report.problems.empty());
    writer.commit();
  }

  [[nodiscard]] fs::path index() const { return folder_.path() / "index"; }
  [[nodiscard]] Searcher searcher() const { return Searcher::open(index(), {.lexicon = TVAR_LEXICON_IMAGE}); }

  [[nodiscard]] std::size_t count(const std::string& words) const {
    const ResultPage page = searcher().search(words, {.limit = 100, .correct_spelling = false});
    return page.hits().size();
  }

  [[nodiscard]] Strings snippets(const std::string& words) const {
    Strings texts;
    const ResultPage page = searcher().search(words, {.limit = 100, .snippet_length = 1000});
    for (const Hit& hit : page.hits()) texts.push_back(hit.snippet.text);
    return texts;
  }

  [[nodiscard]] Strings lines() const {
    Strings list;
    for (const BoilerplateLine& line : searcher().boilerplate()) {
      list.push_back(line.source + ": " + line.line + " " + std::to_string(line.documents) + "/" +
                     std::to_string(line.sample));
    }
    return list;
  }

  [[nodiscard]] bool has_fact(const std::string& part) const {
    const Searcher searching = searcher();
    for (const std::string& name : kNames) {
      const std::optional<Document> page = searching.find("lps/" + name + ".html");
      for (const FieldValue& field : page.value().fields) {
        if (field.name != "text" && field.value.find(part) != std::string::npos) return true;
      }
    }
    return false;
  }

  TemporaryFolder folder_;
};

const Strings kLearned = {"klub: Nahoru 6/6",
                          "klub: Partneři klubu 6/6",
                          "klub: Rozpis zápasů 6/6",
                          "klub: Tabulka soutěže 6/6",
                          "lps: Fotogalerie 6/6",
                          "lps: Podpořeno Evropským sociálním fondem 6/6",
                          "lps: Tiskoviny Facebook Odkaz 6/6",
                          "lps: Vytvořila firma Webař s.r.o. 6/6",
                          "skola: Prohlášení o přístupnosti 7/7",
                          "skola: Úřední hodiny kanceláře jsou ve středu 7/7",
                          "skola: • Družina 7/7",
                          "skola: • Jídelníček 7/7",
                          "skola: • Kroužky 7/7"};

TEST_P(LoadBoilerplate, IsLearnedForEachSite) {
  load();
  EXPECT_EQ(lines(), kLearned);
}

TEST_P(LoadBoilerplate, IsNotSearched) {
  load();
  EXPECT_EQ(count("tiskoviny"), 0U);
  EXPECT_EQ(count("jídelníček"), 0U);
  EXPECT_EQ(count("přístupnost"), 0U);
  EXPECT_EQ(count("družina"), 1U);  // the page that is about it
  EXPECT_EQ(count("členové"), 6U);  // a heading of the content
  EXPECT_EQ(count("charita"), 6U);
  EXPECT_EQ(searcher().find("klub/Most.html")->value("text").substr(0, 15), "Rozpis zápasů");
}

TEST_P(LoadBoilerplate, IsInNoSnippet) {
  load();
  EXPECT_EQ(snippets("hřiště Most"),
            (Strings{"Oddíl z obce Most trénuje na hřišti za sokolovnou celé léto i podzim."}));
  for (const std::string& text : snippets("azylový dům")) {
    EXPECT_EQ(text.find("Tiskoviny"), std::string::npos) << text;
    EXPECT_EQ(text.find("Webař"), std::string::npos) << text;
    EXPECT_EQ(text.find("]]>"), std::string::npos) << text;
    EXPECT_NE(text.find("azylový dům"), std::string::npos) << text;
  }
}

TEST_P(LoadBoilerplate, GivesNoFacts) {
  load(Boilerplate::keep);
  EXPECT_TRUE(has_fact("Webař"));
  fs::remove_all(index());
  load();
  EXPECT_FALSE(has_fact("Webař"));
  EXPECT_TRUE(has_fact("Charita"));
}

TEST_P(LoadBoilerplate, ReindexTakesItBackAndLearnsItAgain) {
  load();
  reindex(index(), {.lexicon = TVAR_LEXICON_IMAGE, .boilerplate = Boilerplate::keep});
  EXPECT_EQ(count("tiskoviny"), 6U);
  EXPECT_EQ(count("družina"), 7U);
  EXPECT_EQ(lines(), Strings());
  reindex(index(), {.lexicon = TVAR_LEXICON_IMAGE});  // the index remembers what it was told
  EXPECT_EQ(count("tiskoviny"), 6U);
  reindex(index(), {.lexicon = TVAR_LEXICON_IMAGE, .boilerplate = Boilerplate::learn});
  EXPECT_EQ(count("tiskoviny"), 0U);
  EXPECT_EQ(lines(), kLearned);
}

TEST_P(LoadBoilerplate, LaterPagesAreReadWithWhatIsKnown) {
  load();
  write("klub/Zlín",
        "<p>Rozpis zápasů</p><p>Tabulka soutěže</p><h1>Klub Zlín</h1><p>Oddíl z obce Zlín letos poprvé "
        "vyhrál krajský přebor starších žáků.</p><p>Partneři klubu</p><p>Nahoru</p>");
  {
    IndexWriter writer = IndexWriter::open(index(), {.lexicon = TVAR_LEXICON_IMAGE});
    static_cast<void>(
        load_paths(writer, {folder_.path() / "web"}, {.method = GetParam(), .synchronise = true}));
    writer.upsert({.id = "klub/Znojmo.html",
                   .fields = {{"text", "Rozpis zápasů\nTabulka soutěže\nKlub ze Znojma má přebor."}}});
    writer.commit();
  }
  EXPECT_EQ(count("přebor"), 2U);
  EXPECT_EQ(count("rozpis"), 0U);
}

INSTANTIATE_TEST_SUITE_P(Methods, LoadBoilerplate, testing::Values(LoadMethod::direct, LoadMethod::bulk));

}  // namespace
}  // namespace tvar
