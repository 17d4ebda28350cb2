// SPDX-License-Identifier: GPL-2.0-or-later
// What a small load costs, in place and in bulk: seconds of the processor for so many documents of 0.7 kB that are read from
// a file, written to an index of 60,000 such documents or of 3,200, and committed. The texts are those of the readable files below
// $TVAR_BENCH_CORPUS. LoadMethod::automatic is chosen by the table that stands below the results.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "tests/support/temp_dir.h"
#include "tvar/index_writer.h"
#include "tvar/reader.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLarge = 60'000;
constexpr std::size_t kSmall = 3'200;

std::vector<std::string> read_texts() {
  constexpr std::size_t kEnough = 10'000;
  const char* const folder = std::getenv("TVAR_BENCH_CORPUS");
  const fs::path root = folder == nullptr ? TVAR_SOURCE_DIR "/docs/examples/corpus" : folder;
  std::vector<std::string> texts;
  const auto keep = [&texts](tvar::Document&& document) {
    if (!document.value("text").empty()) texts.emplace_back(document.value("text"));
    return texts.size() < kEnough;
  };
  const auto ignore = [](const tvar::ReadProblem&) {};
  if (fs::is_regular_file(root)) {
    tvar::read_file(root, "file", keep, ignore);
  } else {
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
      if (entry.is_regular_file() && tvar::is_readable(entry.path()) && texts.size() < kEnough)
        tvar::read_file(entry.path(), "file", keep, ignore);
    }
  }
  if (texts.empty()) {
    std::fprintf(stderr, "nothing to read in %s\n", root.c_str());
    std::exit(2);
  }
  return texts;
}

/// A file of JSON lines, a document each: `prefix` and a number are the id. Documents that are written a second time say
/// something else than before.
void write_lines(const fs::path& path, const std::string& prefix, std::size_t count, std::size_t step,
                 std::size_t first_text) {
  constexpr std::size_t kTextBytes = 600;
  static const std::vector<std::string> kTexts = read_texts();
  std::ofstream file(path);
  for (std::size_t i = 0; i < count; ++i) {
    const nlohmann::json line = {{"id", prefix + std::to_string(i * step % kLarge)},
                                 {"text", kTexts[(first_text + i) % kTexts.size()].substr(0, kTextBytes)}};
    file << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
}

void load(const fs::path& index, const fs::path& lines, tvar::LoadMethod method) {
  tvar::IndexWriter writer = tvar::IndexWriter::open(index, {.lexicon = TVAR_LEXICON_IMAGE});
  tvar::load_paths(writer, {lines}, {.method = method});
  writer.commit();
}

/// An index that is made when it is first asked for, and a copy of it to be changed.
class Index {
 public:
  explicit Index(std::size_t documents) {
    write_lines(directory_ / "all.jsonl", "d", documents, 1, 0);
    load(directory_ / "whole", directory_ / "all.jsonl", tvar::LoadMethod::bulk);
  }
  fs::path fresh_copy() const {
    fs::remove_all(directory_ / "copy");
    fs::copy(directory_ / "whole", directory_ / "copy", fs::copy_options::recursive);
    return directory_ / "copy";
  }
  static const Index& of(std::size_t documents) {
    static std::map<std::size_t, std::unique_ptr<Index>> indexes;
    std::unique_ptr<Index>& found = indexes[documents];
    if (!found) found = std::make_unique<Index>(documents);
    return *found;
  }

 private:
  tvar::testing::TempDir directory_;
};

/// Megabytes of an index as it is now, all its files.
double megabytes(const fs::path& index) {
  double bytes = 0.0;
  for (const auto& entry : fs::recursive_directory_iterator(index)) {
    if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
  }
  return bytes / 1e6;
}

struct Row {
  double index_mb = 0.0;
  double lines_mb = 0.0;
  double seconds[2] = {0.0, 0.0};  // direct, bulk
};
// By documents of the index, whether others are replaced, and documents of the load.
std::map<std::tuple<std::size_t, bool, std::size_t>, Row>& rows() {
  static std::map<std::tuple<std::size_t, bool, std::size_t>, Row> kRows;
  return kRows;
}

void bm_small_load(benchmark::State& state) {
  const auto documents = static_cast<std::size_t>(state.range(0));
  const bool replaces = state.range(1) != 0;
  const auto count = static_cast<std::size_t>(state.range(2));
  const bool is_bulk = state.range(3) != 0;
  const tvar::testing::TempDir directory;
  // A prime step: what is replaced is spread over the index.
  constexpr std::size_t kStep = 7919;
  write_lines(directory / "lines.jsonl", replaces ? "d" : "new", count, replaces ? kStep : 1, 7);
  Row& row = rows()[{documents, replaces, count}];
  row.lines_mb = static_cast<double>(fs::file_size(directory / "lines.jsonl")) / 1e6;
  double seconds = 0.0;
  for (auto _ : state) {
    const fs::path index = Index::of(documents).fresh_copy();
    row.index_mb = megabytes(index);
    const std::clock_t begin = std::clock();
    load(index, directory / "lines.jsonl", is_bulk ? tvar::LoadMethod::bulk : tvar::LoadMethod::direct);
    const double taken = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    state.SetIterationTime(taken);
    seconds += taken;
  }
  row.seconds[is_bulk ? 1 : 0] = seconds / static_cast<double>(state.iterations());
}

void register_loads() {
  const auto add = [](std::size_t documents, bool replaces, const std::vector<int>& counts) {
    for (const int count : counts) {
      for (const int is_bulk : {0, 1}) {
        const std::string name = std::string("bm_small_load/") + std::to_string(count) +
                                 (replaces ? "_replaced_of_" : "_new_to_") + std::to_string(documents) +
                                 (is_bulk != 0 ? "/bulk" : "/direct");
        benchmark::RegisterBenchmark(name.c_str(), bm_small_load)
            ->Args({static_cast<std::int64_t>(documents), replaces ? 1 : 0, count, is_bulk})
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond)
            ->UseManualTime();
      }
    }
  };
  add(kLarge, true, {400, 800, 1600, 6400});
  add(kLarge, false, {800, 1600, 3200});
  add(kSmall, false, {100, 200, 800});
}

void print_table() {
  std::printf("\nSeconds of the processor:\n  %-34s %-30s %8s %8s\n", "index", "load", "direct", "bulk");
  for (const auto& [key, row] : rows()) {
    const auto& [documents, replaces, count] = key;
    std::printf("  %7zu documents, %6.1f MB        %5zu %-8s (%4.2f MB)       %8.2f %8.2f\n", documents,
                row.index_mb, count, replaces ? "replaced" : "new", row.lines_mb, row.seconds[0],
                row.seconds[1]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  register_loads();
  benchmark::RunSpecifiedBenchmarks();
  print_table();
  return 0;
}
