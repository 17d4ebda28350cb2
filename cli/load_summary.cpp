// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/load_summary.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "cli/format.h"
#include "cli/lines.h"
#include "tvar/error.h"
#include "tvar/organization.h"

namespace tvar::cli {
namespace {

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

}  // namespace

bool has_paths(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words();
  return !words.empty() && std::find(words.begin(), words.end(), "") == words.end();
}

void require_existing(const std::vector<std::string>& words) {
  const auto is_missing = [](const std::string& word) {
    std::error_code error;
    return std::filesystem::status(word, error).type() == std::filesystem::file_type::not_found;
  };
  if (std::all_of(words.begin(), words.end(), is_missing))
    throw ReadFailure{words.front(), std::generic_category().message(ENOENT)};
}

Schema read_schema(const std::string& file) {
  const std::string yaml = LineReader(file).rest();
  try {
    return Schema::parse_yaml(yaml);
  } catch (const Error& error) {
    throw Error(error.code(), file + ": " + error.what(), error.hint());
  }
}

std::optional<Schema> chosen_schema(const Arguments& arguments) {
  const auto file = arguments.value(OptionId::schema);
  const auto authority = arguments.value(OptionId::authority);
  if (!file && !authority) return std::nullopt;
  Schema schema = file ? read_schema(*file) : Schema::default_schema();
  if (authority) schema.organizations = read_organizations(*authority);
  return schema;
}

std::uint64_t count(const LoadReport& report, FileState state) {
  return static_cast<std::uint64_t>(
      std::count_if(report.changes.begin(), report.changes.end(),
                    [state](const FileChange& change) { return change.state == state; }));
}

void report_problem(const Context& context, const ReadProblem& problem) {
  if (problem.severity == ReadProblem::Severity::warning) {
    context.say(MessageId::warning, {problem.where, problem.message});
  } else {
    context.diagnostics.message(problem.where + ": " + problem.message);
  }
}

void report_problems(const Context& context, const std::vector<ReadProblem>& problems) {
  for (const ReadProblem& problem : problems) report_problem(context, problem);
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

void report_summary(const Context& context, const LoadSummary& summary) {
  const LoadReport& report = summary.report;
  report_skipped(context, report);
  context.say(MessageId::indexed,
              {std::to_string(report.documents), std::to_string(report.files), format_bytes(report.bytes),
               format_number(summary.seconds, 2), summary.index});
}

Json summary_to_json(const LoadSummary& summary) {
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

}  // namespace tvar::cli
