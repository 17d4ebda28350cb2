// SPDX-License-Identifier: GPL-2.0-or-later
// The lexicon compiler, run in the build: hunspell dictionary and our tables in, one image out.
//
//   tvar_lexicon_compiler AFF DIC TABLES OUTPUT [--hide-fifth]
//
// --hide-fifth leaves a fifth of the lemmas out, for measuring how well the rest lets the guesser guess them.
#include <algorithm>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "stemmers/lexicon/analysis_source.h"
#include "stemmers/lexicon/format.h"
#include "stemmers/lexicon/guesser_trainer.h"
#include "stemmers/lexicon/image_builder.h"
#include "tvar/error.h"

namespace {

namespace lexicon = tvar::stemmers::lexicon;

// Which lemmas are hidden. An adverb, a noun in -ost, a possessive or a -ský adjective goes with the word it is derived from,
// and a negated nominal with its affirmative: who does not know the one does not know the other.
class Hidden {
 public:
  explicit Hidden(const std::vector<lexicon::Derivation>& derivations) {
    for (const lexicon::Derivation& derivation : derivations)
      bases_.emplace(derivation.derived, derivation.lemma);
  }
  [[nodiscard]] bool operator()(std::string_view lemma) const {
    for (int steps = 0; steps < 3; ++steps) {
      const auto base = bases_.find(lemma);
      if (base == bases_.end()) break;
      lemma = base->second;
    }
    return lexicon::hash_bytes(lemma.data(), lemma.size()) % 5 == 0;
  }
  [[nodiscard]] bool operator()(const lexicon::Analysis& analysis) const {
    const bool with_ne = analysis.negated && analysis.word_class != lexicon::WordClass::verb;
    return (*this)(with_ne && analysis.lemma.starts_with("ne") ? analysis.lemma.substr(2) : analysis.lemma);
  }

 private:
  std::unordered_map<std::string_view, std::string_view> bases_;
};

void hide_fifth(lexicon::LexiconData& data) {
  const Hidden hidden(data.derivations);
  std::erase_if(data.analyses, [&](const lexicon::Analysis& analysis) { return hidden(analysis); });
  std::erase_if(data.derivations,
                [&](const lexicon::Derivation& derivation) { return hidden(derivation.lemma); });
}

// Writes beside the target and renames: an interrupted build leaves no half image behind.
void write_file(const std::filesystem::path& path, std::span<const std::byte> bytes) {
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
  std::filesystem::path temporary = path;
  temporary += ".new";
  std::ofstream out(temporary, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw tvar::Error(tvar::ErrorCode::io, temporary.string() + ": write failed");
  std::filesystem::rename(temporary, path);
}

void compile(const std::vector<std::string>& paths, bool hide) {
  lexicon::LexiconData data = lexicon::compile_lexicon(paths[0], paths[1], paths[2]);
  if (hide) hide_fifth(data);
  const lexicon::Alphabet alphabet = lexicon::alphabet_of(data);
  // The folded guesser on a second core.
  auto folded_later = std::async(std::launch::async,
                                 [&] { return lexicon::train_guesser(data, alphabet, {.folded = true}); });
  const std::vector<std::byte> guesser = lexicon::train_guesser(data, alphabet);
  const std::vector<std::byte> folded = folded_later.get();
  const std::vector<std::byte> image = lexicon::build_image(data, {guesser, folded});
  write_file(paths[3], image);
  std::cout << paths[3] << ": " << data.analyses.size() << " readings, " << image.size()
            << " bytes (guessers " << guesser.size() << " + " << folded.size() << ")\n";
}

}  // namespace

int main(int argc, char** argv) try {
  std::vector<std::string> paths(argv + 1, argv + argc);
  const auto option = std::find(paths.begin(), paths.end(), "--hide-fifth");
  const bool hide = option != paths.end();
  if (hide) paths.erase(option);
  if (paths.size() != 4) {
    std::cerr << "usage: tvar_lexicon_compiler AFF DIC TABLES OUTPUT [--hide-fifth]\n";
    return 2;
  }
  compile(paths, hide);
  return 0;
} catch (const tvar::Error& error) {
  std::cerr << "tvar_lexicon_compiler: " << error.what() << '\n' << error.hint() << '\n';
  return 1;
} catch (const std::exception& error) {
  std::cerr << "tvar_lexicon_compiler: " << error.what() << '\n';
  return 1;
}
