// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/long_data.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/store.h"
#include "tests/support/expect_error.h"
#include "tests/support/temp_dir.h"

namespace tvar::store {
namespace {

using testing::expect_error;

/// Bytes that are not the same anywhere.
std::string long_bytes(std::size_t size) {
  std::string bytes;
  for (std::uint32_t i = 0; bytes.size() < size; ++i) bytes += std::to_string(i * 2654435761U) + " ";
  bytes.resize(size);
  return bytes;
}

TEST(LongData, PartsHoldAllBytes) {
  EXPECT_EQ(part_count(0), 0U);
  EXPECT_EQ(part_count(kMostWholeData), 0U);
  EXPECT_EQ(part_count(kMostWholeData + 1), 17U);
  const std::string bytes = long_bytes(3 * kPartBytes + 5);
  std::string joined;
  for (std::size_t part = 0; part < 4; ++part) {
    const std::string value = packed_part(bytes, part);
    EXPECT_LT(value.size(), kPartBytes + 2);
    joined += unpacked_part(value);
  }
  EXPECT_EQ(joined, bytes);
}

TEST(LongData, DamagedPartsAreErrors) {
  std::string value = packed_part(long_bytes(kPartBytes), 0);
  EXPECT_LT(value.size(), 40'000U);  // compressed
  expect_error([] { (void)unpacked_part(""); }, ErrorCode::corrupt, "damaged");
  expect_error([&] { (void)unpacked_part(std::string_view(value).substr(0, value.size() / 2)); },
               ErrorCode::corrupt, "damaged");
}

class LongDataStoreTest : public ::testing::Test {
 protected:
  Writer writer() {
    IndexInfo info;
    info.schema.stemmer = "none";
    info.schema.fields = {{.name = "text"}};
    info.analyzer = "none/1";
    return Writer::open(index(), info);
  }
  Reader reader() { return Reader::open(index()); }
  std::filesystem::path index() { return directory_ / "pages.tvar"; }

  static PreparedDocument document(const std::string& id, std::string data) {
    PreparedDocument prepared;
    prepared.id = id;
    prepared.data = std::move(data);
    prepared.add_posting("x", 3);
    prepared.add_posting("x", 70'000);
    prepared.add_posting("x", 70'001);
    prepared.add_posting(id, 5);
    return prepared;
  }

  static Match match(const Reader& reader, const std::string& term) {
    MatchRequest request;
    request.query = Node::make_term(term);
    const MatchResult result = reader.match(request);
    EXPECT_EQ(result.matches.size(), 1U);
    return result.matches.empty() ? Match() : result.matches.front();
  }

  void expect_long(const std::string& id, const std::string& bytes) {
    const Reader reading = reader();
    EXPECT_TRUE(reading.find(id) == bytes);
    const Match found = match(reading, id);
    ASSERT_NE(found.long_data, nullptr);
    const LongData& data = *found.long_data;
    EXPECT_EQ(data.size, bytes.size());
    EXPECT_TRUE(found.data == bytes.substr(0, kPartBytes));
    EXPECT_TRUE(data.read(0, bytes.size() + 9) == bytes);
    EXPECT_EQ(data.read(kPartBytes - 3, 7), bytes.substr(kPartBytes - 3, 7));
    EXPECT_EQ(data.read(bytes.size() - 4, 100), bytes.substr(bytes.size() - 4));
    EXPECT_EQ(data.read(bytes.size() + 4, 100), "");
    EXPECT_EQ(data.positions("x", 2), (std::vector<std::uint32_t>{3, 70'000}));
    EXPECT_EQ(data.positions("y", 2), std::vector<std::uint32_t>{});
  }

  testing::TempDir directory_;
};

TEST_F(LongDataStoreTest, IsReadInPieces) {
  const std::string bytes = long_bytes(kMostWholeData + 1000);
  Writer writing = writer();
  writing.upsert(document("a", bytes));
  writing.upsert(document("b", "short"));
  writing.commit();
  expect_long("a", bytes);
  EXPECT_EQ(match(reader(), "b").long_data, nullptr);
  std::size_t documents = 0;
  reader().documents([&](const StoredDocument& stored) {
    EXPECT_TRUE(stored.data == (stored.id == "a" ? bytes : "short"));
    return ++documents > 0;
  });
  EXPECT_EQ(documents, 2U);
}

TEST_F(LongDataStoreTest, PartsGoWithTheDocument) {
  Writer writing = writer();
  writing.upsert(document("a", long_bytes(kMostWholeData + 1000)));
  writing.commit();
  writing.upsert(document("a", long_bytes(2 * kMostWholeData)));
  writing.commit();
  expect_long("a", long_bytes(2 * kMostWholeData));
  writing.upsert(document("a", long_bytes(kPartBytes)));  // as long as the beginning of long data
  writing.commit();
  EXPECT_EQ(match(reader(), "a").long_data, nullptr);
  EXPECT_EQ(reader().find("a"), long_bytes(kPartBytes));
  const Xapian::Database database((index() / "gen-1").string());
  EXPECT_EQ(database.get_value_freq(kFirstPartSlot), 0U);
}

TEST_F(LongDataStoreTest, LoadsWriteTheSame) {
  const std::string bytes = long_bytes(kMostWholeData + 70'000);
  Writer writing = writer();
  writing.upsert(document("old", long_bytes(kMostWholeData + 1)));
  writing.commit();
  BulkLoad load = writing.begin_load();
  {
    BulkLoad::Segment segment = load.segment(0);
    segment.add(document("a", bytes));
    segment.add(document("b", "short"));
    segment.finish();
  }
  writing.finish_load(std::move(load));
  writing.commit();
  expect_long("a", bytes);
  expect_long("old", long_bytes(kMostWholeData + 1));
  EXPECT_EQ(reader().find("b"), "short");
}

}  // namespace
}  // namespace tvar::store
