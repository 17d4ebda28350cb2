// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "lib/readers/json_object.h"
#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

using Strings = std::vector<std::string>;

TEST(JsonLines, ReadsGoodLinesBetweenBrokenOnes) {
  const std::filesystem::path file = fixture("lines.jsonl");
  const std::string source = file.string();
  const ReadResult result = read(file, "archiv.jsonl");
  const std::string bad_id = " has an 'id' that is empty, or neither a string nor a whole number";
  const Strings problems = {
      "warning lines.jsonl:1: 'place' is not a value or a list of values; it was passed over",
      "error lines.jsonl:2: is not valid JSON (byte 41)",
      "warning lines.jsonl:5: 'member' is not a value or a list of values; it was passed over",
      "error lines.jsonl:6: is not a JSON object",
      "error lines.jsonl:7: is not a JSON object",
      "error lines.jsonl:8:" + bad_id,
      "error lines.jsonl:9:" + bad_id,
      "error lines.jsonl:10:" + bad_id,
      "error lines.jsonl:11: is not valid JSON (byte 16)"};
  EXPECT_EQ(result.problems, problems);
  const std::vector<Document> documents = {
      {.id = "a-1",
       .fields = {{"title", "Vzkaz z terénu"},
                  {"text", "Dnes přišlo pět lidí."},
                  {"town", "Most"},
                  {"year", "2008"},
                  {"year", "2009"},
                  {"open", "true"},
                  {"score", "1.50"},
                  {"published", "2009-02-11"},
                  {"source", source}}},
      {.id = "3", .fields = {{"text", "Poslední platí."}, {"source", source}}},
      {.id = "archiv.jsonl:5", .fields = {{"text", "Bez čísla."}, {"source", source}}},
      {.id = "konec", .fields = {{"text", "Poslední řádek bez konce."}, {"source", source}}}};
  EXPECT_EQ(result.documents, documents);
}

TEST(JsonLines, OtherCharsetsAreReadWithAWarning) {
  const ReadResult result = read(fixture("windows-1250.jsonl"));
  EXPECT_EQ(result.problems, Strings{"warning windows-1250.jsonl:1: is not UTF-8; read as windows-1250"});
  ASSERT_EQ(result.documents.size(), 1U);
  EXPECT_EQ(result.documents[0].value("text"),
            "Příliš žluťoučký kůň, šťastná žena a čeští učitelé na táboře.");
}

TEST(JsonLines, Utf16IsRefused) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder.write("a.jsonl", std::string_view("\xFF\xFE{\0}\0\n\0", 8));
  EXPECT_EQ(read(file).problems, Strings{"error a.jsonl: is not text in UTF-8"});
}

TEST(JsonLines, BlankLinesAndWindowsLinesAreCounted) {
  const TemporaryFolder folder;
  const ReadResult result = read(folder.write("a.jsonl", "\r\n  \n{\"text\":\"a\"}\r\nx\r\n"), "ID");
  EXPECT_EQ(result.problems, Strings{"error a.jsonl:4: is not valid JSON (byte 1)"});
  ASSERT_EQ(result.documents.size(), 1U);
  EXPECT_EQ(result.documents[0].id, "ID:3");
}

/// "name=value" of all members.
Strings members(std::string_view json) {
  JsonObject object = parse_json_object(json);
  EXPECT_EQ(object.error, "");
  Document document;
  object.members.move_to(document);
  Strings result;
  for (const FieldValue& field : document.fields) result.push_back(field.name + "=" + field.value);
  return result;
}

TEST(JsonObject, SpellsEveryKindOfValue) {
  const Strings expected = {"i=-7",
                            "u=18446744073709551615",
                            "big=18446744073709551616",
                            "f=1.50",
                            "e=1e3",
                            "t=true",
                            "f2=false",
                            "s=Ž \"x\"\n"};
  EXPECT_EQ(
      members(R"({"i":-7,"u":18446744073709551615,"big":18446744073709551616,"f":1.50,"e":1e3,"t":true,)"
              R"("f2":false,"s":"\u017d \"x\"\n","n":null,"empty":"","none":[],"nothing":[null,""]})"),
      expected);
}

TEST(JsonObject, ANameThatComesAgainReplaces) {
  const Strings expected = {"a=3", "b=2"};
  EXPECT_EQ(members(R"({"a":[0,1],"b":2,"a":3})"), expected);
}

TEST(JsonObject, NestedMembersAreNamedAndDropped) {
  JsonObject object = parse_json_object(R"({"a":{"b":{"c":1}},"d":[1,[2,3],4],"e":[{"f":1},2],"g":5})");
  const Strings nested = {"a", "d", "e"};
  EXPECT_EQ(object.nested, nested);
  Document document;
  object.members.move_to(document);
  const std::vector<FieldValue> expected = {{"g", "5"}};
  EXPECT_EQ(document.fields, expected);
}

TEST(JsonObject, IdIsAStringOrAWholeNumber) {
  EXPECT_EQ(parse_json_object(R"({"id":"a"})").id, "a");
  EXPECT_EQ(parse_json_object(R"({"id":12})").id, "12");
  EXPECT_EQ(parse_json_object(R"({"id":-12})").id, "-12");
  EXPECT_EQ(parse_json_object(R"({"id":"a","id":"b"})").id, "b");
  EXPECT_EQ(parse_json_object(R"({"id":null})").id, std::nullopt);
  EXPECT_EQ(parse_json_object(R"({})").id, std::nullopt);
  for (const char* json :
       {R"({"id":1.5})", R"({"id":true})", R"({"id":["a"]})", R"({"id":{}})", R"({"id":""})"}) {
    EXPECT_EQ(parse_json_object(json).error,
              "has an 'id' that is empty, or neither a string nor a whole number")
        << json;
  }
}

TEST(JsonObject, SaysWhatIsWrong) {
  for (const char* json : {"[]", "1", "\"a\"", "null", "true", "[{\"a\":1}]"}) {
    EXPECT_EQ(parse_json_object(json).error, "is not a JSON object") << json;
  }
  EXPECT_EQ(parse_json_object("{\"a\":1").error, "is not valid JSON (byte 7)");
  EXPECT_EQ(parse_json_object("{\"a\":1}}").error, "is not valid JSON (byte 8)");
  EXPECT_EQ(parse_json_object("{\"a\":1e999}").error, "is not valid JSON (byte 10)");
  EXPECT_EQ(parse_json_object("").error, "is not valid JSON (byte 1)");
}

TEST(JsonObject, BracketsByTheMillionCostLittle) {
  const std::string open(1'000'000, '[');
  const std::string close(1'000'000, ']');
  const JsonObject object = parse_json_object("{\"a\":" + open + close + ",\"b\":1}");
  EXPECT_EQ(object.error, "");
  EXPECT_EQ(object.nested, Strings{"a"});
}

TEST(JsonObject, NamesByTheThousandCostLittle) {
  std::string json = "{";
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 50'000; ++i) json += "\"m" + std::to_string(i) + "\":" + std::to_string(round) + ",";
  }
  EXPECT_EQ(members(json + "\"z\":1}").size(), 50'001U);
}

}  // namespace
}  // namespace tvar::readers
