// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Reads a file in a process of its own, so that a crash or a bomb costs that file and nothing else.
#pragma once

#include <cstdint>

#include "lib/readers/reader.h"

namespace tvar::readers {

/// What one file may cost. The helper sets these limits for itself before it looks at the first byte.
struct ChildLimits {
  std::uint64_t memory_bytes = std::uint64_t{2} << 30U;  ///< address space
  std::uint64_t cpu_seconds = 60;  ///< of processor time, and one more for each megabyte
  std::uint64_t output_bytes = std::uint64_t{4}
                               << 30U;  ///< of all it says, and 200 more for each byte of the file
  int silent_seconds = 600;  ///< without a word from the helper, which may be stuck and use no time
};

/// Runs the helper on the source and hands on what it finds. Whatever becomes of the helper is a problem of this
/// source; what a sink throws is passed on, and the helper is gone by then. Safe to call from several threads.
bool read_in_child(const Source& source, const Output& output, const ChildLimits& limits);
bool read_in_child(const Source& source, const Output& output);

/// What the helper exits with, besides 0, when it can say why.
inline constexpr int kChildOutOfMemory = 3;

}  // namespace tvar::readers
