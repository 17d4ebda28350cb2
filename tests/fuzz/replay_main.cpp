// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a fuzz target without libFuzzer, as a test under any compiler:
//
//     NAME_fuzz FOLDER [SECONDS [SEED]]
//
// first each file of FOLDER (the seeds; none when there is no such folder), then for SECONDS (1) random inputs made of
// raw bytes, of pieces of Czech text, and of seeds with bytes changed, cut or repeated. The seed of the generator is
// printed, also when the program dies: with it, the same inputs come again.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/seed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

// What tends to matter to a tokenizer or a parser: accents in both normal forms, soft hyphens, joiners, quotes,
// brackets, operators, markup, broken UTF-8, and characters at the borders of the encoding's lengths.
constexpr std::string_view kPieces[] = {
    "azylový dům",
    "nej",
    "ne",
    "ČERVEN",
    "prů\u030Cvan",
    "o. p. s.",
    "s.r.o.",
    "č. j. 12/2008",
    "1. 2. 2010",
    "2008–2012",
    "-",
    "\u00AD",
    "\u200D",
    "\uFEFF",
    "„",
    "“",
    "\"",
    "'",
    "(",
    ")",
    " OR ",
    "town:",
    "..",
    "=",
    "^",
    "~",
    "*",
    "\\",
    "<p>",
    "</p>",
    "<!--",
    "&amp;",
    "&#x10FFFF;",
    "\n\n",
    "# ",
    "- ",
    "---\n",
    "{\"id\":",
    "}",
    "[",
    "\t",
    "\r",
    " ",
    "0",
    "\xC3",
    "\xED\xA0\x80",
    "\xF4\x90\x80\x80",
    "\xFF",
    "\u07FF",
    "\uFFFF",
    "\U0001F600",
    "ﬁ",
    "Ⅻ",
    "http://a.cz/?b=č",
};

std::size_t pick(std::mt19937_64& random, std::size_t below) {
  return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
}

std::string raw_bytes(std::mt19937_64& random) {
  std::string input(pick(random, 200), '\0');
  for (char& c : input) c = static_cast<char>(pick(random, 256));
  return input;
}

std::string joined_pieces(std::mt19937_64& random) {
  std::string input(pick(random, 3), '\0');  // targets often read options from the first bytes
  for (std::size_t n = pick(random, 40); n > 0; --n) input += kPieces[pick(random, std::size(kPieces))];
  return input;
}

std::string changed(std::string input, std::mt19937_64& random) {
  for (std::size_t n = pick(random, 8); n > 0 && !input.empty(); --n) {
    const std::size_t at = pick(random, input.size());
    switch (pick(random, 4)) {
      case 0:
        input[at] = static_cast<char>(pick(random, 256));
        break;
      case 1:
        input.resize(at);
        break;
      case 2:
        input.insert(at, kPieces[pick(random, std::size(kPieces))]);
        break;
      default:
        input += input.substr(at, pick(random, 100));
        break;
    }
  }
  return input;
}

std::vector<std::string> read_seeds(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(folder)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const std::filesystem::path& file : files) {
    std::ifstream stream(file, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  return seeds;
}

std::string next_input(const std::vector<std::string>& seeds, std::mt19937_64& random) {
  const std::size_t kind = pick(random, 3);
  if (kind == 0) return raw_bytes(random);
  if (kind == 1 || seeds.empty()) return joined_pieces(random);
  return changed(seeds[pick(random, seeds.size())], random);
}

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> seeds = read_seeds(argc > 1 ? argv[1] : "");
  const std::chrono::duration<double> time(argc > 2 ? std::atof(argv[2]) : 1.0);
  const std::uint64_t seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : tvar::test_seed();
  std::cout << seeds.size() << " seeds, then random inputs with generator seed " << seed << std::endl;

  for (const std::string& input : seeds) run(input);
  std::mt19937_64 random(seed);
  std::uint64_t count = 0;
  const auto end = std::chrono::steady_clock::now() + time;
  for (; std::chrono::steady_clock::now() < end; ++count) run(next_input(seeds, random));
  std::cout << count << " random inputs" << std::endl;
}
