// SPDX-License-Identifier: GPL-2.0-or-later
// What counting costs: 200,000 documents, five facets, two of them with several values. bm_search without facets is
// what a search costs anyway; per_match_and_facet of the others is what is above that. bm_plain counts the same slots
// with the engine's own spy alone, so its ratio to bm_facets is what our part adds.
#include <benchmark/benchmark.h>
#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <list>
#include <random>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"
#include "tvar/tvar.hpp"

namespace {

constexpr int kDocuments = 200'000;
constexpr int kFacets = 5;

tvar::Schema schema() {
  using tvar::FieldKind;
  tvar::Schema made;
  made.stemmer = "none";
  made.fields = {{.name = "text", .kind = FieldKind::text},
                 {.name = "town", .kind = FieldKind::keyword, .facet = true},
                 {.name = "member", .kind = FieldKind::keyword, .facet = true, .multi = true},
                 {.name = "year", .kind = FieldKind::number, .facet = true, .multi = true},
                 {.name = "published", .kind = FieldKind::date, .facet = true},
                 {.name = "kind", .kind = FieldKind::keyword, .facet = true}};
  return made;
}

std::string day(std::uint_fast32_t number) {
  const auto two = [](std::uint_fast32_t part) { return (part < 10 ? "0" : "") + std::to_string(part); };
  return std::to_string(2004 + number % 16) + "-" + two(1 + number % 12) + "-" + two(1 + number % 28);
}

// 400 towns, 300 members of which a document has up to three, 16 years, up to 5,000 days, 8 kinds.
class Sample {
 public:
  static const Sample& instance() {
    static const Sample kSample;
    return kSample;
  }
  [[nodiscard]] std::filesystem::path path() const { return folder_ / "facets.tvar"; }
  [[nodiscard]] std::filesystem::path database() const {
    for (const auto& entry : std::filesystem::directory_iterator(path())) {
      if (entry.is_directory()) return entry.path();
    }
    return {};
  }

 private:
  Sample() {
    std::mt19937 random(1);
    tvar::IndexWriter writer = tvar::IndexWriter::open(path(), schema());
    for (int i = 0; i < kDocuments; ++i) {
      tvar::Document document{.id = std::to_string(i), .fields = {{"text", "zpráva"}}};
      document.add("town", "Obec " + std::to_string(random() % 400)).add("published", day(random()));
      document.add("kind", "Druh " + std::to_string(random() % 8));
      for (std::uint_fast32_t left = random() % 3 + 1; left > 0; --left) {
        document.add("member", "Člen číslo " + std::to_string(random() % 300));
        document.add("year", std::to_string(2004 + random() % 16));
      }
      writer.upsert(document);
    }
    writer.commit();
  }

  tvar::testing::TempDir folder_;
};

void report(benchmark::State& state) {
  state.counters["per_match_and_facet"] =
      benchmark::Counter(static_cast<double>(kDocuments) * kFacets,
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void run_search(benchmark::State& state, const std::vector<tvar::FacetRequest>& facets) {
  const tvar::Searcher searcher = tvar::Searcher::open(Sample::instance().path());
  const tvar::SearchOptions options{.facets = facets, .limit = 10, .correct_spelling = false};
  for (auto _ : state) {
    const tvar::ResultPage page = searcher.search("zpráva", options);
    if (page.total().estimate != kDocuments) state.SkipWithError("not all documents were found");
  }
  report(state);
}

void bm_search(benchmark::State& state) {
  run_search(state, {});
}
void bm_facets(benchmark::State& state) {
  run_search(state, {"town", "member", "year", "published", "kind"});
}
void bm_intervals(benchmark::State& state) {
  run_search(state, {"town", "member", tvar::FacetRequest::histogram("year", tvar::FacetInterval::year),
                     tvar::FacetRequest::histogram("published", tvar::FacetInterval::month), "kind"});
}

// The engine alone: the same slots, nothing split, folded or sorted.
void bm_plain(benchmark::State& state) {
  const Xapian::Database database(Sample::instance().database().string());
  for (auto _ : state) {
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(std::string()));
    std::list<Xapian::ValueCountMatchSpy> spies;  // they can't be moved
    for (unsigned field = 1; field <= kFacets; ++field)
      enquire.add_matchspy(&spies.emplace_back(3 * field + 1));
    const Xapian::MSet found = enquire.get_mset(0, 10, database.get_doccount());
    benchmark::DoNotOptimize(found.size());
    for (const Xapian::ValueCountMatchSpy& spy : spies) {
      if (spy.get_total() != kDocuments) state.SkipWithError("not all documents were counted");
    }
  }
  report(state);
}

BENCHMARK(bm_search)->Unit(benchmark::kMillisecond);
BENCHMARK(bm_facets)->Unit(benchmark::kMillisecond);
BENCHMARK(bm_intervals)->Unit(benchmark::kMillisecond);
BENCHMARK(bm_plain)->Unit(benchmark::kMillisecond);

}  // namespace
