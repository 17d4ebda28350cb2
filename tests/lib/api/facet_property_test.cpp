// SPDX-License-Identifier: GPL-2.0-or-later
// Totals and facet counts of random combinations of filters against counting by hand, on one database, on three, and on three
// behind servers.
// The model below compares ids and strings of its own tables and uses nothing of the library.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "tests/support/seed.h"
#include "tests/support/shards.h"
#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace tvar {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

constexpr int kCombinations = 10'000;
constexpr int kDocuments = 150;
constexpr int kRemoteEvery = 20;  // combinations are tried on servers, too: they answer more slowly

struct Name {
  std::string_view spelling;
  int group;               // names of one group are one value
  std::set<int> taken_by;  // groups that a filter by this name takes
};
const std::array<Name, 7> kMembers = {{{"Úřad práce", 0, {0, 1}},
                                       {"Úřad práce Broumov", 1, {1}},
                                       {"Člověk v tísni", 2, {2}},
                                       {"Člověk v tísni, o.p.s.", 2, {2}},
                                       {"o. s. Naděje", 3, {3}},
                                       {"Naděje", 3, {3}},
                                       {"IQ Roma servis", 4, {4}}}};
constexpr std::array<std::string_view, 4> kTowns = {"Brno", "Břeclav", "Přerov", "Most"};
// Nodes are letters: paths are cut and names compared without knowing how the library writes them.
constexpr std::array<std::string_view, 8> kPaths = {"ABC", "ABD", "AB", "AEB", "AF", "BC", "G", "GHC"};
constexpr std::array<std::string_view, 8> kNodes = {"A", "AB", "ABC", "AEB", "B", "C", "D", "GH"};
constexpr std::array<std::string_view, 6> kDates = {"2010",    "2010-05",    "2010-05-17",
                                                    "2011-12", "2012-02-29", "2012"};
constexpr std::array<std::string_view, 4> kWords = {"alfa", "beta", "gama", "delta"};

struct Model {
  std::set<std::size_t> words;
  int town = -1;
  std::set<std::size_t> members;
  std::set<int> years;
  std::string date;
  std::set<std::string> paths;
};

using Passes = std::function<bool(const Model&)>;

// "ABC" as the library is given it.
std::string spelled_path(std::string_view nodes) {
  std::string path;
  for (const char node : nodes) path += (path.empty() ? "" : " > ") + ("Uzel " + std::string(1, node));
  return path;
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

Schema schema() {
  Schema made;
  made.stemmer = "none";
  made.fields = {
      {.name = "text", .kind = FieldKind::text},
      {.name = "town", .kind = FieldKind::keyword, .facet = true},
      {.name = "member", .kind = FieldKind::keyword, .facet = true, .multi = true},
      {.name = "year", .kind = FieldKind::number, .facet = true, .multi = true},
      {.name = "published", .kind = FieldKind::date, .facet = true},
      {.name = "area", .kind = FieldKind::keyword, .facet = true, .multi = true, .hierarchy = true}};
  return made;
}

class FacetProperty : public ::testing::Test {
 protected:
  int any(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

  Model make_model() {
    Model model;
    for (std::size_t i = 0; i < kWords.size(); ++i) {
      if (any(2) == 0) model.words.insert(i);
    }
    model.town = any(5) - 1;
    for (int left = any(4); left > 0; --left) model.members.insert(static_cast<std::size_t>(any(7)));
    for (int left = any(4); left > 0; --left) model.years.insert(2000 + any(9));
    for (int left = any(4); left > 0; --left)
      model.paths.emplace(kPaths.at(static_cast<std::size_t>(any(8))));
    if (any(6) > 0) model.date = kDates.at(static_cast<std::size_t>(any(6)));
    return model;
  }

  static Document document_of(const Model& model, int number) {
    std::string text = "vše";
    for (const std::size_t word : model.words) text.append(" ").append(kWords.at(word));
    Document document{.id = std::to_string(number), .fields = {{"text", text}}};
    if (model.town >= 0) document.add("town", std::string(kTowns.at(static_cast<std::size_t>(model.town))));
    for (const std::size_t member : model.members)
      document.add("member", std::string(kMembers.at(member).spelling));
    for (const int year : model.years) document.add("year", std::to_string(year));
    if (!model.date.empty()) document.add("published", model.date);
    for (const std::string& path : model.paths) document.add("area", spelled_path(path));
    return document;
  }

  // A filter, and what it lets pass.
  std::pair<Filter, Passes> make_filter() {
    switch (any(5)) {
      case 0:
        return town_filter();
      case 1:
        return member_filter();
      case 2:
        return year_filter();
      case 3:
        return node_filter();
      default:
        return date_filter();
    }
  }

  std::pair<Filter, Passes> town_filter() {
    std::set<int> towns;
    std::vector<std::string> values;
    for (int left = 1 + any(2); left > 0; --left) towns.insert(any(4));
    for (const int town : towns) values.emplace_back(kTowns.at(static_cast<std::size_t>(town)));
    return {{"town", values}, [towns](const Model& model) { return towns.contains(model.town); }};
  }

  std::pair<Filter, Passes> member_filter() {
    std::set<int> taken;
    std::vector<std::string> values;
    for (int left = 1 + any(2); left > 0; --left) {
      const Name& name = kMembers.at(static_cast<std::size_t>(any(7)));
      values.emplace_back(name.spelling);
      taken.insert(name.taken_by.begin(), name.taken_by.end());
    }
    return {{"member", values}, [taken](const Model& model) {
              return std::any_of(model.members.begin(), model.members.end(), [&taken](std::size_t member) {
                return taken.contains(kMembers.at(member).group);
              });
            }};
  }

  std::pair<Filter, Passes> year_filter() {
    const int low = 2000 + any(9);
    const int high = low + 1 + any(3);
    const auto between = [](int from, int until) {  // the end excluded
      return [from, until](const Model& model) {
        return std::any_of(model.years.begin(), model.years.end(),
                           [=](int year) { return from <= year && year < until; });
      };
    };
    const std::string from = std::to_string(low);
    const std::string until = std::to_string(high);
    switch (any(5)) {
      case 0:
        return {{"year", {from}}, between(low, low + 1)};
      case 1:
        return {{"year", {from + ".." + until}}, between(low, high + 1)};
      case 2:
        return {{"year", {from + "..<" + until}}, between(low, high)};
      case 3:
        return {{"year", {from + ".."}}, between(low, 9999)};
      default:
        return {{"year", {"..<" + until}}, between(0, high)};
    }
  }

  std::pair<Filter, Passes> date_filter() {
    std::string low(kDates.at(static_cast<std::size_t>(any(6))));
    std::string high(kDates.at(static_cast<std::size_t>(any(6))));
    if (high < low) std::swap(low, high);
    const int form = any(4);
    if (form == 0 || low == high)
      return {{"published", {low}}, [low](const Model& model) { return begins_with(model.date, low); }};
    if (form == 1) {
      return {{"published", {low + "..<" + high}}, [low, high](const Model& model) {
                return !model.date.empty() && low <= model.date && model.date < high;
              }};
    }
    if (form == 2) {
      return {{"published", {".." + high}}, [high](const Model& model) {
                return !model.date.empty() && (model.date < high || begins_with(model.date, high));
              }};
    }
    return {{"published", {low + ".."}},
            [low](const Model& model) { return !model.date.empty() && low <= model.date; }};
  }

  // Paths of several nodes begin at the top, single ones hang anywhere.
  std::pair<Filter, Passes> node_filter() {
    std::set<std::string> nodes;
    std::vector<std::string> values;
    for (int left = 1 + any(2); left > 0; --left) nodes.emplace(kNodes.at(static_cast<std::size_t>(any(8))));
    for (const std::string& node : nodes) values.push_back(spelled_path(node));
    return {{"area", values}, [nodes](const Model& model) {
              for (const std::string& path : model.paths) {
                for (const std::string& node : nodes) {
                  const bool is_name = node.size() == 1;
                  if (is_name ? path.find(node) != std::string::npos : begins_with(path, node)) return true;
                }
              }
              return false;
            }};
  }

  // A query, and what it matches.
  std::pair<std::string, Passes> make_query(Match match) {
    const auto first = static_cast<std::size_t>(any(4));
    const auto second = static_cast<std::size_t>(any(4));
    const std::string one(kWords.at(first));
    const std::string other(kWords.at(second));
    switch (any(4)) {
      case 0:
        return {"vše", [](const Model&) { return true; }};
      case 1:
        return {one, [first](const Model& model) { return model.words.contains(first); }};
      case 2:
        return {"vše -" + one, [first](const Model& model) { return !model.words.contains(first); }};
      default:
        return {one + " " + other, [first, second, match](const Model& model) {
                  const bool a = model.words.contains(first);
                  const bool b = model.words.contains(second);
                  return match == Match::any ? a || b : a && b;
                }};
    }
  }

  // The groups of a facet that a document is counted in.
  static std::set<std::string> groups_of(const std::string& facet, const Model& model) {
    std::set<std::string> groups;
    if (facet == "town" && model.town >= 0) groups.emplace(kTowns.at(static_cast<std::size_t>(model.town)));
    if (facet == "member") {
      for (const std::size_t member : model.members) groups.insert(std::to_string(kMembers.at(member).group));
    }
    for (const std::string& path : model.paths) {
      if (facet == "area") groups.insert(spelled_path(path.substr(0, 1)));
      if (facet == "area:Uzel A > Uzel B" && begins_with(path, "AB") && path.size() > 2)
        groups.insert(spelled_path(path.substr(0, 3)));
      const std::size_t parent = path.find('B');
      if (facet == "area:Uzel B" && parent != std::string::npos && parent + 1 < path.size())
        groups.insert(spelled_path(path.substr(0, parent + 2)));
    }
    for (const int year : model.years) {
      if (facet == "year" || facet == "year/year") groups.insert(std::to_string(year));
      if (facet == "year@2003,2006")
        groups.insert(year < 2003 ? "..<2003" : year < 2006 ? "2003..<2006" : "2006..");
    }
    if (model.date.empty()) return groups;
    if (facet == "published/year") groups.insert(model.date.substr(0, 4));
    if (facet == "published/month" && model.date.size() > 4) groups.insert(model.date.substr(0, 7));
    return groups;
  }

  // What the library counted, names of one group as its number, zeros left out.
  static Counts counts_of(const FacetResult& facet) {
    Counts counts;
    for (const FacetCount& value : facet.values) {
      std::string group = value.value;
      for (const Name& name : kMembers) {
        if (name.spelling == value.value) group = std::to_string(name.group);
      }
      EXPECT_FALSE(counts.contains(group)) << group << " is there twice";
      if (value.count > 0) counts[group] = value.count;
    }
    return counts;
  }

  void build(const std::filesystem::path& index, int shard, int shards) const {
    IndexWriter writer = IndexWriter::open(index, schema());
    for (int i = 0; i < kDocuments; ++i) {
      if (i % shards == shard) writer.upsert(document_of(models_[static_cast<std::size_t>(i)], i));
    }
    writer.commit();
  }

  [[nodiscard]] std::filesystem::path build_shards() const {
    std::vector<std::filesystem::path> indexes;
    for (int shard = 0; shard < 3; ++shard) {
      indexes.push_back(directory_ /
                        (shard == 0 ? "shards.tvar" : "shard" + std::to_string(shard) + ".tvar"));
      build(indexes.back(), shard, 3);
    }
    testing::join_shards(indexes, directory_.path(), testing::local_shard);
    return indexes.front();
  }

  // The same databases behind the stock server, a process for each. Runs after build_shards().
  std::filesystem::path build_remote_shards() {
    const std::filesystem::path shards = directory_ / "shards.tvar";
    std::filesystem::path remote = directory_ / "remote.tvar";
    std::filesystem::copy(shards, remote, std::filesystem::copy_options::recursive);
    for (const auto& entry : std::filesystem::directory_iterator(remote)) {
      if (!entry.is_directory()) continue;
      std::ofstream stub(entry.path() / "XAPIANDB");
      for (int shard = 0; shard < 3; ++shard)
        stub << "remote :xapian-progsrv " << (directory_ / ("database" + std::to_string(shard))).string()
             << "\n";
    }
    return remote;
  }

  struct Combination {
    std::string query;
    SearchOptions options;
    Passes matches;
    std::vector<Passes> tests;  // of the filters
  };

  Combination make_combination() {
    static const std::array<const char*, 10> kFacets = {
        "town",           "member",          "year", "year/year",   "year@2003,2006",
        "published/year", "published/month", "area", "area:Uzel B", "area:Uzel A > Uzel B"};
    Combination made;
    made.options.limit = 0;
    made.options.facet_limit = 0;
    made.options.correct_spelling = false;
    made.options.match = any(2) == 0 ? Match::all : Match::any;
    std::tie(made.query, made.matches) = make_query(made.options.match);
    for (int left = any(4); left > 0; --left) {
      auto [filter, test] = make_filter();
      filter.exclude = any(4) == 0;
      // Clang 14 captures no structured binding by its name alone.
      if (filter.exclude) test = [wanted = test](const Model& model) { return !wanted(model); };
      made.options.filters.push_back(std::move(filter));
      made.tests.push_back(std::move(test));
    }
    for (int left = 2; left > 0; --left)
      made.options.facets.push_back(FacetRequest::parse(kFacets.at(static_cast<std::size_t>(any(10)))));
    return made;
  }

  // The documents that match, but for filters that only narrow to values of `spared`.
  [[nodiscard]] std::vector<const Model*> matching(const Combination& wanted, std::string_view spared) const {
    std::vector<const Model*> found;
    for (const Model& model : models_) {
      bool passes = wanted.matches(model);
      for (std::size_t i = 0; i < wanted.tests.size(); ++i) {
        const Filter& filter = wanted.options.filters[i];
        if (filter.field != spared || filter.exclude) passes = passes && wanted.tests[i](model);
      }
      if (passes) found.push_back(&model);
    }
    return found;
  }

  void check(const Combination& wanted, const ResultPage& page) const {
    const std::size_t total = matching(wanted, "").size();
    ASSERT_FALSE(page.query_error().has_value()) << page.query_error()->message;
    ASSERT_EQ(page.total().estimate, total);
    ASSERT_TRUE(page.total().exact());
    for (const FacetRequest& request : wanted.options.facets) {
      Counts counts;
      for (const Model* model : matching(wanted, request.field)) {
        for (const std::string& group : groups_of(request.to_string(), *model)) ++counts[group];
      }
      ASSERT_EQ(counts_of(*page.facet(request.to_string())), counts) << request.to_string();
    }
  }

  static std::string shown(const Combination& wanted) {
    std::string text = "query: " + wanted.query;
    for (const Filter& filter : wanted.options.filters) {
      text += filter.exclude ? "\nnot " : "\n";
      text += filter.field + ":";
      for (const std::string& value : filter.values) text += " " + value;
    }
    return text;
  }

  std::mt19937 random_{test_seed()};
  testing::TempDir directory_;
  std::vector<Model> models_;
};

TEST_F(FacetProperty, CountsAreThoseOfCountingByHand) {
  for (int i = 0; i < kDocuments; ++i) models_.push_back(make_model());
  const std::filesystem::path one = directory_ / "one.tvar";
  build(one, 0, 1);
  const Searcher whole = Searcher::open(one);
  const Searcher shards = Searcher::open(build_shards());
  const Searcher remote = Searcher::open(build_remote_shards());
  ASSERT_EQ(shards.stats().documents, whole.stats().documents);
  std::uint64_t found = 0;
  for (int i = 0; i < kCombinations; ++i) {
    const Combination wanted = make_combination();
    SCOPED_TRACE(shown(wanted) + "\nseed " + std::to_string(test_seed()));
    const ResultPage page = whole.search(wanted.query, wanted.options);
    check(wanted, page);
    if (HasFatalFailure()) return;
    check(wanted, shards.search(wanted.query, wanted.options));
    if (HasFatalFailure()) return;
    if (i % kRemoteEvery == 0) check(wanted, remote.search(wanted.query, wanted.options));
    if (HasFatalFailure()) return;
    found += page.total().estimate;
  }
  EXPECT_GT(found, std::uint64_t{kCombinations}) << "most combinations find nothing";
}

}  // namespace
}  // namespace tvar
