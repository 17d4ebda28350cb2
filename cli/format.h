// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Numbers as people read them. Always with a decimal point, whatever the locale: scripts read them too.
#pragma once

#include <cstdint>
#include <string>

namespace tvar::cli {

/// With exactly `decimals` digits behind the point.
[[nodiscard]] std::string format_number(double value, int decimals);

/// "512 B", "1.5 kB", "37.2 MB": powers of 1000, as disks are sold.
[[nodiscard]] std::string format_bytes(std::uint64_t bytes);

}  // namespace tvar::cli
