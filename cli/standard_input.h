// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// tvar index -: what comes through a pipe is indexed like a file.
#pragma once

#include <filesystem>

#include "cli/arguments.h"
#include "cli/interrupt.h"
#include "tvar/reader.h"

namespace tvar::cli {

/// What standard input is called: stdin with the extension that --format names, if it does.
/// @throws UsageError for a format that nothing reads
[[nodiscard]] std::filesystem::path input_name(const Arguments& arguments);

/// Reads standard input as a file of that name, or, when it has no extension, of the format that its beginning tells.
/// Adds what happened to the report. Ends at an interrupt, also while it waits for input.
/// @throws ReadFailure, Error as load_stream
void load_standard_input(IndexWriter& writer, const std::filesystem::path& name, const LoadOptions& options,
                         const InterruptGuard& guard, LoadReport& report);

}  // namespace tvar::cli
