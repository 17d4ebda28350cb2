// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// Which format is this, when there is no name to tell?
#pragma once

#include <string>
#include <string_view>

namespace tvar::readers {

/// The extension, with its dot, of the format that a text of this beginning is in; ".txt" when nothing else is told.
/// What is compressed is not looked into: no extension.
/// @param head  the first kilobytes
[[nodiscard]] std::string guess_format(std::string_view head);

}  // namespace tvar::readers
