// SPDX-License-Identifier: GPL-2.0-or-later
// tvar facts PATH...
#include "cli/commands.h"
#include "cli/fact_table.h"
#include "cli/json.h"
#include "cli/load_summary.h"
#include "cli/text.h"
#include "tvar/analyzer.h"
#include "tvar/organization.h"
#include "tvar/reader.h"

namespace tvar::cli {

int run_facts(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::facts, invocation.tokens);
  if (!has_paths(arguments)) throw UsageError{MessageId::needs_path_to_read, {}, {}};
  const Analyzer analyzer({.lexicon = lexicon_path(arguments)});
  FactOptions options;
  if (const auto file = arguments.value(OptionId::authority))
    options.organizations = read_organizations(*file);
  FactExtractor extractor(analyzer, options);
  const bool as_json = arguments.has(OptionId::json);
  Json all = Json::object();
  bool found = false;
  bool failed = false;
  const auto take = [&](const Document& document) {
    const std::vector<Fact> facts = extractor.extract(document);
    if (as_json) {
      all[document.id] = facts_summary(facts, document);
    } else {
      if (found) context.out.line();
      context.out.line("id: " + printable(document.id));
      print_facts_table(context, facts);
    }
    found = true;
    return true;
  };
  const std::vector<std::filesystem::path> paths(arguments.words().begin(), arguments.words().end());
  read_paths(paths, take, [&](ReadProblem&& problem) {
    failed = failed || problem.severity == ReadProblem::Severity::error;
    report_problem(context, problem);
  });
  if (as_json) print_json(context.out, all);
  if (failed) return kFailure;
  if (!found) context.say(MessageId::no_documents);
  return found ? kFound : kNothingFound;
}

}  // namespace tvar::cli
