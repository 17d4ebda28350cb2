// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// What the program that reads files of strangers gives up before it reads.
#pragma once

#include <cstdint>

namespace tvar::readers {

/// From here on this process has at most so much memory and time, writes no file, leaves no core, and on Linux (x86-64
/// and ARM64) opens no connection and starts no program: the kernel refuses.
void enter_sandbox(std::uint64_t memory_bytes, std::uint64_t cpu_seconds);

}  // namespace tvar::readers
