// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

using Strings = std::vector<std::string>;

class JsonFile : public ::testing::Test {
 protected:
  ReadResult read_text(std::string_view json) { return read(folder_.write("a.json", json), "a.json"); }

  Strings ids(std::string_view json) {
    Strings ids;
    for (const Document& document : read_text(json).documents) ids.push_back(document.id);
    return ids;
  }

  TemporaryFolder folder_;
};

TEST_F(JsonFile, OneObjectIsOneDocument) {
  const Document document = only_document(read_text("{\n \"title\": \"Dům\",\n \"year\": [2008, 2009]\n}\n"));
  const Document expected{.id = "a.json",
                          .fields = {{"title", "Dům"},
                                     {"year", "2008"},
                                     {"year", "2009"},
                                     {"source", (folder_.path() / "a.json").string()}}};
  EXPECT_EQ(document, expected);
}

TEST_F(JsonFile, AnArrayIsADocumentAnObject) {
  EXPECT_EQ(ids(R"([{"id": "x"}, {"text": "] , [ \" \\"}, {"id": 7}])"), (Strings{"x", "a.json:2", "7"}));
  EXPECT_EQ(ids("[]"), Strings());
}

TEST_F(JsonFile, BrokenObjectsAreNamedByTheirLine) {
  const ReadResult result =
      read_text("\n[{\"id\": 1},\n {\"id\" 2},\n 3,\n {\"id\": 4, \"a\": {\"b\": 1}}\n]\n");
  EXPECT_EQ(result.problems,
            (Strings{"error a.json:3: is not valid JSON (byte 7)", "error a.json:4: is not a JSON object",
                     "warning a.json:5: 'a' is not a value or a list of values; it was passed over"}));
  ASSERT_EQ(result.documents.size(), 2U);
  EXPECT_EQ(result.documents[1].id, "4");
}

TEST_F(JsonFile, BrokenFilesAreNamed) {
  EXPECT_EQ(read_text("{\"a\": ").problems, Strings{"error a.json: is not valid JSON (byte 7)"});
  EXPECT_EQ(read_text("[{\"a\": 1}").problems, Strings{"error a.json: is not a valid JSON array (byte 10)"});
  EXPECT_EQ(read_text("[{}] x").problems, Strings{"error a.json: is not a valid JSON array (byte 6)"});
  EXPECT_EQ(read_text("[{},]").problems, Strings{"error a.json: is not a valid JSON array (byte 5)"});
  EXPECT_EQ(read_text("[\"abc").problems, Strings{"error a.json: is not a valid JSON array (byte 6)"});
  EXPECT_EQ(read_text("\"a\"").problems, Strings{"error a.json: is not a JSON object"});
  EXPECT_EQ(read_text(" \n").problems, Strings{"warning a.json: is empty"});
}

TEST_F(JsonFile, OtherCharsetsAreRead) {
  EXPECT_EQ(read_text("{\"text\": \"\xB9koln\xED \x9Akola\"}").problems, Strings());
}

}  // namespace
}  // namespace tvar::readers
