// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/indexing/document_codec.h"

#include <gtest/gtest.h>

#include "tests/support/expect_error.h"

namespace tvar::indexing {
namespace {

Schema two_fields() {
  Schema schema;
  schema.fields = {{.name = "title"}, {.name = "text"}};
  return schema;
}

TEST(DocumentCodec, GivesBackWhatWasPutIn) {
  const Document document{
      .id = "a",
      .fields = {{"text", std::string(300, 'x')}, {"title", ""}, {"mood", "veselá"}, {"text", "druhá"}}};
  std::string bytes = "left over";
  encode_document(document, {}, two_fields(), bytes);
  EXPECT_EQ(decode_document("a", bytes, two_fields()), document);
}

TEST(DocumentCodec, LayoutIsAsDocumented) {
  std::string bytes;
  encode_document({.id = "a", .fields = {{"text", "dům"}, {"x", "y"}}}, {}, two_fields(), bytes);
  EXPECT_EQ(bytes, std::string("\x01\x02\x04"
                               "dům\x00\x01x\x01y",
                               12));
}

TEST(DocumentCodec, TellsWhatWasFoundFromWhatWasGiven) {
  const Document given{.id = "a", .fields = {{"text", "dům"}, {"", ""}, {"", "x"}}};
  const std::vector<FieldValue> found = {{"title", "t"}, {"mood", "veselá"}};
  std::string bytes;
  encode_document(given, found, two_fields(), bytes);
  EXPECT_EQ(decode_given("a", bytes, two_fields()).fields,
            (std::vector<FieldValue>{{"text", "dům"}, {"", "x"}}));
  EXPECT_EQ(decode_document("a", bytes, two_fields()).fields,
            (std::vector<FieldValue>{{"text", "dům"}, {"", "x"}, {"title", "t"}, {"mood", "veselá"}}));
  EXPECT_EQ(bytes.substr(7), std::string("\0\0\1x\0\0\0\1\1t\0\4mood\7veselá", 24));
}

TEST(DocumentCodec, EveryTruncationIsAnErrorOrAShorterDocument) {
  std::string bytes;
  encode_document({.id = "a", .fields = {{"text", "dům"}, {"x", "y"}}}, {}, two_fields(), bytes);
  int errors = 0;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    try {
      EXPECT_LT(decode_document("a", bytes.substr(0, size), two_fields()).fields.size(), 2U);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::corrupt);
      ++errors;
    }
  }
  EXPECT_EQ(errors, 10);  // all but the empty document and the one cut behind its first field
}

TEST(DocumentCodec, UnknownFieldNumberIsCorrupt) {
  tvar::testing::expect_error([] { decode_document("a", "\x01\x03\x01x", two_fields()); }, ErrorCode::corrupt,
                              "document 'a'");
}

}  // namespace
}  // namespace tvar::indexing
