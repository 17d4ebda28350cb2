// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The table of commands, and what all of them work with. Each command has a file of its own, command_NAME.cpp.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/environment.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "tvar/index_writer.h"
#include "tvar/searcher.h"

namespace tvar::cli {

/// Exit codes; docs/cli.md lists them.
inline constexpr int kFound = 0;
inline constexpr int kNothingFound = 1;
inline constexpr int kFailure = 2;
inline constexpr int kInterrupted = 130;

/// One run of the tool: what it was given and where it writes.
struct Context {
  Environment environment;
  Messages messages;
  Output& out;
  const Diagnostics& diagnostics;

  void say(MessageId id, const std::vector<std::string>& arguments = {}) const {
    diagnostics.message(messages(id, arguments));
  }
};

/// What was typed behind the command: the tokens, and their first reading, without the options of the schema.
struct Invocation {
  Command command;
  std::vector<std::string> tokens;
  Arguments scanned;
};

struct CommandSpec {
  Command command;
  std::string_view name;
  std::string_view synopsis;                                   ///< its words, in the notation of a usage line
  int (*run)(Context& context, const Invocation& invocation);  ///< @return an exit code
  Text summary;
};

/// All commands, in the order of the help.
[[nodiscard]] std::span<const CommandSpec> commands();

/// nullptr for an unknown name.
[[nodiscard]] const CommandSpec* find_command(std::string_view name);
[[nodiscard]] const CommandSpec& command_spec(Command command);

int run_index(Context& context, const Invocation& invocation);
int run_watch(Context& context, const Invocation& invocation);
int run_search(Context& context, const Invocation& invocation);
int run_facets(Context& context, const Invocation& invocation);
int run_suggest(Context& context, const Invocation& invocation);
int run_similar(Context& context, const Invocation& invocation);
int run_show(Context& context, const Invocation& invocation);
int run_stats(Context& context, const Invocation& invocation);
int run_facts(Context& context, const Invocation& invocation);
int run_analyze(Context& context, const Invocation& invocation);
int run_delete(Context& context, const Invocation& invocation);
int run_optimize(Context& context, const Invocation& invocation);
int run_reindex(Context& context, const Invocation& invocation);
int run_export(Context& context, const Invocation& invocation);

/// There is no index where one was looked for.
struct NoIndex {
  std::string folder;  ///< where the search began
};

/// The directory of the index that exists, or is named. @throws NoIndex
[[nodiscard]] std::filesystem::path index_path(const Context& context, const Arguments& arguments);

/// @throws NoIndex, Error
[[nodiscard]] Searcher open_searcher(const Context& context, const Arguments& arguments);

/// --lexicon, or an empty path.
[[nodiscard]] std::filesystem::path lexicon_path(const Arguments& arguments);

/// --lexicon, --threads and --memory.
[[nodiscard]] WriterOptions writer_options(const Arguments& arguments);

/// Reports a query that the searcher refused: the query with carets under the fault, and the reason. `query` is
/// the text that was searched.
void report_query_error(const Context& context, std::string_view query, const QueryError& error);

}  // namespace tvar::cli
