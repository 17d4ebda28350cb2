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
  if (text::count_code_points(word) < kLong) return 2;
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
}

void Gazetteer::find(std::span<const std::string_view> words, const Take& take) const {
  if (words.empty()) return;
  const std::string_view start = beginning(words.front(), stable_letters(words.front()));
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), start,
                                [](const Entry& a, std::string_view b) { return a.name < b; });
  std::string phrase;
  const auto end = std::partition_point(entry, entries_.end(),
                                        [start](const Entry& a) { return a.name.starts_with(start); });
  for (; entry != end; ++entry) {
    if (entry->words > words.size()) continue;
    const std::string_view first = std::string_view(entry->name).substr(0, entry->first_word);
    if (!is_form_of(words.front(), first, entry->declension)) continue;
    if (entry->words == 1) {
      take({municipalities()[entry->municipality], entry->name, 1});
      continue;
    }
    const std::string_view second = std::string_view(entry->name).substr(entry->first_word + 1);
    if (second.front() != words[1].front()) continue;  // no case changes the first letter
    phrase.clear();
    for (std::size_t i = 0; i < entry->words; ++i) {
      if (i > 0) phrase += ' ';
      phrase += words[i];
    }
    if (is_form_of_phrase(phrase, entry->name))
      take({municipalities()[entry->municipality], entry->name, entry->words});
  }
}

bool Gazetteer::begins_name(std::string_view word) const {
  const std::string_view start = beginning(word, stable_letters(word));
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), start,
                                [](const Entry& a, std::string_view b) { return a.name < b; });
  for (; entry != entries_.end() && entry->name.starts_with(start); ++entry) {
    if (is_form_of(word, std::string_view(entry->name).substr(0, entry->first_word), entry->declension))
      return true;
  }
  return false;
}

void Gazetteer::find_namesakes(std::string_view lower, std::vector<const Municipality*>& out) const {
  out.clear();
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), lower,
                                [](const Entry& a, std::string_view b) { return a.name < b; });
  for (; entry != entries_.end() && entry->name == lower; ++entry) {
    out.push_back(&municipalities()[entry->municipality]);
  }
}

TownWords town_at(const AnnotatedText& text, std::size_t i) {
  TownWords best;
  if (!text.is(i, kTownStart) || !text[i].capitalised) return best;
  std::vector<std::string_view> words;
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
