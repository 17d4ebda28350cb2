// SPDX-License-Identifier: GPL-2.0-or-later
// Prints what the linguistic half of the compiler makes, for measuring and distilling; a development tool.
//
//   lexicon_dump AFF DIC TABLES           form, lemma, class, negated, weight, frequency; tab-separated
//   lexicon_dump AFF DIC TABLES --slots   all readings before ranking: form, lemma, class, prefix, slot, kind, bare
#include <cstdio>
#include <exception>
#include <string_view>

#include "stemmers/lexicon/compile_lexicon.h"

namespace {

using namespace tvar::stemmers::lexicon;

const char* name_of(WordClass word_class) {
  return word_class == WordClass::verb ? "verb" : "other";
}

void print_slots(char** argv) {
  for_each_reading(
      read_hunspell(argv[1], argv[2]), read_tables(argv[3]),
      [](const Reading& reading) {
        std::printf("%s\t%s\t%s\t%d\t%s\t%s\t%d\n", reading.form.c_str(), reading.lemma.c_str(),
                    name_of(reading.word_class), static_cast<int>(reading.prefix), reading.slot.c_str(),
                    reading.kind.c_str(), reading.bare ? 1 : 0);
      },
      [](const std::string&, const std::string&, DerivationKind) {});
}

void print_analyses(char** argv) {
  const LexiconData data = compile_lexicon(argv[1], argv[2], argv[3]);
  for (const Analysis& analysis : data.analyses) {
    std::printf("%.*s\t%.*s\t%s\t%d\t%.4f\t%.6g\n", static_cast<int>(analysis.form.size()),
                analysis.form.data(), static_cast<int>(analysis.lemma.size()), analysis.lemma.data(),
                name_of(analysis.word_class), analysis.negated ? 1 : 0, static_cast<double>(analysis.weight),
                static_cast<double>(analysis.frequency));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: lexicon_dump AFF DIC TABLES [--slots]\n", stderr);
    return 2;
  }
  try {
    if (argc > 4 && std::string_view(argv[4]) == "--slots") {
      print_slots(argv);
    } else {
      print_analyses(argv);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "lexicon_dump: %s\n", error.what());
    return 2;
  }
  return 0;
}
