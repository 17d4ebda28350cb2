// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/format.h"

#include <array>
#include <charconv>

namespace tvar::cli {
namespace {

constexpr std::array kUnits = {"kB", "MB", "GB", "TB", "PB"};

}  // namespace

std::string format_number(double value, int decimals) {
  std::array<char, 400> buffer{};  // the largest double has 309 digits
  const auto [end, failure] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  return failure == std::errc() ? std::string(buffer.data(), end) : std::string("?");
}

std::string format_bytes(std::uint64_t bytes) {
  if (bytes < 1000) return std::to_string(bytes) + " B";
  auto value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; value >= 999.95 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  return format_number(value, 1) + " " + kUnits[unit];
}

}  // namespace tvar::cli
