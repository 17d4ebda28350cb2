// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/word_marker.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#include "lib/facts/gazetteer.h"
#include "lib/facts/organization_names.h"
#include "lib/facts/person_names.h"

namespace tvar::facts {
namespace {

// Eight bytes at a time, each mixed in by a multiplication. What std::hash does for a word takes three times as long.
std::uint64_t hash_of(std::string_view word) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  std::uint64_t state = word.size() * kOdd;
  const auto mix = [&state](std::uint64_t part) {
    state = (state ^ part) * kOdd;
    state ^= state >> 32U;
  };
  std::uint64_t part = 0;
  for (; word.size() > sizeof part; word.remove_prefix(sizeof part)) {
    std::memcpy(&part, word.data(), sizeof part);
    mix(part);
  }
  part = 0;
  for (std::size_t i = 0; i < word.size(); ++i) part = part << 8U | static_cast<unsigned char>(word[i]);
  mix(part);
  return state;
}

WordClass classes_of_form(std::string_view word, const Readings& readings) {
  WordClass classes = 0;
  constexpr std::string_view kVerbMark = "/v";  // of the lemma of a verb
  bool first = true;
  for (const Reading& reading : readings) {
    if (reading.kind == ReadingKind::folded_stem) continue;
    const std::string_view lemma = reading.term;
    if (lemma.ends_with(kVerbMark)) {
      if (first) classes |= kVerbForm;
    } else if (is_genitive(word, lemma)) {
      classes |= kGenitive;
    }
    first = false;
  }
  if (month_of(word) != 0) classes |= kMonth;
  if (is_title_before_name(word)) classes |= kTitle;
  if (is_legal_form(word)) classes |= kLegalForm;
  return classes;
}

WordClass classes_of_name(std::string_view word) {
  WordClass classes = 0;
  if (is_given_name(word)) classes |= kGivenName;
  if (Gazetteer::instance().begins_name(word)) classes |= kTownStart;
  return classes;
}

}  // namespace

WordMarker::WordMarker(std::shared_ptr<const Vocabulary> vocabulary, std::size_t entries)
    : vocabulary_(std::move(vocabulary)), size_(entries) {}

WordMarker::Entry& WordMarker::entry_of(const text::Token& token, const Readings& readings, StemMode mode) {
  if (entries_.empty()) entries_.resize(size_);
  const std::uint64_t hash = hash_of(token.text);
  const auto is_it = [&](const Entry& entry) {
    return entry.hash == hash && entry.mode == mode && entry.kind == token.kind;
  };
  const auto group = entries_.begin() + static_cast<std::ptrdiff_t>(hash & (size_ - 1) & ~(kWays - 1));
  const auto end = group + static_cast<std::ptrdiff_t>(kWays);
  if (const auto found = std::find_if(group, end, is_it); found != end) return *found;
  std::rotate(group, end - 1, end);
  Entry& entry = *group;
  entry.hash = hash;
  entry.classes = vocabulary_->classes(readings) | classes_of_form(token.text, readings);
  entry.mode = mode;
  entry.kind = token.kind;
  entry.has_names = false;
  return entry;
}

WordClass WordMarker::mark(const text::Token& token, const Readings& readings, StemMode mode) {
  if (token.kind == text::TokenKind::number) return 0;
  Entry& entry = entry_of(token, readings, mode);
  if (!token.capitalised) return entry.classes & ~kNameBits;
  if (!entry.has_names) {
    entry.classes |= classes_of_name(token.text);
    entry.has_names = true;
  }
  return entry.classes;
}

}  // namespace tvar::facts
