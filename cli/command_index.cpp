// SPDX-License-Identifier: GPL-2.0-or-later
// tvar index PATH...
#include <algorithm>
#include <chrono>
#include <iterator>

#include "cli/commands.h"
#include "cli/index_location.h"
#include "cli/interrupt.h"
#include "cli/json.h"
#include "cli/load_summary.h"
#include "cli/progress.h"
#include "cli/standard_input.h"
#include "cli/text.h"
#include "tvar/index_writer.h"
#include "tvar/reader.h"

namespace tvar::cli {
namespace {

constexpr const char* kStandardInput = "-";

IndexWriter open_writer(const std::filesystem::path& index, const Arguments& arguments) {
  WriterOptions options = writer_options(arguments);
  options.resume = arguments.has(OptionId::resume);
  const auto schema = chosen_schema(arguments);
  return schema ? IndexWriter::open(index, *schema, options) : IndexWriter::open(index, options);
}

// The report says whether it was stopped, in which case nothing is committed. @throws Error cancelled
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
                            .synchronise = true,
                            .only = {},
                            .finish_when_stopped = true};
  LoadReport report = load_paths(writer, paths, options);
  if (report.stopped) return report;
  if (paths.size() < arguments.words().size())
    load_standard_input(writer, input_name(arguments), options, guard, report);
  report.stopped = guard.interrupted();
  if (!report.stopped) writer.commit();
  return report;
}

// An interrupted load is kept if it can be.
int set_aside(const Context& context, IndexWriter& writer, const LoadReport& report) {
  report_problems(context, report.problems);  // resuming reads only files with errors again
  if (writer.set_aside()) {
    context.say(MessageId::set_aside, {std::to_string(report.documents), std::to_string(report.files)});
  } else {
    context.say(MessageId::interrupted);
  }
  return kInterrupted;
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

// --dry-run
int show_plan(const Context& context, const Arguments& arguments, LoadSummary summary) {
  const std::vector<std::filesystem::path> paths(arguments.words().begin(), arguments.words().end());
  summary.report = plan_load(summary.index, paths);
  report_problems(context, summary.report.problems);
  report_skipped(context, summary.report);
  if (arguments.has(OptionId::json)) {
    Json json = summary_to_json(summary);
    json.erase("documents_in_index");
    json["changes"] = changes_to_json(summary.report);
    print_json(context.out, json);
  } else {
    print_plan(context.out, summary.report);
  }
  return has_errors(summary.report) ? kFailure : kFound;
}

// @throws UsageError, ReadFailure
void check_words(const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.words();
  if (!has_paths(arguments)) throw UsageError{MessageId::needs_path, {}, {}};
  const bool reads_input = std::find(words.begin(), words.end(), kStandardInput) != words.end();
  if (reads_input && arguments.has(OptionId::dry_run))
    throw UsageError{MessageId::not_together, {"--dry-run", kStandardInput}, {}};
  if (!reads_input && arguments.has(OptionId::input_format))
    throw UsageError{MessageId::format_needs_input, {}, {}};
  if (reads_input) {
    static_cast<void>(input_name(arguments));
  } else {
    require_existing(words);
  }
}

}  // namespace

int run_index(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::index, invocation.tokens);
  check_words(arguments);
  const auto start = std::chrono::steady_clock::now();
  const std::filesystem::path index =
      find_index(arguments.value(OptionId::index), context.environment.index).value_or(".tvar");
  LoadSummary summary{.index = index.string(), .report = {}};
  if (arguments.has(OptionId::dry_run)) return show_plan(context, arguments, std::move(summary));
  try {
    IndexWriter writer = open_writer(index, arguments);
    if (arguments.has(OptionId::resume) && !writer.resumed()) context.say(MessageId::nothing_to_resume);
    summary.report = load(context, writer, arguments);
    if (summary.report.stopped) return set_aside(context, writer, summary.report);
    summary.documents_in_index = writer.document_count();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::cancelled) throw;
    context.say(MessageId::interrupted);
    return kInterrupted;
  }
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  report_problems(context, summary.report.problems);
  report_summary(context, summary);
  if (arguments.has(OptionId::json)) print_json(context.out, summary_to_json(summary));
  return has_errors(summary.report) ? kFailure : kFound;
}

}  // namespace tvar::cli
