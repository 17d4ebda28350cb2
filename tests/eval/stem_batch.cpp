// SPDX-License-Identifier: GPL-2.0-or-later
// Reads one word a line and prints the terms of its readings on one line, for conflation.py and the like:
//
//   stem_batch [--stemmer NAME] [--lexicon FILE] [--query] [--folded] [--merge-negation] < words > terms
//
// A guess is marked with "~", a folded stem with "^", a lemma not at all, so that the name spaces stay apart.
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "stemmers/registry.h"

namespace {

struct Arguments {
  std::string stemmer{tvar::stemmers::registry().front().name};
  tvar::stemmers::StemmerOptions options;
  bool query = false;
  bool folded = false;
};

// Returns false for arguments it does not know.
bool parse(const std::vector<std::string_view>& words, Arguments& arguments) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const bool has_value = i + 1 < words.size();
    if (word == "--query") {
      arguments.query = true;
    } else if (word == "--folded") {
      arguments.folded = true;
    } else if (word == "--merge-negation") {
      arguments.options.merge_negation = true;
    } else if (word == "--stemmer" && has_value) {
      arguments.stemmer = words[++i];
    } else if (word == "--lexicon" && has_value) {
      arguments.options.lexicon = words[++i];
    } else {
      return false;
    }
  }
  return true;
}

tvar::StemMode mode_of(const Arguments& arguments) {
  if (arguments.query) return arguments.folded ? tvar::StemMode::folded_query : tvar::StemMode::query;
  return arguments.folded ? tvar::StemMode::folded_document : tvar::StemMode::document;
}

std::string_view mark_of(tvar::ReadingKind kind) {
  switch (kind) {
    case tvar::ReadingKind::lemma:
      return "";
    case tvar::ReadingKind::guess:
      return "~";
    case tvar::ReadingKind::folded_stem:
      return "^";
  }
  return "";
}

void print_terms(const tvar::Stemmer& stemmer, tvar::StemMode mode) {
  tvar::Readings readings;
  std::string word;
  while (std::getline(std::cin, word)) {
    stemmer.stem(word, mode, readings);
    for (const tvar::Reading& reading : readings) std::cout << mark_of(reading.kind) << reading.term << ' ';
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) try {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  Arguments arguments;
  if (!parse({argv + 1, argv + argc}, arguments)) {
    std::cerr
        << "usage: stem_batch [--stemmer NAME] [--lexicon FILE] [--query] [--folded] [--merge-negation]\n";
    return 2;
  }
  const tvar::stemmers::StemmerEntry* entry = tvar::stemmers::find_stemmer(arguments.stemmer);
  if (entry == nullptr) {
    std::cerr << "stem_batch: no stemmer is called " << arguments.stemmer << '\n';
    return 2;
  }
  print_terms(*entry->make(arguments.options), mode_of(arguments));
  return 0;
} catch (const std::exception& error) {
  std::cerr << "stem_batch: " << error.what() << '\n';
  return 1;
}
