// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/facts/short_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "lib/facts/gazetteer.h"
#include "lib/facts/name_forms.h"
#include "lib/facts/noun_phrases.h"
#include "lib/facts/organization_phrase.h"

namespace tvar::facts {
namespace {

// What stands for a noun at the head of a name.
constexpr std::string_view kLetters[] = {
    "ZŠ",  "MŠ",    "SŠ",  "SOU",  "SOŠ",  "NZDM", "MAS", "ZUŠ", "DDM", "SVČ", "SDH", "TJ",
    "SK",  "FK",    "FC",  "HC",   "VOŠ",  "SPŠ",  "DPS", "KÚ",  "MěÚ", "ÚMČ", "MěK", "OÚ",
    "MKS", "OSPOD", "SZŠ", "BK",   "VK",   "MFK",  "AFK", "FBC", "TC",  "ASK", "HBC", "ZO",
    "OHK", "KHS",   "JZD", "OSSZ", "ČSOP", "ÚP",   "DD",  "PPP", "SPC", "HZS", "ZZS"};

// Names that Czech clubs have had for a hundred years, each in many towns.
constexpr std::string_view kClubs[] = {"sokol",    "slavia",   "sparta",     "baník",     "slovan",
                                       "spartak",  "jiskra",   "tatran",     "dukla",     "sigma",
                                       "slavoj",   "dynamo",   "olympia",    "meteor",    "orel",
                                       "viktoria", "viktorie", "lokomotiva", "zbrojovka", "kometa"};

constexpr std::string_view kAbbreviations[] = {
    "ODS", "ČSSD", "KSČM", "SPD", "ČSÚ", "ČNB",  "ČSSZ",   "ČOI",    "ČIŽP", "ČHMÚ", "NKÚ",  "ÚOHS",
    "ČEZ", "ČSOB", "ŘSD",  "ČTK", "OSN", "NATO", "UNESCO", "UNICEF", "SÚJB", "ČVUT", "MPSV", "MŠMT"};

// The last words of companies of that kind: Sigma Group.
constexpr std::string_view kBusiness[] = {
    "group",   "holding",  "invest",     "trade",         "bohemia",      "czech",      "systems",
    "service", "services", "solutions",  "international", "technologies", "technology", "software",
    "media",   "energy",   "logistics",  "motors",        "engineering",  "consulting", "plast",
    "agro",    "stav",     "distribuce", "energo",        "reality",      "finance",    "leasing"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// A short word as a number: they are compared sooner. No two have the same.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

constexpr auto kPackedLetters = [] {
  std::array<std::uint64_t, std::size(kLetters)> numbers{};
  std::transform(std::begin(kLetters), std::end(kLetters), numbers.begin(), packed);
  return numbers;
}();

bool is_letters(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kLongest = 6;  // bytes
  return i < text.size() && text[i].end - text[i].begin <= kLongest &&
         std::find(kPackedLetters.begin(), kPackedLetters.end(), packed(text.raw(i))) != kPackedLetters.end();
}

}  // namespace

std::size_t end_of_lettered_name(const AnnotatedText& text, std::size_t i) {
  if (!is_letters(text, i)) return i;
  std::size_t head = i;  // "ZŠ a MŠ Lhota", "TJ SK Lhota"
  for (;;) {
    if (is_joined(text, head + 1) && is_letters(text, head + 1)) {
      ++head;
    } else if (is_word(text, head + 1, "a") && is_joined(text, head + 2) && is_letters(text, head + 2)) {
      head += 2;
    } else {
      break;
    }
  }
  const std::size_t last = capitalised_run(text, head + 1);
  return last > head ? end_of_own_name(text, last) : i;
}

ClubName club_name(const AnnotatedText& text, std::size_t i) {
  if (!text.is(i + 1, kTownStart) || !text[i].capitalised || text[i].is_person || !is_joined(text, i + 1))
    return {};
  const std::string_view word = text.lower(i);
  constexpr std::size_t kStable = 3;  // letters, ASCII ones, that no case changes
  const auto club = std::find_if(std::begin(kClubs), std::end(kClubs), [&](std::string_view name) {
    return word.substr(0, kStable) == name.substr(0, kStable) && is_form_of(word, name);
  });
  if (club == std::end(kClubs)) return {};
  const std::size_t words = town_at(text, i + 1).words;
  if (words == 0 || text[i + words].is_person) return {};
  const std::string_view raw = text.raw(i);  // the first letters are ASCII
  return {std::string(raw.substr(0, 1)) + std::string(club->substr(1)) + " " +
              std::string(text.raw(i + 1, i + words)),
          i + words};
}

std::size_t end_of_business_name(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kLongest = 3;  // words
  if (text[i].sentence_start || i == text.line_of(i).first_word || text.is(i, kAdjective | kTownNoun))
    return i;
  for (std::size_t last = i + 1; last < i + kLongest && is_joined(text, last) && is_name_word(text, last);
       ++last) {
    if (is_one_of(text.lower(last), kBusiness)) return last;
  }
  return i;
}

std::size_t end_of_abbreviated_name(const AnnotatedText& text, std::size_t i) {
  constexpr std::size_t kLongest = 2;  // words of ČEZ Distribuce
  if (!text[i].all_caps || !is_one_of(text.raw(i), kAbbreviations)) return text.size();
  const std::string shown(text.raw(i));
  for (const std::string_view before : {"(", "dále jen ", "dále jen „"}) {
    if (text.text().find(std::string(before) + shown) != std::string_view::npos) return text.size();
  }
  const std::size_t last = capitalised_run(text, i + 1);
  return last < i + kLongest ? last : i;
}

}  // namespace tvar::facts
