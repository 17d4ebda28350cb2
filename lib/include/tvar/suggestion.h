// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What a person may be about to type.
///
///     for (const tvar::Suggestion& suggestion : searcher.suggest("azyl"))
///       std::cout << suggestion.text << '\n';     // azylový dům, azylový, Azylový dům otevřen, …
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tvar {
inline namespace v1 {

/// One way to go on from what was typed. It always leads somewhere: a search for `query` with Match::all has hits.
struct Suggestion {
  enum class Kind : std::uint8_t {
    word,    ///< what was typed, with its last word completed
    phrase,  ///< the same, where the completed word stands beside others in the texts: azylový dům
    title,   ///< of a document, one of whose words begins with the last word typed
    value,   ///< of the facet `field`
  };
  Kind kind = Kind::word;
  std::string text;   ///< to show, in a form and with the capitals that the documents have
  std::string query;  ///< to search, in the syntax of queries: "azylový dům", town:"Ústí nad Labem"
  std::string field;  ///< of a title or value; empty for words and phrases
  std::uint64_t documents = 0;  ///< that a search for `query` finds; at least 1
  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

struct SuggestOptions {
  std::size_t limit = 10;  ///< suggestions, at most; up to 100
};

}  // namespace v1
}  // namespace tvar
