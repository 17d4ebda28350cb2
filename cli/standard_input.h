// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// tvar index -: what comes through a pipe is indexed like a file.
#pragma once

#include "cli/arguments.h"
#include "cli/interrupt.h"
#include "tvar/reader.h"

namespace tvar::cli {

/// Reads standard input as a file called stdin with the extension that --format names, or else the one that its
/// beginning tells. Adds what happened to the report. Ends at an interrupt, also while it waits for input.
/// @throws UsageError for a format that nothing reads, ReadFailure, Error as load_stream
void load_standard_input(IndexWriter& writer, const Arguments& arguments, const LoadOptions& options,
                         const InterruptGuard& guard, LoadReport& report);

}  // namespace tvar::cli
