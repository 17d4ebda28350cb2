// SPDX-License-Identifier: GPL-2.0-or-later
// Matches of one request as the documents of another.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "index/store.h"
#include "tests/support/matches.h"
#include "tests/support/temp_dir.h"

namespace tvar::store {
namespace {

using testing::ids;
using Ids = std::vector<std::string>;

class AmongTest : public ::testing::Test {
 protected:
  AmongTest() {
    info_.schema.stemmer = "none";
    info_.schema.fields = {{.name = "text"}};
    info_.analyzer = "none/1";
    Writer writer = Writer::open(index(), info_);
    writer.upsert(with_words("a", {"dům", "byt"}));
    writer.upsert(with_words("b", {"dům"}));
    writer.upsert(with_words("c", {"dům", "byt", "byt"}));
    writer.upsert(with_words("d", {"byt"}));
    writer.commit();
  }

  std::filesystem::path index() const { return directory_ / "index"; }

  static PreparedDocument with_words(const std::string& id, const std::vector<std::string>& words) {
    PreparedDocument document;
    document.id = id;
    document.data = "data of " + id;
    std::uint32_t position = 0;
    for (const std::string& word : words) document.add_posting(word, ++position);
    return document;
  }

  static MatchResult search(const Reader& reader, const std::string& word,
                            const std::vector<Match>* among = nullptr) {
    MatchRequest request;
    request.query = Node::make_term(word);
    request.limit = 10;
    request.among = among;
    return reader.match(request);
  }

  testing::TempDir directory_;
  IndexInfo info_;
};

TEST_F(AmongTest, ScoresAreThoseOfTheQueryInTheWholeIndex) {
  const Reader reader = Reader::open(index());
  const MatchResult houses = search(reader, "dům");
  ASSERT_EQ(ids(houses), (Ids{"b", "a", "c"}));
  const MatchResult flats = search(reader, "byt");
  ASSERT_EQ(ids(flats), (Ids{"c", "d", "a"}));
  const MatchResult both = search(reader, "byt", &houses.matches);
  ASSERT_EQ(ids(both), (Ids{"c", "a"}));
  EXPECT_EQ(both.estimate, 2U);
  EXPECT_EQ(both.matches[0].score, flats.matches[0].score);
  EXPECT_EQ(both.matches[0].data, "data of c");
  EXPECT_EQ(ids(search(reader, "zahrada", &houses.matches)), Ids{});
}

TEST_F(AmongTest, DocumentsAreTheSameWhenTheIndexIsBuiltAnew) {
  Reader reader = Reader::open(index());
  const MatchResult houses = search(reader, "dům");
  Writer writer = Writer::open(index(), info_);
  BulkLoad load = writer.begin_load();
  BulkLoad::Segment segment = load.segment(0);
  segment.add(with_words("0", {"byt"}));  // takes the number that another one had
  segment.add(with_words("a", {"byt"}));
  segment.finish();
  writer.finish_rebuild(std::move(load), info_);
  writer.commit();
  ASSERT_TRUE(reader.reopen());
  EXPECT_EQ(ids(search(reader, "byt", &houses.matches)), Ids{"a"});
}

}  // namespace
}  // namespace tvar::store
