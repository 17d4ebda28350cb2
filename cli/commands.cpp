// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/commands.h"

#include <algorithm>
#include <iterator>
#include <system_error>

#include "cli/index_location.h"
#include "cli/terminal.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

constexpr CommandSpec kCommands[] = {
    {Command::index,
     "index",
     "PATH...",
     run_index,
     {"add files and folders to the index, or replace what changed",
      "přidat soubory a složky do indexu nebo v něm nahradit, co se změnilo"}},
    {Command::watch,
     "watch",
     "PATH...",
     run_watch,
     {"index files and folders, and again whenever they change",
      "indexovat soubory a složky, a znovu, kdykoli se změní"}},
    {Command::search,
     "search",
     "[QUERY...]",
     run_search,
     {"find documents, best first", "najít dokumenty, nejlepší první"}},
    {Command::facets,
     "facets",
     "[FIELD...]",
     run_facets,
     {"count the values of fields", "spočítat hodnoty polí"}},
    {Command::suggest,
     "suggest",
     "TEXT...",
     run_suggest,
     {"complete what is being typed", "doplnit, co se právě píše"}},
    {Command::similar,
     "similar",
     "ID",
     run_similar,
     {"find documents that are like one", "najít dokumenty podobné jednomu"}},
    {Command::show, "show", "ID", run_show, {"print a document", "vypsat dokument"}},
    {Command::stats,
     "stats",
     "",
     run_stats,
     {"say what the index holds and how it was made", "říct, co v indexu je a jak vznikl"}},
    {Command::analyze,
     "analyze",
     "[TEXT...]",
     run_analyze,
     {"show the tokens and terms of a text, which decide what is found",
      "ukázat tokeny a termy textu, které rozhodují o tom, co se najde"}},
    {Command::remove,
     "delete",
     "ID...",
     run_delete,
     {"delete documents from the index", "smazat dokumenty z indexu"}},
    {Command::optimize,
     "optimize",
     "",
     run_optimize,
     {"write the index anew, as small and fast as it can be",
      "zapsat index znovu, co nejmenší a nejrychlejší"}},
    {Command::reindex,
     "reindex",
     "",
     run_reindex,
     {"build the index anew from its documents, for another analyzer or schema",
      "sestavit index znovu z jeho dokumentů, pro jiný analyzátor či schéma"}},
    {Command::export_documents,
     "export",
     "",
     run_export,
     {"print all documents", "vypsat všechny dokumenty"}},
    {Command::facts,
     "facts",
     "PATH...",
     run_facts,
     {"read towns, dates, members and persons from files, without an index",
      "vyčíst ze souborů obce, data, členy a osoby, bez indexu"}},
};

}  // namespace

std::span<const CommandSpec> commands() {
  return kCommands;
}

const CommandSpec* find_command(std::string_view name) {
  const auto* found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                   [name](const CommandSpec& spec) { return spec.name == name; });
  return found == std::end(kCommands) ? nullptr : found;
}

const CommandSpec& command_spec(Command command) {
  return kCommands[static_cast<std::size_t>(command)];
}

std::filesystem::path index_path(const Context& context, const Arguments& arguments) {
  const auto found = find_index(arguments.value(OptionId::index), context.environment.index);
  if (found) return *found;
  std::error_code failure;
  throw NoIndex{std::filesystem::current_path(failure).string()};
}

std::filesystem::path lexicon_path(const Arguments& arguments) {
  return arguments.value(OptionId::lexicon).value_or(std::string());
}

WriterOptions writer_options(const Arguments& arguments) {
  constexpr std::size_t kMostThreads = 1024;
  constexpr std::size_t kLeastMebibytes = 64;  // of WriterOptions::memory
  constexpr std::size_t kMostMebibytes = std::size_t{1} << 20U;
  const auto boilerplate = arguments.value(OptionId::boilerplate);
  const Boilerplate chosen = boilerplate == "keep"    ? Boilerplate::keep
                             : boilerplate == "learn" ? Boilerplate::learn
                                                      : Boilerplate::as_before;
  return {.lexicon = lexicon_path(arguments),
          .threads = static_cast<unsigned>(arguments.number(OptionId::threads, kMostThreads)),
          .memory = arguments.number(OptionId::memory, kMostMebibytes, kLeastMebibytes) << 20U,
          .boilerplate = chosen};
}

Searcher open_searcher(const Context& context, const Arguments& arguments) {
  return Searcher::open(index_path(context, arguments), {.lexicon = lexicon_path(arguments)});
}

void report_query_error(const Context& context, std::string_view query, const QueryError& error) {
  // The range is empty when the fault is in a filter, which is no part of the query.
  if (!error.range.empty() && error.range.end <= query.size()) {
    const std::size_t width = terminal_width(context.diagnostics.descriptor());
    const Pointer pointer = point_at(query, error.range, std::max<std::size_t>(width, 24) - 4);
    context.diagnostics.raw("  " + pointer.line + "\n  " + pointer.carets + "\n");
  }
  const Language language = context.messages.language();
  context.diagnostics.message(std::string(query_error_name(error.code, language)) + ": " +
                              query_error_text(error, language));
}

}  // namespace tvar::cli
