// SPDX-License-Identifier: GPL-2.0-or-later
// MB of text a second on the way in, for the readable files below $TVAR_BENCH_CORPUS (at most 64 MB), read before the
// loops: the analysis chain alone, then whole indexes with the exact forms of words left out, without positions, and with
// positions, as an index has them. "size" is that of the index as a share of the text, stored text included.
//
// Then whole loads, files read and all: bm_load with one thread and with two, against what others do with the same text:
// bm_xapian is one Xapian database with its TermGenerator (lower case and positions, no Czech, no facets, no stored text) and its default
// flushing, bm_fts5 SQLite's full-text table. Last, replacing one document of a large index, commit included.
#include <benchmark/benchmark.h>
#include <xapian.h>
#ifdef TVAR_BENCH_SQLITE
#include <sqlite3.h>
#endif

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "index/store.h"
#include "lib/analysis/analyzer_impl.h"
#include "lib/indexing/document_preparer.h"
#include "tests/support/temp_dir.h"
#include "tvar/analyzer.h"
#include "tvar/index_writer.h"
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
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file() || !tvar::is_readable(entry.path())) continue;
    const auto keep = [&corpus](tvar::Document&& document) {
      corpus.bytes += text_bytes(document);
      corpus.documents.push_back(std::move(document));
      return corpus.bytes < kEnough;
    };
    tvar::read_file(entry.path(), entry.path().filename().string(), keep, [](tvar::ReadProblem&&) {});
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

// The corpus as one file of JSON lines; ids are numbers, since those of a corpus may repeat.
void write_lines(const std::filesystem::path& path) {
  std::ofstream file(path);
  std::size_t number = 0;
  for (const tvar::Document& document : corpus().documents) {
    const nlohmann::json line = {{"id", "d" + std::to_string(number++)},
                                 {"title", std::string(document.value("title"))},
                                 {"text", std::string(document.value("text"))}};
    file << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
}

void report(benchmark::State& state, const std::filesystem::path& index) {
  double size = 0.0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(index)) {
    if (entry.is_regular_file()) size += static_cast<double>(entry.file_size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * corpus().bytes);
  state.counters["size"] = size / static_cast<double>(corpus().bytes);
}

void bm_load(benchmark::State& state) {
  const tvar::testing::TempDir directory;
  write_lines(directory / "corpus.jsonl");
  for (auto _ : state) {
    std::filesystem::remove_all(directory / "index");
    tvar::IndexWriter writer = tvar::IndexWriter::open(
        directory / "index",
        {.lexicon = TVAR_LEXICON_IMAGE, .threads = static_cast<unsigned>(state.range(0))});
    tvar::load_paths(writer, {directory / "corpus.jsonl"}, {.method = tvar::LoadMethod::bulk});
    writer.commit();
  }
  report(state, directory / "index");
}
BENCHMARK(bm_load)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void bm_xapian(benchmark::State& state) {
  const tvar::testing::TempDir directory;
  for (auto _ : state) {
    Xapian::WritableDatabase database((directory / "index").string(), Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    for (const tvar::Document& document : corpus().documents) {
      Xapian::Document made;
      generator.set_document(made);
      generator.index_text(std::string(document.value("title")), 1, "S");
      generator.index_text(std::string(document.value("text")));
      database.add_document(made);
    }
    database.commit();
  }
  report(state, directory / "index");
}
BENCHMARK(bm_xapian)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

#ifdef TVAR_BENCH_SQLITE
void bm_fts5(benchmark::State& state) {
  const tvar::testing::TempDir directory;
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
    for (const tvar::Document& document : corpus().documents) {
      int column = 0;
      for (const std::string_view value : {document.value("title"), document.value("text")}) {
        sqlite3_bind_text(insert, ++column, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
      }
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    if (sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
      state.SkipWithError("no FTS5");
  }
  report(state, directory / "index");
}
BENCHMARK(bm_fts5)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
#endif

void bm_update_one(benchmark::State& state) {
  constexpr std::size_t kDocuments = 60'000;
  const tvar::testing::TempDir directory;
  {
    std::ofstream file(directory / "many.jsonl");
    for (std::size_t i = 0; i < kDocuments; ++i) {
      const std::string_view text = corpus().documents[i % corpus().documents.size()].value("text");
      const nlohmann::json line = {{"id", "d" + std::to_string(i)},
                                   {"text", std::string(text.substr(0, 600))}};
      file << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }
  }
  tvar::IndexWriter writer = tvar::IndexWriter::open(directory / "index", {.lexicon = TVAR_LEXICON_IMAGE});
  tvar::load_paths(writer, {directory / "many.jsonl"});
  writer.commit();
  std::size_t number = 0;
  for (auto _ : state) {
    const std::string_view text = corpus().documents[number % corpus().documents.size()].value("text");
    writer.upsert(
        {.id = "d" + std::to_string(number++ * 7919 % kDocuments), .fields = {{"text", std::string(text)}}});
    writer.commit();
  }
}
BENCHMARK(bm_update_one)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

}  // namespace
