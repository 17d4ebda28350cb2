// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The table of options: one record an option. The parser (arguments.cpp) and --help (help.cpp) are made from it,
/// and a test compares docs/cli.md with it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "cli/language.h"

namespace tvar::cli {

/// The commands, in the order of the help. Their table is in commands.h.
enum class Command : std::uint8_t {
  index,
  watch,
  search,
  facets,
  suggest,
  similar,
  show,
  stats,
  analyze,
  remove,
  optimize,
  reindex,
  export_documents,
  facts
};

enum class OptionId : std::uint8_t {
  help,
  index,
  lexicon,
  schema,
  authority,
  reader,
  input_format,
  threads,
  memory,
  dry_run,
  resume,
  json,
  limit,
  offset,
  facet,
  facet_limit,
  sort,
  collapse,
  explain,
  match,
  derivations,
  no_correction,
  contains,
  by_value,
  query_text,
  format,
  export_format,
  batch_queries,
  color,
  no_color,
  word,
  batch_words,
  query_side,
  stemmer,
  merge_negation,
  show_facts,
  boilerplate,
  show_boilerplate,
};

/// One option. Two options may share a name when no command has both.
struct OptionSpec {
  OptionId id;
  char letter;                     ///< '\0': none
  std::uint16_t commands;          ///< a bit for each, see belongs_to
  std::string_view name;           ///< without the dashes
  std::string_view value;          ///< what --help calls it. Empty: a switch. In brackets: may be left out.
                                   ///< With '|': the words that are allowed
  std::string_view default_value;  ///< as the user would type it; empty: none
  Text summary;                    ///< one sentence, lower case, no final full stop

  [[nodiscard]] constexpr bool is_switch() const noexcept { return value.empty(); }
  [[nodiscard]] constexpr bool value_is_optional() const noexcept { return value.substr(0, 1) == "["; }
  [[nodiscard]] constexpr bool has_choices() const noexcept { return value.find('|') != value.npos; }
  [[nodiscard]] constexpr bool belongs_to(Command command) const noexcept {
    return (commands >> static_cast<unsigned>(command) & 1U) != 0;
  }
  /// "-n, --limit N", as --help and the documentation show it.
  [[nodiscard]] std::string usage(Language language) const;
};

/// The notation of a usage line, such as "PATH..." or "--index DIR", with its words in capitals in the language: "CESTA...".
[[nodiscard]] std::string localized(std::string_view notation, Language language);

/// All options, in the order of the help.
[[nodiscard]] std::span<const OptionSpec> options();

/// The record of an option that the command has. The id must be one of its options.
[[nodiscard]] const OptionSpec& option(Command command, OptionId id);

}  // namespace tvar::cli
