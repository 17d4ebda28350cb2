// SPDX-License-Identifier: GPL-2.0-or-later
// tvar optimize, tvar reindex
#include <chrono>
#include <functional>

#include "cli/commands.h"
#include "cli/format.h"
#include "cli/interrupt.h"
#include "cli/json.h"
#include "cli/load_summary.h"
#include "cli/text.h"
#include "tvar/maintenance.h"

namespace tvar::cli {
namespace {

std::uint64_t directory_bytes(const std::filesystem::path& index) {
  std::uint64_t bytes = 0;
  std::error_code failure;
  std::filesystem::recursive_directory_iterator entry(index, failure);
  for (; !failure && entry != std::filesystem::recursive_directory_iterator(); entry.increment(failure)) {
    std::error_code gone;
    const std::uintmax_t size = entry->is_regular_file(gone) ? entry->file_size(gone) : 0;
    if (!gone) bytes += size;
  }
  return bytes;
}

std::string names(const std::vector<FieldChange>& changes, FieldChange::Kind kind) {
  std::string text;
  for (const FieldChange& change : changes) {
    if (change.kind == kind) text.append(text.empty() ? "" : ", ").append(change.field);
  }
  return text.empty() ? "–" : text;
}

void report_field_changes(const Context& context, const Schema& before, const Schema& after) {
  const std::vector<FieldChange> changes = compare_fields(before, after);
  context.say(MessageId::field_changes,
              {names(changes, FieldChange::Kind::added), names(changes, FieldChange::Kind::removed),
               names(changes, FieldChange::Kind::changed)});
}

int rebuild(const Context& context, const Arguments& arguments,
            const std::function<void(const std::filesystem::path&)>& work) {
  if (!arguments.words().empty()) {
    throw UsageError{MessageId::unwanted_argument, {printable(arguments.words().front())}, {}};
  }
  const auto start = std::chrono::steady_clock::now();
  const std::filesystem::path index = index_path(context, arguments);
  const std::uint64_t before = directory_bytes(index);
  try {
    work(index);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::cancelled) throw;
    context.say(MessageId::interrupted);
    return kInterrupted;
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const std::uint64_t documents = open_searcher(context, arguments).stats().documents;
  const std::uint64_t after = directory_bytes(index);
  context.say(MessageId::rebuilt, {std::to_string(documents), format_bytes(before), format_bytes(after),
                                   format_number(seconds, 2), index.string()});
  if (arguments.has(OptionId::json)) {
    print_json(context.out, {{"index", index.string()},
                             {"documents", documents},
                             {"bytes_before", before},
                             {"bytes_on_disk", after},
                             {"seconds", seconds}});
  }
  return kFound;
}

}  // namespace

int run_optimize(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::optimize, invocation.tokens);
  return rebuild(context, arguments, [](const std::filesystem::path& index) {
    const InterruptGuard guard;
    optimize(index, [&guard] { return !guard.interrupted(); });
  });
}

int run_reindex(Context& context, const Invocation& invocation) {
  const Arguments arguments = parse_arguments(Command::reindex, invocation.tokens);
  const auto file = arguments.value(OptionId::schema);
  return rebuild(context, arguments, [&](const std::filesystem::path& index) {
    const InterruptGuard guard;
    const WriterOptions options = writer_options(arguments);
    const auto go_on = [&guard](std::uint64_t) { return !guard.interrupted(); };
    if (!file) {
      reindex(index, options, go_on);
      return;
    }
    const Schema schema = read_schema(*file);
    report_field_changes(context, schema_of(index), schema);
    change_schema(index, schema, options, go_on);
  });
}

}  // namespace tvar::cli
