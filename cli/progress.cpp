// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/progress.h"

#include <algorithm>
#include <cmath>

#include "cli/format.h"
#include "cli/terminal.h"
#include "cli/text.h"

namespace tvar::cli {
namespace {

constexpr std::size_t kBarWidth = 10;
constexpr std::chrono::seconds kSilence{2};  // before there is anything to show
constexpr double kLeastSeconds = 1;          // that tell of those that follow

// By bytes where there are any: one large file would otherwise stand for many small ones.
double done_part(const LoadProgress& progress) {
  const bool by_bytes = progress.bytes_total > 0;
  const auto done = static_cast<double>(by_bytes ? progress.bytes : progress.files);
  const auto total = static_cast<double>(by_bytes ? progress.bytes_total : progress.files_total);
  return total > 0 ? std::clamp(done / total, 0.0, 1.0) : 0.0;
}

// "0:07", "2:05:00".
std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::lround(std::min(seconds, 360'000.0)));
  const auto two_digits = [](std::uint64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  const std::uint64_t minutes = whole / 60;
  const std::string end = ":" + two_digits(whole % 60);
  if (minutes < 60) return std::to_string(minutes) + end;
  return std::to_string(minutes / 60) + ":" + two_digits(minutes % 60) + end;
}

}  // namespace

std::string progress_line(const LoadProgress& progress, double seconds, const Messages& messages,
                          std::size_t columns) {
  const double part = done_part(progress);
  const auto filled = static_cast<std::size_t>(part * static_cast<double>(kBarWidth));
  std::string line = "[" + std::string(filled, '#') + std::string(kBarWidth - filled, ' ') + "] ";
  line += pad_left(format_number(part * 100, 0), 3) + " %  ";
  if (part > 0 && part < 1 && seconds >= kLeastSeconds) {
    line += messages(MessageId::progress_left, {duration(seconds * (1 - part) / part)}) + ", ";
  }
  if (progress.bytes > 0 && seconds > 0) {
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(progress.bytes) / seconds);
    line += format_bytes(rate) + "/s, ";
  }
  line += messages(MessageId::progress, {std::to_string(progress.files), std::to_string(progress.files_total),
                                         format_bytes(progress.bytes), std::to_string(progress.documents)});
  return shorten(line + "  " + printable(progress.current), columns);
}

ProgressBar::ProgressBar(const Diagnostics& diagnostics, const Messages& messages)
    : diagnostics_(diagnostics), messages_(messages), enabled_(is_terminal(diagnostics.descriptor())) {}

void ProgressBar::show(const LoadProgress& progress) {
  const auto now = std::chrono::steady_clock::now();
  const bool is_prologue = progress.files == 0 && progress.bytes == 0;
  if (is_prologue) start_ = now;
  if (!enabled_ || now < next_ || (is_prologue && now < made_ + kSilence)) return;
  next_ = now + std::chrono::milliseconds(100);
  drawn_ = true;
  const std::size_t columns = terminal_width(diagnostics_.descriptor()) - 1;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  diagnostics_.raw("\r\x1b[K" + progress_line(progress, seconds, messages_, columns));
}

void ProgressBar::clear() {
  if (drawn_) diagnostics_.raw("\r\x1b[K");
  drawn_ = false;
}

}  // namespace tvar::cli
