// SPDX-License-Identifier: GPL-2.0-or-later
// The tree that a program makes: shape, equality, printing, depth.
#include "tvar/query.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/lib/query/query_schema.h"

namespace tvar {
namespace {

using Kind = Query::Kind;

TEST(Query, IsEverythingByDefaultAndAfterAMove) {
  Query query;
  EXPECT_EQ(query.kind(), Kind::everything);
  EXPECT_EQ(query, Query::everything());
  Query words = Query::words("dům");
  query = std::move(words);
  EXPECT_EQ(words.kind(), Kind::everything);  // NOLINT(bugprone-use-after-move): it is documented
  EXPECT_EQ(query.text(), "dům");
}

TEST(Query, KeepsTextFieldExactnessAndRange) {
  const Query query = Query::phrase("azylového domu", "title", true, {3, 20});
  EXPECT_EQ(query.kind(), Kind::phrase);
  EXPECT_EQ(query.text(), "azylového domu");
  EXPECT_EQ(query.field(), "title");
  EXPECT_TRUE(query.exact());
  EXPECT_EQ(query.range(), (TextRange{3, 20}));
  EXPECT_TRUE(query.children().empty());
}

TEST(Query, CompositesSpanTheirChildren) {
  const Query query = Query::all_of(
      {Query::words("b", {}, false, {7, 8}), Query::words("program"),
       Query::any_of({Query::words("a", {}, false, {2, 3}), Query::words("c", {}, false, {9, 12})})});
  EXPECT_EQ(query.range(), (TextRange{2, 12}));
}

TEST(Query, FactoriesKeepOneShape) {
  const Query a = Query::words("a");
  const Query b = Query::words("b");
  EXPECT_EQ(Query::all_of({}), Query::everything());
  EXPECT_EQ(Query::all_of({a}), a);
  EXPECT_EQ(Query::all_of({a, Query::everything()}), a);
  EXPECT_EQ(Query::any_of({a}), a);
  EXPECT_EQ(Query::any_of({}), Query::none_of({Query::everything()}));
  EXPECT_EQ(Query::none_of({}), Query::everything());
  EXPECT_EQ(Query::none_of({a, b}), Query::none_of({Query::any_of({a, b})}));
  EXPECT_EQ(Query::words(" \u00A0dům\n"), Query::words("dům"));
  EXPECT_EQ(Query::words(" "), Query::everything());
  EXPECT_EQ(Query::phrase(""), Query::everything());
}

TEST(Query, FactoriesMakeOnlyWhatCanBeTyped) {
  const Query a = Query::words("a");
  const Query b = Query::words("b");
  EXPECT_EQ(Query::prefix("a b", "title"), Query::words("a b", "title"));
  EXPECT_EQ(Query::fuzzy("a-b"), Query::words("a-b"));
  EXPECT_EQ(Query::prefix(""), Query::everything());
  EXPECT_EQ(Query::near({}), Query::everything());
  EXPECT_EQ(Query::near({a}), a);
  EXPECT_EQ(Query::near({a, b}, 0).distance(), 1U);
  EXPECT_EQ(Query::near({a, b}, 5000).distance(), 100U);
  EXPECT_EQ(Query::phrase("a b", {}, false, {}, 5000).distance(), 100U);
  EXPECT_EQ(Query::near({a, Query::none_of({b})}), Query::all_of({a, Query::none_of({b})}));
  EXPECT_EQ(Query::near({a, Query::words("b", "title")}), Query::all_of({a, Query::words("b", "title")}));
  EXPECT_EQ(Query::near({a, Query::any_of({b, Query::words("c d")})}).kind(), Kind::all_of);
  EXPECT_EQ(Query::near({a, Query::any_of({b, Query::prefix("c")})}).kind(), Kind::near);
  EXPECT_EQ(Query::near({Query::near({a, b}), a}).kind(), Kind::all_of);
}

TEST(Query, EqualityLooksAtEverythingButRanges) {
  EXPECT_EQ(Query::words("a", {}, false, {0, 1}), Query::words("a", {}, false, {5, 6}));
  EXPECT_FALSE(Query::words("a") == Query::words("b"));
  EXPECT_FALSE(Query::words("a") == Query::phrase("a"));
  EXPECT_FALSE(Query::words("a") == Query::words("a", "title"));
  EXPECT_FALSE(Query::words("a") == Query::words("a", {}, true));
  const Query a = Query::words("a");
  const Query b = Query::words("b");
  EXPECT_FALSE(Query::all_of({a, b}) == Query::all_of({b, a}));
  EXPECT_FALSE(Query::near({a, b}, 3) == Query::near({a, b}, 4));
  EXPECT_FALSE(Query::phrase("a b") == Query::phrase("a b", {}, false, {}, 1));
  EXPECT_FALSE(Query::prefix("a") == Query::fuzzy("a"));
  EXPECT_FALSE(Query::all_of({a, b}) == Query::all_of({a, b, a}));
}

TEST(Query, DeepTreeIsDestroyedComparedAndPrinted) {
  constexpr std::size_t kDepth = 200'000;
  const auto build = [] {
    Query query = Query::words("a");
    for (std::size_t i = 0; i < kDepth; ++i)
      query = Query::any_of({Query::none_of({query}), Query::words("b")});
    return query;
  };
  const Query one = build();
  const Query two = build();
  EXPECT_TRUE(one == two);
  EXPECT_EQ(one.to_string().size(),
            1 + kDepth * 6 + (kDepth - 1) * 2);  // "-" + " OR b", and brackets but at the top
}

TEST(Query, WideSharedNodesSurviveTheirParents) {
  const Query shared = Query::all_of({Query::words("a"), Query::phrase("b c")});
  {
    const Query parent = Query::any_of(std::vector<Query>(1000, shared));
    EXPECT_EQ(parent.children().size(), 1000U);
  }
  EXPECT_EQ(shared.to_string(), "a \"b c\"");
}

struct PrintRow {
  Query query;
  std::string printed;
};

// What a program may put into a tree that a user could not type as it is.
TEST(Query, PrintsWhatTheParserReadsBack) {
  const Query a = Query::words("a");
  const Query b = Query::words("b");
  const std::vector<PrintRow> rows = {
      {Query::all_of({a, b}), "a AND b"},
      {Query::all_of({a, Query::words("b c")}), "a AND b c"},
      {Query::all_of({a, Query::all_of({b, a})}), "a (b AND a)"},
      {Query::all_of({Query::words("a", "title"), b}), "title:a b"},
      {Query::any_of({Query::words("a b"), Query::any_of({a, b})}), "(a b) OR (a OR b)"},
      {Query::none_of({Query::none_of({Query::words("a b")})}), "-(-(a b))"},
      {Query::any_of({}), "-*"},
      {Query::words("OR"), "\\OR"},
      {Query::words("a NEBO -b =c * town:d"), "a \\NEBO \\-b \\=c \\* \\town:d"},
      {Query::words("(a) \"b\" \\ c\\d"), "\\(a\\) \\\"b\" \\\\ c\\\\d"},
      {Query::words("- -- = =="), "- -- = =="},
      {Query::none_of({Query::words("-")}), "-\\-"},
      {Query::none_of({Query::words("--x")}), "-\\--x"},
      {Query::words("=", {}, true), "=\\="},
      {Query::words("=x", "title"), "title:\\=x"},
      {Query::words("//x", "title"), "title:\\//x"},
      {Query::words("a b", "title", true), "title:=(a b)"},
      {Query::words("http://x.cz/a(b)"), "http://x.cz/a\\(b\\)"},
      {Query::phrase("a \"b\" \\c „d“"), "\"a \\\"b\\\" \\\\c „d“\""},
      {Query::phrase("\\(\\"), "\"\\\\(\\\\\""},
      {Query::value("town", "Ústí nad Labem"), "town:\"Ústí nad Labem\""},
      {Query::value("town", "=Brno"), "town:\"=Brno\""},
      {Query::value("town", "-Brno"), "town:-Brno"},
      {Query::value("town", "//"), "town:\"//\""},
      {Query::value("town", ""), "town:\"\""},
      {Query::value("town", "a\\b)"), "town:\"a\\\\b)\""},
      {Query::value("year", "2008..2012"), "year:2008..2012"},
      {Query::value("town", "Br*"), "town:\"Br*\""},
      {Query::words("a* b~ NEAR/5 BLÍZKO"), "\\a* \\b~ \\NEAR/5 \\BLÍZKO"},
      {Query::prefix("ž", "title", true), "title:=ž*"},
      {Query::prefix("OR"), "OR*"},
      {Query::fuzzy("abc"), "abc~"},
      {Query::phrase("a b", "title", true, {}, 3), "title:=\"a b\"~3"},
      {Query::near({a, Query::words("b c"), Query::any_of({a, b})}, 3), "a NEAR/3 (b c) NEAR/3 (a OR b)"},
      {Query::none_of({Query::near({a, b}, 3)}), "-(a NEAR/3 b)"},
      {Query::any_of({Query::near({a, b}, 3), b}), "a NEAR/3 b OR b"},
      {Query::near({Query::words("-"), Query::words("OR")}, 3), "- NEAR/3 \\OR"},
  };
  for (const PrintRow& row : rows) {
    EXPECT_EQ(row.query.to_string(), row.printed);
    const ParsedQuery parsed = parse_query(row.printed, query_test::schema());
    EXPECT_FALSE(parsed.error) << row.printed;
    EXPECT_EQ(parsed.query.to_string(), row.printed);
    EXPECT_TRUE(parsed.query == row.query) << row.printed;
  }
}

}  // namespace
}  // namespace tvar
