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

// A tail that is looked up for an unknown word has at least so many letters, and what stands before it (a prefix
// or the first part of a compound) at least so many.
constexpr std::size_t kLeastTail = 5;
constexpr std::size_t kLeastHead = 3;

// A word is made of letters; an apostrophe or hyphen may stand inside (d'artagnan, česko-německý).
bool is_word(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U || c == '-' || c == '\'';
  });
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
  const bool found = letters.known &&
                     (folded ? add_folded(letters.view(), out) : add_known(letters.view(), kLeastRatio, out));
  if (!found) add_unknown(word, letters.view(), !(folded && mode == StemMode::folded_query), out);
}

// Adds the term of a reading; `head` is what was cut off the word before `form` was looked up.
void Czech::add_hit(Codes form, const Hit& hit, ReadingKind kind, float weight, Codes head,
                    Readings& out) const {
  std::string& term = out.add(kind, weight).term;
  lexicon_.alphabet().append(head, term);
  const bool affirmative = merge_negation_ && hit.edit.negated && !hit.edit.verb;
  lexicon_.append_lemma(form, hit, affirmative, term);
  if (hit.edit.verb) term += kVerbMark;
}

bool Czech::add_known(Codes word, float least_ratio, Readings& out) const {
  Hits hits;
  if (!lexicon_.find(word, hits)) return false;
  for (const Hit& hit : hits) {
    add_hit(word, hit, ReadingKind::lemma, kStepRatio[hit.mark.weight_step], {}, out);
    if (out.size() > 1) merge_last(out);
  }
  normalise(least_ratio, out);
  return true;
}

bool Czech::add_folded(Codes word, Readings& out) const {
  lexicon_.find_folded(word, [&](Codes form, const Hits& hits) {
    float sum = 0;
    for (const Hit& hit : hits) sum += kStepRatio[hit.mark.weight_step];
    for (const Hit& hit : hits) {
      const float weight = kStepRatio[hit.mark.fold_step] * kStepRatio[hit.mark.weight_step] / sum;
      add_hit(form, hit, ReadingKind::lemma, weight, {}, out);
      merge_last(out);
    }
  });
  if (out.empty()) return false;
  sort_readings(out);
  normalise(kLeastFoldedRatio, out);
  return true;
}

void Czech::add_unknown(std::string_view word, Codes letters, bool with_guesses, Readings& out) const {
  if (with_guesses && !add_known_tail(letters, out)) add_guesses(letters, out);
  folded_light_stem(word, out.add(ReadingKind::folded_stem, 1.0F).term);
}

bool Czech::add_known_tail(Codes word, Readings& out) const {
  Hits hits;
  for (std::size_t head = kLeastHead; head + kLeastTail <= word.size(); ++head) {
    const Codes tail = word.subspan(head);
    if (!lexicon_.find(tail, hits)) continue;
    for (const Hit& hit : hits) {
      add_hit(tail, hit, ReadingKind::guess, kStepRatio[hit.mark.weight_step], word.first(head), out);
      merge_last(out);
    }
    normalise(kLeastRatio, out);
    return true;
  }
  return false;
}

void Czech::add_guesses(Codes word, Readings& out) const {
  Guesses guesses;
  guesser_.guess(word, guesses);
  for (const Guess& guess : guesses) {
    std::string& term = out.add(ReadingKind::guess, guess.weight).term;
    lexicon_.alphabet().append(word.first(word.size() - guess.cut), term);
    lexicon_.alphabet().append(guess.added, term);
    if (guess.verb) term += kVerbMark;
  }
  if (!out.empty()) normalise(0, out);
}

bool Czech::is_lemma(Codes /*word*/, bool /*verb*/) const {
  return false;
}

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

}  // namespace tvar::stemmers
