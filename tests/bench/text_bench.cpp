// SPDX-License-Identifier: GPL-2.0-or-later
// MB/s of the steps that turn bytes into tokens, on the *.txt files below $TVAR_BENCH_CORPUS (at most 64 MB), or on a built-in
// page repeated. All is read before the loops.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "lib/text/collation.h"
#include "lib/text/fold.h"
#include "lib/text/normalizer.h"
#include "lib/text/sentences.h"
#include "lib/text/tokenizer.h"

namespace {

using namespace tvar::text;

std::string built_in_text() {
  constexpr std::string_view kPage =
      "Lokální partnerství vzniklo v červenci 2008 podpisem memoranda o spolupráci. Člověk v tísni, o. p. "
      "s., tu podle "
      "§ 35 zákona č. 108/2006 Sb. provozuje azylový dům pro 24 rodin. Dne 14. 4. 2016 schválilo "
      "zastupitelstvo města "
      "Ústí nad Labem „Strategický plán sociálního začleňování“ – mimo jiné i nízkoprahové zařízení pro děti "
      "a mládež.\n";
  std::string text;
  while (text.size() < (std::size_t{4} << 20U)) text += kPage;
  return text;
}

std::string read_corpus(const std::filesystem::path& folder) {
  constexpr std::size_t kEnough = std::size_t{64} << 20U;
  std::string text;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".txt" || text.size() > kEnough) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    text.append(std::istreambuf_iterator<char>(file), {});
  }
  return text;
}

const std::string& sample() {
  static const std::string text = [] {
    const char* const folder = std::getenv("TVAR_BENCH_CORPUS");
    std::string corpus = folder == nullptr ? std::string() : read_corpus(folder);
    return corpus.empty() ? built_in_text() : corpus;
  }();
  return text;
}

void report(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(sample().size()));
}

void tokenize(benchmark::State& state, const std::string& text) {
  Tokenizer tokenizer;
  std::size_t tokens = 0;
  for (auto _ : state) {
    tokenizer.tokenize(text, [&](std::span<const Token> batch) {
      tokens += batch.size();
      return true;
    });
  }
  benchmark::DoNotOptimize(tokens);
  report(state);
}

void BM_Tokenize(benchmark::State& state) {
  tokenize(state, sample());
}
BENCHMARK(BM_Tokenize);

/// A removed character in every stretch, so that nothing is taken as it is.
void BM_TokenizeUnnormalized(benchmark::State& state) {
  std::string text = sample();
  for (std::size_t line = text.find('\n'); line != std::string::npos; line = text.find('\n', line + 4)) {
    text.insert(line, "\u00AD");
  }
  tokenize(state, text);
}
BENCHMARK(BM_TokenizeUnnormalized);

void BM_Normalize(benchmark::State& state) {
  Normalizer normalizer;
  for (auto _ : state) benchmark::DoNotOptimize(normalizer.normalize(sample()).size());
  report(state);
}
BENCHMARK(BM_Normalize);

void BM_SplitSentences(benchmark::State& state) {
  std::vector<ByteRange> passages;
  for (auto _ : state) {
    split_sentences(sample(), passages);
    benchmark::DoNotOptimize(passages.size());
  }
  report(state);
}
BENCHMARK(BM_SplitSentences);

/// The words of the sample, as folding meets them: a whole text with a single dash in it would be left to ICU.
const std::vector<std::string>& words() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> texts;
    Tokenizer tokenizer;
    tokenizer.tokenize(sample(), [&](std::span<const Token> batch) {
      for (const Token& token : batch) texts.emplace_back(token.text);
      return true;
    });
    return texts;
  }();
  return all;
}

template <std::string (*fold)(std::string_view)>
void BM_FoldWords(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string& word : words()) benchmark::DoNotOptimize(fold(word).size());
  }
  report(state);
}
BENCHMARK(BM_FoldWords<fold_case>);
BENCHMARK(BM_FoldWords<fold_diacritics>);

void BM_CollationKey(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(collation_key("Oblastní charita Ústí nad Labem").size());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(BM_CollationKey);

}  // namespace
