// SPDX-License-Identifier: GPL-2.0-or-later
#include "tvar/schema.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

#include "stemmers/registry.h"
#include "tvar/error.h"

namespace tvar {
namespace {

/// A schema that is valid apart from the lines that a test adds to its list of fields.
std::string with_field(const std::string& field) {
  return "fields:\n  - {name: text, kind: text}\n  - " + field + "\n";
}

/// What parse_yaml says: "message | hint", or "no error".
std::string refusal(const std::string& yaml) {
  try {
    static_cast<void>(Schema::parse_yaml(yaml));
    return "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_argument);
    return std::string(error.what()) + (error.hint().empty() ? "" : " | " + error.hint());
  }
}

TEST(FieldKind, HasTheSpellingOfYaml) {
  EXPECT_EQ(to_string(FieldKind::text), "text");
  EXPECT_EQ(to_string(FieldKind::keyword), "keyword");
  EXPECT_EQ(to_string(FieldKind::number), "number");
  EXPECT_EQ(to_string(FieldKind::date), "date");
  EXPECT_EQ(to_string(FieldKind::stored), "stored");
}

TEST(Schema, DefaultHasTheFieldsOfCzechPages) {
  const Schema schema = Schema::default_schema();
  EXPECT_NO_THROW(schema.validate());
  const std::vector<Field> expected = {
      {"title", FieldKind::text, false, false, 0.5},
      {"text", FieldKind::text, false, false, 1.0},
      {"town", FieldKind::keyword, true, true, 1.0, 0.5, false, "", true},
      {"year", FieldKind::number, true, true, 1.0, 0.5},
      {"organization", FieldKind::keyword, true, true, 1.0, 0.5, false, "", true},
      {"member", FieldKind::keyword, true, true, 1.0, 0.5, false, "", true},
      {"published", FieldKind::date, true, false, 1.0, 0.5},
      {"author", FieldKind::keyword, true, true, 1.0, 0.0, false, "", true},
      {"tags", FieldKind::keyword, true, true, 1.0, 0.0, false, "", true},
      {"source", FieldKind::stored, false, false, 1.0},
  };
  EXPECT_EQ(schema.fields, expected);
  EXPECT_EQ(schema.stemmer, stemmers::registry().front().name);
  EXPECT_FALSE(schema.merge_negation);
}

TEST(Schema, DefaultSurvivesTheWayThroughYaml) {
  const Schema schema = Schema::default_schema();
  EXPECT_EQ(Schema::parse_yaml(schema.to_yaml()), schema);
}

TEST(Schema, WritesYamlThatPeopleCanRead) {
  Schema schema;
  schema.stemmer = "none";
  schema.merge_negation = true;
  schema.fields = {{.name = "title", .kind = FieldKind::text, .boost = 2.5},
                   {.name = "year", .kind = FieldKind::number, .facet = true, .multi = true}};
  EXPECT_EQ(schema.to_yaml(),
            "stemmer: none\n"
            "merge_negation: true\n"
            "fields:\n"
            "  - {name: title, kind: text, boost: 2.5}\n"
            "  - {name: year, kind: number, facet: true, multi: true}\n");
  EXPECT_EQ(Schema::parse_yaml(schema.to_yaml()), schema);
}

TEST(Schema, WritesHierarchies) {
  Schema schema;
  schema.stemmer = "none";
  schema.fields = {{.name = "text"},
                   {.name = "town", .kind = FieldKind::keyword},
                   {.name = "area", .kind = FieldKind::keyword, .hierarchy = true, .from = "town"}};
  EXPECT_EQ(schema.to_yaml(),
            "stemmer: none\n"
            "merge_negation: false\n"
            "fields:\n"
            "  - {name: text, kind: text}\n"
            "  - {name: town, kind: keyword}\n"
            "  - {name: area, kind: keyword, hierarchy: true, from: town}\n");
  EXPECT_EQ(Schema::parse_yaml(schema.to_yaml()), schema);
}

TEST(Schema, KeepsEveryDigitOfABoost) {
  Schema schema = Schema::default_schema();
  schema.fields[0].boost = 0.1 + 0.2;  // 0.30000000000000004
  EXPECT_EQ(Schema::parse_yaml(schema.to_yaml()).fields[0].boost, 0.1 + 0.2);
}

TEST(Schema, ReadsBlockStyleAndTheDefaultsOfWhatIsLeftOut) {
  const Schema schema = Schema::parse_yaml(
      "fields:\n"
      "  - name: text\n"
      "    kind: text\n"
      "  - name: town\n"
      "    kind: keyword\n"
      "    facet: yes\n");
  EXPECT_EQ(schema.stemmer, Schema::default_stemmer());
  ASSERT_EQ(schema.fields.size(), 2U);
  EXPECT_EQ(schema.fields[1], (Field{"town", FieldKind::keyword, true, false, 1.0}));
}

TEST(Schema, FindsAFieldByName) {
  const Schema schema = Schema::default_schema();
  ASSERT_NE(schema.find("member"), nullptr);
  EXPECT_EQ(schema.find("member"), &schema.fields[5]);
  EXPECT_EQ(schema.find("Member"), nullptr);
  EXPECT_EQ(schema.find(""), nullptr);
}

struct RefusedYaml {
  const char* name;
  std::string yaml;
  std::string message;
};
void PrintTo(const RefusedYaml& row, std::ostream* out) {
  *out << row.name;
}

class SchemaRefuses : public testing::TestWithParam<RefusedYaml> {};

TEST_P(SchemaRefuses, WithTheLine) {
  EXPECT_EQ(refusal(GetParam().yaml), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Yaml, SchemaRefuses,
    testing::Values(
        RefusedYaml{"unknown_key", "fields:\n  - {name: text, kind: text}\nstemer: none\n",
                    "schema, line 3: unknown key 'stemer' | Choose one of stemmer, merge_negation, fields, "
                    "organizations"},
        RefusedYaml{"unknown_field_key", with_field("{name: town, kind: keyword, bost: 3}"),
                    "schema, line 3: unknown key 'bost' | Choose one of name, kind, facet, multi, boost, "
                    "facts, hierarchy, "
                    "from, words"},
        RefusedYaml{"hierarchy_of_numbers", with_field("{name: year, kind: number, hierarchy: true}"),
                    "field 'year' is a hierarchy but its kind is number | Make it a keyword"},
        RefusedYaml{"from_into_no_hierarchy", with_field("{name: area, kind: keyword, from: text}"),
                    "field 'area' is from 'text' but is no hierarchy | Set 'hierarchy: true' for it"},
        RefusedYaml{
            "from_what_has_no_paths", with_field("{name: area, kind: keyword, hierarchy: true, from: text}"),
            "field 'area' can't be derived from 'text' | Name a keyword field of the schema called town, "
            "place, organization, member or working_group_member"},
        RefusedYaml{
            "from_nothing", with_field("{name: area, kind: keyword, hierarchy: true, from: town}"),
            "field 'area' can't be derived from 'town' | Name a keyword field of the schema called town, "
            "place, organization, member or working_group_member"},
        RefusedYaml{
            "list_as_key", "[a, b]: 1\n",
            "schema, line 1: unknown key '' | Choose one of stemmer, merge_negation, fields, organizations"},
        RefusedYaml{"key_twice", "stemmer: none\nstemmer: none\n", "schema, line 2: 'stemmer' stands twice"},
        RefusedYaml{
            "unknown_kind", with_field("{name: town, kind: string}"),
            "schema, line 3: unknown kind 'string' | Choose one of text, keyword, number, date, stored"},
        RefusedYaml{"no_name", with_field("{kind: text}"), "schema, line 3: a field has no name"},
        RefusedYaml{"no_kind", with_field("{name: town}"), "schema, line 3: field 'town' has no kind"},
        RefusedYaml{"facet_is_a_word", with_field("{name: town, kind: keyword, facet: maybe}"),
                    "schema, line 3: 'facet' must be true or false"},
        RefusedYaml{"boost_is_a_word", with_field("{name: title, kind: text, boost: high}"),
                    "schema, line 3: 'boost' must be a number"},
        RefusedYaml{"boost_has_a_tail", with_field("{name: title, kind: text, boost: 3x}"),
                    "schema, line 3: 'boost' must be a number"},
        RefusedYaml{"name_is_a_list", with_field("{name: [a, b], kind: text}"),
                    "schema, line 3: 'name' must be a single value"},
        RefusedYaml{"field_is_a_word", "fields:\n  - town\n",
                    "schema, line 2: a field must be a mapping such as {name: town, kind: keyword}"},
        RefusedYaml{"fields_is_a_word", "fields: town\n", "schema, line 1: 'fields' must be a list"},
        RefusedYaml{
            "not_a_mapping", "- title\n- text\n",
            "schema, line 1: not a mapping with the keys stemmer, merge_negation, fields, organizations"},
        RefusedYaml{
            "wrong_organization", "fields:\n  - {name: text, kind: text}\norganizations:\n  - Naděje\n",
            "schema, line 4: an organisation must be a mapping such as {name: Naděje, aliases: [OSN]}"},
        RefusedYaml{"broken_yaml", "fields:\n  - {name: text, kind: text\n",
                    "schema, line 3: broken YAML: end of map flow not found"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Schema, BuiltInOneIsTheDocumentedOne) {
  std::ifstream file(TVAR_SOURCE_DIR "/docs/schema.md");
  const std::string page(std::istreambuf_iterator<char>(file), {});
  const std::string fence = "```yaml\n";
  const std::size_t begin = page.find(fence) + fence.size();
  const std::string yaml = page.substr(begin, page.find("```", begin) - begin);
  EXPECT_EQ(Schema::parse_yaml(yaml), Schema::default_schema());
}

TEST(Schema, EmptyYamlIsRefused) {
  EXPECT_EQ(refusal(""),
            "schema: not a mapping with the keys stemmer, merge_negation, fields, organizations");
}

/// The default schema with one thing changed, and what validate() says: "message | hint".
template <typename Change>
std::string invalid(const Change& change) {
  Schema schema = Schema::default_schema();
  change(schema);
  try {
    schema.validate();
    return "valid";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_argument);
    return std::string(error.what()) + (error.hint().empty() ? "" : " | " + error.hint());
  }
}

std::string renamed(const std::string& name) {
  return invalid([&name](Schema& schema) {
    schema.fields[2].name = name;
    schema.fields[2].facts = 0;
  });
}

constexpr const char* kNameHint =
    " has a malformed name | Use lower-case ASCII letters, digits and '_', beginning with a letter, at most "
    "32 bytes";

TEST(SchemaValidate, NamesFollowTheRule) {
  EXPECT_EQ(renamed(""), std::string("field ''") + kNameHint);
  EXPECT_EQ(renamed("Town"), std::string("field 'Town'") + kNameHint);
  EXPECT_EQ(renamed("2nd"), std::string("field '2nd'") + kNameHint);
  EXPECT_EQ(renamed("_town"), std::string("field '_town'") + kNameHint);
  EXPECT_EQ(renamed("město"), std::string("field 'město'") + kNameHint);
  EXPECT_EQ(renamed("a-b"), std::string("field 'a-b'") + kNameHint);
  EXPECT_EQ(renamed(std::string(33, 'a')), "field '" + std::string(33, 'a') + "'" + kNameHint);
  EXPECT_EQ(renamed(std::string(32, 'a')), "valid");
  EXPECT_EQ(renamed("town_2"), "valid");
}

TEST(SchemaValidate, FactsFillFieldsThatAreCalledLikeThem) {
  EXPECT_EQ(invalid([](Schema& schema) { schema.fields[2].facts = 1.5; }),
            "field 'town' has a threshold for facts out of range | Choose a confidence from 0 to 1");
  const std::string hint =
      " cannot be filled with facts | Call a keyword, number or date field town, year, member or the like";
  EXPECT_EQ(invalid([](Schema& schema) { schema.fields[2].name = "city"; }), "field 'city'" + hint);
  EXPECT_EQ(invalid([](Schema& schema) { schema.fields[1].facts = 0.5; }), "field 'text'" + hint);
}

TEST(Schema, FactsAreTrueFalseOrAThreshold) {
  const Schema schema = Schema::parse_yaml(
      "fields: [{name: text, kind: text}, {name: town, kind: keyword, facts: true}, {name: year, kind: "
      "number, facts: 0.8}, "
      "{name: member, kind: keyword, facts: false}]");
  EXPECT_EQ(schema.fields[1].facts, 0.5);
  EXPECT_EQ(schema.fields[2].facts, 0.8);
  EXPECT_EQ(schema.fields[3].facts, 0);
  EXPECT_EQ(Schema::parse_yaml(schema.to_yaml()), schema);
}

TEST(SchemaValidate, OnlyKeywordsHaveSearchedWords) {
  EXPECT_EQ(invalid([](Schema& schema) { schema.fields[3].words = true; }),
            "field 'year' has searched words but its kind is number | Make it a keyword; the words of text are "
            "searched anyway");
}

TEST(SchemaValidate, IdIsReserved) {
  EXPECT_EQ(renamed("id"),
            "field 'id' has a reserved name | Every document has an id already; choose another name");
}

TEST(SchemaValidate, NamesAreUnique) {
  EXPECT_EQ(renamed("member"), "field 'member' stands twice in the schema | Remove one of the two");
}

TEST(SchemaValidate, OnlyWholeValuesAreFacets) {
  EXPECT_EQ(invalid([](Schema& schema) { schema.fields[1].facet = true; }),
            "field 'text' is a facet but its kind is text | Make it a keyword, a number or a date");
  EXPECT_EQ(invalid([](Schema& schema) { schema.fields[9].facet = true; }),
            "field 'source' is a facet but its kind is stored | Make it a keyword, a number or a date");
}

TEST(SchemaValidate, BoostHasARange) {
  const auto boosted = [](double boost) {
    return invalid([boost](Schema& schema) { schema.fields[0].boost = boost; });
  };
  const std::string refused = "field 'title' has a boost out of range | Choose a boost from 0.1 to 100";
  EXPECT_EQ(boosted(0.09), refused);
  EXPECT_EQ(boosted(100.5), refused);
  EXPECT_EQ(boosted(-1), refused);
  EXPECT_EQ(boosted(std::numeric_limits<double>::quiet_NaN()), refused);
  EXPECT_EQ(boosted(0.1), "valid");
  EXPECT_EQ(boosted(100), "valid");
}

TEST(SchemaValidate, NeedsATextField) {
  EXPECT_EQ(
      invalid([](Schema& schema) { schema.fields.erase(schema.fields.begin(), schema.fields.begin() + 2); }),
      "schema has no text field | Add a field of kind text");
  EXPECT_EQ(invalid([](Schema& schema) { schema.fields.clear(); }),
            "schema has no text field | Add a field of kind text");
}

TEST(SchemaValidate, HasAtMost64Fields) {
  const auto grown = [](std::size_t count) {
    return invalid([count](Schema& schema) {
      while (schema.fields.size() < count) {
        schema.fields.push_back(
            {.name = "f" + std::to_string(schema.fields.size()), .kind = FieldKind::stored});
      }
    });
  };
  EXPECT_EQ(grown(64), "valid");
  EXPECT_EQ(grown(65), "schema has 65 fields; at most 64 are possible");
}

TEST(SchemaValidate, StemmerIsInTheRegistry) {
  const std::string message = invalid([](Schema& schema) { schema.stemmer = "german"; });
  EXPECT_EQ(message.substr(0, message.find(" | ")), "schema names the unknown stemmer 'german'");
  EXPECT_NE(message.find("| Choose one of "), std::string::npos);
  EXPECT_NE(message.find("czech_light"), std::string::npos);
}

TEST(Schema, ParseValidates) {
  EXPECT_EQ(refusal("fields:\n  - {name: town, kind: keyword}\n"),
            "schema has no text field | Add a field of kind text");
}

}  // namespace
}  // namespace tvar
