// SPDX-License-Identifier: GPL-2.0-or-later
// MB of text a second on the way in, for the readable files below $TVAR_BENCH_CORPUS (at most 64 MB), read before the
// loops: the analysis chain alone, then whole indexes with the exact forms of words left out, without positions, and with
// positions, as an index has them. "size" is that of the index as a share of the text, stored text included.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "index/store.h"
#include "lib/analysis/analyzer_impl.h"
#include "lib/indexing/document_preparer.h"
#include "tests/support/temp_dir.h"
#include "tvar/analyzer.h"
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
      DocumentPreparer preparer(schema, *analyzer().impl().stemmer, exact_forms);
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

}  // namespace
