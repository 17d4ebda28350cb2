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
std::uint64_t hash_of(std::string_view word, std::uint64_t seed) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  std::uint64_t state = (seed << 32U | word.size()) * kOdd;
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
    : vocabulary_(std::move(vocabulary)), size_(entries / kWays) {}

WordMarker::Entry& WordMarker::entry_of(const text::Token& token, const Readings& readings, StemMode mode) {
  if (groups_.empty()) groups_.resize(size_);
  const auto way = static_cast<std::uint64_t>(mode) << 8U | static_cast<std::uint64_t>(token.kind);
  const std::uint64_t hash = hash_of(token.text, way);
  std::array<Entry, kWays>& group = groups_[hash & (size_ - 1)].entries;
  const auto is_it = [&](const Entry& entry) { return entry.hash == hash && entry.is_used; };
  if (const auto found = std::find_if(group.begin(), group.end(), is_it); found != group.end()) return *found;
  std::rotate(group.begin(), group.end() - 1, group.end());
  group.front() = {hash, vocabulary_->classes(readings) | classes_of_form(token.text, readings), true, false};
  return group.front();
}

WordClass WordMarker::mark(const text::Token& token, const Readings& readings, StemMode mode,
                           std::uint64_t& note) {
  // Of the note the lower half are the classes.
  constexpr std::uint64_t kIsKnown = std::uint64_t{1} << 32U;
  constexpr std::uint64_t kHasNames = std::uint64_t{1} << 33U;
  if (token.kind == text::TokenKind::number) return 0;
  if ((note & (token.capitalised ? kHasNames : kIsKnown)) == 0) {
    Entry& entry = entry_of(token, readings, mode);
    if (token.capitalised && !entry.has_names) {
      entry.classes |= classes_of_name(token.text);
      entry.has_names = true;
    }
    note = entry.classes | kIsKnown | (entry.has_names ? kHasNames : 0);
  }
  const auto classes = static_cast<WordClass>(note);
  return token.capitalised ? classes : classes & ~kNameBits;
}

}  // namespace tvar::facts
