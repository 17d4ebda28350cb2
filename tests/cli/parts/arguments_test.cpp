// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/arguments.h"

#include <gtest/gtest.h>

namespace tvar::cli {
namespace {

using Strings = std::vector<std::string>;

const Schema& towns() {
  static const Schema schema{.fields = {{.name = "text"},
                                        {.name = "town", .kind = FieldKind::keyword, .facet = true},
                                        {.name = "year", .kind = FieldKind::number, .facet = true},
                                        {.name = "author", .kind = FieldKind::keyword},
                                        {.name = "limit", .kind = FieldKind::number, .facet = true}}};
  return schema;
}

Arguments search(const Strings& tokens) {
  return parse_arguments(Command::search, tokens, &towns());
}

// The message of the failure, filled; "" when there is none.
std::string failure_of(Command command, const Strings& tokens) {
  try {
    static_cast<void>(parse_arguments(command, tokens, &towns()));
    return "";
  } catch (const UsageError& error) {
    const std::string hint = error.suggestion.empty() ? "" : " -> " + error.suggestion;
    return Messages(Language::english)(error.message, error.arguments) + hint;
  }
}

TEST(Arguments, OfAnOptionInAllItsForms) {
  for (const Strings& tokens :
       {Strings{"--limit", "5"}, Strings{"--limit=5"}, Strings{"-n", "5"}, Strings{"-n5"},
        Strings{"--limit", "7", "-n", "5"}, Strings{"dům", "-n", "5"}}) {
    EXPECT_EQ(search(tokens).number(OptionId::limit, 100), 5U) << tokens.front();
  }
}

TEST(Arguments, FallBackOnTheDefaultOfTheTable) {
  EXPECT_EQ(search({}).number(OptionId::limit, 100), 10U);
  EXPECT_EQ(parse_arguments(Command::facets, {}).number(OptionId::limit, 100), 20U);
  EXPECT_EQ(search({}).value(OptionId::sort), "score");
  EXPECT_EQ(search({}).value(OptionId::index), std::nullopt);
}

TEST(Arguments, RefuseNumbersThatAreNone) {
  for (const std::string value : {"abc", "-1", "1.5", "", " 5", "101", "99999999999999999999"}) {
    try {
      static_cast<void>(search({"--limit=5", "--limit", value}).number(OptionId::limit, 100));
      ADD_FAILURE() << value;
    } catch (const UsageError& error) {
      EXPECT_EQ(Messages(Language::english)(error.message, error.arguments),
                "option --limit: \"" + value + "\" is not a whole number from 0 to 100");
    }
  }
}

TEST(Arguments, FieldsOfTheSchemaAreOptions) {
  const Arguments arguments =
      search({"--town", "Přerov", "--year", "2008..2012", "--town=Ústí nad Labem", "dům"});
  ASSERT_EQ(arguments.filters().size(), 2U);
  EXPECT_EQ(arguments.filters()[0].field, "town");
  EXPECT_EQ(arguments.filters()[0].values, (Strings{"Přerov", "Ústí nad Labem"}));
  EXPECT_EQ(arguments.filters()[1].field, "year");
  EXPECT_EQ(arguments.filters()[1].values, Strings{"2008..2012"});
  EXPECT_EQ(arguments.words(), Strings{"dům"});
}

TEST(Arguments, OnlyFacetsAreOptionsAndTheCommandsOwnComeFirst) {
  EXPECT_EQ(field_options(Command::search, towns()), (Strings{"town", "year"}));
  EXPECT_EQ(field_options(Command::show, towns()), Strings{});
  EXPECT_EQ(failure_of(Command::search, {"--author", "Novák"}), "unknown option --author");
  EXPECT_EQ(failure_of(Command::stats, {"--town", "Brno"}), "unknown option --town");
}

TEST(Arguments, NegativeValuesBelongToTheirOption) {
  const Arguments arguments = search({"--year", "-500..-400", "--town", "-Brno"});
  EXPECT_EQ(arguments.filters()[0].values, Strings{"-500..-400"});
  EXPECT_EQ(arguments.filters()[1].values, Strings{"-Brno"});
}

TEST(Arguments, WordsOfAQueryMayBeginWithADash) {
  EXPECT_EQ(search({"azylový", "dům", "-Brno", "-internet", "-\"dům hrůzy\""}).text(),
            "azylový dům -Brno -internet -\"dům hrůzy\"");
  EXPECT_EQ(search({"--", "--town", "-n"}).text(), "--town -n");
  EXPECT_EQ(search({"-"}).text(), "-");
  EXPECT_EQ(failure_of(Command::search, {"-x"}), "unknown option -x");
  EXPECT_EQ(failure_of(Command::stats, {"-xyz"}), "unknown option -xyz");
}

TEST(Arguments, SuggestTheNearestOption) {
  EXPECT_EQ(failure_of(Command::search, {"--limt", "5"}), "unknown option --limt -> --limit");
  EXPECT_EQ(failure_of(Command::search, {"--twon=Brno"}), "unknown option --twon -> --town");
  EXPECT_EQ(failure_of(Command::search, {"--lim", "5"}), "unknown option --lim -> --limit");
  EXPECT_EQ(failure_of(Command::search, {"--colour-of-the-sky"}), "unknown option --colour-of-the-sky");
  EXPECT_EQ(failure_of(Command::search, {"--\xFF\x1b"}), "unknown option --\uFFFD\uFFFD");
}

TEST(Arguments, ReportMissingAndUnwantedValues) {
  EXPECT_EQ(failure_of(Command::search, {"--limit"}), "option --limit needs a value");
  EXPECT_EQ(failure_of(Command::search, {"--limit="}), "option --limit needs a value");
  EXPECT_EQ(failure_of(Command::search, {"--limit", "--json"}), "option --limit needs a value");
  EXPECT_EQ(failure_of(Command::search, {"--town"}), "option --town needs a value");
  EXPECT_EQ(failure_of(Command::search, {"--json=yes"}), "option --json takes no value");
}

TEST(Arguments, CheckChoices) {
  EXPECT_EQ(failure_of(Command::search, {"--match", "any"}), "");
  EXPECT_EQ(failure_of(Command::search, {"--match", "some"}),
            "option --match: \"some\" is none of all|any|auto");
  EXPECT_EQ(failure_of(Command::search, {"--match", "all|any"}),
            "option --match: \"all|any\" is none of all|any|auto");
}

TEST(Arguments, TheFirstReadingFindsTheIndexAmongUnknownOptions) {
  const Arguments arguments = scan_arguments(
      Command::search, {"--town", "Brno", "dům", "-ib", "-i", "pages", "--json", "--match", "x"});
  EXPECT_EQ(arguments.value(OptionId::index), "pages");
  EXPECT_TRUE(arguments.has(OptionId::json));
}

TEST(Arguments, AValueCanBeOptional) {
  const auto file = [](const Strings& tokens) {
    const Arguments arguments = parse_arguments(Command::analyze, tokens);
    return *arguments.value(OptionId::batch_words) + "|" + arguments.text();
  };
  EXPECT_EQ(file({"--batch"}), "|");
  EXPECT_EQ(file({"--batch", "words.txt"}), "words.txt|");
  EXPECT_EQ(file({"--batch=words.txt"}), "words.txt|");
  EXPECT_EQ(file({"--batch", "--query"}), "|");
}

TEST(Arguments, TheLastOfTwoOptionsWins) {
  EXPECT_EQ(search({"--color", "--no-color"}).last_of(OptionId::color, OptionId::no_color),
            OptionId::no_color);
  EXPECT_EQ(search({"--no-color", "--color"}).last_of(OptionId::color, OptionId::no_color), OptionId::color);
  EXPECT_EQ(search({}).last_of(OptionId::color, OptionId::no_color), std::nullopt);
}

TEST(Arguments, ValuesKeepTheirBytesAndTheQueryIsRepaired) {
  const Arguments arguments = search({"--index", "a\xFF", "b\xF8yt"});
  EXPECT_EQ(arguments.value(OptionId::index), "a\xFF");
  EXPECT_EQ(arguments.text(), "b\uFFFDyt");
}

}  // namespace
}  // namespace tvar::cli
