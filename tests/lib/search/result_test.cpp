// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/result.h"

#include <gtest/gtest.h>

#include "lib/search/result_access.h"

namespace tvar {
namespace {

TEST(SnippetHtml, EscapesTextAndNotTheMarks) {
  const Snippet snippet{.text = "a <b> & \"c\" 'd'", .highlights = {{2, 5}, {8, 11}}};
  EXPECT_EQ(snippet.to_html(), "a <mark>&lt;b&gt;</mark> &amp; <mark>&quot;c&quot;</mark> &#39;d&#39;");
  EXPECT_EQ(snippet.to_html("<b class=\"x\">", "</b>"),
            "a <b class=\"x\">&lt;b&gt;</b> &amp; <b class=\"x\">&quot;c&quot;</b> &#39;d&#39;");
  EXPECT_EQ(Snippet{}.to_html(), "");
  EXPECT_EQ((Snippet{.text = "dům", .highlights = {{0, 4}}}.to_html("[", "]")), "[dům]");
}

TEST(ResultPage, FindsTheFacetOfAField) {
  ResultPage page;
  ResultPageAccess::facets(page) = {
      {.field = "town", .values = {{"Brno", 2}}, .distinct = 1, .request = "town"},
      {.field = "year", .values = {}, .request = "year"}};
  ASSERT_NE(page.facet("town"), nullptr);
  EXPECT_EQ(page.facet("town")->values, (std::vector<FacetCount>{{"Brno", 2}}));
  EXPECT_EQ(page.facet("year"), &page.facets()[1]);
  EXPECT_EQ(page.facet("member"), nullptr);
}

TEST(ResultPage, AccessReachesEveryMember) {
  ResultPage page;
  ResultPageAccess::hits(page).emplace_back().id = "a";
  ResultPageAccess::notes(page).push_back({.message = "note", .range = {1, 2}});
  ResultPageAccess::total(page) = {1, 2, 3};
  ResultPageAccess::query_error(page) = QueryError{QueryError::Code::bad_value, "bad", {3, 4}};
  ResultPageAccess::any_word(page) = true;
  EXPECT_EQ(page.hits().at(0).id, "a");
  EXPECT_EQ(page.notes().at(0).message, "note");
  EXPECT_EQ(page.total().estimate, 2U);
  EXPECT_FALSE(page.total().exact());
  EXPECT_EQ(page.query_error()->range, (TextRange{3, 4}));
  EXPECT_TRUE(page.any_word());
}

}  // namespace
}  // namespace tvar
