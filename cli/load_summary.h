// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What `tvar index` and `tvar watch` say of a load.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/json.h"
#include "tvar/reader.h"
#include "tvar/schema.h"

namespace tvar::cli {

struct LoadSummary {
  std::string index;
  LoadReport report;
  std::uint64_t documents_in_index = 0;
  double seconds = 0;
};

/// Whether there are words, and none of them is empty, as an unset variable of a script is.
[[nodiscard]] bool has_paths(const Arguments& arguments);

/// Before an index is made of nothing, or nothing watched. What is missing among others is a problem of the load.
/// @throws ReadFailure when none of the words is the name of something
void require_existing(const std::vector<std::string>& words);

/// @throws ReadFailure, Error that names the file
[[nodiscard]] Schema read_schema(const std::string& file);

/// What --schema and --authority say; nothing when neither is given. @throws as read_schema, and what read_organizations throws
[[nodiscard]] std::optional<Schema> chosen_schema(const Arguments& arguments);

/// How many files are in this state.
[[nodiscard]] std::uint64_t count(const LoadReport& report, FileState state);
[[nodiscard]] bool has_errors(const LoadReport& report);

void report_problem(const Context& context, const ReadProblem& problem);
void report_problems(const Context& context, const std::vector<ReadProblem>& problems);
/// What was passed over, and what became of files that the index knew: nothing when there are none.
void report_skipped(const Context& context, const LoadReport& report);
void report_summary(const Context& context, const LoadSummary& summary);

[[nodiscard]] Json summary_to_json(const LoadSummary& summary);
[[nodiscard]] Json changes_to_json(const LoadReport& plan);

}  // namespace tvar::cli
