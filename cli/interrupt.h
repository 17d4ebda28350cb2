// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Ctrl-C as a question that long work asks now and then.
#pragma once

namespace tvar::cli {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP only sets a flag; the second one ends the process.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  [[nodiscard]] bool interrupted() const noexcept;
};

}  // namespace tvar::cli
