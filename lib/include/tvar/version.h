// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// The version of the library, in one place: the build reads it from here.
#pragma once

#include <string_view>

#include "tvar/export.h"

#define TVAR_VERSION_MAJOR 0
#define TVAR_VERSION_MINOR 1
#define TVAR_VERSION_PATCH 0

namespace tvar {
inline namespace v1 {

/// The version of the library that is linked, for example "0.1.0". It can differ from the TVAR_VERSION_…
/// macros, which are those of the headers a program was compiled with.
TVAR_EXPORT std::string_view version() noexcept;

}  // namespace v1
}  // namespace tvar
