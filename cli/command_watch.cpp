// SPDX-License-Identifier: GPL-2.0-or-later
// tvar watch PATH...
#include <chrono>

#include "cli/commands.h"
#include "cli/format.h"
#include "cli/index_location.h"
#include "cli/interrupt.h"
#include "cli/json.h"
#include "cli/load_summary.h"
#include "cli/progress.h"
#include "cli/text.h"
#include "tvar/watch.h"

namespace tvar::cli {
namespace {

using std::chrono::steady_clock;

double seconds_since(steady_clock::time_point start) {
  return std::chrono::duration<double>(steady_clock::now() - start).count();
}

/// What is said of each update, and of all of them.
class Watcher {
 public:
  Watcher(Context& context, const Arguments& arguments, std::string index)
      : context_(context),
        arguments_(arguments),
        index_(std::move(index)),
        bar_(context.diagnostics, context.messages) {}

  int run() {
    const std::vector<std::filesystem::path> paths(arguments_.words().begin(), arguments_.words().end());
    WatchOptions options{.writer = writer_options(arguments_),
                         .reader = arguments_.value(OptionId::reader).value_or(""),
                         .progress =
                             [this](const LoadProgress& progress) {
                               bar_.show(progress);
                               return !guard_.interrupted();
                             },
                         .updated = [this](const LoadReport& report) { updated(report); },
                         .waiting = [this](const Error& error) { waiting(error); },
                         .go_on = [this] { return !guard_.interrupted(); }};
    options.schema = chosen_schema(arguments_);
    watch_paths(index_, paths, options);
    bar_.clear();
    if (updates_ == 0) {
      context_.say(MessageId::interrupted);
      return kInterrupted;
    }
    context_.say(MessageId::watched, {std::to_string(updates_), std::to_string(documents_),
                                      format_number(seconds_since(start_), 2), index_});
    return kFound;
  }

 private:
  void updated(const LoadReport& report) {
    bar_.clear();
    report_problems(context_, report.problems);
    const LoadSummary summary{
        .index = index_, .report = report, .documents_in_index = 0, .seconds = seconds_since(start_)};
    const bool is_first = updates_ == 0;
    if (is_first) {
      report_summary(context_, summary);
      context_.say(MessageId::watching);
    } else if (!report.changes.empty()) {
      context_.say(
          MessageId::updated,
          {std::to_string(count(report, FileState::added)), std::to_string(count(report, FileState::changed)),
           std::to_string(count(report, FileState::moved)), std::to_string(count(report, FileState::removed)),
           std::to_string(report.documents)});
    }
    ++updates_;
    documents_ += report.documents;
    if (!arguments_.has(OptionId::json)) return;
    Json json = summary_to_json(summary);
    json.erase("documents_in_index");
    json["changes"] = changes_to_json(report);
    print_json(context_.out, json);
    context_.out.flush();  // whoever reads it waits for it
  }

  void waiting(const Error& error) {
    bar_.clear();
    context_.say(MessageId::waiting, {error.what()});
  }

  Context& context_;
  const Arguments& arguments_;
  std::string index_;
  const InterruptGuard guard_;
  ProgressBar bar_;
  std::uint64_t updates_ = 0;
  std::uint64_t documents_ = 0;
  steady_clock::time_point start_ = steady_clock::now();
};

}  // namespace

int run_watch(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::watch, invocation.tokens);
  if (!has_paths(arguments)) throw UsageError{MessageId::needs_path, {}, {}};
  require_existing(arguments.words());
  const std::filesystem::path index =
      find_index(arguments.value(OptionId::index), context.environment.index).value_or(".tvar");
  return Watcher(context, arguments, index.string()).run();
}

}  // namespace tvar::cli
