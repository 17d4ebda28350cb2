// SPDX-License-Identifier: GPL-2.0-or-later
// Searches on servers: an index whose database is on another machine, or on three, answers as one on this disk.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <iomanip>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/expect_error.h"
#include "tests/support/shards.h"
#include "tests/support/tcp_server.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using testing::expect_error;
using testing::TcpServer;
using testing::TempDir;

constexpr int kDocuments = 60;
constexpr int kShards = 3;

constexpr std::array<const char*, 7> kSentences = {
    "Ve městě bude vystavěn prostorný azylový dům.",
    "O azylových domech jednali partneři v Přerově!",
    "Startovací byt dostala rodina, která má být samostatná.",
    "Krajský fond obnovy domů (dále jen KFOD) přijímá žádosti.",
    "V Brně přibyl dům pro matky s dětmi.",
    "Tlachapoudové mlčeli, tlachapoud též.",
    "Město podporuje prevenci kriminality v roce 2010."};
constexpr std::array<const char*, 4> kTowns = {"Brno", "Břeclav", "Přerov", "Ústí nad Labem"};

Document document(int number) {
  const auto at = [number](int step, std::size_t size) {
    return static_cast<std::size_t>(number * step + number / 4) % size;
  };
  std::string text;
  for (const int step : {1, 3, 5}) text += std::string(kSentences.at(at(step, kSentences.size()))) + " ";
  Document made{.id = "d" + std::to_string(number), .fields = {{"text", text}}};
  made.add("title", number % 3 == 0 ? "Azylový dům otevřen" : "Zápis číslo " + std::to_string(number));
  if (number % 5 > 0) made.add("town", kTowns.at(at(7, kTowns.size())));
  made.add("year", std::to_string(2005 + number % 6)).add("year", std::to_string(2001 + number % 3));
  return made;
}

void describe(std::ostream& out, const std::vector<Hit>& hits) {
  for (const Hit& hit : hits) {
    // Hit::collapsed is a lower bound, and what shards leave out of their own pages nobody has counted.
    out << hit.rank << " " << hit.id << " " << hit.score;
    for (const FieldValue& field : hit.fields) out << " " << field.name << "=" << field.value;
    out << "\n  " << hit.snippet.to_html() << "\n";
    for (const ScorePart& part : hit.explanation) {
      out << "  " << part.word << " " << static_cast<int>(part.kind) << " " << part.field << " "
          << part.occurrences << " " << part.score;
      for (const std::string& form : part.forms) out << " " << form;
      out << "\n";
    }
  }
}

/// All that an answer says. Shards may add up a score in another order, which shows in the sixteenth digit.
std::string described(const ResultPage& page) {
  std::ostringstream out;
  out << std::setprecision(13) << page.total().lower << " " << page.total().estimate << " "
      << page.total().upper << (page.any_word() ? " any word" : "") << "\n";
  describe(out, page.hits());
  out << "with some of the words:\n";
  describe(out, page.partial_hits());
  for (const FacetResult& facet : page.facets()) {
    out << facet.request << ":";
    for (const FacetCount& count : facet.values) out << " " << count.value << " " << count.count;
    out << "\n";
  }
  for (const SpellingCorrection& correction : page.corrections())
    out << correction.typed << " -> " << correction.used << "\n";
  for (const QueryNote& note : page.notes()) out << note.message << "\n";
  for (const UnknownValue& value : page.unknown_values()) out << "unknown " << value.value << "\n";
  return out.str();
}

std::string described(const std::vector<Suggestion>& suggestions) {
  std::ostringstream out;
  for (const Suggestion& suggestion : suggestions)
    out << static_cast<int>(suggestion.kind) << " " << suggestion.text << " " << suggestion.documents << " "
        << suggestion.query << "\n";
  return out.str();
}

class RemoteTest : public ::testing::Test {
 protected:
  std::filesystem::path build(const std::string& name, int shard = 0, int shards = 1) {
    IndexWriter writer = IndexWriter::open(directory_ / name);
    for (int i = shard; i < kDocuments; i += shards) writer.upsert(document(i));
    writer.commit();
    return directory_ / name;
  }

  /// The index on servers, in as many pieces.
  std::filesystem::path served(int shards) {
    std::vector<std::filesystem::path> indexes;
    for (int shard = 0; shard < shards; ++shard)
      indexes.push_back(build("shard" + std::to_string(shard), shard, shards));
    testing::join_shards(indexes, directory_.path(), [this](const std::filesystem::path& database) {
      servers_.push_back(std::make_unique<TcpServer>(database));
      return "remote 127.0.0.1:" + std::to_string(servers_.back()->port());
    });
    return indexes.front();
  }

  static void expect_same_answers(const std::filesystem::path& local_index,
                                  const std::filesystem::path& remote_index) {
    const Searcher local = Searcher::open(local_index);
    const Searcher remote = Searcher::open(remote_index);
    const std::vector<SearchOptions> all_options = {
        {.facets = {"town", "year", FacetRequest::parse("year/year")}, .explain = true},
        {.filters = {{"town", {"Břeclav", "Brno"}}, {"year", {"2006..2008"}}},
         .facets = {"town"},
         .limit = 3},
        {.offset = 7, .limit = 9, .sort = {"year", true}},
        {.limit = 20, .sort = {"title"}},
        {.collapse = "town", .derivations = true},
        {.limit = 60, .match = Match::any, .explain = true}};
    for (const char* const query :
         {"azylový dům", "azylovy dum", "\"azylových domech\"", "\"rodina samostatná\"~3", "matky NEAR/5 dům",
          "azyl*", "kriminalta~", "tlachapoudi", "KFOD", "město -dům", "*", "year:2006 dům",
          "town:\"Ústí nad Labem\"", "town:Brmo", "stratovací byt", "azylový byt matky", "title:dům",
          "=domech OR rodina", "kocour"}) {
      for (const SearchOptions& options : all_options) {
        const std::string expected = described(local.search(query, options));
        EXPECT_EQ(described(remote.search(query, options)), expected)
            << query << " with options " << &options - all_options.data();
      }
    }
    for (const char* const typed : {"azyl", "d", "azylový d", "ús"})
      EXPECT_EQ(described(remote.suggest(typed)), described(local.suggest(typed))) << typed;
    EXPECT_EQ(described(remote.similar("d7")), described(local.similar("d7")));
    EXPECT_EQ(remote.find("d7")->fields, local.find("d7")->fields);
    EXPECT_EQ(remote.stats().terms, local.stats().terms);
    EXPECT_EQ(remote.stats().documents, 60U);
  }

  TempDir directory_;
  std::vector<std::unique_ptr<TcpServer>> servers_;
};

TEST_F(RemoteTest, OneServerAnswersAsTheIndexItself) {
  expect_same_answers(build("whole.tvar"), served(1));
}

TEST_F(RemoteTest, ThreeServersAnswerAsOneIndex) {
  const std::filesystem::path remote = served(kShards);
  expect_same_answers(build("whole.tvar"), remote);
  const ResultPage page =
      Searcher::open(remote).search("azylový dům", {.facets = {"year"}, .limit = 30, .facet_limit = 2});
  EXPECT_EQ(page.total().estimate, 51U);
  EXPECT_EQ(page.hits().at(0).id, "d0");
  EXPECT_EQ(page.facets().at(0).values, (std::vector<FacetCount>{{"2001", 20}, {"2002", 16}}));
}

TEST_F(RemoteTest, WhatIsMadeOfOthersIsOnlyRead) {
  const std::filesystem::path index = served(1);
  expect_error([&] { (void)IndexWriter::open(index); }, ErrorCode::unsupported,
               "can't write to an index that is made of others");
  EXPECT_EQ(Searcher::open(index).stats().documents, 60U);
}

TEST_F(RemoteTest, AServerThatIsGoneIsAnError) {
  const std::filesystem::path index = served(1);
  servers_.clear();
  expect_error([&] { (void)Searcher::open(index); }, ErrorCode::io, "shard0");
}

}  // namespace
}  // namespace tvar
