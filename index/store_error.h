// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The one place where exceptions of the backend become errors that mean something.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "tvar/error.h"

namespace tvar::store {

/// Call in a catch block: turns the exception being handled into a tvar::Error and throws that. Errors of our own
/// pass through. `doing` completes "PATH: can't …", for example "open".
[[noreturn]] void rethrow_as_error(const std::filesystem::path& index, std::string_view doing);

/// An Error for a failed system call, from errno.
Error system_error(const std::filesystem::path& path, std::string_view doing, int error_number);

}  // namespace tvar::store
