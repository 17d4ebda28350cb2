// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Reads a hunspell dictionary: affix rules and the list of entries with their flags. Understands what cs_CZ
/// uses (hunspell(5)): SET, PFX, SFX with strip, append, continuation flags and condition, FORBIDDENWORD; flags
/// are single letters, any letter of the file's encoding. Other directives (REP, MAP, TRY …) are skipped.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tvar::stemmers::lexicon {

/// One place of a rule's condition: a set of letters, or all but these.
struct LetterSet {
  std::u32string letters;
  bool negated = false;

  [[nodiscard]] bool contains(char32_t letter) const noexcept {
    return (letters.find(letter) != std::u32string::npos) != negated;
  }
};

/// One PFX or SFX line: `strip` is cut, `append` put in its place, when the word meets the condition.
struct AffixRule {
  char32_t flag = 0;
  std::u32string strip;
  std::u32string append;
  std::u32string next_flags;         ///< flags of the resulting form, for a second step
  std::vector<LetterSet> condition;  ///< of the word's last (suffix) or first (prefix) letters
  std::uint16_t id = 0;              ///< position in Dictionary::suffixes or prefixes
};

/// A line of the word list.
struct Entry {
  std::u32string word;
  std::u32string flags;

  [[nodiscard]] bool has(char32_t flag) const noexcept { return flags.find(flag) != std::u32string::npos; }
  [[nodiscard]] bool has_any(std::u32string_view wanted) const noexcept {
    return flags.find_first_of(wanted) != std::u32string::npos;
  }
};

struct Dictionary {
  std::vector<AffixRule> suffixes;
  std::vector<AffixRule> prefixes;
  std::vector<Entry> entries;  ///< without the forbidden words
};

/// @throws tvar::Error  io when a file can't be read, corrupt when a line breaks the format (with its number)
Dictionary read_hunspell(const std::filesystem::path& aff, const std::filesystem::path& dic);

/// The same from texts in memory; names are for messages.
Dictionary parse_hunspell(std::string_view aff_text, std::string_view dic_text,
                          const std::string& aff_name = "aff", const std::string& dic_name = "dic");

/// Whole content of a file.
std::string read_file(const std::filesystem::path& path);

}  // namespace tvar::stemmers::lexicon
