// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/field_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "index/store.h"
#include "tests/support/seed.h"
#include "tests/support/shards.h"
#include "tests/support/temp_dir.h"

namespace tvar::store {
namespace {

using Ids = std::vector<std::string>;

constexpr Slot kKey = 2;
constexpr Slot kAscendingKey = 3;
constexpr std::size_t kDocuments = 70;

struct Model {
  std::string id;
  std::string key = {};  // may be empty
  int occurrences = 1;
};

class FieldOrderTest : public ::testing::Test {
 protected:
  FieldOrderTest() {
    std::mt19937 random(test_seed());
    for (std::size_t i = 0; i < kDocuments; ++i) {
      Model model{.id = "d" + std::to_string(10 + i)};
      if (random() % 5 > 0) model.key = std::string(1, static_cast<char>('a' + random() % 3));
      model.occurrences = 1 + static_cast<int>(random() % 2);
      models_.push_back(std::move(model));
    }
    std::shuffle(models_.begin(), models_.end(), random);
  }

  void build(const std::filesystem::path& index, std::size_t shard, std::size_t shards) const {
    IndexInfo info;
    info.schema.stemmer = "none";
    info.schema.fields = {{.name = "text"}};
    info.analyzer = "none/1";
    Writer writer = Writer::open(index, info);
    for (std::size_t i = shard; i < models_.size(); i += shards) {
      PreparedDocument document;
      document.id = models_[i].id;
      document.data = "data of " + document.id;
      document.set_value(kKey, models_[i].key);
      document.set_value(kAscendingKey, models_[i].key.empty() ? std::string(kNoValueKey) : models_[i].key);
      // All are of one length, so that only the occurrences make a difference.
      for (int word = 0; word < 2; ++word) document.add_term(word < models_[i].occurrences ? "x" : "y");
      writer.upsert(document);
    }
    writer.commit();
  }

  // By key, those without one last; then by score, if there is one; then by id.
  [[nodiscard]] Ids expected(bool descending, bool scored) const {
    std::vector<Model> sorted = models_;
    std::sort(sorted.begin(), sorted.end(), [&](const Model& a, const Model& b) {
      if (a.key.empty() != b.key.empty()) return b.key.empty();
      if (a.key != b.key) return (a.key < b.key) != descending;
      if (scored && a.occurrences != b.occurrences) return a.occurrences > b.occurrences;
      return a.id < b.id;
    });
    Ids ids;
    for (const Model& model : sorted) ids.push_back(model.id);
    return ids;
  }

  static Ids page(const Reader& reader, MatchRequest request, std::size_t offset, std::size_t limit) {
    request.offset = offset;
    request.limit = limit;
    const MatchResult result = reader.match(request);
    EXPECT_EQ(result.upper, kDocuments);
    Ids ids;
    for (const Match& match : result.matches) {
      EXPECT_EQ(match.data, "data of " + match.id);
      ids.push_back(match.id);
    }
    return ids;
  }

  static void expect_pages(const Reader& reader, const MatchRequest& request, const Ids& all) {
    for (const std::size_t limit : {1U, 3U, 10U, 69U, 200U}) {
      for (std::size_t offset = 0; offset <= all.size() + 1; ++offset) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(std::min(offset, all.size()));
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(offset + limit, all.size()));
        ASSERT_EQ(page(reader, request, offset, limit), Ids(begin, end)) << offset << " " << limit;
      }
    }
  }

  void expect_order(const Reader& reader) const {
    for (const bool scored : {true, false}) {
      MatchRequest request;
      request.query = scored ? Node::make_term("x") : everything();
      for (const bool descending : {true, false}) {
        request.sort_slot = descending ? kKey : kAscendingKey;
        request.descending = descending;
        SCOPED_TRACE(::testing::Message() << "scored " << scored << ", descending " << descending);
        expect_pages(reader, request, expected(descending, scored));
      }
    }
  }

  static Node everything() {
    Node node;
    node.op = Node::Op::everything;
    return node;
  }

  std::vector<Model> models_;
  testing::TempDir directory_;
};

TEST_F(FieldOrderTest, EqualKeysAndScoresAreOrderedByIdOnEveryPage) {
  build(directory_ / "whole.tvar", 0, 1);
  expect_order(Reader::open(directory_ / "whole.tvar"));
}

TEST_F(FieldOrderTest, ShardsChangeNothing) {
  std::vector<std::filesystem::path> indexes;
  for (std::size_t shard = 0; shard < 3; ++shard) {
    indexes.push_back(directory_ / ("shard" + std::to_string(shard)));
    build(indexes.back(), shard, 3);
  }
  testing::join_shards(indexes, directory_.path(), testing::local_shard);
  expect_order(Reader::open(indexes.front()));
}

TEST_F(FieldOrderTest, EqualScoresAreOrderedByIdOnEveryPage) {
  build(directory_ / "whole.tvar", 0, 1);
  const Reader reader = Reader::open(directory_ / "whole.tvar");
  MatchRequest request;
  request.query = everything();
  Ids all;
  for (const Model& model : models_) all.push_back(model.id);
  std::sort(all.begin(), all.end());
  expect_pages(reader, request, all);
}

}  // namespace
}  // namespace tvar::store
