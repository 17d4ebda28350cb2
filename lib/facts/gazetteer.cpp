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

constexpr std::size_t kKeyBytes = 8;

// The first bytes of a name as a number that is ordered as names are.
std::uint64_t key_of(std::string_view name) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < kKeyBytes; ++i) {
    key = key << 8U | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0U);
  }
  return key;
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
  struct Name {
    std::string lower;
    std::size_t municipality;
  };
  const std::span<const Municipality> all = municipalities();
  std::vector<Name> names;
  for (std::size_t i = 0; i < all.size(); ++i) names.push_back({text::fold_case(all[i].name), i});
  std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.lower < b.lower; });
  for (const Name& name : names) add_entry(name.lower, name.municipality);
  for (std::size_t i = 1; i < begins_.size(); ++i) {
    begins_[i] = static_cast<std::uint16_t>(begins_[i] + begins_[i - 1]);
  }
}

// Names come in their order.
void Gazetteer::add_entry(std::string_view name, std::size_t municipality) {
  const std::size_t first_word = std::min(name.find_first_of(" -"), name.size());
  const NameDeclension declension = decline(name.substr(0, first_word));
  const auto forms = std::find(forms_.begin(), forms_.end(), declension.forms);
  const auto words = 1 + std::count_if(name.begin(), name.end(), [](char c) { return c == ' ' || c == '-'; });
  entries_.push_back({static_cast<std::uint32_t>(names_.size()), static_cast<std::uint8_t>(name.size()),
                      static_cast<std::uint8_t>(first_word), static_cast<std::uint8_t>(declension.stem),
                      static_cast<std::uint8_t>(words), static_cast<std::uint16_t>(forms - forms_.begin()),
                      static_cast<std::uint16_t>(municipality)});
  if (forms == forms_.end()) forms_.push_back(declension.forms);
  max_words_ = std::max<std::size_t>(max_words_, entries_.back().words);
  keys_.push_back(key_of(name));
  ++begins_[static_cast<unsigned char>(name.front()) + std::size_t{1}];
  names_ += name;
}

std::span<const Gazetteer::Entry> Gazetteer::entries_from(std::string_view start) const {
  const std::size_t first = static_cast<unsigned char>(start.front());
  const std::uint64_t least = key_of(start);
  const std::uint64_t rest = start.size() < kKeyBytes ? ~std::uint64_t{0} >> (8 * start.size()) : 0;
  const auto end = keys_.begin() + begins_[first + 1];
  const auto found = std::lower_bound(keys_.begin() + begins_[first], end, least);
  const auto behind = std::find_if(found, end, [&](std::uint64_t key) { return key > (least | rest); });
  return {entries_.begin() + (found - keys_.begin()), static_cast<std::size_t>(behind - found)};
}

void Gazetteer::find(std::span<const std::string_view> words, const Take& take) const {
  if (words.empty() || words.front().empty()) return;
  std::string phrase;
  for (const Entry& entry : entries_from(beginning(words.front(), stable_letters(words.front())))) {
    if (entry.words > words.size() || !may_begin(entry, words.front())) continue;
    const std::string_view name = name_of(entry);
    if (entry.words == 1) {
      take({municipalities()[entry.municipality], name, 1});
      continue;
    }
    if (name[entry.first_word + std::size_t{1}] != words[1].front())
      continue;  // no case changes the first letter
    phrase.clear();
    for (std::size_t i = 0; i < entry.words; ++i) {
      if (i > 0) phrase += ' ';
      phrase += words[i];
    }
    if (is_form_of_phrase(phrase, name)) take({municipalities()[entry.municipality], name, entry.words});
  }
}

bool Gazetteer::begins_name(std::string_view word) const {
  if (word.empty()) return false;
  const std::span<const Entry> entries = entries_from(beginning(word, stable_letters(word)));
  return std::any_of(entries.begin(), entries.end(),
                     [&](const Entry& entry) { return may_begin(entry, word); });
}

void Gazetteer::find_namesakes(std::string_view lower, std::vector<const Municipality*>& out) const {
  out.clear();
  if (lower.empty()) return;
  for (const Entry& entry : entries_from(lower)) {
    if (name_of(entry) == lower) out.push_back(&municipalities()[entry.municipality]);
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
