// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmers/registry.h"

#include <array>

#include "stemmers/czech.h"
#include "stemmers/czech_light.h"
#include "stemmers/none.h"

namespace tvar::stemmers {
namespace {

constexpr std::array<StemmerEntry, 3> kRegistry = {{
    {"czech", "lemmas from the lexicon, guesses for unknown words", true, Czech::make},
    {"czech_light", "light stemmer: case endings and possessives (Dolamic & Savoy 2009)", false,
     CzechLight::make},
    {"none", "no stemming: each word form is its own term", false, None::make},
}};

}  // namespace

std::span<const StemmerEntry> registry() noexcept {
  return kRegistry;
}

const StemmerEntry* find_stemmer(std::string_view name) noexcept {
  for (const StemmerEntry& entry : kRegistry) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

}  // namespace tvar::stemmers
