// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/czech.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "stemmers/czech_light.h"
#include "stemmers/fold.h"
#include "stemmers/utf8.h"
#include "tvar/error.h"

namespace tvar::stemmers {
namespace {

using lexicon::Hit;
using lexicon::Hits;
using lexicon::kStepRatio;
using lexicon::Letters;

constexpr std::string_view kVerbMark = "/v";

// Readings below this share of the best one are dropped.
constexpr float kLeastRatio = 0.10F;
constexpr float kLeastFoldedRatio = 0.02F;

// A guess of this weight is as good as sure.
constexpr float kSureGuess = 0.9F;

// What the light stem weighs beside the folded guesses.
constexpr float kLightStemWeight = 0.5F;

// What all folded stems weigh in a query whose word the lexicon has.
constexpr float kBesideLemmasWeight = 0.05F;

// The second part of a compound has at least so many letters, the first part too.
constexpr std::size_t kLeastTail = 5;
constexpr std::size_t kLeastHead = 3;

// What may stand before any word and make a new one that no dictionary has.
constexpr std::array<std::string_view, 40> kPrefixes = {
    "anti",   "auto",   "bio",   "eko",   "euro",  "ex",    "extra", "foto",  "hyper", "infra",
    "inter",  "kontra", "kyber", "makro", "malo",  "mega",  "mezi",  "mikro", "mimo",  "mini",
    "multi",  "nad",    "nano",  "neo",   "novo",  "polo",  "post",  "pra",   "proti", "před",
    "pseudo", "samo",   "spolu", "sub",   "super", "trans", "ultra", "velko", "vice",  "znovu"};

// Endings of transgressives and of the finite forms they go with.
struct Ending {
  std::string_view transgressive;
  std::string_view finite;
};
constexpr std::array<Ending, 8> kTransgressives = {{
    {"ouce", "ou"},  // nesouce: nesou
    {"ouc", "ou"},   // nesouc
    {"íce", "í"},    // prosíce: prosí
    {"íc", "í"},     // prosíc
    {"vše", "l"},    // udělavše: udělal
    {"vši", "l"},    // udělavši
    {"v", "l"},      // udělav
    {"je", "jí"},    // dělaje: dělají
}};

// A word is made of letters; an apostrophe or hyphen may stand inside (d'artagnan, česko-německý).
constexpr std::array<bool, 256> kWordBytes = [] {
  std::array<bool, 256> result{};
  for (std::size_t byte = 0; byte < result.size(); ++byte) {
    result[byte] = (byte >= 'a' && byte <= 'z') || byte >= 0x80U || byte == '-' || byte == '\'';
  }
  return result;
}();

bool is_word(std::string_view text) noexcept {
  bool word = true;
  for (const char byte : text) word = word && kWordBytes[static_cast<unsigned char>(byte)];
  return word;
}

// nejxový-ější-ch, nejxov-ěji
bool is_superlative(std::string_view word) noexcept {
  if (!word.starts_with("nej") || word.size() < 8) return false;
  if (word.ends_with("ěji") || word.ends_with("eji")) return true;
  const std::string_view end = word.substr(word.size() - 6);
  return end.find("š") != end.npos || end.find("ejs") != end.npos;
}

// The form is its own lemma.
bool is_identity(const Hit& hit) noexcept {
  return hit.edit.cut == 0 && hit.edit.prefix == 0 && hit.added_size == 0;
}

// Adjectives, adverbs and nouns in -ost: the words that ne- is put before. Without diacritics only -ný is told.
bool is_adjectival(std::string_view lemma) noexcept {
  return lemma.ends_with("ý") || lemma.ends_with("í") || lemma.ends_with("ě") || lemma.ends_with("ost") ||
         lemma.ends_with("ny");
}

// The best reading first; stable, because equal ones are already in the order of the lexicon.
void sort_readings(Readings& out) {
  std::stable_sort(out.begin(), out.end(),
                   [](const Reading& a, const Reading& b) { return a.weight > b.weight; });
}

// Drops what is improbable beside the best reading and makes the weights shares.
void normalise(float least_ratio, Readings& out) {
  std::size_t kept = 0;
  float sum = 0;
  while (kept < out.size() && out[kept].weight >= least_ratio * out[0].weight) sum += out[kept++].weight;
  out.truncate(kept);
  for (Reading& reading : out) reading.weight /= sum;
}

// Joins the last reading with an earlier one of the same term.
void merge_last(Readings& out) {
  const Reading& last = out[out.size() - 1];
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    if (out[i].kind != last.kind || out[i].term != last.term) continue;
    out[i].weight += last.weight;
    out.truncate(out.size() - 1);
    return;
  }
}

std::string make_id(std::uint64_t hash, bool merge_negation) {
  std::string id = "czech/1+";
  for (unsigned shift = 64; shift > 0; shift -= 4)
    id.push_back("0123456789abcdef"[(hash >> (shift - 4U)) & 15U]);
  if (merge_negation) id += "+merge_negation";
  return id;
}

}  // namespace

Czech::Czech(lexicon::Image image, bool merge_negation)
    : lexicon_(std::move(image)),
      guesser_(lexicon_.image().guesser(), "lexicon"),
      folded_guesser_(lexicon_.image().folded_guesser(), "lexicon"),
      families_(lexicon_),
      merge_negation_(merge_negation),
      id_(make_id(lexicon_.image().content_hash(), merge_negation)) {}

std::unique_ptr<const Stemmer> Czech::make(const StemmerOptions& options) {
  return std::make_unique<Czech>(lexicon::Image(options.lexicon), options.merge_negation);
}

void Czech::stem(std::string_view word, StemMode mode, Readings& out) const {
  out.clear();
  if (word.empty()) return;
  Letters letters;
  if (!is_word(word) || !lexicon_.alphabet().decode(word, letters)) {
    out.add(ReadingKind::lemma, 1.0F).term = cut_to(word, kMaxTermBytes);
    return;
  }
  const bool folded =
      (mode == StemMode::folded_document || mode == StemMode::folded_query) && is_folded(word);
  if (letters.known && (folded ? add_folded(letters.view(), out) : add_known(word, letters, out))) {
    // The word may be meant as one that the lexicon does not have: bara, which is Bára and also some Bařa.
    if (folded && mode == StemMode::folded_query) add_folded_guesses(word, FoldedGuesses::beside_lemmas, out);
    return;
  }
  if (!folded || mode != StemMode::folded_query) add_unknown(word, letters, out);
  // A query that is nearly sure of its guess does not look for the folded stems too: they are less precise.
  if (mode == StemMode::query && !out.empty() && out[0].weight >= kSureGuess) return;
  add_folded_guesses(word, folded ? FoldedGuesses::with_lemmas : FoldedGuesses::alone, out);
}

// Appends the term of a reading of the known form `form`.
void Czech::add_term(const Hit& hit, Codes form, Reading& reading) const {
  const bool affirmative = merge_negation_ && hit.edit.negated && !hit.edit.verb;
  lexicon_.append_lemma(form, hit, affirmative, reading.term);
  if (hit.edit.verb) reading.term += kVerbMark;
}

bool Czech::add_known(std::string_view word, const Letters& letters, Readings& out) const {
  Hits hits;
  if (!lexicon_.find(letters.view(), hits)) return false;
  for (const Hit& hit : hits) {
    std::string& term = out.add(ReadingKind::lemma, kStepRatio[hit.mark.weight_step]).term;
    lexicon_.append_lemma_of(word, letters, hit, term);
    if (merge_negation_ && hit.edit.negated && !hit.edit.verb && term.starts_with("ne")) term.erase(0, 2);
    if (hit.edit.verb) term += kVerbMark;
    merge_last(out);
  }
  normalise(kLeastRatio, out);
  return true;
}

bool Czech::add_folded(Codes word, Readings& out) const {
  lexicon_.find_folded(word, [&](Codes form, const Hits& hits) {
    float sum = 0;
    for (const Hit& hit : hits) sum += kStepRatio[hit.mark.weight_step];
    for (const Hit& hit : hits) {
      const float weight = kStepRatio[hit.mark.fold_step] * kStepRatio[hit.mark.weight_step] / sum;
      add_term(hit, form, out.add(ReadingKind::lemma, weight));
      merge_last(out);
    }
  });
  if (out.empty()) return false;
  sort_readings(out);
  normalise(kLeastFoldedRatio, out);
  return true;
}

// A word that the lexicon does not have, and what was found out about its prefix.
struct Czech::Unknown {
  std::string_view word;
  const Letters& letters;
  std::size_t begin = 0;  // letters of the prefix that the lemma does not have
  bool negated = false;   // ne- follows, which is part of the lemma unless it is a verb

  [[nodiscard]] std::size_t negation() const { return begin + (negated ? 2U : 0U); }
  [[nodiscard]] std::string_view text(std::size_t from, std::size_t to) const {
    return word.substr(letters.begin[from],
                       static_cast<std::size_t>(letters.begin[to] - letters.begin[from]));
  }
};

Czech::Unknown Czech::split_prefix(std::string_view word, const Letters& letters) {
  Unknown unknown{word, letters};
  if (is_superlative(word)) unknown.begin = 3;
  unknown.negated =
      word.substr(unknown.begin).starts_with("ne") && letters.size >= unknown.begin + kLeastTail;
  return unknown;
}

void Czech::add_unknown(std::string_view word, const Letters& letters, Readings& out) const {
  const Unknown unknown = split_prefix(word, letters);
  if (unknown.negation() > 0 && add_known_tail(unknown, unknown.negation(), out)) return;
  if (add_transgressive(unknown, out) || add_compound(unknown, out)) return;
  add_guesses(unknown, out);
}

// Reads the word as something unknown before a known word that begins at letter `head`.
bool Czech::add_known_tail(const Unknown& unknown, std::size_t head, Readings& out) const {
  const Codes tail = unknown.letters.view(head);
  Hits hits;
  if (std::find(tail.begin(), tail.end(), Letters::kUnknownLetter) != tail.end()) return false;
  if (!lexicon_.find(tail, hits)) return false;
  for (const Hit& hit : hits) {
    Reading& reading = out.add(ReadingKind::guess, kStepRatio[hit.mark.weight_step]);
    const bool merge = unknown.negated && (hit.edit.verb || merge_negation_);
    reading.term = unknown.text(merge ? unknown.negation() : unknown.begin, head);
    add_term(hit, tail, reading);
    merge_last(out);
  }
  normalise(kLeastRatio, out);
  return true;
}

// The lexicon has few transgressives; they are made regularly of a finite form that it has.
bool Czech::add_transgressive(const Unknown& unknown, Readings& out) const {
  const std::string_view word = unknown.text(unknown.negation(), unknown.letters.size);
  for (const Ending& ending : kTransgressives) {
    if (!word.ends_with(ending.transgressive)) continue;
    std::string finite(word.substr(0, word.size() - ending.transgressive.size()));
    finite += ending.finite;
    Letters letters;
    Hits hits;
    if (!lexicon_.alphabet().decode(finite, letters) || !letters.known ||
        !lexicon_.find(letters.view(), hits))
      continue;
    for (const Hit& hit : hits) {
      if (!hit.edit.verb) continue;
      add_term(hit, letters.view(), out.add(ReadingKind::lemma, kStepRatio[hit.mark.weight_step]));
      merge_last(out);
    }
    if (out.empty()) continue;
    normalise(kLeastRatio, out);
    return true;
  }
  return false;
}

bool Czech::add_compound(const Unknown& unknown, Readings& out) const {
  for (std::size_t head = unknown.negation() + kLeastHead; head + kLeastTail <= unknown.letters.size;
       ++head) {
    const std::string_view first = unknown.text(unknown.negation(), head);
    const bool possible = first.ends_with('-') ||
                          (first.ends_with('o') && head > unknown.negation() + kLeastHead) ||
                          std::find(kPrefixes.begin(), kPrefixes.end(), first) != kPrefixes.end();
    if (possible && add_known_tail(unknown, head, out)) return true;
  }
  return false;
}

void Czech::add_guesses(const Unknown& unknown, Readings& out) const {
  Guesses guesses;
  guesser_.guess(unknown.letters.view(unknown.negation()), guesses);
  for (const Guess& guess : guesses) {
    Reading& reading = out.add(ReadingKind::guess, guess.weight);
    const std::size_t end = unknown.letters.size - guess.cut;
    reading.term = unknown.text(guess.verb ? unknown.negation() : unknown.begin, end);
    lexicon_.alphabet().append(guess.added, reading.term);
    if (unknown.negated && !guess.verb && merge_negation_ && is_adjectival(reading.term))
      reading.term.erase(0, 2);
    if (lexicon_.has_lemma(reading.term, guess.verb)) reading.kind = ReadingKind::lemma;
    if (guess.verb) reading.term += kVerbMark;
    merge_last(out);
  }
  if (!out.empty()) normalise(0, out);
}

// The folded stems: guesses for the word without its diacritics. They depend on nothing else, so that a word typed
// without diacritics has the same ones.
void Czech::add_folded_guesses(std::string_view word, FoldedGuesses scheme, Readings& out) const {
  const float factor = scheme == FoldedGuesses::beside_lemmas ? kBesideLemmasWeight : 1.0F;
  const std::string text = folded(word);
  Letters letters;
  if (!lexicon_.alphabet().decode(text, letters)) return;
  const Unknown unknown = split_prefix(text, letters);
  Guesses guesses;
  folded_guesser_.guess(letters.view(unknown.negation()), guesses);
  for (const Guess& guess : guesses) {
    std::string lemma(
        unknown.text(guess.verb ? unknown.negation() : unknown.begin, letters.size - guess.cut));
    lexicon_.alphabet().append(guess.added, lemma);
    if (unknown.negated && !guess.verb && merge_negation_ && is_adjectival(lemma)) lemma.erase(0, 2);
    if (scheme == FoldedGuesses::with_lemmas) add_folded_lemmas(lemma, guess, out);
    out.add(ReadingKind::folded_stem, factor * guess.weight).term = lemma;
    merge_last(out);
  }
  folded_light_stem(word, out.add(ReadingKind::folded_stem, factor * kLightStemWeight).term);
  merge_last(out);
  for (Reading& reading : out) reading.weight = std::min(reading.weight, 1.0F);
}

// The lemmas of the lexicon that a folded guess stands for: the lexicon has the lemma, though not this form of it.
void Czech::add_folded_lemmas(std::string_view lemma, const Guess& guess, Readings& out) const {
  Letters letters;
  if (!lexicon_.alphabet().decode(lemma, letters) || !letters.known) return;
  lexicon_.find_folded(letters.view(), [&](Codes form, const Hits& hits) {
    for (const Hit& hit : hits) {
      if (hit.edit.verb != guess.verb || !is_identity(hit)) continue;
      add_term(hit, form, out.add(ReadingKind::lemma, guess.weight * kStepRatio[hit.mark.fold_step]));
      merge_last(out);
    }
  });
}

// Whether the lexicon has `text` as a lemma.
std::string Czech::lemma_of(std::string_view term) const {
  if (term.ends_with(kVerbMark)) term.remove_suffix(kVerbMark.size());
  return std::string(term);
}

std::vector<std::string> Czech::forms_of(std::string_view term) const {
  return lexicon_.forms_of(lemma_of(term), term.ends_with(kVerbMark));
}

std::vector<RelatedTerm> Czech::related_to(std::string_view term) const {
  std::vector<RelatedTerm> related;
  if (term.ends_with(kVerbMark)) return related;
  for (lexicon::Derived& derived : lexicon_.derivations_of(term)) {
    related.push_back({std::move(derived.lemma), static_cast<Relation>(derived.kind)});
  }
  return related;
}

std::vector<std::string> Czech::family_of(std::string_view term) const {
  const bool verb = term.ends_with(kVerbMark);
  if (verb) term.remove_suffix(kVerbMark.size());
  std::vector<std::string> terms;
  if (!lexicon_.has_lemma(term, verb)) return terms;
  for (Relative& relative : families_.family_of(term, verb)) {
    if (relative.verb) relative.lemma += kVerbMark;
    terms.push_back(std::move(relative.lemma));
  }
  return terms;
}

}  // namespace tvar::stemmers
