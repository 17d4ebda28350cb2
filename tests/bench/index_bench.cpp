// SPDX-License-Identifier: GPL-2.0-or-later
// MB of text a second on the way in, for the readable files below $TVAR_BENCH_CORPUS (at most 64 MB), read before the
// loops: the analysis chain alone, then whole indexes with the exact forms of words left out, without positions, and with
// positions, as an index has them. "size" is that of the index as a share of the text, stored text included.
//
// Then whole loads, files read and all: bm_load with one thread and with two, against what others do with the same text:
// bm_xapian is one Xapian database with its TermGenerator (lower case and positions, no Czech, no facets, no stored text) and its default
// flushing, bm_fts5 SQLite's full-text table, bm_lucene Lucene 8 with its CzechAnalyzer in a process of its own (of two loads the second
// counts, so that Java has compiled what runs often); the last two only where they are installed. The corpus is repeated under new ids to $TVAR_BENCH_MB megabytes (40): Xapian keeps 10,000
// documents in memory before it writes, and a small corpus would never meet that.
//
// Last, an index of 60,000 documents: replacing one of them, commit included, and `tvar search` from the start of the process to
// its end. Ratios, sizes and the memory of `tvar index` stand below the table.
#include <benchmark/benchmark.h>
#include <xapian.h>
#ifdef TVAR_BENCH_SQLITE
#include <sqlite3.h>
#endif

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "index/store.h"
#include "lib/analysis/analyzer_impl.h"
#include "lib/indexing/document_preparer.h"
#include "tests/support/temp_dir.h"
#include "tvar/analyzer.h"
#include "tvar/index_writer.h"
#include "tvar/maintenance.h"
#include "tvar/reader.h"

namespace {

using tvar::indexing::DocumentPreparer;
using tvar::indexing::ExactForms;

struct Corpus {
  std::vector<tvar::Document> documents;
  std::int64_t bytes = 0;
};

std::int64_t text_bytes(const tvar::Document& document) {
  return static_cast<std::int64_t>(document.value("title").size() + document.value("text").size());
}

Corpus read_corpus() {
  constexpr std::int64_t kEnough = std::int64_t{64} << 20U;
  const char* const folder = std::getenv("TVAR_BENCH_CORPUS");
  const std::filesystem::path root = folder == nullptr ? TVAR_SOURCE_DIR "/docs/examples/corpus" : folder;
  Corpus corpus;
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_regular_file(root)) {
    files.push_back(root);
  } else {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.is_regular_file() && tvar::is_readable(entry.path())) files.push_back(entry.path());
    }
  }
  for (const std::filesystem::path& file : files) {
    // Rows of tables beside a test collection, such as its judgements, have no text.
    const auto keep = [&corpus](tvar::Document&& document) {
      if (text_bytes(document) == 0) return true;
      corpus.bytes += text_bytes(document);
      corpus.documents.push_back(std::move(document));
      return corpus.bytes < kEnough;
    };
    const auto complain = [](const tvar::ReadProblem& problem) {
      if (problem.severity == tvar::ReadProblem::Severity::error)
        std::fprintf(stderr, "%s: %s\n", problem.where.c_str(), problem.message.c_str());
    };
    tvar::read_file(file, file.filename().string(), keep, complain);
  }
  if (corpus.documents.empty()) {
    std::fprintf(stderr, "nothing to read in %s\n", root.c_str());
    std::exit(2);
  }
  return corpus;
}

const Corpus& corpus() {
  static const Corpus kCorpus = read_corpus();
  return kCorpus;
}

const tvar::Analyzer& analyzer() {
  static const tvar::Analyzer kAnalyzer({.lexicon = TVAR_LEXICON_IMAGE});
  return kAnalyzer;
}

// Metadata of a corpus may be anything; only the text is measured.
tvar::Document text_only(const tvar::Document& document) {
  return {.id = document.id,
          .fields = {{"title", std::string(document.value("title"))},
                     {"text", std::string(document.value("text"))}}};
}

void bm_prepare(benchmark::State& state, bool with_facts) {
  tvar::Schema schema = tvar::Schema::default_schema();
  for (tvar::Field& field : schema.fields) field.facts *= with_facts ? 1 : 0;
  DocumentPreparer preparer(schema, *analyzer().impl().stemmer);
  tvar::store::PreparedDocument prepared;
  for (auto _ : state) {
    for (const tvar::Document& document : corpus().documents) {
      preparer.prepare(text_only(document), prepared);
      benchmark::DoNotOptimize(prepared.data.data());
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * corpus().bytes);
}
BENCHMARK_CAPTURE(bm_prepare, without_facts, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_prepare, with_facts, true)->Unit(benchmark::kMillisecond);

void bm_index(benchmark::State& state, ExactForms exact_forms) {
  const tvar::Schema schema = tvar::Schema::default_schema();
  tvar::store::IndexInfo info;
  info.schema = schema;
  double size = 0.0;
  for (auto _ : state) {
    const tvar::testing::TempDir directory;
    {
      tvar::store::Writer writer = tvar::store::Writer::open(directory / "index", info);
      DocumentPreparer preparer(schema, *analyzer().impl().stemmer, nullptr, exact_forms);
      tvar::store::PreparedDocument prepared;
      for (const tvar::Document& document : corpus().documents) {
        preparer.prepare(text_only(document), prepared);
        writer.upsert(prepared);
      }
      writer.commit();
    }
    state.PauseTiming();
    size = static_cast<double>(tvar::store::Reader::open(directory / "index").bytes_on_disk());
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * corpus().bytes);
  state.counters["size"] = size / static_cast<double>(corpus().bytes);
}
BENCHMARK_CAPTURE(bm_index, exact_none, ExactForms::none)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_index, exact_without_positions, ExactForms::without_positions)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bm_index, exact_with_positions, ExactForms::with_positions)->Unit(benchmark::kMillisecond);

// How often the corpus is loaded, so that loads are of the size that was asked for.
std::size_t repetitions() {
  const char* const megabytes = std::getenv("TVAR_BENCH_MB");
  const std::int64_t wanted = std::atoll(megabytes == nullptr ? "40" : megabytes) * 1'000'000;
  return static_cast<std::size_t>(std::max<std::int64_t>(1, (wanted + corpus().bytes / 2) / corpus().bytes));
}

std::int64_t loaded_bytes() {
  return static_cast<std::int64_t>(repetitions()) * corpus().bytes;
}

// The corpus as one file of JSON lines; ids are numbers, since those of a corpus may repeat.
void write_lines(const std::filesystem::path& path) {
  std::ofstream file(path);
  std::size_t number = 0;
  for (std::size_t i = 0; i < repetitions(); ++i) {
    for (const tvar::Document& document : corpus().documents) {
      const nlohmann::json line = {{"id", "d" + std::to_string(number++)},
                                   {"title", std::string(document.value("title"))},
                                   {"text", std::string(document.value("text"))}};
      file << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }
  }
}

// Files of an index by name, bytes.
std::map<std::string, double> sizes(const std::filesystem::path& index) {
  std::map<std::string, double> sizes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(index)) {
    if (entry.is_regular_file())
      sizes[entry.path().filename().string()] += static_cast<double>(entry.file_size());
  }
  return sizes;
}

double total(const std::map<std::string, double>& sizes) {
  double bytes = 0.0;
  for (const auto& [name, size] : sizes) bytes += size;
  return bytes;
}

/// What the summary is made of.
struct Results {
  std::map<std::string, double> speeds;  // MB/s
  std::map<std::string, double> sizes;   // of the optimized index, as a share of the text
  double update_ms = 0.0;
  double search_ms = 0.0;
};

Results& results() {
  static Results kResults;
  return kResults;
}

/// Remembers how fast a benchmark was, over all its iterations.
class Clock {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void report(benchmark::State& state, const std::string& name, const Clock& clock,
            const std::filesystem::path& index) {
  const std::int64_t bytes = static_cast<std::int64_t>(state.iterations()) * loaded_bytes();
  results().speeds[name] = static_cast<double>(bytes) / clock.seconds() / 1e6;
  state.SetBytesProcessed(bytes);
  state.counters["size"] = total(sizes(index)) / static_cast<double>(loaded_bytes());
}

void bm_load(benchmark::State& state) {
  const tvar::testing::TempDir directory;
  write_lines(directory / "corpus.jsonl");
  const Clock clock;
  for (auto _ : state) {
    std::filesystem::remove_all(directory / "index");
    tvar::IndexWriter writer = tvar::IndexWriter::open(
        directory / "index",
        {.lexicon = TVAR_LEXICON_IMAGE, .threads = static_cast<unsigned>(state.range(0))});
    tvar::load_paths(writer, {directory / "corpus.jsonl"}, {.method = tvar::LoadMethod::bulk});
    writer.commit();
  }
  report(state, "load" + std::to_string(state.range(0)), clock, directory / "index");
  tvar::optimize(directory / "index");
  for (const auto& [name, size] : sizes(directory / "index"))
    results().sizes[name] = size / static_cast<double>(loaded_bytes());
}
BENCHMARK(bm_load)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void bm_xapian(benchmark::State& state) {
  const tvar::testing::TempDir directory;
  const Clock clock;
  for (auto _ : state) {
    Xapian::WritableDatabase database((directory / "index").string(), Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    for (std::size_t i = 0; i < repetitions(); ++i) {
      for (const tvar::Document& document : corpus().documents) {
        Xapian::Document made;
        generator.set_document(made);
        generator.index_text(std::string(document.value("title")), 1, "S");
        generator.index_text(std::string(document.value("text")));
        database.add_document(made);
      }
    }
    database.commit();
  }
  report(state, "xapian", clock, directory / "index");
}
BENCHMARK(bm_xapian)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

#ifdef TVAR_BENCH_SQLITE
void bm_fts5(benchmark::State& state) {
  const tvar::testing::TempDir directory;
  const Clock clock;
  for (auto _ : state) {
    std::filesystem::remove_all(directory / "index");
    std::filesystem::create_directory(directory / "index");
    sqlite3* database = nullptr;
    sqlite3_open((directory / "index" / "db").c_str(), &database);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> closer(database, sqlite3_close);
    sqlite3_exec(database, "CREATE VIRTUAL TABLE t USING fts5(title, text, tokenize='unicode61'); BEGIN",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO t VALUES (?, ?)", -1, &insert, nullptr);
    for (std::size_t i = 0; i < repetitions(); ++i) {
      for (const tvar::Document& document : corpus().documents) {
        int column = 0;
        for (const std::string_view value : {document.value("title"), document.value("text")}) {
          sqlite3_bind_text(insert, ++column, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
        }
        sqlite3_step(insert);
        sqlite3_reset(insert);
      }
    }
    sqlite3_finalize(insert);
    if (sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
      state.SkipWithError("no FTS5");
  }
  report(state, "fts5", clock, directory / "index");
}
BENCHMARK(bm_fts5)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
#endif

#ifdef TVAR_BENCH_LUCENE
// A document a line, which no text may break.
void write_texts(const std::filesystem::path& path) {
  const auto put = [](std::string_view text, std::ofstream& file) {
    for (const char c : text) file << (c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
  };
  std::ofstream file(path, std::ios::binary);
  for (std::size_t i = 0; i < repetitions(); ++i) {
    for (const tvar::Document& document : corpus().documents) {
      put(document.value("title"), file);
      file << '\t';
      put(document.value("text"), file);
      file << '\n';
    }
  }
}

void bm_lucene(benchmark::State& state) {
  const tvar::testing::TempDir directory;
  write_texts(directory / "texts");
  const std::string threads = std::to_string(state.range(0));
  const std::string command = "java -cp '" TVAR_BENCH_LUCENE "' LuceneLoad '" +
                              (directory / "texts").string() + "' '" + (directory / "index").string() + "' " +
                              threads;
  for (auto _ : state) {
    std::filesystem::remove_all(directory / "index");
    double seconds = 0;
    if (FILE* output = ::popen(command.c_str(), "r")) {
      if (std::fscanf(output, "%lf", &seconds) != 1) seconds = 0;
      if (::pclose(output) != 0) seconds = 0;
    }
    if (seconds <= 0) return state.SkipWithError("Lucene failed");
    state.SetIterationTime(seconds);
    results().speeds["lucene" + threads] = static_cast<double>(loaded_bytes()) / seconds / 1e6;
    state.counters["size"] =
        total(sizes(directory / "index" / "second")) / static_cast<double>(loaded_bytes());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * loaded_bytes());
}
BENCHMARK(bm_lucene)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->Iterations(1)->UseManualTime();
#endif

constexpr std::size_t kManyDocuments = 60'000;

/// An index of many short documents, made when it is first asked for.
class LargeIndex {
 public:
  LargeIndex() {
    {
      std::ofstream file(directory_ / "many.jsonl");
      for (std::size_t i = 0; i < kManyDocuments; ++i) {
        const std::string_view text = corpus().documents[i % corpus().documents.size()].value("text");
        const nlohmann::json line = {{"id", "d" + std::to_string(i)},
                                     {"text", std::string(text.substr(0, 600))}};
        file << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
      }
    }
    tvar::IndexWriter writer = tvar::IndexWriter::open(path(), {.lexicon = TVAR_LEXICON_IMAGE});
    tvar::load_paths(writer, {directory_ / "many.jsonl"}, {.method = tvar::LoadMethod::bulk});
    writer.commit();
  }
  [[nodiscard]] std::filesystem::path path() const { return directory_ / "index"; }

 private:
  tvar::testing::TempDir directory_;
};

const LargeIndex& large_index() {
  static const LargeIndex kIndex;
  return kIndex;
}

void bm_update_one(benchmark::State& state) {
  tvar::IndexWriter writer = tvar::IndexWriter::open(large_index().path(), {.lexicon = TVAR_LEXICON_IMAGE});
  std::size_t number = 0;
  const Clock clock;
  for (auto _ : state) {
    const std::string_view text = corpus().documents[number % corpus().documents.size()].value("text");
    writer.upsert({.id = "d" + std::to_string(number++ * 7919 % kManyDocuments),
                   .fields = {{"text", std::string(text)}}});
    writer.commit();
  }
  results().update_ms = 1000 * clock.seconds() / static_cast<double>(state.iterations());
}
BENCHMARK(bm_update_one)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

/// The tool, with its output thrown away.
class Tool {
 public:
  explicit Tool(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), TVAR_TOOL);
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (::posix_spawn(&pid_, TVAR_TOOL, &actions, nullptr, pointers.data(), environ) != 0) std::exit(2);
    ::posix_spawn_file_actions_destroy(&actions);
  }
  /// Whether it ended well.
  bool wait() {
    int status = 0;
    return ::waitpid(pid_, &status, 0) == pid_ && status == 0;
  }
  /// Waits, and looks at how much memory it has had: wait4() would count ours, from before it became the tool.
  double wait_for_peak() {
    const std::string path = "/proc/" + std::to_string(pid_) + "/status";
    double kilobytes = 0.0;
    int status = 0;
    while (::waitpid(pid_, &status, WNOHANG) == 0) {
      std::ifstream file(path);
      for (std::string line; std::getline(file, line);) {
        if (line.starts_with("VmHWM:")) kilobytes = std::max(kilobytes, std::atof(line.c_str() + 6));
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return status == 0 ? kilobytes * 1024 / 1e6 : 0.0;
  }

 private:
  pid_t pid_ = 0;
};

void bm_search_process(benchmark::State& state) {
  const std::string index = large_index().path().string();
  const Clock clock;
  for (auto _ : state) {
    if (!Tool({"search", "nový dokument", "--index", index}).wait())
      state.SkipWithError("tvar search failed");
  }
  results().search_ms = 1000 * clock.seconds() / static_cast<double>(state.iterations());
}
BENCHMARK(bm_search_process)->Unit(benchmark::kMillisecond)->UseRealTime();

void print_summary() {
  Results& found = results();
  const auto ratio = [&found](const char* label, const char* a, const char* b) {
    if (found.speeds.contains(a) && found.speeds.contains(b))
      std::printf("  %-58s %8.2f x\n", label, found.speeds[a] / found.speeds[b]);
  };
  std::printf("\nSummary, %.1f MB of text:\n", static_cast<double>(loaded_bytes()) / 1e6);
  ratio("bulk load, two threads, against one Xapian writer", "load2", "xapian");
  ratio("bulk load, one thread, against one Xapian writer", "load1", "xapian");
  ratio("bulk load, two threads, against SQLite FTS5", "load2", "fts5");
  ratio("bulk load, two threads, against Lucene with two", "load2", "lucene2");
  ratio("bulk load, one thread, against Lucene with one", "load1", "lucene1");
  ratio("bulk load, two threads against one", "load2", "load1");
  if (!found.sizes.empty()) {
    const double stored = found.sizes["docdata.glass"];
    std::printf("  %-58s %8.2f\n", "optimized index / text, without stored text",
                total(found.sizes) - stored);
    for (const auto& [name, size] : found.sizes)
      if (size >= 0.01) std::printf("    %-56s %8.2f\n", name.c_str(), size);
    const tvar::testing::TempDir directory;
    write_lines(directory / "corpus.jsonl");
    Tool tool({"index", (directory / "corpus.jsonl").string(), "--index", (directory / "index").string()});
    std::printf("  %-58s %8.0f MB\n", "tvar index, most memory", tool.wait_for_peak());
  }
  if (found.update_ms > 0)
    std::printf("  %-58s %8.1f ms\n", "one of 60,000 documents replaced", found.update_ms);
  if (found.search_ms > 0)
    std::printf("  %-58s %8.1f ms\n", "tvar search there, from its start to its end", found.search_ms);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  print_summary();
  return 0;
}
