// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/czech_light.h"

#include <array>
#include <cstddef>
#include <span>

#include "stemmers/fold.h"
#include "stemmers/utf8.h"

namespace tvar::stemmers {
namespace {

// Case endings, the longest (in letters) first; the first that fits is taken off.
constexpr std::array<std::string_view, 53> kCaseEndings = {
    "atech",                                       // kuřatech
    "ětem",  "etem", "atům",                       // děvčetem, kuřetem, kuřatům
    "ech",   "ich",  "ích",  "ách", "ých",         // hradech, mužích, ženách, mladých
    "ého",   "ího",  "iho",  "ému", "ímu", "imu",  // mladého, jarního, mladému, jarnímu
    "ěmi",   "emi",  "ími",  "ými", "ami", "ama",  // písněmi, růžemi, jarními, mladými, ženami
    "ěte",   "ete",  "ěti",  "eti", "ata", "aty",  // děvčete, kuřete, děvčeti, kuřeti, kuřata
    "ové",   "ovi",                                // pánové, pánovi
    "em",    "es",   "ém",   "ím",  "ům",  "at",  "ám", "os",  // hradem, mladém, jarním, hradům, kuřat, ženám
    "us",    "ým",   "mi",   "ou",                             // mladým, kostmi, ženou
    "a",     "e",    "i",    "o",   "u",   "ů",   "y",  // žena, růže, muži, město, hradu, hradů, ženy
    "á",     "é",    "í",    "ý",   "ě"};               // mladá, mladé, jarní, mladý, ženě
constexpr std::size_t kLettersBeforeCase = 3;

// Suffixes of adjectives made of names: otcův, otcova (after -a), matčin.
constexpr std::array<std::string_view, 3> kPossessives = {"ov", "ův", "in"};
constexpr std::size_t kLettersBeforePossessive = 4;

// How the last consonants looked before the ending changed them.
struct Change {
  std::string_view from;
  std::string_view to;
};
constexpr std::array<Change, 6> kChanges = {{
    {"čt", "ck"},  // němečtí → německ-
    {"št", "sk"},  // čeští → česk-
    {"c", "k"},    // vlci → vlk-
    {"č", "k"},    // člověče → člověk-
    {"z", "h"},    // vrazi → vrah-
    {"ž", "h"},    // bože → boh-
}};

// Takes off the first suffix that fits and leaves enough letters.
void take_off(std::span<const std::string_view> suffixes, std::size_t letters_before, std::string& word) {
  const std::size_t letters = count_letters(word);
  for (const std::string_view suffix : suffixes) {
    if (!word.ends_with(suffix) || letters < count_letters(suffix) + letters_before) continue;
    word.resize(word.size() - suffix.size());
    return;
  }
}

void undo_changes(std::string& stem) {
  for (const Change& change : kChanges) {
    if (!stem.ends_with(change.from)) continue;
    stem.replace(stem.size() - change.from.size(), change.from.size(), change.to);
    return;
  }
  const std::string_view last = last_letter(stem);
  const std::string_view before = last_letter(std::string_view(stem).substr(0, stem.size() - last.size()));
  const std::size_t at = stem.size() - last.size() - before.size();
  if (before == "e") {
    stem.erase(at, before.size());  // pes, psa → ps
  } else if (before == "ů" && at > 0) {
    stem.replace(at, before.size(), "o");  // dům, domu → dom
  }
}

void stem_in_place(std::string& word) {
  take_off(kCaseEndings, kLettersBeforeCase, word);
  take_off(kPossessives, kLettersBeforePossessive, word);
  undo_changes(word);
}

}  // namespace

void light_stem(std::string_view word, std::string& out) {
  out = cut_to(word, kMaxTermBytes);
  stem_in_place(out);
}

void folded_light_stem(std::string_view word, std::string& out) {
  out.clear();
  append_folded(cut_to(word, kMaxTermBytes), out);
  stem_in_place(out);
}

void CzechLight::stem(std::string_view word, StemMode mode, Readings& out) const {
  out.clear();
  if (word.empty()) return;
  if (mode != StemMode::folded_query) light_stem(word, out.add(ReadingKind::lemma, 1.0F).term);
  if (mode != StemMode::query) folded_light_stem(word, out.add(ReadingKind::folded_stem, 1.0F).term);
}

std::unique_ptr<const Stemmer> CzechLight::make(const StemmerOptions& /*options*/) {
  return std::make_unique<CzechLight>();
}

}  // namespace tvar::stemmers
