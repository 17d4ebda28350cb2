// SPDX-License-Identifier: GPL-2.0-or-later
// tvar index PATH...
#include <algorithm>
#include <chrono>
#include <iterator>

#include "cli/commands.h"
#include "cli/format.h"
#include "cli/index_location.h"
#include "cli/interrupt.h"
#include "cli/json.h"
#include "cli/lines.h"
#include "cli/progress.h"
#include "cli/standard_input.h"
#include "cli/text.h"
#include "tvar/index_writer.h"
#include "tvar/organization.h"
#include "tvar/reader.h"

namespace tvar::cli {
namespace {

constexpr const char* kStandardInput = "-";

struct Summary {
  std::string index;
  LoadReport report;
  std::uint64_t documents_in_index = 0;
  double seconds = 0;
};

Schema read_schema(const std::string& file) {
  const std::string yaml = LineReader(file).rest();
  try {
    return Schema::parse_yaml(yaml);
  } catch (const Error& error) {
    throw Error(error.code(), file + ": " + error.what(), error.hint());
  }
}

IndexWriter open_writer(const std::filesystem::path& index, const Arguments& arguments) {
  const WriterOptions options = writer_options(arguments);
  const auto file = arguments.value(OptionId::schema);
  const auto authority = arguments.value(OptionId::authority);
  if (!file && !authority) return IndexWriter::open(index, options);
  Schema schema = file ? read_schema(*file) : Schema::default_schema();
  if (authority) schema.organizations = read_organizations(*authority);
  return IndexWriter::open(index, schema, options);
}

// @throws Error cancelled
LoadReport load(const Context& context, IndexWriter& writer, const Arguments& arguments) {
  const InterruptGuard guard;
  ProgressBar bar(context.diagnostics, context.messages);
  std::vector<std::filesystem::path> paths;
  std::remove_copy(arguments.words().begin(), arguments.words().end(), std::back_inserter(paths),
                   kStandardInput);
  const LoadOptions options{.progress =
                                [&](const LoadProgress& progress) {
                                  bar.show(progress);
                                  return !guard.interrupted();
                                },
                            .reader = arguments.value(OptionId::reader).value_or(""),
                            .synchronise = true};
  LoadReport report = load_paths(writer, paths, options);
  if (paths.size() < arguments.words().size()) load_standard_input(writer, arguments, options, report);
  if (guard.interrupted()) throw Error(ErrorCode::cancelled, "stopped by a signal");
  writer.commit();
  return report;
}

void report_problems(const Context& context, const std::vector<ReadProblem>& problems) {
  for (const ReadProblem& problem : problems) {
    if (problem.severity == ReadProblem::Severity::warning) {
      context.say(MessageId::warning, {problem.where, problem.message});
    } else {
      context.diagnostics.message(problem.where + ": " + problem.message);
    }
  }
}

std::uint64_t count(const LoadReport& report, FileState state) {
  return static_cast<std::uint64_t>(
      std::count_if(report.changes.begin(), report.changes.end(),
                    [state](const FileChange& change) { return change.state == state; }));
}

// Nothing is said of a first load, where every file is an added one.
void report_skipped(const Context& context, const LoadReport& report) {
  if (report.ignored > 0) context.say(MessageId::ignored_files, {std::to_string(report.ignored)});
  if (report.hidden + report.links + report.excluded > 0) {
    context.say(MessageId::skipped_files, {std::to_string(report.hidden), std::to_string(report.links),
                                           std::to_string(report.excluded)});
  }
  const std::uint64_t added = count(report, FileState::added);
  if (report.unchanged == 0 && added == report.changes.size()) return;
  context.say(MessageId::synchronised,
              {std::to_string(added), std::to_string(count(report, FileState::changed)),
               std::to_string(count(report, FileState::moved)),
               std::to_string(count(report, FileState::removed)), std::to_string(report.unchanged)});
}

void report_summary(const Context& context, const Summary& summary) {
  const LoadReport& report = summary.report;
  report_skipped(context, report);
  context.say(MessageId::indexed,
              {std::to_string(report.documents), std::to_string(report.files), format_bytes(report.bytes),
               format_number(summary.seconds, 2), summary.index});
}

Json to_json(const Summary& summary) {
  Json problems = Json::array();
  for (const ReadProblem& problem : summary.report.problems) {
    const bool warning = problem.severity == ReadProblem::Severity::warning;
    problems.push_back({{"severity", warning ? "warning" : "error"},
                        {"where", problem.where},
                        {"message", problem.message}});
  }
  const LoadReport& report = summary.report;
  return {{"index", summary.index},
          {"documents", report.documents},
          {"files", report.files},
          {"bytes", report.bytes},
          {"ignored", report.ignored},
          {"documents_in_index", summary.documents_in_index},
          {"seconds", summary.seconds},
          {"problems", std::move(problems)},
          {"added", count(report, FileState::added)},
          {"changed", count(report, FileState::changed)},
          {"moved", count(report, FileState::moved)},
          {"removed", count(report, FileState::removed)},
          {"unchanged", report.unchanged},
          {"hidden", report.hidden},
          {"links", report.links},
          {"excluded", report.excluded}};
}

constexpr std::string_view state_name(FileState state) {
  switch (state) {
    case FileState::added:
      return "added";
    case FileState::changed:
      return "changed";
    case FileState::moved:
      return "moved";
    case FileState::removed:
      return "removed";
  }
  return "";
}

// One change a line: "+ ID", "~ ID", "> FROM ID" and "- ID".
void print_plan(Output& out, const LoadReport& plan) {
  for (const FileChange& change : plan.changes) {
    constexpr std::string_view kSigns = "+~>-";
    std::string line(1, kSigns[static_cast<std::size_t>(change.state)]);
    if (change.state == FileState::moved) line += " " + printable(change.from);
    out.line(line + " " + printable(change.id));
  }
}

Json changes_to_json(const LoadReport& plan) {
  Json changes = Json::array();
  for (const FileChange& change : plan.changes) {
    Json json = {{"state", state_name(change.state)}, {"id", change.id}};
    if (change.state == FileState::moved) json["from"] = change.from;
    changes.push_back(std::move(json));
  }
  return changes;
}

bool has_errors(const LoadReport& report) {
  return std::any_of(report.problems.begin(), report.problems.end(), [](const ReadProblem& problem) {
    return problem.severity == ReadProblem::Severity::error;
  });
}

// --dry-run
int show_plan(const Context& context, const Arguments& arguments, Summary summary) {
  const std::vector<std::filesystem::path> paths(arguments.words().begin(), arguments.words().end());
  summary.report = plan_load(summary.index, paths);
  report_problems(context, summary.report.problems);
  report_skipped(context, summary.report);
  if (arguments.has(OptionId::json)) {
    Json json = to_json(summary);
    json.erase("documents_in_index");
    json["changes"] = changes_to_json(summary.report);
    print_json(context.out, json);
  } else {
    print_plan(context.out, summary.report);
  }
  return has_errors(summary.report) ? kFailure : kFound;
}

}  // namespace

int run_index(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::index, invocation.tokens);
  if (arguments.words().empty()) throw UsageError{MessageId::needs_path, {}, {}};
  const auto start = std::chrono::steady_clock::now();
  const std::filesystem::path index =
      find_index(arguments.value(OptionId::index), context.environment.index).value_or(".tvar");
  Summary summary{.index = index.string(), .report = {}};
  if (arguments.has(OptionId::dry_run)) return show_plan(context, arguments, std::move(summary));
  try {
    IndexWriter writer = open_writer(index, arguments);
    summary.report = load(context, writer, arguments);
    summary.documents_in_index = writer.document_count();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::cancelled) throw;
    context.say(MessageId::interrupted);
    return kInterrupted;
  }
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  report_problems(context, summary.report.problems);
  report_summary(context, summary);
  if (arguments.has(OptionId::json)) print_json(context.out, to_json(summary));
  return has_errors(summary.report) ? kFailure : kFound;
}

}  // namespace tvar::cli
