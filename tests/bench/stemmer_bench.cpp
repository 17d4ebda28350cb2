// SPDX-License-Identifier: GPL-2.0-or-later
// Words a second of every stemmer, and how long the lexicon takes to open. The words are running Czech text, so their
// mix of frequent and rare ones is the real one: all files below $TVAR_BENCH_CORPUS (the analyzer lower-cases; here
// only ASCII is).
#include <benchmark/benchmark.h>

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "stemmers/lexicon/image.h"
#include "stemmers/registry.h"

namespace {

bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80U || std::isalpha(static_cast<unsigned char>(c)) != 0;
}

void add_words(const std::filesystem::path& path, std::vector<std::string>& words) {
  std::ifstream in(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  std::string word;
  for (const char c : text + ' ') {
    if (is_letter(c)) {
      word.push_back(static_cast<char>(static_cast<unsigned char>(c) < 0x80U ? std::tolower(c) : c));
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
}

const std::vector<std::string>& corpus() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all;
    if (const char* folder = std::getenv("TVAR_BENCH_CORPUS"); folder != nullptr) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) add_words(entry.path(), all);
      }
    }
    if (all.empty())
      all = {"v", "azylových", "domech", "pro", "nezaměstnané", "bylo", "města", "obce", "nízkoprahového"};
    return all;
  }();
  return words;
}

void stem(benchmark::State& state, const tvar::stemmers::StemmerEntry* entry, tvar::StemMode mode) {
  const auto stemmer = entry->make({.lexicon = TVAR_LEXICON_IMAGE});
  tvar::Readings readings;
  const std::vector<std::string>& words = corpus();
  for (auto _ : state) {
    for (const std::string& word : words) {
      stemmer->stem(word, mode, readings);
      benchmark::DoNotOptimize(readings.size());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}

void open_lexicon(benchmark::State& state) {
  for (auto _ : state) {
    const tvar::stemmers::lexicon::Image image{std::filesystem::path(TVAR_LEXICON_IMAGE)};
    benchmark::DoNotOptimize(image.content_hash());
  }
}
BENCHMARK(open_lexicon)->Unit(benchmark::kMicrosecond);

const bool registered = [] {
  for (const auto& entry : tvar::stemmers::registry()) {
    const std::string name(entry.name);
    benchmark::RegisterBenchmark((name + "/document").c_str(), stem, &entry, tvar::StemMode::document);
    benchmark::RegisterBenchmark((name + "/folded_query").c_str(), stem, &entry,
                                 tvar::StemMode::folded_query);
  }
  return true;
}();

}  // namespace
