// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// All word forms of a dictionary entry, with the rules that made them: no suffix, one, or two (otec → otcův →
/// otcova), each without and with every prefix that the entry or the last suffix allows (ne-, nej-, nejne-).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "stemmers/lexicon/hunspell_reader.h"

namespace tvar::stemmers::lexicon {

/// A form and how it came about. References are valid during the visit only.
struct Expansion {
  const std::u32string& stem_form;           ///< the form without the prefix
  const AffixRule* suffix = nullptr;         ///< first step; null: the entry itself
  const AffixRule* second_suffix = nullptr;  ///< second step
  const AffixRule* prefix = nullptr;
};

/// Applies the rules of one dictionary, which must outlive it.
class Expander {
 public:
  explicit Expander(const Dictionary& dictionary);

  using Visitor = std::function<void(const Expansion&)>;

  /// Calls `visit` for every form of the entry; the same form may come several times.
  void expand(const Entry& entry, const Visitor& visit) const;

  /// The forms that `word` gets by the suffixes of one flag, in the order of the rules, second steps left out.
  [[nodiscard]] std::vector<std::u32string> suffixed(const std::u32string& word, char32_t flag) const;

  /// `word` after `rule`; empty when the rule does not apply.
  [[nodiscard]] static std::u32string apply_suffix(const std::u32string& word, const AffixRule& rule);

 private:
  void with_prefixes(const Entry& entry, const Expansion& expansion, const std::u32string& extra_flags,
                     const Visitor& visit) const;
  [[nodiscard]] const std::vector<const AffixRule*>& suffixes(char32_t flag, char32_t last_letter) const;

  std::unordered_map<std::uint64_t, std::vector<const AffixRule*>> suffixes_;  // key: flag, last letter
  std::unordered_map<char32_t, std::vector<const AffixRule*>> all_suffixes_;
  std::unordered_map<char32_t, std::vector<const AffixRule*>> prefixes_;
};

}  // namespace tvar::stemmers::lexicon
