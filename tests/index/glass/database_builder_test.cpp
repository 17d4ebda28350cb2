// SPDX-License-Identifier: GPL-2.0-or-later
// The database that we write ourselves against the one that Xapian writes of the same documents: everything that can be seen
// of both must be equal, now and after later updates.
#include "index/glass/database_builder.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <xapian.h>

#include <array>
#include <cstdlib>
#include <functional>
#include <random>
#include <sstream>
#include <thread>
#include <utility>

#include "index/document_builder.h"
#include "tests/support/expect_error.h"
#include "tests/support/seed.h"
#include "tests/support/tcp_server.h"
#include "tests/support/temp_dir.h"

namespace tvar::store::glass {
namespace {

using tvar::testing::expect_error;
using tvar::testing::TempDir;
using Documents = std::vector<PreparedDocument>;

/// Documents by their numbers.
class Source {
 public:
  using Use = std::function<void(const PreparedDocument&)>;

  /// @param documents  must outlive it
  // NOLINTNEXTLINE(google-explicit-constructor): a list is a source
  Source(const Documents& documents)
      : size_(documents.size()), get_([&documents](std::size_t i, const Use& use) { use(documents[i]); }) {}
  /// Each is made when it is used and gone afterwards: it takes 70 KB, however small it is.
  Source(std::size_t size, const std::function<PreparedDocument(std::size_t)>& make)
      : size_(size), get_([make](std::size_t i, const Use& use) { use(make(i)); }) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  void get(std::size_t number, const Use& use) const { get_(number, use); }

 private:
  std::size_t size_;
  std::function<void(std::size_t, const Use&)> get_;
};

/// All that a database says, one fact a line.
class Dump {
 public:
  explicit Dump(const Xapian::Database& database) : database_(database) {
    head();
    terms();
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) document(*id);
  }
  [[nodiscard]] std::string text() const { return out_.str(); }

 private:
  void head() {
    out_ << database_.get_doccount() << " documents, last " << database_.get_lastdocid() << ", length "
         << database_.get_total_length() << ", from " << database_.get_doclength_lower_bound() << " to "
         << database_.get_doclength_upper_bound() << ", positions " << database_.has_positions() << "\n";
    for (auto key = database_.metadata_keys_begin(); key != database_.metadata_keys_end(); ++key)
      out_ << "metadata " << *key << " = " << database_.get_metadata(*key) << "\n";
    for (Xapian::valueno slot = 0; slot < 400; ++slot) {
      if (database_.get_value_freq(slot) == 0) continue;
      out_ << "slot " << slot << ": " << database_.get_value_freq(slot) << " from "
           << database_.get_value_lower_bound(slot) << " to " << database_.get_value_upper_bound(slot) << ":";
      for (auto value = database_.valuestream_begin(slot); value != database_.valuestream_end(slot); ++value)
        out_ << " " << value.get_docid() << "=" << *value;
      out_ << "\n";
    }
  }
  void terms() {
    for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
      out_ << "term " << *term << " in " << term.get_termfreq() << ", "
           << database_.get_collection_freq(*term) << " times, at most "
           << database_.get_wdf_upper_bound(*term) << ":";
      for (auto posting = database_.postlist_begin(*term); posting != database_.postlist_end(*term);
           ++posting) {
        out_ << " " << *posting << "*" << posting.get_wdf() << "/" << posting.get_doclength();
        for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at)
          out_ << "@" << *at;
      }
      out_ << "\n";
    }
  }
  void document(Xapian::docid id) {
    const Xapian::Document found = database_.get_document(id);
    out_ << "document " << id << " of length " << database_.get_doclength(id) << ", "
         << database_.get_unique_terms(id) << " terms, data " << found.get_data() << ", values";
    for (auto value = found.values_begin(); value != found.values_end(); ++value)
      out_ << " " << value.get_valueno() << "=" << *value;
    out_ << ", terms";
    for (auto term = found.termlist_begin(); term != found.termlist_end(); ++term)
      out_ << " " << *term << "*" << term.get_wdf();
    out_ << "\n";
  }

  const Xapian::Database& database_;
  std::ostringstream out_;
};

std::string dump(const std::filesystem::path& path) {
  return Dump(Xapian::Database(path.string())).text();
}

void expect_same_text(const std::string& actual, const std::string& expected) {
  if (actual == expected) return;
  std::istringstream a(actual);
  std::istringstream b(expected);
  std::string line_a;
  std::string line_b;
  while (std::getline(a, line_a) && std::getline(b, line_b) && line_a == line_b) continue;
  FAIL() << "ours:   " << line_a.substr(0, 2000) << "\nXapian: " << line_b.substr(0, 2000);
}

class DatabaseBuilderTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path ours() const { return directory_ / "ours"; }
  [[nodiscard]] std::filesystem::path theirs() const { return directory_ / "theirs"; }

  /// @param batch_size  documents a batch; every other batch is filled by each of two threads
  DatabaseBuilder::Summary build(const Source& documents, std::size_t batch_size,
                                 std::size_t memory = std::size_t{256} << 20U) {
    DatabaseBuilder builder(ours(), directory_ / "runs", {.memory = memory, .threads = 2});
    const std::size_t batches = (documents.size() + batch_size - 1) / batch_size;
    const auto fill = [&](std::size_t first) {
      for (std::size_t number = first; number < batches; number += 2) {
        DatabaseBuilder::Batch batch(builder, number);
        const std::size_t end = std::min(documents.size(), (number + 1) * batch_size);
        for (std::size_t i = number * batch_size; i < end; ++i)
          documents.get(i, [&batch](const PreparedDocument& document) { batch.add(document); });
        batch.finish();
      }
    };
    std::thread other(fill, 1);
    fill(0);
    other.join();
    return builder.finish(metadata(), {});
  }

  static Metadata metadata() { return {{"format", "1"}, {"long", std::string(30'000, 'x')}, {"empty", ""}}; }

  void build_theirs(const Source& documents) {
    Xapian::WritableDatabase database(theirs().string(), Xapian::DB_CREATE);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      documents.get(i, [&database](const PreparedDocument& document) {
        database.add_document(DocumentBuilder::build(document));
      });
    }
    for (const auto& [key, value] : metadata()) database.set_metadata(key, value);
    database.commit();
  }

  void expect_sound(const std::filesystem::path& path) {
    const std::string log = (directory_ / "check.log").string();
    const int status = std::system(("xapian-check '" + path.string() + "' >'" + log + "' 2>&1").c_str());
    EXPECT_EQ(status, 0) << tvar::testing::read_file_bytes(log);
  }

  void expect_equal(const Source& documents, std::size_t batch_size,
                    std::size_t memory = std::size_t{256} << 20U) {
    build(documents, batch_size, memory);
    build_theirs(documents);
    expect_same_text(dump(ours()), dump(theirs()));
    expect_sound(ours());
  }

  TempDir directory_;
};

PreparedDocument with_id(const std::string& id) {
  PreparedDocument document;
  document.id = id;
  return document;
}

template <class... Document>
Documents list(Document... documents) {
  Documents all;
  (all.push_back(std::move(documents)), ...);
  return all;
}

/// Documents of all shapes: words by Zipf's law, long and binary terms, values, data of any size, and nothing at all.
Documents random_documents(std::size_t count, std::mt19937_64& random) {
  const auto below = [&random](std::uint64_t limit) { return random() % limit; };
  Documents documents;
  for (std::size_t i = 0; i < count; ++i) {
    PreparedDocument document = with_id("d" + std::to_string(i));
    if (below(10) == 0)
      document.id = std::string(1 + below(300), static_cast<char>('a' + below(26))) + document.id;
    const std::size_t words = below(8) == 0 ? 0 : below(200);
    for (std::uint32_t position = 1; position <= words; ++position) {
      const std::string word = "w" + std::to_string(below(1 + below(3000)));
      document.add_posting(word, position);
      if (below(3) == 0) document.add_posting("=" + word, position);
      if (below(9) == 0) document.move_positions(document.add_posting(word + "s", position), "!" + word);
      if (below(50) == 0) document.add_posting(word, position);
      if (below(50) == 0) document.add_posting("early", 1 + static_cast<std::uint32_t>(below(position)));
    }
    for (std::uint64_t n = below(4); n > 0; --n) document.add_term("t" + std::to_string(below(20)));
    for (std::uint64_t n = below(4); n > 0; --n) document.add_boolean_term("B" + std::to_string(below(5)));
    if (below(20) == 0) document.add_term(std::string(245, static_cast<char>('a' + below(3))));
    if (below(20) == 0) document.add_posting(std::string("z\0\0y", 4) + std::to_string(below(3)), 1'000'000);
    if (below(20) == 0) document.add_term(std::string(1, '\0'));
    if (below(20) == 0) document.add_term(std::string(1, '\0') + "\xe0");
    for (std::uint64_t n = below(5); n > 0; --n)
      document.set_value(static_cast<Slot>(below(350)), std::to_string(below(1000)));
    if (below(9) > 0) {
      for (std::uint64_t n = below(below(10) == 0 ? 30'000 : 300); n > 0; --n)
        document.data += static_cast<char>(below(2) == 0 ? below(256) : 'x');
    }
    documents.push_back(std::move(document));
  }
  return documents;
}

TEST_F(DatabaseBuilderTest, RandomDocumentsAreSeenAsXapianWroteThem) {
  std::mt19937_64 random(test_seed());
  expect_equal(random_documents(3000, random), 37);
}

TEST_F(DatabaseBuilderTest, PostingsThatDoNotFitIntoMemoryGoThroughAFile) {
  std::mt19937_64 random(test_seed());
  expect_equal(random_documents(1500, random), 50, std::size_t{2} << 20U);
  EXPECT_GT(std::filesystem::file_size(directory_ / "runs"), 100'000U);
}

TEST_F(DatabaseBuilderTest, NothingIsADatabaseToo) {
  expect_equal(Documents(), 1);
  EXPECT_FALSE(std::filesystem::exists(ours() / "docdata.glass"));
  EXPECT_FALSE(std::filesystem::exists(ours() / "position.glass"));
}

TEST_F(DatabaseBuilderTest, DocumentsWithoutPostingsHaveTheirIdOnly) {
  expect_equal(list(with_id("a"), with_id("b")), 1);
}

TEST_F(DatabaseBuilderTest, ListsOfAllLengthsAreCutIntoChunks) {
  const auto make = [](std::size_t i) {
    PreparedDocument document = with_id(std::to_string(i));
    document.add_posting("every", static_cast<std::uint32_t>(i) + 1);
    document.set_value(3, "value " + std::to_string(i));
    // Ids of documents take more bytes from 32,768 on.
    if (i > 32'700) document.add_term("late");
    return document;
  };
  expect_equal(Source(40'000, make), 1000);
}

TEST_F(DatabaseBuilderTest, PositionsOfOneTermMayBeMillions) {
  PreparedDocument document = with_id("large");
  for (std::uint32_t i = 1; i < 1'000'000; ++i) document.add_posting(i % 3 == 0 ? "a" : "b", i * 3 + i % 5);
  document.data.assign(5'000'000, 'x');
  expect_equal(list(std::move(document)), 1);
}

TEST_F(DatabaseBuilderTest, ATermOfZeroBytesIsRefusedAndNothingElseIsLost) {
  {
    DatabaseBuilder builder(ours(), directory_ / "runs", {});
    DatabaseBuilder::Batch batch(builder, 0);
    batch.add(with_id("a"));
    PreparedDocument zeros = with_id("b");
    zeros.add_posting("kept", 1);
    zeros.add_term(std::string(130, '\0'));
    expect_error([&] { batch.add(zeros); }, ErrorCode::invalid_argument,
                 "document 'b': a term of 130 bytes is too long, counting zero bytes twice");
    batch.add(with_id("c"));
    batch.finish();
    EXPECT_EQ(builder.finish({}, {}).documents, 2U);
  }
  expect_sound(ours());
  const Xapian::Database database(ours().string());
  EXPECT_FALSE(database.term_exists("kept"));
  EXPECT_TRUE(database.term_exists("Qc"));
}

TEST_F(DatabaseBuilderTest, IdsThatOccurTwiceAreNamed) {
  const DatabaseBuilder::Summary summary = build(list(with_id("a"), with_id("b"), with_id("a")), 1);
  EXPECT_EQ(summary.repeated, std::vector<std::string>{"Qa"});
  EXPECT_EQ(summary.documents, 3U);
}

TEST_F(DatabaseBuilderTest, TwoDatabasesHaveDifferentNames) {
  build(Documents(), 1);
  const std::string first = Xapian::Database(ours().string()).get_uuid();
  EXPECT_EQ(first.size(), 36U);
  std::filesystem::remove_all(ours());
  build(Documents(), 1);
  EXPECT_NE(Xapian::Database(ours().string()).get_uuid(), first);
}

// Xapian goes on with our files as with its own.
TEST_F(DatabaseBuilderTest, LaterUpdatesHaveTheSameEffect) {
  std::mt19937_64 random(test_seed());
  const Documents documents = random_documents(1000, random);
  const Documents changes = random_documents(400, random);
  build(documents, 50);
  build_theirs(documents);
  for (const std::filesystem::path& path : {ours(), theirs()}) {
    for (std::size_t round = 0; round < 4; ++round) {
      Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
      for (std::size_t i = round * 100; i < round * 100 + 100; ++i) {
        database.replace_document(static_cast<Xapian::docid>(i * 7 % 1000 + 1),
                                  DocumentBuilder::build(changes[i]));
        if (i % 3 == 0) database.add_document(DocumentBuilder::build(changes[i]));
        if (i % 5 == 0 && database.get_doccount() > i)
          database.delete_document(static_cast<Xapian::docid>(i * 7 % 1000 + 1));
      }
      database.set_metadata("round", std::to_string(round));
      database.commit();
    }
    expect_sound(path);
  }
  expect_same_text(dump(ours()), dump(theirs()));
  Xapian::Database(ours().string()).compact((directory_ / "compacted").string());
  expect_sound(directory_ / "compacted");
  EXPECT_EQ(Xapian::Database((directory_ / "compacted").string()).get_doccount(),
            Xapian::Database(theirs().string()).get_doccount());
}

// What a query finds, with weights to the last digit.
std::string found_by(const Xapian::Query& query, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const Xapian::MSet matches = enquire.get_mset(0, 200);
  std::ostringstream out;
  out << std::hexfloat << matches.get_matches_estimated() << " matches:";
  for (auto match = matches.begin(); match != matches.end(); ++match)
    out << " " << *match << "*" << match.get_weight() << "/" << match.get_document().get_data().size();
  return out.str();
}

TEST_F(DatabaseBuilderTest, XapiansServerServesIt) {
  std::mt19937_64 random(test_seed());
  const Documents documents = random_documents(800, random);
  build(documents, 50);
  build_theirs(documents);
  const testing::TcpServer server(ours());
  const Xapian::Database remote = Xapian::Remote::open("127.0.0.1", server.port(), 20'000);
  const Xapian::Database local(theirs().string());
  const std::array<std::string, 2> near{"w1", "w2"};
  const std::array<Xapian::Query, 4> queries{
      Xapian::Query("w1"), Xapian::Query(Xapian::Query::OP_NEAR, near.begin(), near.end(), 50),
      Xapian::Query(Xapian::Query::OP_OR, Xapian::Query("w3"), Xapian::Query("=w4")),
      Xapian::Query(Xapian::Query::OP_VALUE_RANGE, 7, "1", "5")};
  for (const Xapian::Query& query : queries) {
    const std::string expected = found_by(query, local);
    EXPECT_EQ(expected.find(" matches: "), expected.find(' '))
        << "finds nothing: " << query.get_description();
    EXPECT_EQ(found_by(query, remote), expected) << query.get_description();
  }
}

TEST_F(DatabaseBuilderTest, ABatchThatIsGivenUpEndsTheLoadForAll) {
  DatabaseBuilder builder(ours(), directory_ / "runs", {.memory = std::size_t{1} << 20U, .threads = 2});
  auto slow = std::make_unique<DatabaseBuilder::Batch>(builder, 0);
  std::thread fast([&builder] {
    PreparedDocument document = with_id("a");
    for (int i = 0; i < 200'000; ++i) document.data += static_cast<char>(i * 7919 % 251);
    for (std::size_t number = 1; number < 100; ++number) {
      DatabaseBuilder::Batch batch(builder, number);
      batch.add(document);
      try {
        batch.finish();
      } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::cancelled);
        return;
      }
    }
    ADD_FAILURE() << "waited for nothing";
  });
  slow.reset();
  fast.join();
}

}  // namespace
}  // namespace tvar::store::glass
