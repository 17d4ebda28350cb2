// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/lexicon/lexicon.h"

#include <algorithm>
#include <utility>

namespace tvar::stemmers::lexicon {

Lexicon::Lexicon(Image image)
    : image_(std::move(image)),
      alphabet_(image_.alphabet()),
      arcs_(image_.arcs().data()),
      size_(static_cast<std::uint32_t>(image_.arcs().size())),
      root_(image_.header().root) {}

// The state behind the letters of `word`, or 0.
std::uint32_t Lexicon::walk(std::uint32_t from, std::span<const std::uint8_t> word) const noexcept {
  std::uint32_t state = from;
  for (const std::uint8_t letter : word) {
    const Arc* arc = step(state, letter);
    if (arc == nullptr) return 0;
    state = arc->target();
  }
  return state;
}

bool Lexicon::find(std::span<const std::uint8_t> word, Hits& hits) const noexcept {
  collect(walk(root_, word), hits);
  return !hits.empty();
}

// All readings that begin at `state`, sorted.
void Lexicon::collect(std::uint32_t state, Hits& hits) const noexcept {
  hits.clear();
  const Arc* arc = first(state);
  for (bool more = arc != nullptr; more; ++arc) {
    more = !arc->last();
    if (ReadingMark::is_mark(arc->label())) {
      collect_edits(arc->target(), ReadingMark::from_label(arc->label()), hits);
    }
  }
}

void Lexicon::collect_edits(std::uint32_t state, ReadingMark mark, Hits& hits) const noexcept {
  unsigned budget = 1024;  // arcs; real readings need some ten
  Hit hit;
  hit.mark = mark;
  const Arc* arc = first(state);
  for (bool more = arc != nullptr; more; ++arc) {
    if (budget == 0) return;
    --budget;
    more = !arc->last();
    hit.edit = Edit::from_label(arc->label());
    hit.added_size = 0;
    if (arc->final()) insert(hit, hits);
    collect_added(arc->target(), hit, hits, budget);
  }
}

void Lexicon::collect_added(std::uint32_t state, Hit& hit, Hits& hits, unsigned& budget) const noexcept {
  const Arc* arc = hit.added_size < kMaxWordLetters ? first(state) : nullptr;
  for (bool more = arc != nullptr; more; ++arc) {
    if (budget == 0) return;
    --budget;
    more = !arc->last();
    hit.added[hit.added_size++] = arc->label();
    if (arc->final()) insert(hit, hits);
    collect_added(arc->target(), hit, hits, budget);
    --hit.added_size;
  }
}

// Keeps the readings sorted; there are one or two as a rule.
void Lexicon::insert(const Hit& hit, Hits& hits) noexcept {
  if (hits.size_ == Hits::kMax) return;
  std::size_t at = hits.size_++;
  for (; at > 0 && hits.items_[at - 1].mark.weight_step > hit.mark.weight_step; --at) {
    hits.items_[at] = hits.items_[at - 1];
  }
  hits.items_[at] = hit;
}

void Lexicon::append_lemma_of(std::string_view word, const Letters& letters, const Hit& hit,
                              std::string& out) const {
  const std::size_t prefix = std::min(kPrefixes[hit.edit.prefix].size(), letters.size);
  const std::size_t rest = letters.size - prefix;
  const std::size_t cut = hit.edit.cut == Edit::kCutAll ? rest : std::min<std::size_t>(hit.edit.cut, rest);
  const std::size_t begin = letters.begin[prefix];
  out.append(word.data() + begin, letters.begin[letters.size - cut] - begin);
  alphabet_.append(hit.added_letters(), out);
}

void Lexicon::append_lemma(std::span<const std::uint8_t> form, const Hit& hit, bool affirmative,
                           std::string& out) const {
  const std::size_t begin = out.size();
  const std::size_t prefix =
      std::min(kPrefixes[hit.edit.prefix].size(), form.size());  // ASCII: bytes are letters
  form = form.subspan(prefix);
  const std::size_t cut =
      hit.edit.cut == Edit::kCutAll ? form.size() : std::min<std::size_t>(hit.edit.cut, form.size());
  alphabet_.append(form.first(form.size() - cut), out);
  alphabet_.append(hit.added_letters(), out);
  if (affirmative && std::string_view(out).substr(begin).starts_with("ne")) out.erase(begin, 2);
}

std::vector<std::string> Lexicon::forms_of(std::string_view lemma, bool verb) const {
  std::vector<std::string> forms;
  std::string candidate;
  for_each([&](std::span<const std::uint8_t> form, const Hit& hit) {
    if (hit.edit.verb != verb) return;
    candidate.clear();
    append_lemma(form, hit, false, candidate);
    if (candidate != lemma) return;
    alphabet_.append(form, forms.emplace_back());
  });
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

bool Lexicon::has_lemma(std::string_view lemma, bool verb) const noexcept {
  Letters letters;
  return alphabet_.decode(lemma, letters) && letters.known && is_lemma(prefix(letters.view()), verb);
}

bool Lexicon::is_lemma(Prefix word, bool verb) const noexcept {
  Hits hits;
  collect(word.state, hits);
  return std::any_of(hits.begin(), hits.end(), [verb](const Hit& hit) {
    return hit.edit.verb == verb && hit.edit.cut == 0 && hit.edit.prefix == 0 && hit.added_size == 0;
  });
}

std::vector<Derived> Lexicon::derivations_of(std::string_view lemma) const {
  std::vector<Derived> result;
  Letters letters;
  if (!alphabet_.decode(lemma, letters)) return result;
  const std::uint32_t state = walk(root_, letters.view());
  Hits hits;
  for (std::uint8_t kind = 0; kind < kDerivationKinds; ++kind) {
    const Arc* arc = step(state, static_cast<std::uint8_t>(kFirstDerivationMark + kind));
    if (arc == nullptr) continue;
    hits.clear();
    collect_edits(arc->target(), {}, hits);
    for (const Hit& hit : hits) {
      result.emplace_back().kind = kind;
      append_lemma(letters.view(), hit, false, result.back().lemma);
    }
  }
  return result;
}

}  // namespace tvar::stemmers::lexicon
