// SPDX-License-Identifier: GPL-2.0-or-later
// From what a user types to the tree, the notes and the error. More lines: docs/query-syntax.md, which is tested too.
#include "lib/query/parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/lib/query/query_schema.h"
#include "tvar/query.h"

namespace tvar {
namespace {

ParsedQuery parse(std::string_view text) {
  return parse_query(text, query_test::schema());
}

struct TreeRow {
  std::string_view typed;
  std::string_view tree;
};

void expect_trees(const std::vector<TreeRow>& rows) {
  for (const TreeRow& row : rows) {
    const ParsedQuery parsed = parse(row.typed);
    EXPECT_FALSE(parsed.error) << row.typed << ": " << parsed.error->message;
    EXPECT_EQ(parsed.query.to_string(), row.tree) << row.typed;
    EXPECT_TRUE(parse(parsed.query.to_string()).query == parsed.query) << row.typed;
  }
}

TEST(QueryParser, MergesNeighbouringWordsAsTyped) {
  const ParsedQuery parsed = parse("  azylovy   dum\u00A0o. p. s. ");
  EXPECT_EQ(parsed.query.kind(), Query::Kind::words);
  EXPECT_EQ(parsed.query.text(), "azylovy   dum\u00A0o. p. s.");
  EXPECT_EQ(parsed.query.range(), (TextRange{2, 25}));
  EXPECT_TRUE(parsed.notes.empty());
}

TEST(QueryParser, OrBindsTighterThanASpace) {
  const Query a = Query::words("a");
  const Query b = Query::words("b");
  const Query c = Query::words("c");
  const Query d = Query::words("d");
  EXPECT_EQ(parse("a b OR c d").query, Query::all_of({a, Query::any_of({b, c}), d}));
  EXPECT_EQ(parse("a OR b OR c d").query, Query::all_of({Query::any_of({a, b, c}), d}));
  EXPECT_EQ(parse("a b OR c d OR a b").query,
            Query::all_of({a, Query::any_of({b, c}), Query::any_of({d, a}), b}));
  EXPECT_EQ(parse("a AND b OR c AND d").query, Query::all_of({a, Query::any_of({b, c}), d}));
  EXPECT_EQ(parse("-a OR b").query, Query::any_of({Query::none_of({a}), b}));
}

TEST(QueryParser, Operators) {
  expect_trees({
      {"a AND b c", "a AND b c"},
      {"a and b or c not d", "a and b or c not d"},
      {"a NEBO b A c NE d", "(a OR b) c -d"},
      {"NOT (a b)", "-(a b)"},
      {"a -b c", "a -b c"},
      {"-a -b", "-a -b"},
      {"a -(b OR -c)", "a -(b OR -c)"},
      {"NOT \"a b\" OR =c", "-\"a b\" OR =c"},
      {"((a)) (b c)", "a AND b c"},
      {"(a -b) c", "(a -b) c"},
      {"a * b", "a AND b"},
      {"a OR *", "a OR *"},
      {"-*", "-*"},
      {"-OR", "-\\OR"},
      {"NOT NOT a", "\\NOT -a"},
      {"a\"b c\"d", "a\"b c\"d"},
      {"\"a\"\"b\"c", "\"a\" \"b\" c"},
      {"„a\" »b« “c” “d“ «e»", "\"a\" \"b\" \"c\" \"d\" \"e\""},
      {"agentura(dále jen A)", "agentura AND dále jen \\A"},
      {"dům)", "dům\\)"},
      {"funkce(x) http://x.cz/D_(s)", "funkce\\(x\\) http://x.cz/D_\\(s\\)"},
  });
}

TEST(QueryParser, OperatorsThatJoinNothingAreWords) {
  expect_trees({
      {"OR", "\\OR"},
      {"a OR", "a \\OR"},
      {"AND a", "\\AND a"},
      {"a OR OR b", "a (\\OR OR b)"},
      {"vitamín A OR B", "vitamín (\\A OR B)"},
      {"(OR a) NE", "\\OR a AND \\NE"},
      {"a OR ()", "a"},
      {"() OR a", "a"},
      {"NOT ()", "-*"},
      {"NOT", "\\NOT"},
      {"-", "-"},
      {"- -", "- -"},
      {"- a -- b -> c", "- a -- b \\-> c"},
      {"=", "="},
      {"a = b == c => d", "a = b == c \\=> d"},
  });
}

TEST(QueryParser, CapitalsAreNoOperatorsWhereAllIsInCapitals) {
  expect_trees({
      {"SOCIÁLNÍ PRÁCE A ČIŠTĚNÍ NEBO NE", "SOCIÁLNÍ PRÁCE \\A ČIŠTĚNÍ \\NEBO \\NE"},
      {"SOCIÁLNÍ NEBO azylový", "SOCIÁLNÍ OR azylový"},
      {"DPH OR DPPO", "DPH OR DPPO"},
      {"DPH NEBO DPPO OR EET", "DPH OR DPPO OR EET"},
      {"DPH NEBO \"DPPO\"", "DPH OR \"DPPO\""},
      {"ÚŘAD NEBO úřad", "ÚŘAD OR úřad"},
      {"DPH NEBO -EET", "DPH OR -EET"},
      {"ŽĎÁR NEBO ž", "ŽĎÁR OR ž"},
      {"ŽĎÁR NEBO Ž", "ŽĎÁR \\NEBO Ž"},
  });
}

TEST(QueryParser, PrefixesAndSimilarWords) {
  EXPECT_EQ(parse("azyl*").query, Query::prefix("azyl"));
  EXPECT_EQ(parse("azyl~").query, Query::fuzzy("azyl"));
  EXPECT_EQ(parse("azyl* dům b").query, Query::all_of({Query::prefix("azyl"), Query::words("dům b")}));
  EXPECT_EQ(parse("title:=azyl*").query, Query::prefix("azyl", "title", true));
  EXPECT_EQ(parse("town:Př*").query, Query::prefix("Př", "town"));
  EXPECT_EQ(parse("dum azyl~").query.children()[1].range(), (TextRange{4, 9}));
  expect_trees({
      {"-azyl* =dům*", "-azyl* =dům*"},
      {"(a* OR b~) c", "(a* OR b) c"},
      {"title:(a* bcd~)", "title:a* title:bcd~"},
      {"\\a* b\\* \\a~", "\\a* b\\\\* \\a~"},
      {"a** *a a*b ** C++* a*, česko-něm*", "a** *a a*b ** C++* a*, česko-něm*"},
      {"~ ~a ab~ a~b abc~~", "~ ~a AND ab AND a~b abc~~"},
      {"\"a*\" \"a\"*", "\"a*\" \"a\""},
      {"OR* NEAR~", "OR* NEAR~"},
      {"azyl*\"dům\"", "azyl*\"dům\""},
      {"24* _* ž*", "24* _* ž*"},
      {"town:Brno~", "town:Brno"},
      {"town:\"Br*\"", "town:\"Br*\""},
      {"title:*", "title:\\*"},
      {"year:* -published:*", "year:* -published:*"},
      {"town:(* OR Brno)", "town:* OR town:Brno"},
      {"town:\"*\"", "town:\"*\""},
  });
}

TEST(QueryParser, WordsNearEachOther) {
  const Query a = Query::words("a");
  const Query b = Query::words("b");
  const Query c = Query::words("c");
  EXPECT_EQ(parse("a NEAR/5 b").query, Query::near({a, b}, 5));
  EXPECT_EQ(parse("a NEAR b BLÍZKO c").query, Query::near({a, b, c}, 10));
  EXPECT_EQ(parse("c a NEAR/5 b c").query, Query::all_of({c, Query::near({a, b}, 5), c}));
  EXPECT_EQ(parse("a OR b NEAR/2 c").query, Query::any_of({a, Query::near({b, c}, 2)}));
  EXPECT_EQ(parse("a NEAR/5 b").query.range(), (TextRange{0, 10}));
  expect_trees({
      {"a BLÍZKO/5 b BLIZKO/5 c", "a NEAR/5 b NEAR/5 c"},
      {"a NEAR/2 b NEAR/7 c", "a NEAR/7 b NEAR/7 c"},
      {"\"a b\"~2 NEAR/3 (c d) NEAR/3 e*", "\"a b\"~2 NEAR/3 (c d) NEAR/3 e*"},
      {"(a OR b*) NEAR/3 =c", "(a OR b*) NEAR/3 =c"},
      {"-(a NEAR/3 b) (a NEAR/3 b OR c)", "-(a NEAR/3 b) (a NEAR/3 b OR c)"},
      {"title:(a NEAR b)", "title:a NEAR/10 title:b"},
      {"a NEAR/0 b NEAR/999999 c", "a NEAR/100 b NEAR/100 c"},
      {"near a near/5 b", "near a near/5 b"},
      {"NEAR/3 a NEAR b NEAR", "\\NEAR/3 a NEAR/10 b \\NEAR"},
      {"a NEAR/x b NEAR/ c NEAR/1234567 d", "a NEAR/x b NEAR/ c NEAR/1234567 d"},
      {"DŮM BLÍZKO BYTU", "DŮM \\BLÍZKO BYTU"},
      {"DŮM BLÍZKO/3 BYTU", "DŮM NEAR/3 BYTU"},
      {"a NEAR/3 -b", "a -b"},
      {"a NEAR/3 (b OR \"c d\")", "a (b OR \"c d\")"},
      {"title:a NEAR/3 b", "title:a b"},
      {"a NEAR/3 town:b", "a town:b"},
      {"(a NEAR/3 b) NEAR/5 c", "a NEAR/3 b c"},
      {"a NEAR/3 ()", "a"},
  });
}

TEST(QueryParser, PhrasesWithOtherWordsAmongThem) {
  EXPECT_EQ(parse("\"a b\"~3").query, Query::phrase("a b", {}, false, {}, 3));
  EXPECT_EQ(parse("title:=\"a b\"~3").query, Query::phrase("a b", "title", true, {}, 3));
  EXPECT_EQ(parse("\"a b\"~12 c").query.children()[0].range(), (TextRange{0, 8}));
  expect_trees({
      {"\"a b\"~0", "\"a b\""},
      {"\"a b\"~100 (\"c\"~2)", "\"a b\"~100 \"c\"~2"},
      {"\"a b\"~101", "\"a b\"~100"},
      {"\"a b\"~ \"a b\"~3x \"a b\" ~3", "\"a b\" ~ \"a b\" ~3x \"a b\" ~3"},
      {"„a b“~3 \"a b~3", "\"a b\"~3 \"a b~3\""},
  });
}

TEST(QueryParser, Fields) {
  expect_trees({
      {"title:a b", "title:a b"},
      {"title:(a b OR -c)", "title:a (title:b OR -title:c)"},
      {"title:(a town:Brno)", "title:a town:Brno"},
      {"title:-a", "title:\\-a"},
      {"title:OR", "title:\\OR"},
      {"=title:a", "=\\title:a"},
      {"title:=(a =b)", "title:=a title:=b"},
      {"town:(Ústí nad Labem)", "town:\"Ústí nad Labem\""},
      {"town:=Brno", "town:Brno"},
      {"town:\"\"", "town:\"\""},
      {"year:(2008 2010)", "year:2008 year:2010"},
      {"year:\"2008 .. 2012\"", "year:2008..2012"},
      {"year:-5..+2,50", "year:-5..2.50"},
      {"YEAR:2008", "year:2008"},
      {"tel:777 http://x mailto:a@b.cz 10:30 a_b:c ab1:c",
       "\\tel:777 http://x \\mailto:a@b.cz 10:30 \\a_b:c \\ab1:c"},
      {"town:", "town:"},
      {"town://x", "town://x"},
  });
}

TEST(QueryParser, NodesKnowTheirPlace) {
  const std::string text = "„ů“ -title:=\"a b\" x  y OR z";
  const Query query = parse(text).query;
  ASSERT_EQ(query.children().size(), 4U);
  EXPECT_EQ(query.range().of(text), text);
  EXPECT_EQ(query.children()[0].range().of(text), "„ů“");
  EXPECT_EQ(query.children()[1].children()[0].range().of(text), "title:=\"a b\"");
  EXPECT_EQ(query.children()[2].range().of(text), "x");
  EXPECT_EQ(query.children()[3].range().of(text), "y OR z");
}

struct ErrorRow {
  std::string typed;
  QueryError::Code code;
  std::string at;
  std::string message;
};

TEST(QueryParser, ErrorsSayWhereAndWhy) {
  using Code = QueryError::Code;
  const std::string number = " is not a number, which field \"year\" needs; a range is written 2008..2012";
  const std::string date =
      " is not a date such as 2016-04-14, 2016-04 or 2016, which field \"published\" needs; "
      "a range is written 2016-04..2016-06";
  const std::vector<ErrorRow> rows = {
      {"dům twon:Brno", Code::unknown_field, "twon", "there is no field \"twon\"; the nearest is \"town\""},
      {"-(titel:a)", Code::unknown_field, "titel", "there is no field \"titel\"; the nearest is \"title\""},
      {"téxt:a", Code::unknown_field, "téxt", "there is no field \"téxt\"; the nearest is \"text\""},
      {"publisched:2016", Code::unknown_field, "publisched",
       "there is no field \"publisched\"; the nearest is \"published\""},
      {"source:a", Code::unknown_field, "source",
       "the field \"source\" is only stored and cannot be searched"},
      {"a year:abc b", Code::bad_value, "abc", "\"abc\"" + number},
      {"year:2008-2012", Code::bad_value, "2008-2012", "\"2008-2012\"" + number},
      {"year:1...2", Code::bad_value, "1...2", "\".2\"" + number},
      {"year:\"x\"", Code::bad_value, "\"x\"", "\"x\"" + number},
      {"year:(2008 OR x)", Code::bad_value, "x", "\"x\"" + number},
      {"year:20*", Code::bad_value, "20*", "\"20*\"" + number},
      {"year:2008~", Code::bad_value, "2008~", "\"2008~\"" + number},
      {"year:..", Code::bad_value, "..", "\"..\" is a range without a beginning and an end"},
      {"year:2012..2008", Code::bad_value, "2012..2008", "the range \"2012..2008\" ends before it begins"},
      {"published:2016-13", Code::bad_value, "2016-13", "\"2016-13\"" + date},
      {"published:2015-02-29", Code::bad_value, "2015-02-29", "\"2015-02-29\"" + date},
      {"published:2016-07..2016-06", Code::bad_value, "2016-07..2016-06",
       "the range \"2016-07..2016-06\" ends before it begins"},
  };
  for (const ErrorRow& row : rows) {
    const ParsedQuery parsed = parse(row.typed);
    ASSERT_TRUE(parsed.error) << row.typed;
    EXPECT_EQ(parsed.error->code, row.code) << row.typed;
    EXPECT_EQ(parsed.error->range.of(row.typed), row.at) << row.typed;
    EXPECT_EQ(parsed.error->message, row.message);
    EXPECT_EQ(parsed.query, Query::everything());
  }
}

TEST(QueryParser, ErrorsKeepWhatTheirWordsNeed) {
  using Reason = QueryError::Reason;
  struct {
    std::string typed;
    Reason reason;
    std::vector<std::string> arguments;
  } const rows[] = {
      {"twon:Brno", Reason::no_such_field, {"twon", "town"}},
      {"source:a", Reason::only_stored_field, {"source"}},
      {"year:{1}", Reason::not_a_number, {"{1}", "year"}},
      {"published:2016-13", Reason::not_a_date, {"2016-13", "published"}},
      {"year:..", Reason::range_without_ends, {"..", "year"}},
      {"year:2012..2008", Reason::range_backwards, {"2012..2008", "year"}},
      {std::string(101, '('), Reason::brackets_too_deep, {"100"}},
      {std::string((1U << 20U) + 1, 'a'), Reason::text_too_long, {}},
  };
  for (const auto& row : rows) {
    const ParsedQuery parsed = parse(row.typed);
    ASSERT_TRUE(parsed.error);
    EXPECT_EQ(parsed.error->reason, row.reason) << parsed.error->message;
    EXPECT_EQ(parsed.error->arguments, row.arguments);
  }
  EXPECT_EQ(parse("year:{1}").error->message,  // what was filled in is not filled again
            "\"{1}\" is not a number, which field \"year\" needs; a range is written 2008..2012");
}

// "x a OR (b)" is two groups for one pair of brackets, and is printed as x (a OR b).
TEST(QueryParser, BracketsAreCountedAsTheyArePrinted) {
  const auto nested = [](int levels) {
    std::string text;
    for (int i = 0; i < levels; ++i) text += "x -a OR (";
    text += "b -c";
    return text.append(static_cast<std::size_t>(levels), ')');
  };
  const ParsedQuery fits = parse(nested(49));
  ASSERT_FALSE(fits.error);
  const std::string printed = fits.query.to_string();
  EXPECT_EQ(std::count(printed.begin(), printed.end(), '('), 98);
  EXPECT_EQ(parse(printed).query.to_string(), printed);

  const std::string typed = nested(60);
  const ParsedQuery refused = parse(typed);
  ASSERT_TRUE(refused.error);
  EXPECT_EQ(refused.error->reason, QueryError::Reason::brackets_too_deep);
  EXPECT_EQ(refused.error->range.begin, typed.rfind('('));
  EXPECT_EQ(refused.query, Query::everything());
}

struct NoteRow {
  std::string typed;
  std::string at;
  std::string message;
  QueryNote::Code code;
};

TEST(QueryParser, NotesSayWhatWasReadHow) {
  using Code = QueryNote::Code;
  const std::vector<NoteRow> rows = {
      {"a \"b c", "\"", "the quote is not closed, so the phrase goes to the end", Code::open_quote},
      {"a (b", "(", "the bracket is not closed, so it goes to the end", Code::open_bracket},
      {"a) b", ")", "this bracket closes nothing and was read as text", Code::stray_bracket},
      {"a ( ) b", "( )", "empty brackets were left out", Code::empty_brackets},
      {"a „ “ b", "„ “", "empty quotes were left out", Code::empty_quotes},
      {"a OR", "OR", "this operator has nothing to work on and was read as a word", Code::stray_operator},
      {"vitamín A", "A", "this operator has nothing to work on and was read as a word", Code::stray_operator},
      {"DŮM NEBO BYT", "NEBO",
       "in a query all in capitals this was read as a word; AND, OR and NOT are always operators",
       Code::operator_in_capitals},
      {"town: Brno",
       "town:", "this was read as text, since the value of a field must follow the colon without a space",
       Code::field_without_value},
      {"town:=Brno", "=", "= asks for an exact form, which only text has, and was left out",
       Code::exact_of_value},
      {"a AND b OR c", "OR", "OR binds tighter than AND; brackets say otherwise", Code::or_before_and},
      {"a NEAR/5 -b", "NEAR/5", "NEAR joins words and phrases of one field, and was read as AND",
       Code::near_across_fields},
      {"a NEAR/5 b NEAR/6 c", "NEAR/6", "words that are near each other have one distance, the largest",
       Code::one_distance},
      {"a NEAR/0 b", "NEAR/0", "the distance was set to 1", Code::distance_set},
      {"\"a b\"~500", "~500", "the distance was set to 100", Code::distance_set},
      {"a NEAR", "NEAR", "this operator has nothing to work on and was read as a word", Code::stray_operator},
      {"pro*jekt", "pro*jekt",
       "a star stands for more letters only at the end of a word, and was read as text", Code::star_inside},
      {"title:*", "*", "a star stands for more letters only at the end of a word, and was read as text",
       Code::star_inside},
      {"town:\"a b\"~3", "\"a b\"~3", "~ asks for a distance of words, which only text has, and was left out",
       Code::distance_of_value},
      {"ab~", "ab~", "words of fewer than three letters have no similar ones, so this is searched as it is",
       Code::short_for_similar},
      {"town:Brno~", "Brno~", "~ asks for similar words, which only text has, and was left out",
       Code::similar_of_value},
  };
  for (const NoteRow& row : rows) {
    const ParsedQuery parsed = parse(row.typed);
    ASSERT_EQ(parsed.notes.size(), 1U) << row.typed;
    EXPECT_EQ(parsed.notes[0].range.of(row.typed), row.at) << row.typed;
    EXPECT_EQ(parsed.notes[0].message, row.message);
    EXPECT_EQ(parsed.notes[0].code, row.code) << row.typed;
  }
}

TEST(QueryParser, QuotesAndBracketsWithNothingInThemAskForNothing) {
  using Code = QueryNote::Code;
  struct {
    std::string typed;
    std::vector<Code> notes;
  } const rows[] = {
      {"\"", {Code::open_quote, Code::empty_quotes, Code::nothing_to_search}},
      {"\"\"", {Code::empty_quotes, Code::nothing_to_search}},
      {" „ “ ", {Code::empty_quotes, Code::nothing_to_search}},
      {"()", {Code::empty_brackets, Code::nothing_to_search}},
      {"-\"\" OR title:()", {Code::empty_quotes, Code::empty_brackets, Code::nothing_to_search}},
  };
  for (const auto& row : rows) {
    const ParsedQuery parsed = parse(row.typed);
    EXPECT_EQ(parsed.query.to_string(), "-*") << row.typed;
    std::vector<Code> notes;
    for (const QueryNote& note : parsed.notes) notes.push_back(note.code);
    EXPECT_EQ(notes, row.notes) << row.typed;
    EXPECT_EQ(parsed.notes.back().range, (TextRange{0, row.typed.size()}));
    EXPECT_EQ(parsed.notes.back().message, "there is no word to search for, so nothing was searched");
  }
  for (const std::string everything : {"", " \t", "*", "* \"\""})
    EXPECT_EQ(parse(everything).query, Query::everything()) << everything;
}

TEST(QueryParser, NotesKeepWhatTheirWordsNeed) {
  const ParsedQuery parsed = parse("a NEAR/500 b");
  ASSERT_EQ(parsed.notes.size(), 1U);
  EXPECT_EQ(parsed.notes[0].arguments, (std::vector<std::string>{"100"}));
}

TEST(QueryParser, MendsTextThatIsNoUtf8) {
  EXPECT_EQ(parse("d\xF9m \xFF").query.text(), "d\uFFFDm \uFFFD");
  EXPECT_EQ(parse("d\xF9m year:x").error->range, (TextRange{11, 12}));  // the replacement has three bytes
  EXPECT_EQ(parse(std::string_view("a\0b", 3)).query.text(), std::string("a\0b", 3));
}

TEST(QueryParser, RefusesWhatIsTooLongOrTooDeep) {
  const std::string longest(1U << 20U, 'a');
  EXPECT_FALSE(parse(longest).error);
  const ParsedQuery longer = parse(longest + "a");
  ASSERT_TRUE(longer.error);
  EXPECT_EQ(longer.error->code, QueryError::Code::too_long);
  EXPECT_EQ(longer.error->range, (TextRange{longest.size(), longest.size() + 1}));

  EXPECT_EQ(parse(std::string(100, '(') + "a" + std::string(100, ')')).query, Query::words("a"));
  const ParsedQuery deeper = parse("x " + std::string(101, '('));
  ASSERT_TRUE(deeper.error);
  EXPECT_EQ(deeper.error->code, QueryError::Code::too_complex);
  EXPECT_EQ(deeper.error->range, (TextRange{102, 103}));
}

std::string repeated(std::string_view unit, std::size_t times) {
  std::string text;
  for (; times > 0; --times) text += unit;
  return text;
}

TEST(QueryParser, ReadsSoManyWordsAndSaysSo) {
  EXPECT_TRUE(parse(repeated("a OR ", 511) + "a").notes.empty());
  for (const std::string& text :
       {repeated("a OR ", 100'000) + "a", repeated("a ", 513), repeated("\"a b\" ", 257),
        repeated("town:a ", 513), repeated("-(a* ", 90) + repeated("b~c ", 423),
        "=(" + repeated("a ", 513) + ")"}) {
    const ParsedQuery parsed = parse(text);
    ASSERT_EQ(parsed.notes.size(), 1U) << text.substr(0, 20);
    EXPECT_EQ(parsed.notes[0].message,
              "a query has at most 512 words, and 32 KB of them; what follows was left out");
    EXPECT_EQ(parsed.notes[0].range.end, text.size());
    EXPECT_EQ(parse(parsed.query.to_string()).query, parsed.query) << text.substr(0, 20);
  }
  EXPECT_EQ(parse(repeated("a OR ", 100'000) + "a").query,
            Query::any_of(std::vector<Query>(512, Query::words("a"))));
  EXPECT_EQ(parse(repeated("a ", 513)).notes[0].range, (TextRange{1024, 1026}));
  EXPECT_EQ(parse("\"" + repeated("a ", 600) + "\"").query, Query::phrase(repeated("a ", 512)));
}

TEST(QueryParser, CutsAWordOfAMegabyte) {
  const ParsedQuery parsed = parse(repeated("ž", 500'000));
  EXPECT_EQ(parsed.query.text().size(), 32U * 1024);
  EXPECT_EQ(parsed.notes.size(), 1U);
  EXPECT_EQ(parse("a " + repeated("ž", 500'000)).query, Query::words("a"));
}

// Time grows with the length only: what is quadratic takes longer here than a test may. A megabyte of the slowest takes
// 0.2 s. What is left of it is bounded as well.
TEST(QueryParser, TakesLinearTime) {
  const std::vector<std::string> units = {"a ",       "a OR ",    "-a ",    "NOT ",      "\"",         "(a) ",
                                          "a(\"(\")", "=a ",      "title:", "twelve:a ", "town:Brno ", "\\",
                                          "a\n",      "()",       "„a“",    "- ",        "a(",         "\xFF",
                                          "a)",       "A\t",      "NEBO\n", "year:1 ",   "a NEAR ",    "a* ",
                                          "\"a\"~3 ", "((a)\\) ", "\u00A0"};
  constexpr std::size_t kBytes = 1'000'000;
  for (const std::string& unit : units) {
    std::string text;
    while (text.size() + unit.size() <= kBytes) text += unit;
    EXPECT_LE(parse(text).query.to_string().size(), 64U * 1024) << unit;
  }
}

}  // namespace
}  // namespace tvar
