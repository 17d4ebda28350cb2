// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/gazetteer.h"

#include <algorithm>

#include "lib/facts/name_forms.h"
#include "lib/text/fold.h"
#include "lib/text/utf8.h"

namespace tvar::facts {
namespace {

// The bytes of the first `count` code points: inflection leaves them alone.
std::string_view beginning(std::string_view word, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < count && at < word.size(); ++i) at += text::code_point_at(word, at).length;
  return word.substr(0, at);
}

// Letters at the beginning that no case changes: three of longer words, unless the third is an o that may stand for ů
// (Dvůr, Dvorem).
std::size_t stable_letters(std::string_view word) {
  constexpr std::size_t kLong = 6;
  if (word.size() < kLong || text::count_code_points(word) < kLong) return 2;
  return word.substr(beginning(word, 2).size()).starts_with("o") ? 2 : 3;
}

}  // namespace

const Gazetteer& Gazetteer::instance() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

Gazetteer::Gazetteer() {
  const std::span<const Municipality> all = municipalities();
  entries_.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    Entry entry{text::fold_case(all[i].name), 0, {}, 0, static_cast<std::uint16_t>(i)};
    entry.first_word = std::min(entry.name.find_first_of(" -"), entry.name.size());
    entry.declension = decline(std::string_view(entry.name).substr(0, entry.first_word));
    entry.words = static_cast<std::uint16_t>(
        1 + std::count_if(entry.name.begin(), entry.name.end(), [](char c) { return c == ' ' || c == '-'; }));
    max_words_ = std::max<std::size_t>(max_words_, entry.words);
    entries_.push_back(std::move(entry));
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  for (const Entry& entry : entries_)
    ++begins_[static_cast<unsigned char>(entry.name.front()) + std::size_t{1}];
  for (std::size_t i = 1; i < begins_.size(); ++i) {
    begins_[i] = static_cast<std::uint16_t>(begins_[i] + begins_[i - 1]);
  }
}

std::span<const Gazetteer::Entry> Gazetteer::entries_from(std::string_view start) const {
  const std::size_t first = static_cast<unsigned char>(start.front());
  const auto begin = entries_.begin() + begins_[first];
  const auto end = entries_.begin() + begins_[first + 1];
  const auto found =
      std::lower_bound(begin, end, start, [](const Entry& a, std::string_view b) { return a.name < b; });
  return {found,
          std::partition_point(found, end, [start](const Entry& a) { return a.name.starts_with(start); })};
}

void Gazetteer::find(std::span<const std::string_view> words, const Take& take) const {
  if (words.empty() || words.front().empty()) return;
  std::string phrase;
  for (const Entry& entry : entries_from(beginning(words.front(), stable_letters(words.front())))) {
    if (entry.words > words.size()) continue;
    const std::string_view first = std::string_view(entry.name).substr(0, entry.first_word);
    if (!is_form_of(words.front(), first, entry.declension)) continue;
    if (entry.words == 1) {
      take({municipalities()[entry.municipality], entry.name, 1});
      continue;
    }
    const std::string_view second = std::string_view(entry.name).substr(entry.first_word + 1);
    if (second.front() != words[1].front()) continue;  // no case changes the first letter
    phrase.clear();
    for (std::size_t i = 0; i < entry.words; ++i) {
      if (i > 0) phrase += ' ';
      phrase += words[i];
    }
    if (is_form_of_phrase(phrase, entry.name))
      take({municipalities()[entry.municipality], entry.name, entry.words});
  }
}

bool Gazetteer::begins_name(std::string_view word) const {
  if (word.empty()) return false;
  const std::span<const Entry> entries = entries_from(beginning(word, stable_letters(word)));
  return std::any_of(entries.begin(), entries.end(), [word](const Entry& entry) {
    return is_form_of(word, std::string_view(entry.name).substr(0, entry.first_word), entry.declension);
  });
}

void Gazetteer::find_namesakes(std::string_view lower, std::vector<const Municipality*>& out) const {
  out.clear();
  if (lower.empty()) return;
  for (const Entry& entry : entries_from(lower)) {
    if (entry.name != lower) break;
    out.push_back(&municipalities()[entry.municipality]);
  }
}

TownWords town_at(const AnnotatedText& text, std::size_t i) {
  TownWords best;
  if (!text.is(i, kTownStart) || !text[i].capitalised) return best;
  std::vector<std::string_view> words;
  words.reserve(Gazetteer::instance().max_words());
  for (std::size_t w = i; w < text.size() && words.size() < Gazetteer::instance().max_words(); ++w) {
    if (w > i && !text.follows(w) && text.gap_before(w) != "-") break;
    words.push_back(text.lower(w));
  }
  Gazetteer::instance().find(words, [&](const Gazetteer::Found& found) {
    const bool exact = found.words == best.words && found.lower.starts_with(words.front());
    if (found.words > best.words || exact) best = {found.municipality.name, found.words};
  });
  return best;
}

}  // namespace tvar::facts
