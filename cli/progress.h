// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The progress bar of `tvar index`.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/messages.h"
#include "cli/output.h"
#include "tvar/reader.h"

namespace tvar::cli {

/// One line that is drawn over and over, at most ten times a second, and only on a terminal.
class ProgressBar {
 public:
  ProgressBar(const Diagnostics& diagnostics, const Messages& messages);
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(const LoadProgress& progress);
  /// Takes the line away, so that a message can be written.
  void clear();

 private:
  const Diagnostics& diagnostics_;
  const Messages& messages_;
  bool enabled_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point made_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point start_ =
      made_;  // of the reading; what comes before it says nothing about it
  std::chrono::steady_clock::time_point next_;
};

/// "[#####     ]  50 %  0:12 left, 1.2 MB/s, files: 3/6, 14.4 MB, documents: 9  name.html", at most `columns` wide. The
/// time that is left supposes that the rest is like what was done; it is shown after a second, when something is left.
[[nodiscard]] std::string progress_line(const LoadProgress& progress, double seconds,
                                        const Messages& messages, std::size_t columns);

}  // namespace tvar::cli
