// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/store.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <xapian.h>

#include "index/format.h"
#include "tests/support/expect_error.h"
#include "tests/support/matches.h"
#include "tests/support/temp_dir.h"

namespace tvar::store {
namespace {

using testing::ids;

using tvar::testing::expect_error;
using tvar::testing::read_file_bytes;
using tvar::testing::TempDir;
using tvar::testing::write_file;
using Op = Node::Op;

constexpr Slot kFacetSlot = 5;
constexpr Slot kSortSlot = 6;

IndexInfo test_info() {
  IndexInfo info;
  info.schema.stemmer = "none";
  info.schema.fields = {{.name = "text"}};
  info.analyzer = "none/1";
  info.program = "0.0.0";
  return info;
}

PreparedDocument document(const std::string& id, std::initializer_list<std::string_view> words) {
  PreparedDocument prepared;
  prepared.id = id;
  prepared.data = "data of " + id;
  std::uint32_t position = 0;
  for (const std::string_view word : words) prepared.add_posting(word, ++position);
  return prepared;
}

std::map<std::string, std::uint64_t> by_content(const SlotCounts& counts) {
  std::map<std::string, std::uint64_t> all;
  for (std::uint32_t i = 0; i < counts.size(); ++i) all.emplace(counts.content(i), counts.documents(i));
  return all;
}

std::vector<std::string> found(const Reader& reader, Node query) {
  MatchRequest request;
  request.query = std::move(query);
  std::vector<std::string> list = ids(reader.match(request));
  std::sort(list.begin(), list.end());
  return list;
}

Node any_term(std::initializer_list<const char*> terms) {
  std::vector<Node> nodes;
  for (const char* term : terms) nodes.push_back(Node::make_term(term));
  return Node::make(Op::any_of, std::move(nodes));
}

using Ids = std::vector<std::string>;

class StoreTest : public ::testing::Test {
 protected:
  Writer writer() { return Writer::open(index(), test_info()); }
  Reader reader() { return Reader::open(index()); }
  std::filesystem::path index() { return directory_ / "pages.tvar"; }
  std::filesystem::path generation() { return index() / "gen-1"; }

  TempDir directory_;
};

TEST_F(StoreTest, CommittedDocumentIsFoundAndUncommittedIsNot) {
  Writer writing = writer();
  writing.upsert(document("a", {"dům"}));
  writing.commit();
  writing.upsert(document("b", {"dům"}));
  EXPECT_EQ(writing.document_count(), 2U);
  EXPECT_EQ(found(reader(), Node::make_term("dům")), Ids{"a"});
  writing.commit();
  EXPECT_EQ(found(reader(), Node::make_term("dům")), (Ids{"a", "b"}));
}

TEST_F(StoreTest, UncommittedChangesDisappearWithTheWriter) {
  {
    Writer writing = writer();
    writing.upsert(document("a", {"dům"}));
    writing.commit();
    writing.upsert(document("a", {"byt"}));
    writing.upsert(document("b", {"dům"}));
    EXPECT_TRUE(writing.remove("a"));
  }
  EXPECT_EQ(writer().document_count(), 1U);
  EXPECT_EQ(found(reader(), Node::make_term("dům")), Ids{"a"});
}

TEST_F(StoreTest, UpsertReplacesAndRemoveTellsWhetherThereWasOne) {
  Writer writing = writer();
  writing.upsert(document("a", {"dům"}));
  writing.upsert(document("a", {"byt"}));
  EXPECT_FALSE(writing.remove("b"));
  writing.commit();
  EXPECT_EQ(found(reader(), Node::make_term("dům")), Ids{});
  EXPECT_EQ(found(reader(), Node::make_term("byt")), Ids{"a"});
  EXPECT_EQ(reader().find("a"), "data of a");
  EXPECT_EQ(reader().find("b"), std::nullopt);
}

TEST_F(StoreTest, ReaderSeesItsSnapshotUntilReopened) {
  Writer writing = writer();
  writing.upsert(document("a", {"dům"}));
  writing.commit();
  Reader reading = reader();
  EXPECT_FALSE(reading.reopen());
  writing.upsert(document("b", {"dům"}));
  writing.commit();
  EXPECT_EQ(found(reading, Node::make_term("dům")), Ids{"a"});
  EXPECT_TRUE(reading.reopen());
  EXPECT_EQ(found(reading, Node::make_term("dům")), (Ids{"a", "b"}));
}

TEST_F(StoreTest, OutrunReaderFollowsTheWriterUnseen) {
  Writer writing = writer();
  for (int i = 0; i < 200; ++i) writing.upsert(document("a" + std::to_string(i), {"dům", "byt"}));
  writing.commit();
  const Reader reading = reader();
  for (int round = 0; round < 5; ++round) {
    for (int i = 0; i < 200; ++i) {
      writing.upsert(document("a" + std::to_string(i), {"dům", "kolo", std::to_string(round)}));
    }
    writing.commit();
  }
  MatchRequest request;
  request.query = Node::make_term("dům");
  const MatchResult result = reading.match(request);
  EXPECT_EQ(result.lower, 200U);
  EXPECT_EQ(result.upper, 200U);
  EXPECT_EQ(reading.find("a7"), "data of a7");
}

TEST_F(StoreTest, SecondWriterIsToldThatTheIndexIsLocked) {
  const Writer first = writer();
  expect_error([this] { writer(); }, ErrorCode::locked,
               "another program is writing to it (process " + std::to_string(::getpid()) + ")");
}

TEST_F(StoreTest, PhraseTakesAlternativesAtEachPlace) {
  Writer writing = writer();
  writing.upsert(document("in order", {"azylový", "dům"}));
  writing.upsert(document("apart", {"azylový", "nový", "dům"}));
  writing.upsert(document("reversed", {"dům", "azylový"}));
  writing.upsert(document("alternative", {"azylový", "doma"}));
  writing.commit();
  const Node phrase = Node::make(Op::phrase, {Node::make_term("azylový"), any_term({"dům", "doma"})});
  EXPECT_EQ(found(reader(), phrase), (Ids{"alternative", "in order"}));
}

TEST_F(StoreTest, WindowsOfPhraseAndNearLeaveRoom) {
  Writer writing = writer();
  writing.upsert(document("adjacent", {"a", "b"}));
  writing.upsert(document("apart", {"a", "x", "b"}));
  writing.upsert(document("reversed", {"c", "x", "a"}));
  writing.upsert(document("far", {"a", "x", "x", "b"}));
  writing.commit();
  const auto placed = [](Op op, std::size_t window) {
    Node node = Node::make(op, {Node::make_term("a"), any_term({"b", "c"})});
    EXPECT_EQ(node.window, 2U);
    node.window = window;
    return node;
  };
  EXPECT_EQ(found(reader(), placed(Op::phrase, 3)), (Ids{"adjacent", "apart"}));
  EXPECT_EQ(found(reader(), placed(Op::near, 2)), Ids{"adjacent"});
  EXPECT_EQ(found(reader(), placed(Op::near, 3)), (Ids{"adjacent", "apart", "reversed"}));
}

TEST_F(StoreTest, FrequencyCountsDocuments) {
  Writer writing = writer();
  writing.upsert(document("1", {"a", "a", "b"}));
  writing.upsert(document("2", {"a"}));
  writing.commit();
  EXPECT_EQ(reader().frequency("a"), 2U);
  EXPECT_EQ(reader().frequency("b"), 1U);
  EXPECT_EQ(reader().frequency("c"), 0U);
}

TEST_F(StoreTest, OperatorsCombine) {
  Writer writing = writer();
  writing.upsert(document("ab", {"a", "b"}));
  writing.upsert(document("a", {"a"}));
  writing.upsert(document("c", {"c"}));
  writing.commit();
  const Reader reading = reader();
  const auto term = [](const char* text) { return Node::make_term(text); };
  EXPECT_EQ(found(reading, Node::make(Op::all_of, {term("a"), term("b")})), Ids{"ab"});
  EXPECT_EQ(found(reading, Node::make(Op::any_of, {term("b"), term("c")})), (Ids{"ab", "c"}));
  EXPECT_EQ(found(reading, Node::make(Op::best_of, {term("b"), term("c")})), (Ids{"ab", "c"}));
  EXPECT_EQ(found(reading, Node::make(Op::synonym, {term("b"), term("c")})), (Ids{"ab", "c"}));
  EXPECT_EQ(found(reading, Node::make(Op::and_not, {term("a"), term("b"), term("c")})), Ids{"a"});
  EXPECT_EQ(found(reading, Node::make(Op::and_maybe, {term("a"), term("b")})), (Ids{"a", "ab"}));
  EXPECT_EQ(found(reading, Node::make(Op::filter, {term("a"), term("b")})), Ids{"ab"});
  EXPECT_EQ(found(reading, Node::scaled(2.0, term("c"))), Ids{"c"});
  EXPECT_EQ(found(reading, Node::make(Op::all_of, {})), Ids{});
  Node everything;
  everything.op = Op::everything;
  EXPECT_EQ(found(reading, everything), (Ids{"a", "ab", "c"}));
}

TEST_F(StoreTest, ScaleMultipliesTheScore) {
  Writer writing = writer();
  writing.upsert(document("a", {"a"}));
  writing.upsert(document("b", {"b"}));
  writing.commit();
  MatchRequest request;
  request.query = Node::make_term("a");
  const double plain = reader().match(request).matches.at(0).score;
  request.query = Node::scaled(3.0, Node::make_term("a"));
  EXPECT_NEAR(reader().match(request).matches.at(0).score, 3.0 * plain, 1e-9);
}

TEST_F(StoreTest, TreeDeeperThanTheLimitIsRefused) {
  Writer writing = writer();
  writing.commit();
  Node node = Node::make_term("a");
  for (int i = 0; i < 1100; ++i) node = Node::scaled(2.0, std::move(node));
  expect_error([&] { found(reader(), node); }, ErrorCode::invalid_argument, "nested too deeply");
}

class StoreValuesTest : public StoreTest {
 protected:
  void SetUp() override {
    Writer writing = writer();
    const auto add = [&](const char* id, const char* list, const char* key) {
      PreparedDocument prepared = document(id, {"x"});
      if (*list != '\0') prepared.set_value(kFacetSlot, list);
      if (*key != '\0') prepared.set_value(kSortSlot, key);
      writing.upsert(prepared);
    };
    add("d1", "Brno", "b");
    add("d2", "Brno\x1fPřerov", "a");
    add("d3", "Brno", "c");
    add("d4", "", "");
    writing.commit();
  }
  MatchRequest request(Node query) {
    MatchRequest request;
    request.query = std::move(query);
    return request;
  }
};

TEST_F(StoreValuesTest, CountsAreExactEvenWhenFewHitsAreFetched) {
  MatchRequest counting = request(Node::make_term("x"));
  counting.limit = 1;
  counting.count_slots = {kFacetSlot};
  const MatchResult result = reader().match(counting);
  EXPECT_EQ(result.matches.size(), 1U);
  EXPECT_EQ(result.lower, 4U);
  EXPECT_EQ(result.upper, 4U);
  const std::map<std::string, std::uint64_t> expected = {{"Brno", 2}, {"Brno\x1fPřerov", 1}};
  EXPECT_EQ(by_content(result.counts.at(0)), expected);
}

TEST_F(StoreValuesTest, RangesIncludeTheirEndsAndLeaveOutDocumentsWithoutAValue) {
  EXPECT_EQ(found(reader(), Node::range(kSortSlot, "a", "b")), (Ids{"d1", "d2"}));
  EXPECT_EQ(found(reader(), Node::range(kSortSlot, "b", "")), (Ids{"d1", "d3"}));
  EXPECT_EQ(found(reader(), Node::range(kSortSlot, "", "b")), (Ids{"d1", "d2"}));
}

TEST_F(StoreValuesTest, DescendingOrderPutsMissingValuesLast) {
  MatchRequest sorted = request(Node::make_term("x"));
  sorted.sort_slot = kSortSlot;
  sorted.descending = true;
  EXPECT_EQ(ids(reader().match(sorted)), (Ids{"d3", "d1", "d2", "d4"}));
}

TEST_F(StoreValuesTest, EqualScoresAreOrderedById) {
  EXPECT_EQ(ids(reader().match(request(Node::make_term("x")))), (Ids{"d1", "d2", "d3", "d4"}));
  MatchRequest page = request(Node::make_term("x"));
  page.offset = 2;
  page.limit = 1;
  EXPECT_EQ(ids(reader().match(page)), Ids{"d3"});
}

TEST_F(StoreValuesTest, TermsAreWalkedFromAnywhereAndStopWhenTold) {
  Writer writing = writer();
  writing.upsert(document("t", {"ka", "kb", "kc", "l"}));
  writing.commit();
  std::vector<std::string> seen;
  reader().terms("k", "kb", [&](std::string_view term, std::uint64_t documents) {
    seen.push_back(std::string(term) + ":" + std::to_string(documents));
    return true;
  });
  EXPECT_EQ(seen, (std::vector<std::string>{"kb:1", "kc:1"}));
  int calls = 0;
  reader().terms("k", "", [&](std::string_view, std::uint64_t) { return ++calls < 2; });
  EXPECT_EQ(calls, 2);
}

TEST_F(StoreValuesTest, TermsThatAreNotWantedAreSteppedOver) {
  Writer writing = writer();
  writing.upsert(document("t", {"ka", "kb", "kc", "kd", "ke", "l"}));
  writing.upsert(document("u", {"kd"}));
  writing.commit();
  std::vector<std::string> seen;
  const auto walk = [&](std::string_view prefix, const std::map<std::string, std::string>& next) {
    seen.clear();
    reader().walk_terms(prefix, "", [&](std::string_view term, const auto& documents) -> TermStep {
      seen.push_back(std::string(term) + ":" + std::to_string(documents()));
      const auto found = next.find(std::string(term));
      return {.next = found == next.end() ? "" : found->second};
    });
    return seen;
  };
  using Terms = std::vector<std::string>;
  EXPECT_EQ(walk("k", {{"ka", "kd"}}), (Terms{"ka:1", "kd:2", "ke:1"}));
  EXPECT_EQ(walk("k", {{"ka", "kcx"}, {"kd", "kz"}}), (Terms{"ka:1", "kd:2"}));
  // No way back, and none out of what begins so.
  EXPECT_EQ(walk("k", {{"kd", "ka"}, {"ke", "ke"}}), (Terms{"ka:1", "kb:1", "kc:1", "kd:2", "ke:1"}));
  EXPECT_EQ(walk("k", {{"kb", "l"}}), (Terms{"ka:1", "kb:1"}));
}

TEST_F(StoreTest, MissingIndexIsNamed) {
  expect_error([this] { reader(); }, ErrorCode::not_found, "pages.tvar: there is no tvar index here");
}

TEST_F(StoreTest, DirectoryWithOtherFilesIsNotTakenOver) {
  write_file(index() / "letter.txt", "Vážení");
  expect_error([this] { writer(); }, ErrorCode::already_exists, "not empty and not a tvar index");
  EXPECT_EQ(read_file_bytes(index() / "letter.txt"), "Vážení");
}

TEST_F(StoreTest, InterruptedCreationIsTakenUpAgain) {
  {
    Xapian::WritableDatabase half((std::filesystem::create_directories(index()), generation().string()),
                                  Xapian::DB_CREATE);
  }
  writer().commit();
  EXPECT_EQ(reader().document_count(), 0U);
}

TEST_F(StoreTest, DamagedManifestIsCorrupt) {
  writer().commit();
  std::string manifest = read_file_bytes(manifest_path(index()));
  manifest.replace(manifest.find("generation 1"), 12, "generation 2");
  write_file(manifest_path(index()), manifest);
  expect_error([this] { reader(); }, ErrorCode::corrupt, "manifest of the index is damaged");
  write_file(manifest_path(index()), "");
  expect_error([this] { reader(); }, ErrorCode::corrupt, "not a manifest of tvar");
}

TEST_F(StoreTest, MissingGenerationIsCorrupt) {
  writer().commit();
  std::filesystem::remove_all(generation());
  expect_error([this] { reader(); }, ErrorCode::corrupt, "can't open the index");
}

TEST_F(StoreTest, TruncatedTableIsCorruptOrUnreadableButNeverACrash) {
  {
    Writer writing = writer();
    for (int i = 0; i < 500; ++i)
      writing.upsert(document(std::to_string(i), {"dům", "byt", std::to_string(i)}));
    writing.commit();
  }
  for (const auto& entry : std::filesystem::directory_iterator(generation())) {
    if (entry.path().filename() == "postlist.glass") std::filesystem::resize_file(entry.path(), 4096);
  }
  EXPECT_THROW(found(reader(), Node::make_term("499")), Error);
}

// A database whose metadata is changed as another version of the program would have written it.
class ForgedIndexTest : public StoreTest {
 protected:
  void forge(const std::string& key, const std::string& value) {
    writer().commit();
    Xapian::WritableDatabase database(generation().string(), Xapian::DB_OPEN);
    database.set_metadata(key, value);
    database.commit();
  }
};

TEST_F(ForgedIndexTest, NewerFormatIsRefused) {
  forge("tvar.format", "2");
  expect_error([this] { reader(); }, ErrorCode::format_too_new,
               "has format 2; this version of tvar reads 1 to 1");
}

TEST_F(ForgedIndexTest, OlderFormatIsRefused) {
  forge("tvar.format", "0");
  expect_error([this] { reader(); }, ErrorCode::format_too_old, "has format 0");
}

TEST_F(ForgedIndexTest, FeatureThatReadersMustKnowIsRefused) {
  forge("tvar.features", "value_lists rw\nsharded rw\n");
  expect_error([this] { reader(); }, ErrorCode::format_too_new, "the feature 'sharded'");
}

TEST_F(ForgedIndexTest, FeatureThatOnlyWritersMustKnowLeavesItReadable) {
  forge("tvar.features", "value_lists rw\nbloom w\n");
  EXPECT_EQ(reader().document_count(), 0U);
  expect_error([this] { writer(); }, ErrorCode::format_too_new, "the feature 'bloom'");
}

// So that what earlier versions wrote can be built anew from its documents.
TEST_F(ForgedIndexTest, FeatureOfEarlierVersionsIsKnown) {
  forge("tvar.features", "exact_positions w\ndata_parts rw\nvalue_lists rw\n");
  EXPECT_EQ(reader().document_count(), 0U);
  EXPECT_EQ(writer().document_count(), 0U);
}

TEST_F(StoreTest, KeysOfTheSchemaThatOlderProgramsDoNotKnowAreFeatures) {
  const auto features = [this](const Schema& schema) {
    const std::filesystem::path index = directory_ / "features.tvar";
    std::filesystem::remove_all(index);
    Writer::open(index, {.format = kFormat, .schema = schema, .analyzer = "none/1", .program = "0"}).commit();
    return Xapian::Database((index / "gen-1").string()).get_metadata("tvar.features");
  };
  Schema schema;
  schema.fields = {{.name = "text", .kind = FieldKind::text}, {.name = "town", .kind = FieldKind::keyword}};
  EXPECT_EQ(features(schema), "data_parts rw\nfile_records w\nmixed_lemmas rw\nvalue_lists rw\n");
  schema.fields[1].facts = 0.5;
  EXPECT_EQ(features(schema), "data_parts rw\nfacts rw\nfile_records w\nmixed_lemmas rw\nvalue_lists rw\n");
  schema.organizations = {{.name = "Naděje"}};
  EXPECT_EQ(features(schema),
            "data_parts rw\nfacts rw\nfile_records w\nmixed_lemmas rw\norganizations rw\nvalue_lists rw\n");
  schema.organizations.clear();
  schema.fields[1].hierarchy = true;
  EXPECT_EQ(features(schema),
            "data_parts rw\nfacts rw\nfile_records w\nhierarchies rw\nmixed_lemmas rw\nvalue_lists rw\n");
}

TEST_F(ForgedIndexTest, DamagedSchemaIsCorrupt) {
  forge("tvar.schema", "fields: [");
  expect_error([this] { reader(); }, ErrorCode::corrupt, "the schema stored in the index can't be read");
}

TEST_F(ForgedIndexTest, XapianDatabaseOfAnotherProgramIsNamedAsSuch) {
  forge("tvar.format", "");
  expect_error([this] { reader(); }, ErrorCode::corrupt, "a Xapian database, but not one of tvar");
}

TEST_F(StoreTest, InfoTravelsInTheIndex) {
  writer().commit();
  const Reader reading = reader();
  EXPECT_EQ(reading.info().format, kFormat);
  EXPECT_EQ(reading.info().analyzer, "none/1");
  EXPECT_EQ(reading.info().program, "0.0.0");
  EXPECT_EQ(reading.info().schema, test_info().schema);
}

TEST_F(StoreTest, LongIdsStayDifferent) {
  const std::string common(400, 'x');
  Writer writing = writer();
  writing.upsert(document(common + "1", {"dům"}));
  writing.upsert(document(common + "2", {"dům"}));
  writing.commit();
  EXPECT_EQ(found(reader(), Node::make_term("dům")), (Ids{common + "1", common + "2"}));
  EXPECT_EQ(reader().find(common + "2"), "data of " + common + "2");
}

}  // namespace
}  // namespace tvar::store
